//! A fall learnt from noisy observations by learners that are told more or less: what built-in knowledge is worth while data
//! are few, and what it costs once they are many and the knowledge is a little wrong.
//!
//! What falls is a coffee filter let go from rest in still air ([`Truth`]): the law of quadratic drag, and a flutter on top,
//! which no learner is told about. A learner sees `samples` observations at times spread evenly over [`DURATION`], each off by
//! Gaussian noise, and predicts the distance fallen over that time. Its error is the root mean square of the prediction less
//! the true curve, on [`GRID`] even times; noise is no part of it.
//!
//! The observations depend on the seed alone, each on its own number, and a smaller sample is the beginning of a larger one.
//! Seeds are taken one after another ([`Sampler`]), so every size of sample has been tried as often as any other.
//!
//! ```
//! use pendrop_science::learn_drop::{Learner, LearnSpec, Sampler};
//! let learn = |flutter| Sampler::new(LearnSpec { samples: 1000, noise: 0.01, flutter, seeds: 5, seed: 1 }).finish();
//! // Who is told the true law needs no more.
//! assert!(learn(0.0).error(Learner::Drag).unwrap() < learn(0.0).error(Learner::Flexible).unwrap());
//! // A law that misses two centimetres of flutter stays wrong, whatever the data say.
//! assert!(learn(0.02).error(Learner::Drag).unwrap() > 4.0 * learn(0.02).error(Learner::Flexible).unwrap());
//! ```

mod drag;
mod flexible;
mod learner;
mod sampler;
mod statistics;
mod truth;

pub use learner::{Fit, Learner};
pub use sampler::Sampler;
pub use statistics::{Band, ErrorStatistics};
pub use truth::{DURATION, FILTER, GRID, ONSET, Observation, PERIOD, Truth, grid};

use serde::{Deserialize, Serialize};

use crate::random;
use learner::Notebook;

/// How many seeds are enough for a band.
pub const SEEDS: u32 = 20;

/// What is learnt from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LearnSpec {
    /// The greatest number of observations, 2..=5000.
    pub samples: u32,
    /// Standard deviation of an observation (m), 0..=0.05.
    pub noise: f64,
    /// Amplitude of the flutter (m), 0..=0.06.
    pub flutter: f64,
    /// How many samples of each size, such as [`SEEDS`].
    pub seeds: u32,
    /// Which random numbers: the same seed gives the same observations everywhere.
    pub seed: u64,
}

impl LearnSpec {
    /// What really happens.
    #[must_use]
    pub fn truth(&self) -> Truth {
        Truth::new(self.flutter)
    }

    /// The observation with this number, from 0, of the seed with this number, from 0.
    #[must_use]
    pub fn observation(&self, of_seed: u32, number: u32) -> Observation {
        let seed = random::number(self.seed, u64::from(of_seed));
        let place = 3 * u64::from(number);
        let time = DURATION * random::unit(seed, place);
        let error = self.noise * random::normal(seed, [place + 1, place + 2]);
        Observation { time, fallen: self.truth().fallen(time) + error }
    }

    /// What is learnt from all observations of the seed with this number, from 0, in the order of [`Learner::ALL`].
    #[must_use]
    pub fn fits(&self, of_seed: u32) -> [Fit; 4] {
        let mut notebook = Notebook::new();
        (0..self.samples).for_each(|number| notebook.add(self.observation(of_seed, number)));
        Learner::ALL.map(|learner| notebook.fit(learner))
    }

    /// The sizes of samples that are tried, growing: about two for each doubling, the last is `samples`.
    #[must_use]
    pub fn sizes(&self) -> Vec<u32> {
        // 2, 3, 4, 6, 8, 12, ...: whole numbers need no rounding.
        let mut sizes: Vec<u32> =
            (1..31).flat_map(|power| [1 << power, 3 << (power - 1)]).take_while(|size| *size < self.samples).collect();
        sizes.push(self.samples.max(2));
        sizes
    }
}
