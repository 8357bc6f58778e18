//! How much slower this device is than jobs say of themselves, learnt from those that it has done.

use pendrop_kit::{job::JobSpec, number};

use super::worker_limit;
use crate::browser;

/// The name under which the pace is stored.
const KEY: &str = "pendrop-pace";
/// Before anything is known of the device.
const UNKNOWN: f64 = 2.0;
/// What was done sooner says too little, s.
const SHORT: f64 = 0.5;

/// How long jobs will take on this device, s; 0 where they do not say how long they take natively.
#[must_use]
pub fn expected(jobs: &[JobSpec]) -> f64 {
    let known = browser::remembered(KEY).and_then(|stored| number::parse(&stored)).filter(|pace| (0.05..100.0).contains(pace));
    known.unwrap_or(UNKNOWN) * alone(jobs)
}

/// Jobs have taken so many seconds.
pub fn learn(jobs: &[JobSpec], seconds: f64) {
    let alone = alone(jobs);
    if alone > 0.0 && seconds > SHORT {
        browser::remember(KEY, &number::fixed(seconds / alone, 3));
    }
}

/// How long jobs take natively on as many cores as there are workers, s.
fn alone(jobs: &[JobSpec]) -> f64 {
    let (sum, longest) = jobs.iter().fold((0.0, 0.0_f64), |(sum, longest), job| (sum + job.seconds, longest.max(job.seconds)));
    longest.max(sum / worker_limit() as f64)
}
