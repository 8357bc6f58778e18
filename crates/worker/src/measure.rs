//! One round of measuring this device's arithmetic.

use js_sys::{Array, Date};
use wasm_bindgen::closure::Closure;

use crate::{after, kernels, now, tell};

/// No round is waited for longer than this, ms: the device's clock may be set meanwhile, or stand still.
const LONGEST: f64 = 1000.0;
/// So long before the window a worker sets to work, ms. Until then it rests: many that share few cores would keep the others from
/// hearing of the round.
const EARLY: f64 = 5.0;

/// Hears `["measure", job, kernel, from, until]`: the kernel as `scalar` or `simd`, the window in ms of the device's clock,
/// which all workers share. Shortly before the window the kernel begins to run, uncounted. Then it says `[job, operations, begun, ended]`,
/// moments in s of that clock.
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
        let job = parts.get(1);
        let measure = move || {
            let (operations, begun, ended) = round(run, from, until);
            tell(&Array::of4(&job, &operations.into(), &(begun / 1e3).into(), &(ended / 1e3).into()).into());
        };
        let rest = (from - Date::now() - EARLY).min(LONGEST / 4.0);
        if rest > 0.0 { after(rest, &Closure::once_into_js(measure)) } else { measure() }
    }
    true
}

/// Floating-point operations done within a window, and when it was seen to begin and to end; moments in ms of the device's clock. A
/// worker that comes late counts within the rest of it, and what only ends after the window is not counted: so what all workers did
/// adds up to what the device did in it, however many of them had to share a core.
fn round(run: fn() -> f64, from: f64, until: f64) -> (f64, f64, f64) {
    let called = now();
    let waits = || now() - called < LONGEST;
    while Date::now() < from && waits() {
        run();
    }
    // Where the clock is coarse the window begins, and ends, when it has just moved.
    let begun = Date::now();
    let mut ended = begun;
    let mut operations = 0.0;
    while waits() {
        let more = run();
        ended = Date::now();
        if ended >= until && ended > begun {
            break;
        }
        operations += more;
    }
    (operations, begun, ended)
}
