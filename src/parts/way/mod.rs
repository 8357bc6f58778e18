//! Where the reader is in the lecture, and the way on: above a section its number, its headings and its neighbours, at its end the
//! neighbours with their questions.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
