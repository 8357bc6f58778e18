//! Calls that are to come: with the next frame, after a while, after what runs now.

use std::time::Duration;

use js_sys::Function;
use wasm_bindgen::{JsCast, closure::Closure};

use super::window;

/// A call that is to come. Dropped, it does not come.
pub struct Timer(i32);

impl Timer {
    /// Calls a function after a while; nothing where the browser refuses.
    #[must_use]
    pub fn after(delay: Duration, run: Box<dyn FnOnce()>) -> Option<Self> {
        let delay = i32::try_from(delay.as_millis()).unwrap_or(i32::MAX);
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&once(run), delay).ok().map(Self)
    }

    /// The call comes whatever becomes of this.
    pub fn detach(self) {
        std::mem::forget(self);
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.0);
    }
}

/// Calls a function before the browser draws again.
pub fn request_animation_frame(run: impl FnOnce() + 'static) {
    // A function that was just made is never refused.
    let _ = window().request_animation_frame(&once(Box::new(run)));
}

/// Calls a function once the page has been laid out and painted as it is now: to ask for places then costs nothing.
pub fn after_painting(run: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        if let Some(timer) = Timer::after(Duration::ZERO, Box::new(run)) {
            timer.detach();
        }
    });
}

/// Calls a function when what runs now has ended, before anything else.
pub fn queue_microtask(run: impl FnOnce() + 'static) {
    window().queue_microtask(&once(Box::new(run)));
}

/// A function for the browser to call once. One that it never calls is freed with the browser's own reference to it.
fn once(run: Box<dyn FnOnce()>) -> Function {
    let mut run = Some(run);
    let call = Closure::<dyn FnMut()>::new(move || {
        if let Some(run) = run.take() {
            run();
        }
    });
    call.into_js_value().unchecked_into()
}
