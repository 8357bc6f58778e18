//! What the worker asks of the browser.

use js_sys::{Date, Uint8Array};
use pendrop_kit::job::executor::Moment;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// A clock that only goes forward, ms.
pub fn now_ms() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}

/// Now, on both clocks.
pub fn moment() -> Moment {
    Moment { now_ms: now_ms(), epoch_ms: Date::now() }
}

/// Listens for bytes from the page, for as long as the worker lives.
pub fn listen(receive: fn(Vec<u8>)) {
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(bytes) = event.data().dyn_into::<Uint8Array>() {
            receive(bytes.to_vec());
        }
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Sends bytes to the page.
pub fn post(bytes: &[u8]) {
    // Bytes can always be sent; with the page gone there is nobody to read them.
    let _ = scope().post_message(&Uint8Array::from(bytes));
}

/// Calls a function after so many ms.
pub fn set_timer(function: &Closure<dyn FnMut()>, delay_ms: f64) -> Option<i32> {
    // A fraction of a ms is cut off: what is not due yet waits for another timer.
    scope().set_timeout_with_callback_and_timeout_and_arguments_0(function.as_ref().unchecked_ref(), delay_ms as i32).ok()
}

/// Forgets a timer.
pub fn clear_timer(timer: i32) {
    scope().clear_timeout_with_handle(timer);
}
