//! Floor 3: the web app. It puts figures and prose onto pages, natively, as finished HTML files, and brings these to life
//! in the browser.
//!
//! Invariant: markup and prose are written when the site is built and are no part of the program. The program finds the
//! served elements by the names of the contract.

#[cfg(feature = "ssr")]
pub mod finish;
pub mod layout;
pub mod live;
#[cfg(feature = "ssr")]
pub mod page;
pub mod place;
