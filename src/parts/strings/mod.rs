//! The strings of a page that the program needs: it holds none itself. They stand in the page's language, for each folder of
//! locale files in an element that is not shown, a text in each line.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
