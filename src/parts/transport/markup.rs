//! The transport of an animated figure as it is served.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{Language, markup::Strings},
    outcome::Animation,
    picture::{Frame, Picture},
};

use super::{PLAY, SPEEDS, first_speed, format_time, scrubber_end, scrubber_place};

/// The transport, with the figure's pictures in the wide and in the narrow layout.
pub fn view(animation: &dyn Animation, pictures: &[(Frame, Box<dyn Picture>); 2], language: Language) -> AnyView {
    let s = Strings::of(language);
    let (time, end) = (animation.poster(), scrubber_end(&*pictures[0].1, animation));
    let places: String = pictures.iter().map(|(frame, picture)| scrubber_place(&**picture, frame)).collect();
    let unit = animation.unit();
    let label = if unit == "1" { s.time_label.to_owned() } else { format!("{} ({unit})", s.time_label) };
    let speeds = SPEEDS
        .iter()
        .enumerate()
        .map(|(index, (_, words))| view! { <option value=index selected=index == first_speed(animation)>{*words}</option> })
        .collect_view();
    view! {
        <div class="transport" style=format!("{places}--at:{:.4}", time / end)>
            <button type="button" class="play" disabled aria-label=s.play>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d=PLAY></path></svg>
            </button>
            <button type="button" class="step" disabled aria-label=s.step>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2l8 6-8 6zM11 2h3v12h-3z"></path></svg>
            </button>
            <span class="speed-word" aria-hidden="true">{s.speed_word}</span>
            <select class="speed" aria-label=s.speed_label autocomplete="off" disabled>{speeds}</select>
            <input type="range" class="scrubber" min="0" max=end step="any" autocomplete="off" aria-label=label aria-valuetext=format_time(animation, time, language) disabled value=time/>
        </div>
    }
    .into_any()
}
