//! The line that says how far a figure's jobs are, with its buttons.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
