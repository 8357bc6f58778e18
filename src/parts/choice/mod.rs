//! A choice's control: words on a line, or a list.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
