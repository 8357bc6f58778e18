//! Floor 3: the web app. It puts figures and prose onto pages, in the browser and, natively, into finished HTML files.
//!
//! Invariant: a component's body renders without a browser; only effects and event handlers touch it. Prose is never
//! part of the program: it stands in the served pages.

// The component macro makes a struct of props for each component; components carry their own words.
#![allow(missing_docs)]
// A view's type nests as deep as its markup.
#![recursion_limit = "256"]

pub mod app;
pub mod browser;
#[cfg(feature = "ssr")]
pub mod finish;
pub mod pages;
pub mod place;
pub mod prose;
pub mod ui;
