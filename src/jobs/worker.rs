//! Workers: the site's second program, which computes beside the page.

use std::time::Duration;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::browser::root_element;

/// How long a worker may take to be there.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A worker, with what listens to it. It ends with this.
pub struct Hired {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut()>,
}

impl Hired {
    /// Starts a worker; nothing where the browser refuses. `failed` is called where its file cannot be had, or it broke.
    pub fn start(mut hear: Box<dyn FnMut(&JsValue)>, failed: Box<dyn FnMut()>) -> Option<Self> {
        let address = root_element()?.get_attribute("data-worker")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address, &options).ok()?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&event.data()));
        let failed = Closure::wrap(failed);
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self { worker, _heard: heard, _failed: failed })
    }

    /// Says something to it; false where that cannot be said.
    pub fn post(&self, message: &JsValue) -> bool {
        self.worker.post_message(message).is_ok()
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        // What it said last may still be on its way.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
