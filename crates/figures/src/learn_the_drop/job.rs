//! The learning as a job: first from the one sample that is shown, then from all of them.

use pendrop_kit::job::Job;
use pendrop_science::learn_drop::{ErrorStatistics, Fit, LearnSpec, Sampler};
use serde::{Deserialize, Serialize};

/// What has been learnt so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learnt {
    /// From the first seed's whole sample; nothing at the very beginning.
    pub fits: Option<[Fit; 4]>,
    /// How far off the learners are.
    pub statistics: ErrorStatistics,
}

/// Samples learnt from, one after another.
pub struct LearnJob {
    spec: LearnSpec,
    fits: Option<[Fit; 4]>,
    sampler: Sampler,
}

/// About how long it takes natively on one core, s: a share for each sample, and one for each measurement.
pub(super) fn seconds(spec: &LearnSpec) -> f64 {
    let measurements: u32 = spec.sizes().iter().sum();
    f64::from(spec.seeds) * (1e-4 * spec.sizes().len() as f64 + 4e-7 * f64::from(measurements))
}

impl Job for LearnJob {
    const NAME: &'static str = "learn-the-drop";
    type Spec = LearnSpec;
    type Partial = Learnt;

    fn start(spec: LearnSpec) -> Self {
        Self { spec, fits: None, sampler: Sampler::new(spec) }
    }

    fn step(&mut self) -> bool {
        if self.fits.is_some() {
            return self.sampler.step();
        }
        self.fits = Some(self.spec.fits(0));
        true
    }

    fn progress(&self) -> f64 {
        self.sampler.progress()
    }

    fn partial(&self) -> Learnt {
        Learnt { fits: self.fits.clone(), statistics: self.sampler.statistics() }
    }
}
