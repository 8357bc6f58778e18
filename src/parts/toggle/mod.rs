//! A control for on and off.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
