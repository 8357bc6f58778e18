//! Play, step, speed, and the scrubber that stands under the picture's time axis.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::{Language, Strings},
    outcome::Outcome,
};

use crate::{
    layout::{moment, scrubber_end, scrubber_place, served_frame},
    live::transport::{PLAY, SPEEDS, first_speed},
};

/// The transport of an animated figure.
#[component]
pub fn Transport<'a>(figure: &'static dyn Figure, outcome: &'a dyn Outcome, language: Language) -> AnyView {
    let s = Strings::of(language);
    let (wide, narrow) = (served_frame(figure, language, false), served_frame(figure, language, true));
    let (time, end) = (outcome.poster(), scrubber_end(outcome, &wide));
    let unit = outcome.time_unit();
    let label = if unit == "1" { s.time_label.to_owned() } else { format!("{} ({unit})", s.time_label) };
    let speeds = SPEEDS
        .iter()
        .enumerate()
        .map(|(index, (_, words))| view! { <option value=index selected=index == first_speed(outcome)>{*words}</option> })
        .collect_view();
    view! {
        <div class="transport" style=format!("{}--at:{:.4}", scrubber_place(outcome, &wide, &narrow), time / end)>
            <button type="button" class="play" disabled aria-label=s.play>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d=PLAY></path></svg>
            </button>
            <button type="button" class="step" disabled aria-label=s.step>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2l8 6-8 6zM11 2h3v12h-3z"></path></svg>
            </button>
            <span class="speed-word" aria-hidden="true">{s.speed_word}</span>
            <select class="speed" aria-label=s.speed_label autocomplete="off" disabled>{speeds}</select>
            <input type="range" class="scrubber" min="0" max=end step="any" autocomplete="off" aria-label=label aria-valuetext=moment(outcome, time, language) disabled value=time/>
        </div>
    }
    .into_any()
}
