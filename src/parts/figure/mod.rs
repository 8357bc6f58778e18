//! A figure with everything around it.

pub mod bind;
#[cfg(feature = "ssr")]
pub mod markup;
pub mod names;
