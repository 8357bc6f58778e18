//! A figure with everything around it.

pub mod bind;
pub mod deferred;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
