//! A worker: the site's second program, which runs jobs beside the page. It is there twice, with vector instructions and for browsers
//! that have none; a page loads one of both.
//!
//! Browsers load a worker only from the page's own origin. A page in a sandboxed frame has none: there the worker begins as a few words of
//! the page's own, which take the script in, and the page fetches the program and hands it over.

use std::cell::RefCell;

use js_sys::{Promise, Uint8Array, WebAssembly};
use pendrop_kit::job::{
    decode, encode,
    protocol::{Command, Report},
};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::MessageEvent;

use crate::browser::{blob, fetch_bytes, has_origin, origin, root_element, spawn_local};

/// The attribute of the page that names the scripts: of that with vector instructions, then of that without.
pub const WORKERS: &str = "data-workers";

/// A program of one function, which splats a number over a vector and counts the bits of each of its bytes.
const VECTORS: &[u8] = b"\0asm\x01\0\0\0\x01\x05\x01\x60\0\x01\x7b\x03\x02\x01\0\x0a\x0a\x01\x08\0\x41\0\xfd\x0f\xfd\x62\x0b";

/// Whether this browser has vector instructions (SIMD). Without them the same is computed more slowly.
#[must_use]
pub fn has_vectors() -> bool {
    WebAssembly::validate(&Uint8Array::from(VECTORS)).unwrap_or(false)
}

thread_local! {
    /// The program that is handed over, fetched once for all workers; none before the first, and after one has failed.
    static PROGRAM: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// A worker, with its listeners. It ends when this is dropped.
pub struct Worker {
    worker: web_sys::Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

impl Worker {
    /// Starts a worker; nothing where the browser refuses. `on_failure` is called if its file cannot be loaded, or if it dies.
    pub fn spawn(on_report: Box<dyn Fn(Report)>, mut on_failure: Box<dyn FnMut()>) -> Option<Self> {
        let addresses = root_element()?.get_attribute(WORKERS)?;
        let (vector, plain) = addresses.split_once(' ')?;
        let address = if has_vectors() { vector } else { plain };
        let worker = if has_origin() { web_sys::Worker::new(address).ok()? } else { without_origin(address)? };
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>();
            if let Some(report) = bytes.ok().and_then(|bytes| decode(&bytes.to_vec())) {
                on_report(report);
            }
        });
        let on_error = Closure::<dyn FnMut()>::new(move || {
            // It may have been handed something that is no program.
            PROGRAM.set(None);
            on_failure();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a command; false where that is refused.
    pub fn send(&self, command: &Command) -> bool {
        self.worker.post_message(&Uint8Array::from(encode(command).as_slice())).is_ok()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Its last report may still be on its way.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// A worker whose script lies at an address that the page may not start one from.
fn without_origin(address: &str) -> Option<web_sys::Worker> {
    // In such an address no quotation marks are left.
    let script = web_sys::Url::new_with_base(address, &origin()).ok()?.href();
    let begin = format!("handed=new Promise(done=>onmessage=event=>done(event.data));importScripts(\"{script}\")");
    let address = web_sys::Url::create_object_url_with_blob(&blob(&begin, "text/javascript")?).ok()?;
    let worker = web_sys::Worker::new(&address).ok()?;
    let (reader, program) = (worker.clone(), program(format!("{}.wasm", script.strip_suffix(".js")?)));
    spawn_local(async move {
        let handed = JsFuture::from(program).await.and_then(|bytes| reader.post_message(&bytes));
        if handed.is_err() {
            PROGRAM.set(None);
            // Heard by whoever waits for the worker; what is not heard needs no answer.
            let _ = web_sys::Event::new("error").map(|event| reader.dispatch_event(&event));
        }
    });
    Some(worker)
}

/// The program at an address, fetched unless it is there or on its way.
fn program(address: String) -> Promise {
    PROGRAM.with_borrow_mut(|program| program.get_or_insert_with(|| future_to_promise(fetch_bytes(address))).clone())
}
