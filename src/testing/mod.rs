//! Code for proofs in a browser, in a chunk of its own that no reader loads: only pages with `<html data-testing>` do.

pub mod jobs;
