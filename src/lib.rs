//! Layer 4: the web app. It puts figures and prose onto pages, natively, as finished HTML files, and brings these to life
//! in the browser.
//!
//! Invariant: markup and prose are written when the site is built and are no part of the program. The program finds the
//! served elements by the names of the contract. What stands lower in this list knows nothing of what stands above it.

pub mod site;

#[cfg(feature = "ssr")]
pub mod prerender;

pub mod testing;

pub mod parts;

pub mod session;

pub mod embed;
pub mod jobs;
pub mod tables;

pub mod browser;
pub mod reactive;
pub mod route;
