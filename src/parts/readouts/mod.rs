//! The numbers of a figure.

use pendrop_kit::outcome::{Reading, Readout};

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;

/// The class of a readout's element: that there is no value, or that it belongs to what dominates in this state.
fn class(readout: &Readout) -> Option<&'static str> {
    match readout.reading {
        Reading::Missing => Some("missing"),
        _ => readout.accent.then_some("accent"),
    }
}

/// The class of the large number's copy above the picture: whether words stand in its place.
pub fn strip_class(readout: &Readout) -> Option<&'static str> {
    matches!(readout.reading, Reading::Missing).then_some("missing")
}

/// Says on a figure that one of its numbers belongs to what dominates in this state.
pub const ACCENT: &str = "data-accent";

/// Whether one of them does.
#[must_use]
pub fn accents(readouts: &[Readout]) -> bool {
    readouts.iter().any(|readout| class(readout) == Some("accent"))
}

/// Finds a readout in its figure.
#[must_use]
pub fn readout_selector(name: &str) -> String {
    format!("output[name={name}]")
}
