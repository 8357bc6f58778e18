//! The picture of a figure: SVG in a narrow and in a wide layout, of which the style shows one.

pub mod bind;
pub mod layout;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
pub mod view;
