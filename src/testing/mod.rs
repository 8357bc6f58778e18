//! Proofs in a browser of what no page shows yet: a chunk of the program that is loaded only where the root element has
//! `data-testing`. Readers never get it.

pub mod jobs;
pub mod mirror;
