//! What really falls, and what is seen of it.

use std::f64::consts::{PI, TAU};

use serde::{Deserialize, Serialize};

use crate::{
    falling::{Release, fallen},
    trig::sine_and_cosine,
};

/// How long the fall is watched (s).
pub const DURATION: f64 = 1.5;

/// At how many times, evenly from 0 to [`DURATION`], predictions are compared with the truth: every 5 ms.
pub const GRID: usize = 301;

/// Period of the flutter (s). A typical value for something light and wide, not a measured one.
pub const PERIOD: f64 = 0.5;

/// Time in which the flutter sets in (s): what has no speed yet cannot flutter. Chosen so that the law alone can come no
/// closer than 0.58 times the flutter's amplitude.
pub const ONSET: f64 = 0.3;

/// A coffee filter of 0.9 g and 7.5 cm radius, drag coefficient 0.9 for its circle: its terminal speed is 0.952 m/s. Typical
/// values; the height does not matter, the filter is still falling when the watch stops.
pub const FILTER: Release = Release {
    mass: 0.9e-3,
    area: PI * 0.075 * 0.075,
    drag_coefficient: 0.9,
    volume: 0.0,
    height: 4.0,
    gravity: 9.80665,
    fluid_density: 1.225,
    wind: 0.0,
};

/// The true fall: quadratic drag from rest, and on top of it a flutter that sets in with speed,
/// `y(t) = (vt^2/g) ln cosh(g t/vt) + flutter sin(2 π t/PERIOD) (1 - exp(-t/ONSET))`.
///
/// At rest to begin with, as the law has it: both factors of the flutter start from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truth {
    /// Terminal speed (m/s).
    pub terminal: f64,
    /// Amplitude of the flutter once it has set in (m).
    pub flutter: f64,
}

impl Truth {
    /// The filter with a flutter of this amplitude (m).
    #[must_use]
    pub fn new(flutter: f64) -> Truth {
        let grip = 0.5 * FILTER.fluid_density * FILTER.drag_coefficient * FILTER.area;
        Truth { terminal: (FILTER.mass * FILTER.gravity / grip).sqrt(), flutter }
    }

    /// Distance fallen after a time (s), in m.
    #[must_use]
    pub fn fallen(&self, time: f64) -> f64 {
        let wobble = sine_and_cosine(TAU / PERIOD * time).0 * -(-time / ONSET).exp_m1();
        fallen(FILTER.gravity, self.terminal, time).0 + self.flutter * wobble
    }
}

/// What was seen at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Time since the release (s), 0..[`DURATION`].
    pub time: f64,
    /// Distance fallen, as measured (m).
    pub fallen: f64,
}

/// The times at which predictions are compared with the truth (s).
pub fn grid() -> impl Iterator<Item = f64> {
    (0..GRID).map(|place| DURATION * (place as f64 / (GRID - 1) as f64))
}
