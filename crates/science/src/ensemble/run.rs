//! The drops made one after another, in pieces of a few milliseconds.

use super::{DelayStatistics, EnsembleSpec, Range};
use crate::falling::Fall;

/// What one step of an integration costs, in closed-form falls.
const STEP: u64 = 4;
/// What one piece costs, in closed-form falls: one to a few milliseconds.
const PIECE: u64 = 25_000;

/// A plan being carried out.
pub struct Sampler {
    plan: EnsembleSpec,
    tally: DelayStatistics,
}

impl Sampler {
    /// No drop made yet.
    pub fn new(plan: EnsembleSpec) -> Sampler {
        Sampler { plan, tally: DelayStatistics::new(Range::of(&plan)) }
    }

    /// Whether all drops are likely to take no longer than a piece or so.
    pub fn is_short(plan: &EnsembleSpec) -> bool {
        let each = if plan.nominal.aloft().is_some() { plan.first() } else { plan.nominal };
        u64::from(plan.drops) * (1 + STEP * Fall::solve(&each).steps() as u64) <= PIECE
    }

    /// Makes the next few drops. False once all are made.
    pub fn advance(&mut self) -> bool {
        let mut cost = 0;
        while self.tally.made() < self.plan.drops && cost < PIECE {
            let release = self.plan.release(self.tally.made());
            cost += 1;
            // The motion of what never lands need not be solved.
            if release.aloft().is_some() {
                self.tally.add(None);
            } else {
                let fall = Fall::solve(&release);
                cost += STEP * fall.steps() as u64;
                self.tally.add(fall.delay());
            }
        }
        self.tally.made() < self.plan.drops
    }

    /// Makes all the drops that are left.
    pub fn finish(mut self) -> DelayStatistics {
        while self.advance() {}
        self.tally
    }

    /// Share of the drops that has been made, from 0 to 1.
    pub fn share(&self) -> f64 {
        f64::from(self.tally.made()) / f64::from(self.plan.drops.max(1))
    }

    /// What the drops so far amount to.
    pub fn tally(&self) -> &DelayStatistics {
        &self.tally
    }
}
