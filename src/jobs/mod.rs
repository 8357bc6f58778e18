//! Long work beside the page: jobs in a pool of workers, or in slices on the page where the browser gives none (a sandboxed
//! frame). Which job goes where is decided in [`pendrop_kit::job::scheduler`].

pub mod benchmark;
mod page_executor;
pub mod pool;
mod timer;
mod worker;

use leptos::prelude::window;
use pendrop_kit::job::scheduler::MAX_EXCLUSIVE;

pub use pool::{JobHandle, Pool};

/// More workers than this would cost memory, and a page seldom has more jobs at a time.
const MAX_WORKERS: usize = 4;

/// How many cores the browser says that there are, within reason.
#[must_use]
pub fn cores() -> usize {
    (window().navigator().hardware_concurrency() as usize).clamp(1, MAX_EXCLUSIVE)
}

/// How many workers a page's pool should have at most.
#[must_use]
pub fn worker_limit() -> usize {
    cores().min(MAX_WORKERS)
}
