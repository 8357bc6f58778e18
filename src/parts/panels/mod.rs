//! The toolbar of a figure and the panels that open below it, in place.

pub mod bind;
mod caption;
mod code;
mod download;
#[cfg(feature = "ssr")]
mod heights;
mod literal;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
mod table;
