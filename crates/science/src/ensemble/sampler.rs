//! The drops made one after another, in steps of a few milliseconds.

use super::{DelayStatistics, EnsembleSpec, Range};
use crate::falling::Fall;

/// What one step of an integration costs, in closed-form falls.
const INTEGRATION_STEP: u64 = 4;
/// What one step of the sampler costs, in closed-form falls: one to a few milliseconds.
const STEP: u64 = 25_000;

/// An ensemble being made.
pub struct Sampler {
    spec: EnsembleSpec,
    statistics: DelayStatistics,
}

impl Sampler {
    /// No drop made yet.
    pub fn new(spec: EnsembleSpec) -> Sampler {
        Sampler { spec, statistics: DelayStatistics::new(Range::of(&spec)) }
    }

    /// Whether all drops are likely to take no longer than a step or so.
    pub fn is_short(spec: &EnsembleSpec) -> bool {
        let each = if spec.nominal.aloft().is_some() { spec.first() } else { spec.nominal };
        u64::from(spec.drops) * (1 + INTEGRATION_STEP * Fall::solve(&each).steps() as u64) <= STEP
    }

    /// Makes the next few drops. False once all are made.
    pub fn step(&mut self) -> bool {
        let mut cost = 0;
        while self.statistics.made() < self.spec.drops && cost < STEP {
            let release = self.spec.release(self.statistics.made());
            cost += 1;
            // The motion of what never lands need not be solved.
            if release.aloft().is_some() {
                self.statistics.add(None);
            } else {
                let fall = Fall::solve(&release);
                cost += INTEGRATION_STEP * fall.steps() as u64;
                self.statistics.add(fall.delay());
            }
        }
        self.statistics.made() < self.spec.drops
    }

    /// Makes all the drops that are left.
    pub fn finish(mut self) -> DelayStatistics {
        while self.step() {}
        self.statistics
    }

    /// Share of the drops that has been made, from 0 to 1.
    pub fn progress(&self) -> f64 {
        f64::from(self.statistics.made()) / f64::from(self.spec.drops.max(1))
    }

    /// The statistics of the drops so far.
    pub fn statistics(&self) -> &DelayStatistics {
        &self.statistics
    }
}
