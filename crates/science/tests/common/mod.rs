//! Objects the examples share. Sizes and coefficients: SCIENCE.md, section C ("Objects", "Our numbers").
#![allow(dead_code)]

pub mod cases;

use pendrop_science::falling::{Fall, Landing, Release};
use std::f64::consts::PI;

/// Standard gravity (m/s^2).
pub const G: f64 = 9.80665;
/// Sea-level air of the standard atmosphere (kg/m^3).
pub const AIR: f64 = 1.225;

/// Something let go 1.5 m above the floor in still air, without buoyancy.
pub fn body(mass: f64, area: f64, drag_coefficient: f64) -> Release {
    Release { mass, area, drag_coefficient, volume: 0.0, height: 1.5, gravity: G, fluid_density: AIR, wind: 0.0 }
}

/// The plastic pen, 5.8 g, 8 mm by 149 mm, point down.
pub fn pen_end_on() -> Release {
    body(0.0058, PI * 0.004 * 0.004, 0.99)
}

/// The same pen lying across the stream.
pub fn pen_side_on() -> Release {
    body(0.0058, 0.008 * 0.149, 0.88)
}

/// The pen's volume as a solid cylinder (m^3).
pub const PEN_VOLUME: f64 = PI * 0.004 * 0.004 * 0.149;

pub fn landing(release: &Release) -> Landing {
    Fall::solve(release).landing().expect("this one lands")
}

#[track_caller]
pub fn assert_near(value: f64, expected: f64, tolerance: f64) {
    assert!((value - expected).abs() <= tolerance, "{value} is not {expected} within {tolerance}");
}

#[track_caller]
pub fn assert_close(value: f64, expected: f64, relative: f64) {
    assert!((value - expected).abs() <= relative * expected.abs(), "{value} is not {expected} within {relative} of it");
}
