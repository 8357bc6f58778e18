//! The numbers of a figure.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;

/// Finds a readout in its figure.
#[must_use]
pub fn readout_selector(name: &str) -> String {
    format!("output[name={name}]")
}
