//! The picture of a figure stays in view, small, above the text that speaks of it.

pub mod bind;
pub mod names;
