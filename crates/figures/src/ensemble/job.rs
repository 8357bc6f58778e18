//! The drops as a job: what it finds are the statistics of those that have been made.

use pendrop_kit::job::Job;
use pendrop_science::ensemble::{DelayStatistics, EnsembleSpec, Sampler};

/// The drops of an ensemble, made one after another.
pub struct EnsembleJob(Sampler);

impl Job for EnsembleJob {
    const NAME: &'static str = "ensemble";
    type Spec = EnsembleSpec;
    type Partial = DelayStatistics;

    fn start(spec: EnsembleSpec) -> Self {
        Self(Sampler::new(spec))
    }

    fn step(&mut self) -> bool {
        self.0.step()
    }

    fn progress(&self) -> f64 {
        self.0.progress()
    }

    fn partial(&self) -> DelayStatistics {
        self.0.statistics().clone()
    }
}
