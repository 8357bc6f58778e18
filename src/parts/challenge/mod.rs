//! What a reader can try to bring about in a figure, and whether it is done.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
