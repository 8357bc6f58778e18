//! The program of the worker: it does a figure's computation in slices and tells the page what has been found so far, or it
//! measures how fast the device computes.
//!
//! From the page come `[job, figure, state]` to begin a job, which ends the one before, and the words `pause` and
//! `resume`. To the page go the word `ready`, and `[job, share, done, found]`. For `["measure", …]` see [`measure`]. To end
//! the worker the page terminates it.

mod kernels;
mod measure;

use std::cell::{Cell, RefCell};

use js_sys::{Array, Float64Array};
use pendrop_figures::{anatomy::Computation, work};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A slice of work, ms: so long does a word from the page wait at most.
const SLICE: f64 = 25.0;
/// The page is told at most this often, ms: each time it draws.
const TELL: f64 = 50.0;

struct Job {
    number: f64,
    computation: Box<dyn Computation>,
    paused: bool,
    told: f64,
}

thread_local! {
    static JOB: RefCell<Option<Job>> = const { RefCell::new(None) };
    /// Whether a slice is to come: there is one at a time, however many words come from the page.
    static AWAITED: Cell<bool> = const { Cell::new(false) };
    /// Calls [`slice`] again after the messages that wait have been heard.
    static AGAIN: Closure<dyn FnMut()> = Closure::new(slice);
}

fn main() {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| hear(&event.data()));
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    heard.forget();
    tell(&JsValue::from_str("ready"));
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn now() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}

fn tell(message: &JsValue) {
    // Plain values can always be sent; with the page gone there is nobody to tell.
    let _ = scope().post_message(message);
}

fn hear(message: &JsValue) {
    match message.as_string().as_deref() {
        Some("pause") => JOB.with_borrow_mut(|job| job.iter_mut().for_each(|job| job.paused = true)),
        Some("resume") => {
            JOB.with_borrow_mut(|job| job.iter_mut().for_each(|job| job.paused = false));
            slice_soon();
        }
        Some(_) => {}
        None => {
            let parts = Array::from(message);
            if measure::hear(&parts) {
                return;
            }
            let (number, id, state) = (parts.get(0).as_f64(), parts.get(1).as_string(), parts.get(2).as_string());
            if let (Some(number), Some(id), Some(state)) = (number, id, state) {
                let begun = work::begin(&id, &state).map(|computation| Job { number, computation, paused: false, told: now() });
                JOB.with_borrow_mut(|job| *job = begun);
                slice_soon();
            }
        }
    }
}

/// A timer of zero lets messages in; a nested one waits four milliseconds, so a slice is several times that.
fn slice_soon() {
    if AWAITED.replace(true) {
        return;
    }
    AGAIN.with(|again| after(0.0, again.as_ref()));
}

/// Calls a function after so many ms.
fn after(wait: f64, function: &JsValue) {
    if let Ok(timer) = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("setTimeout")) {
        // A timer cannot be refused.
        let _ = timer.unchecked_into::<js_sys::Function>().call2(&JsValue::NULL, function, &wait.into());
    }
}

fn slice() {
    AWAITED.set(false);
    let goes_on = JOB.with_borrow_mut(|job| {
        let Some(Job { number, computation, paused: false, told }) = job else { return false };
        let begun = now();
        let mut more = true;
        while more && now() - begun < SLICE {
            more = computation.advance();
        }
        if !more || now() - *told > TELL {
            *told = now();
            let found = Float64Array::from(computation.found().as_slice());
            tell(&Array::of4(&(*number).into(), &computation.share().into(), &(!more).into(), &found));
        }
        if !more {
            *job = None;
        }
        more
    });
    if goes_on {
        slice_soon();
    }
}
