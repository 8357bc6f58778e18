//! The parts of which pages are made.

pub mod address;
pub mod choice;
pub mod download;
pub mod figure;
pub mod masthead;
pub mod notice;
pub mod panels;
pub mod picture;
pub mod react;
pub mod readouts;
pub mod slider;
pub mod state;
pub mod transport;
