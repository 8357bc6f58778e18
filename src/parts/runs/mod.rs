//! Runs that are kept beside the present one: a button, a row for each, and what the axes have become.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
