//! `your-device`: how fast the device that shows the page computes, among the fastest computers of their day.

pub mod measurement;
