//! A job that only proofs in a browser ask for: it counts.

use pendrop_kit::job::{Answer, Job};
use serde::{Deserialize, Serialize};
use std::hint::black_box;

/// What is to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountSpec {
    /// How many steps there are.
    pub steps: u32,
    /// How much work each of them is, in additions.
    pub work: u32,
}

/// Counts its steps.
pub struct CountJob {
    spec: CountSpec,
    count: u32,
}

impl Job for CountJob {
    const NAME: &'static str = "count";
    type Spec = CountSpec;
    type Partial = u32;

    fn start(spec: CountSpec) -> Self {
        Self { spec, count: 0 }
    }
    fn step(&mut self) -> bool {
        if self.count < self.spec.steps {
            black_box((0..self.spec.work).fold(0, |sum, number| black_box(number).wrapping_add(sum)));
            self.count += 1;
        }
        self.count < self.spec.steps
    }
    fn progress(&self) -> f64 {
        if self.spec.steps == 0 { 1.0 } else { f64::from(self.count) / f64::from(self.spec.steps) }
    }
    fn partial(&self) -> u32 {
        self.count
    }
}

/// Adds a number to the count.
impl Answer for CountJob {
    type Question = u32;
    type Answer = u32;
    fn answer(&mut self, number: u32) -> u32 {
        self.count.wrapping_add(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_to_the_end_and_answers_on_the_way() {
        let mut job = CountJob::start(CountSpec { steps: 3, work: 10 });
        assert_eq!((job.progress(), job.answer(10)), (0.0, 10));
        assert!(job.step() && job.step());
        assert_eq!((job.partial(), job.answer(10)), (2, 12));
        assert!(!job.step() && !job.step());
        assert_eq!((job.partial(), job.progress()), (3, 1.0));
    }

    #[test]
    fn nothing_to_count_is_done() {
        let mut job = CountJob::start(CountSpec { steps: 0, work: 10 });
        assert!(!job.step());
        assert_eq!(job.progress(), 1.0);
    }
}
