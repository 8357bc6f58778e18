//! The text that a figure learns from: that of the site, or one that the reader pastes. It stays on the page.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
