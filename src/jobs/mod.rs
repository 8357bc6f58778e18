//! Long work beside the page: jobs in a pool of workers, or in slices on the page where none can be had. Which job goes
//! where is decided in [`pendrop_kit::job::scheduler`].

pub mod benchmark;
pub mod pace;
mod page_executor;
pub mod pool;
mod worker;

use std::any::Any;

use pendrop_kit::job::scheduler::MAX_EXCLUSIVE;

use crate::{browser::window, reactive::*};
pub use pool::{JobHandle, Pool};
pub use worker::{WORKERS, has_vectors};

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

/// Where a page keeps its pool. It is made when it is first asked for, and ends with the page. Kept as anything, so that the
/// program of a page without jobs need not hold the code of pools.
#[derive(Clone, Copy)]
pub struct PagePool(StoredValue<Option<Box<dyn Any>>>);

impl PagePool {
    /// The place for a pool, for as long as the owner lives.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The page's pool.
    #[must_use]
    pub fn get(self) -> Pool {
        let known = self.0.with_value(|pool| pool.as_ref().and_then(|pool| pool.downcast_ref::<Pool>().cloned()));
        known.unwrap_or_else(|| {
            let pool = Pool::new(worker_limit());
            self.0.set_value(Some(Box::new(pool.clone())));
            pool
        })
    }
}

impl Default for PagePool {
    fn default() -> Self {
        Self::new()
    }
}
