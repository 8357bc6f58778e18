//! A small job for tests.

use std::cell::Cell;

use super::{Answer, Job};

thread_local! {
    /// How long jobs of this kind have worked on this thread, ms: each step, and each thought, takes one.
    static WORKED: Cell<u32> = const { Cell::new(0) };
}

/// A clock that moves with the work alone, ms.
pub(crate) fn worked_ms() -> f64 {
    f64::from(WORKED.get())
}

/// Counts to a number; asked, it adds another one, and thinks about each thousand of it for a step.
pub(crate) struct Count {
    limit: u32,
    count: u32,
    thought: u32,
}

impl Job for Count {
    const NAME: &'static str = "count";
    type Spec = u32;
    type Partial = u32;

    fn start(limit: u32) -> Self {
        Self { limit, count: 0, thought: 0 }
    }
    fn step(&mut self) -> bool {
        WORKED.set(WORKED.get() + 1);
        self.count = (self.count + 1).min(self.limit);
        self.count < self.limit
    }
    fn progress(&self) -> f64 {
        f64::from(self.count) / f64::from(self.limit)
    }
    fn partial(&self) -> u32 {
        self.count
    }
}

impl Answer for Count {
    type Question = u32;
    type Answer = u32;
    fn think(&mut self, number: &u32) -> bool {
        WORKED.set(WORKED.get() + 1);
        self.thought += 1;
        self.thought <= number / 1000
    }
    fn answer(&mut self, number: u32) -> u32 {
        self.thought = 0;
        self.count + number
    }
}
