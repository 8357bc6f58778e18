//! Rounds of measuring this device's arithmetic.

use js_sys::Date;
use pendrop_figures::your_device::benchmark::{JOB_NAME, Kernel, Round, RoundResult};
use pendrop_kit::job::{Answer, Job};

use crate::{kernels, scope::now_ms};

/// No round takes longer than this, ms: the device's clock may be set meanwhile, or stand still.
const MAX_ROUND_MS: f64 = 1000.0;

/// A job without steps of its own: it runs a round when it is asked to.
pub struct Benchmark;

impl Job for Benchmark {
    const NAME: &'static str = JOB_NAME;
    type Spec = ();
    type Partial = ();

    fn start((): ()) -> Self {
        Self
    }
    fn step(&mut self) -> bool {
        false
    }
    fn progress(&self) -> f64 {
        1.0
    }
    fn partial(&self) {}
}

impl Answer for Benchmark {
    type Question = Round;
    type Answer = RoundResult;

    /// From now until the window begins the kernel runs uncounted. Whoever asks has the question put shortly before that: many
    /// workers that share few cores would keep the others from hearing of the round.
    fn answer(&mut self, Round { kernel, from_ms, until_ms }: Round) -> RoundResult {
        let kernel: fn() -> f64 = match kernel {
            Kernel::Scalar => kernels::scalar,
            Kernel::Simd => kernels::simd,
        };
        run(kernel, from_ms, until_ms)
    }
}

/// Counts the floating-point operations done within a window in ms of the device's clock. A worker that comes late counts within
/// the rest of it, and what only ends after the window is not counted: so what all workers did adds up to what the device did in
/// it, however many of them had to share a core.
fn run(kernel: fn() -> f64, from_ms: f64, until_ms: f64) -> RoundResult {
    let called = now_ms();
    let goes_on = || now_ms() - called < MAX_ROUND_MS;
    while Date::now() < from_ms && goes_on() {
        kernel();
    }
    // Where the clock is coarse the window begins, and ends, when it has just moved.
    let started = Date::now();
    let mut ended = started;
    let mut operations = 0.0;
    while goes_on() {
        let more = kernel();
        ended = Date::now();
        if ended >= until_ms && ended > started {
            break;
        }
        operations += more;
    }
    RoundResult { operations, started: started / 1e3, ended: ended / 1e3 }
}
