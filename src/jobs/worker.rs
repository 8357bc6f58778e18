//! A worker: the site's second program, which runs jobs beside the page.

use js_sys::Uint8Array;
use pendrop_kit::job::{
    decode, encode,
    protocol::{Command, Report},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

use crate::browser::root_element;

/// A worker, with its listeners. It ends when this is dropped.
pub struct Worker {
    worker: web_sys::Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

impl Worker {
    /// Starts a worker; nothing where the browser refuses. `on_failure` is called if its file cannot be loaded, or if it dies.
    pub fn spawn(on_report: Box<dyn Fn(Report)>, on_failure: Box<dyn FnMut()>) -> Option<Self> {
        let address = root_element()?.get_attribute("data-worker")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&address, &options).ok()?;
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>();
            if let Some(report) = bytes.ok().and_then(|bytes| decode(&bytes.to_vec())) {
                on_report(report);
            }
        });
        let on_error = Closure::wrap(on_failure);
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
