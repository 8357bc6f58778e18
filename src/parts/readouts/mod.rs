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

/// Finds a readout in its figure.
#[must_use]
pub fn readout_selector(name: &str) -> String {
    format!("output[name={name}]")
}
