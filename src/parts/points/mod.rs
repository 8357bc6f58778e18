//! Points of a picture that the reader asks about: by pointing, by going through them with a slider, or by their names.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
