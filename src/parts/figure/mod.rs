//! A figure with everything around it.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
