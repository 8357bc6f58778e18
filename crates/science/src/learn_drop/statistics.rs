//! The errors so far, and what follows from them.

use serde::{Deserialize, Serialize};

use super::Learner;
use crate::overtaking::{NoOvertaking, overtaking};

/// The middle of several errors and how they scatter (m).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// A quarter of them is no greater.
    pub low: f64,
    /// Half of them is no greater.
    pub median: f64,
    /// A quarter of them is no smaller.
    pub high: f64,
}

/// The errors of the samples so far.
pub(super) struct Errors {
    /// How many observations, growing.
    pub sizes: Vec<u32>,
    /// Root mean square errors (m) in the order of [`Learner::ALL`]: all sizes of the first seed, then of the next.
    pub of_samples: Vec<[f64; 4]>,
}

impl Errors {
    /// Errors of a learner at one size, in their order (m).
    fn sorted(&self, learner: Learner, size: usize) -> Vec<f64> {
        let mut errors: Vec<f64> =
            self.of_samples.iter().skip(size).step_by(self.sizes.len()).map(|errors| errors[learner as usize]).collect();
        errors.sort_unstable_by(f64::total_cmp);
        errors
    }

    pub fn statistics(&self) -> ErrorStatistics {
        let band = |learner, size| {
            let errors = self.sorted(learner, size);
            let quantile = |share: f64| quantile(&errors, share);
            Some(Band { low: quantile(0.25)?, median: quantile(0.5)?, high: quantile(0.75)? })
        };
        let bands = |size| {
            let [gravity, drag, cubic, flexible] = Learner::ALL.map(|learner| band(learner, size));
            Some([gravity?, drag?, cubic?, flexible?])
        };
        ErrorStatistics {
            seeds: self.of_samples.len() / self.sizes.len(),
            bands: (0..self.sizes.len()).map_while(bands).collect(),
            sizes: self.sizes.clone(),
        }
    }
}

/// The errors of all learners at all sizes of samples, for the seeds so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErrorStatistics {
    /// How many observations, growing.
    pub sizes: Vec<u32>,
    /// How many seeds are complete.
    pub seeds: usize,
    /// For the sizes of which there are errors already, in the order of [`Learner::ALL`].
    bands: Vec<[Band; 4]>,
}

impl ErrorStatistics {
    /// Median and quartiles of a learner's error at the size with this place in `sizes`; nothing before there is any.
    #[must_use]
    pub fn band(&self, learner: Learner, size: usize) -> Option<Band> {
        Some(self.bands.get(size)?[learner as usize])
    }

    /// Median of a learner's error at the greatest size (m).
    #[must_use]
    pub fn error(&self, learner: Learner) -> Option<f64> {
        Some(self.band(learner, self.sizes.len().checked_sub(1)?)?.median)
    }

    /// From how many observations on the median error of one learner is smaller than that of another, up to the greatest
    /// size; straight between two sizes where both axes are logarithmic.
    pub fn overtakes(&self, challenger: Learner, incumbent: Learner) -> Result<f64, NoOvertaking> {
        let logarithms = |learner| -> Vec<f64> {
            // A fit without any error, of observations without noise, still has a logarithm.
            self.bands.iter().map(|bands| bands[learner as usize].median.max(f64::MIN_POSITIVE).ln()).collect()
        };
        let sizes: Vec<f64> = self.sizes.iter().map(|size| f64::from(*size)).collect();
        overtaking(&sizes, &logarithms(incumbent), &logarithms(challenger))
    }

    /// From how many observations on the flexible learner is better than the one that is told the law.
    pub fn crossover(&self) -> Result<f64, NoOvertaking> {
        self.overtakes(Learner::Flexible, Learner::Drag)
    }
}

/// The value below which a share of sorted ones lies, straight between two of them.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * (sorted.len() as f64 - 1.0);
    let before = place as usize;
    let from = *sorted.get(before)?;
    let to = *sorted.get(before + 1).unwrap_or(&from);
    Some(from + (to - from) * (place - before as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_the_values() {
        assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0, 16.0], 0.25), Some(2.0));
        assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 0.5), Some(3.0));
        assert_eq!(quantile(&[3.0], 0.75), Some(3.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
