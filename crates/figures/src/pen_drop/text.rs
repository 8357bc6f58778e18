//! Objects, forces and amounts in words.

use pendrop_kit::{
    format::{prefixed, significant},
    label,
    locale::{Label, Language, fill},
};
use pendrop_science::falling::Force;

use super::Strings;

/// What an object is called in a sentence.
pub(crate) struct ObjectText {
    /// At its start.
    pub start: &'static str,
    /// In its middle.
    pub middle: &'static str,
    /// As whose landing or fall it is.
    pub of: &'static str,
}

impl ObjectText {
    /// The texts for an object by its name in the declaration of parameters.
    pub fn of(object: &str, language: Language) -> Self {
        let s = Strings::of(language);
        let (start, middle, of) = match object {
            "pen" => (s.the_pen_start, s.the_pen, s.of_the_pen),
            "ping-pong-ball" => (s.the_ping_pong_ball_start, s.the_ping_pong_ball, s.of_the_ping_pong_ball),
            "coffee-filter" => (s.the_coffee_filter_start, s.the_coffee_filter, s.of_the_coffee_filter),
            "feather" => (s.the_feather_start, s.the_feather, s.of_the_feather),
            "paper-sheet" => (s.the_paper_sheet_start, s.the_paper_sheet, s.of_the_paper_sheet),
            "steel-ball" => (s.the_steel_ball_start, s.the_steel_ball, s.of_the_steel_ball),
            _ => (s.the_body_start, s.the_body, s.of_the_body),
        };
        Self { start, middle, of }
    }
}

/// A time as precise as two times to be compared need it.
pub(super) fn seconds(value: f64, language: Language) -> (String, String) {
    if value < 1e-3 { prefixed(value, "s", 4, language) } else { (significant(value, 4, language), "s".to_owned()) }
}

/// A speed, m/s.
pub(super) fn speed(value: f64, language: Language) -> (String, String) {
    (significant(value, 3, language), "m/s".to_owned())
}

/// A delay in words of a length that suits a headline.
pub(super) fn delay(value: f64, language: Language) -> String {
    let s = Strings::of(language);
    let (template, amount) = match value {
        late if late < 1e-3 => (s.delay_microseconds, late * 1e6),
        late if late < 0.1 => (s.delay_milliseconds, late * 1e3),
        late if late < 600.0 => (s.delay_seconds, late),
        late if late < 36_000.0 => (s.delay_minutes, late / 60.0),
        late => (s.delay_hours, late / 3600.0),
    };
    fill(template, &[("amount", &significant(amount, 2, language))])
}

/// The name of a force in the document, and its label.
pub(super) fn force_name(force: Option<Force>) -> (&'static str, Label) {
    match force {
        Some(Force::Gravity) => ("gravity", label!(force_gravity)),
        Some(Force::Buoyancy) => ("buoyancy", label!(force_buoyancy)),
        Some(Force::Drag) => ("drag", label!(force_drag)),
        Some(Force::Wind) => ("wind", label!(force_wind)),
        None => ("none", label!(force_none)),
    }
}
