//! One round of measuring this device's arithmetic.

use js_sys::{Array, Date};

use crate::{kernels, now, tell};

/// No round is waited for longer than this, ms: the device's clock may be set meanwhile.
const LONGEST: f64 = 2000.0;

/// Hears `["measure", job, kernel, from, until]`: the kernel as `scalar` or `simd`, the window in ms of the device's clock,
/// which all workers share. The kernel runs uncounted until the window begins. Then it says `[job, operations, seconds]`.
/// False if the message is another one.
pub fn hear(parts: &Array) -> bool {
    if parts.get(0).as_string().as_deref() != Some("measure") {
        return false;
    }
    let run = match parts.get(2).as_string().as_deref() {
        Some("scalar") => kernels::scalar,
        // Where vector instructions are missing this program does not even start.
        Some("simd") => || kernels::simd(),
        _ => return true,
    };
    if let (Some(from), Some(until)) = (parts.get(3).as_f64(), parts.get(4).as_f64()) {
        let (operations, seconds) = round(run, from, until);
        tell(&Array::of3(&parts.get(1), &operations.into(), &seconds.into()).into());
    }
    true
}

/// Floating-point operations done within a window (ms of the device's clock), and how long it was, s. A worker that comes late counts
/// within the rest of it, so that no core is ever measured while the others rest.
fn round(run: fn() -> f64, from: f64, until: f64) -> (f64, f64) {
    let called = now();
    let waits = || now() - called < LONGEST;
    while Date::now() < from && waits() {
        run();
    }
    // Where the clock is coarse the window begins, and ends, when it has just moved.
    let begun = Date::now();
    let mut at = begun;
    let mut operations = 0.0;
    while (at < until || at <= begun) && waits() {
        operations += run();
        at = Date::now();
    }
    (operations, (at - begun) / 1e3)
}
