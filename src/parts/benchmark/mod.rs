//! The button that measures the reader's device, and how far that is.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
