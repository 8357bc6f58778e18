//! Play, step, speed, and the scrubber that stands under the picture's time axis.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;

use pendrop_kit::{
    format::{short, with_unit},
    locale::Language,
    number,
    outcome::Animation,
    picture::{Frame, Picture, TimeAxis},
};

/// Units of the simulation's time per second of the reader, with the words for it.
pub const SPEEDS: [(f64, &str); 6] = [(0.01, "1/100"), (0.1, "1/10"), (1.0, "1"), (10.0, "10"), (100.0, "100"), (1000.0, "1000")];
/// Real time.
const REAL: usize = 2;

/// The shape on the button that plays, and on the same button while it pauses.
pub const PLAY: &str = "M3 2l11 6-11 6z";
const PAUSE: &str = "M3 2h4v12H3zM9 2h4v12H9z";

/// How fast an animation plays at first: as life, a step in a second, or ten units in a second where time has no dimension.
#[must_use]
pub fn first_speed(animation: &dyn Animation) -> usize {
    if animation.unit() == "s" || animation.step().is_some() { REAL } else { REAL + 1 }
}

/// Where the scrubber stands in a layout, as custom properties of the transport: under the picture's time axis.
#[must_use]
pub fn scrubber_place(picture: &dyn Picture, frame: &Frame) -> String {
    let name = if frame.narrow { "narrow" } else { "wide" };
    picture.time_axis().map_or_else(String::new, |TimeAxis { left, right, .. }| {
        let [left, width] = [left, right - left].map(|length| number::fixed(length / 16.0, 4));
        format!("--{name}-left:{left}rem;--{name}-width:{width}rem;")
    })
}

/// Time at the right end of the scrubber, in the animation's unit.
#[must_use]
pub fn scrubber_end(picture: &dyn Picture, animation: &dyn Animation) -> f64 {
    picture.time_axis().map_or(animation.duration(), |axis| axis.end)
}

/// A moment of the animation in words.
#[must_use]
pub fn format_time(animation: &dyn Animation, time: f64, language: Language) -> String {
    let unit = animation.unit();
    with_unit(&(short(time, 4, language), if unit == "1" { String::new() } else { unit.to_owned() }))
}
