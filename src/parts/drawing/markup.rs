//! The pad as it is served: empty, and nobody has been asked.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{Language, fill, markup::Strings},
    sketch::Sketch,
};

/// The fold with the pad, its tools, and the judges with their bars.
pub fn view(sketch: &dyn Sketch, language: Language) -> AnyView {
    let s = Strings::of(language);
    let side = sketch.side();
    let things = sketch.things(language);
    let judge = |name: &'static str| {
        let bars = things.iter().map(|thing| view! { <li><span>{*thing}</span><i></i></li> }).collect_view();
        view! { <div class="judge"><b>{name}</b><span class="judge-said"></span><ul>{bars}</ul></div> }
    };
    view! {
        <details class="more drawing">
            <summary>{s.drawing}</summary>
            <p class="hint">{fill(s.drawing_hint, &[("things", &things.join(", "))])}</p>
            <div class="pad-side">
                <div class="pad" role="application" tabindex="0" aria-label=fill(s.drawing_pad, &[("side", &side.to_string())]) style=format!("--side:{side}")>
                    <canvas width=side height=side></canvas>
                    <i class="pad-cell"></i>
                </div>
                <div class="drawing-tools">
                    <button type="button" data-drawing="undo" disabled>{s.drawing_undo}</button>
                    <button type="button" data-drawing="clear" disabled>{s.drawing_clear}</button>
                </div>
            </div>
            <div class="drawing-absent">
                <p class="hint">{s.drawing_absent}</p>
                <button type="button" data-drawing="train" disabled>{s.drawing_train}</button>
            </div>
            <div class="judges" hidden>{sketch.judges(language).into_iter().map(judge).collect_view()}</div>
        </details>
    }
    .into_any()
}
