//! The same drop many times over, each time with its details a little different: how much the fall time then varies.
//!
//! Mass, area, drag coefficient and fluid density are each multiplied by a factor of their own, drawn evenly from
//! 1 - jitter to 1 + jitter; height, gravity, volume and wind stay. A drop's factors depend on the seed and on its own
//! number alone, so it does not matter in which steps, or on which machine, the drops are made.
//!
//! What is gathered is the delay of each drop against gravity alone, sqrt(2 h / g), which all drops have in common. A delay
//! keeps its digits where the fall times agree in all but the last of theirs.
//!
//! Where some drops land and others float, the delay of those that only just land has a long tail: near neutrality it
//! grows with 1 / sqrt(1 - rho V / m), so the share later than T falls with 1 / T^2. The standard deviation then exists for
//! the drops that were made, but it grows without limit with their number; the percentiles do not.
//!
//! ```
//! use pendrop_science::{ensemble::{EnsembleSpec, Sampler}, falling::Release};
//! let pen = Release {
//!     mass: 5.8e-3, area: 5.03e-5, drag_coefficient: 0.99, volume: 7.5e-6,
//!     height: 1.5, gravity: 9.80665, fluid_density: 1.225, wind: 0.0,
//! };
//! let statistics = Sampler::new(EnsembleSpec { nominal: pen, jitter: 0.2, drops: 1000, seed: 1 }).finish();
//! // A fifth off in everything but gravity and height: the pen still lands when it should to a quarter of a millisecond.
//! assert!(statistics.standard_deviation().unwrap() < 0.25e-3);
//! ```

mod range;
mod sampler;
mod statistics;

pub use range::Range;
pub use sampler::Sampler;
pub use statistics::{DelayStatistics, EVEN};

use serde::{Deserialize, Serialize};

use crate::{falling::Release, random};

/// Which drops are made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EnsembleSpec {
    /// The drop as it would be if every detail were known.
    pub nominal: Release,
    /// Greatest relative error of each detail, 0..=0.5.
    pub jitter: f64,
    /// How many drops.
    pub drops: u32,
    /// Which random numbers: the same seed gives the same drops everywhere.
    pub seed: u64,
}

impl EnsembleSpec {
    /// The drop with this number, counted from 0.
    pub fn release(&self, number: u32) -> Release {
        let first = 4 * u64::from(number);
        self.varied([0, 1, 2, 3].map(|place| 2.0 * random::unit(self.seed, first + place) - 1.0))
    }

    /// The drop whose mass, area, drag coefficient and fluid density are off by these shares of the jitter, -1..=1.
    fn varied(&self, [mass, area, drag_coefficient, fluid_density]: [f64; 4]) -> Release {
        let EnsembleSpec { nominal, jitter, .. } = self;
        Release {
            mass: nominal.mass * (1.0 + jitter * mass),
            area: nominal.area * (1.0 + jitter * area),
            drag_coefficient: nominal.drag_coefficient * (1.0 + jitter * drag_coefficient),
            fluid_density: nominal.fluid_density * (1.0 + jitter * fluid_density),
            ..*nominal
        }
    }

    /// The drop that lands first of all that are possible: heavy, slim, smooth, in thin fluid.
    pub fn first(&self) -> Release {
        self.varied([1.0, -1.0, -1.0, -1.0])
    }

    /// The drop that lands last of all that are possible, or floats.
    pub fn last(&self) -> Release {
        self.varied([-1.0, 1.0, 1.0, 1.0])
    }
}
