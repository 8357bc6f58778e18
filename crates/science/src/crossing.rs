//! A model, and no measurement, of the lecture's cartoon: performance against compute for a method with more built-in
//! structure and one with less. More structure is a shortcut now and a bottleneck later.
//!
//! Performance grows as a logistic function of the logarithm of compute C, up to a ceiling (the Hill equation):
//!
//! `p(C, s) = ceiling(s) C^a / (C^a + half(s)^a)`,  `ceiling(s) = 1 - LOST s`,  `half(s) = HEAD_START^(1 - s)`,  `a = STEEPNESS`
//!
//! with the structure s from 0 (as general as can be) to 1. Compute is counted in what brings the most structured method to
//! half of its ceiling. Only the shape is the cartoon's (H. W. Chung, "Shaping the Future of AI from the History of
//! Transformer", Stanford CS25, 2024); the three constants are chosen so that it can be seen.
//!
//! ```
//! use pendrop_science::crossing::{Better, Outlook};
//! let outlook = Outlook { compute_now: 1e4, compute_doubling: 1.5, structure: 1.0, years: 20.0 };
//! assert_eq!((outlook.best_now(), outlook.best_later()), (Better::More, Better::Less));
//! assert!((outlook.crossing_year().unwrap() - 9.96).abs() < 0.01);
//! ```

mod laid;

use serde::{Deserialize, Serialize};

pub use laid::{Laid, Measured};

/// What full structure takes from the best performance that is possible.
pub const LOST: f64 = 0.5;

/// How many times the compute of the most structured method the most general one needs for half of its ceiling.
pub const HEAD_START: f64 = 1e6;

/// How steeply performance rises: it goes from a tenth to nine tenths of the ceiling in 81^(1/a) times the compute.
pub const STEEPNESS: f64 = 0.5;

/// The performance that a method comes ever closer to.
#[must_use]
pub fn ceiling(structure: f64) -> f64 {
    1.0 - LOST * structure
}

/// The compute with which it reaches half of that.
#[must_use]
pub fn half(structure: f64) -> f64 {
    HEAD_START.powf(1.0 - structure)
}

/// Performance, from 0 to 1, of a method with this structure, 0..=1, at some compute, 0 or more.
#[must_use]
pub fn performance(compute: f64, structure: f64) -> f64 {
    if compute > 0.0 { ceiling(structure) / (1.0 + (half(structure) / compute).powf(STEEPNESS)) } else { 0.0 }
}

/// The compute at which a method with less structure overtakes one with more, both 0..=1. Nothing where neither has less.
///
/// With h = half(less)^a and d the difference of structure, the condition p(less) = p(more) is linear in C^a, and
/// `C^a / h = ceiling(less) (1 - HEAD_START^(-a d)) / (LOST d) - 1`, which is greater than 0 for every pair.
#[must_use]
pub fn crossing_compute(less: f64, more: f64) -> Option<f64> {
    let difference = more - less;
    if difference.is_nan() || difference <= 0.0 {
        return None;
    }
    let gain = -(-STEEPNESS * HEAD_START.ln() * difference).exp_m1();
    let power = ceiling(less) * gain / (LOST * difference) - 1.0;
    Some(half(less) * power.powf(1.0 / STEEPNESS))
}

/// Today's compute, its growth, and a method with some structure beside one with none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// Compute today, greater than 0, in what brings the most structured method to half of its ceiling.
    pub compute_now: f64,
    /// Years in which compute doubles, greater than 0.
    pub compute_doubling: f64,
    /// Structure of the more structured method, 0..=1; the other has none.
    pub structure: f64,
    /// How far to look ahead (years), 0 or more.
    pub years: f64,
}

/// Which of two methods performs better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    /// The one with more structure.
    More,
    /// The one with less.
    Less,
    /// They are the same method, or perform alike.
    Neither,
}

/// Why there is no year in which the less structured method overtakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoCrossing {
    /// The two are the same method.
    Same,
    /// It has already.
    Past,
    /// Not as far as one looks ahead.
    Later,
}

impl Outlook {
    /// Compute after some years.
    #[must_use]
    pub fn compute(&self, years: f64) -> f64 {
        self.compute_now * (years / self.compute_doubling).exp2()
    }

    /// Which method performs better after some years.
    #[must_use]
    pub fn best(&self, years: f64) -> Better {
        match crossing_compute(0.0, self.structure) {
            Some(crossing) if self.compute(years) < crossing => Better::More,
            Some(crossing) if self.compute(years) > crossing => Better::Less,
            _ => Better::Neither,
        }
    }

    /// Which performs better today.
    #[must_use]
    pub fn best_now(&self) -> Better {
        self.best(0.0)
    }

    /// Which performs better as far as one looks ahead.
    #[must_use]
    pub fn best_later(&self) -> Better {
        self.best(self.years)
    }

    /// In how many years the less structured method overtakes.
    pub fn crossing_year(&self) -> Result<f64, NoCrossing> {
        let crossing = crossing_compute(0.0, self.structure).ok_or(NoCrossing::Same)?;
        let years = self.compute_doubling * (crossing / self.compute_now).log2();
        if years < 0.0 {
            Err(NoCrossing::Past)
        } else if years <= self.years {
            Ok(years)
        } else {
            Err(NoCrossing::Later)
        }
    }
}
