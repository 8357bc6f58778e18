//! Timers that are forgotten when they are dropped, and such that are not.

use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};

/// A call that is to come. Dropped, it does not come.
pub struct Timer(TimeoutHandle);

impl Timer {
    /// Calls a function after a while; nothing where the browser refuses.
    pub fn after(delay: Duration, run: Box<dyn FnOnce()>) -> Option<Self> {
        set_timeout_with_handle(run, delay).ok().map(Self)
    }

    /// The call comes whatever becomes of this.
    pub fn detach(self) {
        std::mem::forget(self);
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.clear();
    }
}
