//! The line that says how far a figure's jobs are, with its buttons.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;

use pendrop_kit::{
    format::with_unit,
    locale::{Language, Strings, fill},
    number,
    recording::{Recorded, day},
};

/// How much of something is done, in whole percent: 100 only when all of it is.
#[must_use]
pub fn percent_done(progress: f64) -> String {
    with_unit(&(number::fixed((progress * 100.0).floor(), 0), "%".to_owned()))
}

/// How long something takes, as people say it.
#[must_use]
pub fn duration(seconds: f64) -> String {
    let (amount, unit) = if seconds < 100.0 { (seconds.max(1.0), "s") } else { (seconds / 60.0, "min") };
    with_unit(&(number::fixed(amount, 0), unit.to_owned()))
}

/// When what is shown was recorded, and what it cost.
#[must_use]
pub fn recorded(recording: &Recorded, language: Language) -> String {
    fill(Strings::of(language).computing_recorded, &[("date", &day(&recording.date, language)), ("time", &duration(recording.seconds))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_in_seconds_and_then_in_minutes() {
        assert_eq!([0.2, 12.4, 99.0, 160.0].map(duration), ["1\u{202f}s", "12\u{202f}s", "99\u{202f}s", "3\u{202f}min"].map(str::to_owned));
    }
}
