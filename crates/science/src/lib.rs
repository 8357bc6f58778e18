//! Floor 1 of Pendrop: pure models. This crate knows nothing about pictures, languages, the web or clocks; the same
//! input gives the same outcome, natively, on the page and in a worker.
//!
//! All quantities are SI. Where something has no value (a body that never lands has no fall time) the answer is `None`
//! or an `Err` with the reason, never a NaN or an infinity.

pub mod connect4;
pub mod crossing;
pub mod ensemble;
pub mod error_map;
pub mod falling;
pub mod growth;
pub mod learn_drop;
pub mod linear;
mod logarithm;
pub mod neural;
pub mod ngram;
pub mod ode;
pub mod overtaking;
pub mod plate;
mod random;
pub mod trend;
pub mod trig;
pub mod vision;
