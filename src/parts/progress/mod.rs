//! The line that says how far a figure's jobs are, with its buttons.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;

use pendrop_kit::{format::with_unit, number};

/// How much of something is done, in whole percent: 100 only when all of it is.
#[must_use]
pub fn percent_done(progress: f64) -> String {
    with_unit(&(number::fixed((progress * 100.0).floor(), 0), "%".to_owned()))
}
