//! Hooks for proofs of the pool: `window.pendropTesting` submits jobs that count, and the page shows a `<progress>` for each.
//!
//! - `submit(steps, work)` gives the job's id;
//! - `pause(id)`, `resume(id)`, `cancel(id)`;
//! - `ask(id, number)` gives a promise of the count plus the number, or of null.
//!
//! `progress[data-job="id"]` has the progress as its value and the count as `data-count`, and is marked by `data-done` at the end,
//! or by `data-failed`.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Object, Promise};
use pendrop_figures::testing::{CountJob, CountSpec};
use pendrop_kit::{
    job::{JobSpec, decode, encode, scheduler::JobEvent},
    number,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Element;

use super::set;
use crate::{
    browser::{
        document,
        dom::{set_attribute, set_flag},
        window,
    },
    jobs::{JobHandle, Pool},
};

/// The jobs that have been submitted, by their ids.
type Jobs = Rc<RefCell<Vec<(u32, JobHandle)>>>;

/// Sets the hooks up over a pool, for as long as the window lasts.
pub fn start(pool: Pool) {
    let jobs = Jobs::default();
    let hooks = Object::new();
    let last = Cell::new(0);
    let submitted = jobs.clone();
    let submit = Closure::<dyn Fn(u32, u32) -> u32>::new(move |steps, work| {
        last.set(last.get() + 1);
        let job = pool.submit(JobSpec::answering::<CountJob>(&CountSpec { steps, work }), show(last.get()));
        submitted.borrow_mut().push((last.get(), job));
        last.get()
    });
    set(&hooks, "submit", submit.into_js_value());
    let asked = jobs.clone();
    let ask = Closure::<dyn Fn(u32, u32) -> Promise>::new(move |id, number| ask(&asked, id, number));
    set(&hooks, "ask", ask.into_js_value());
    for (name, act) in [("pause", JobHandle::pause as fn(&JobHandle)), ("resume", JobHandle::resume)] {
        let jobs = jobs.clone();
        let hook = Closure::<dyn Fn(u32)>::new(move |id| {
            if let Some((_, job)) = jobs.borrow().iter().find(|(job, _)| *job == id) {
                act(job);
            }
        });
        set(&hooks, name, hook.into_js_value());
    }
    let cancel = Closure::<dyn Fn(u32)>::new(move |id| jobs.borrow_mut().retain(|(job, _)| *job != id));
    set(&hooks, "cancel", cancel.into_js_value());
    set(window().as_ref(), "pendropTesting", hooks.into());
}

/// The answer of a job, as a promise.
fn ask(jobs: &Jobs, id: u32, number: u32) -> Promise {
    Promise::new(&mut |resolve, _| {
        let callback = move |answer: Option<Vec<u8>>| {
            let answer = answer.and_then(|answer| decode::<u32>(&answer)).map_or(JsValue::NULL, JsValue::from);
            // A promise can always be kept.
            let _ = resolve.call1(&JsValue::UNDEFINED, &answer);
        };
        match jobs.borrow().iter().find(|(job, _)| *job == id) {
            Some((_, job)) => job.ask(encode(&number), Box::new(callback)),
            None => callback(None),
        }
    })
}

/// Puts a progress bar into the page; what is called with a job's events and shows them there.
fn show(id: u32) -> Box<dyn FnMut(JobEvent)> {
    let bar = bar(id);
    Box::new(move |event| {
        let Some(bar) = &bar else { return };
        match event {
            JobEvent::Partial { progress, done, bytes, .. } => {
                set_attribute(bar, "value", Some(&number::plain(progress)));
                set_attribute(bar, "data-count", decode::<u32>(&bytes).map(|count| count.to_string()).as_deref());
                set_flag(bar, "data-done", done);
            }
            JobEvent::Failed => set_flag(bar, "data-failed", true),
        }
    })
}

fn bar(id: u32) -> Option<Element> {
    let bar = document().create_element("progress").ok()?;
    set_attribute(&bar, "data-job", Some(&id.to_string()));
    set_attribute(&bar, "value", Some("0"));
    document().body()?.append_child(bar.unchecked_ref()).ok()?;
    Some(bar)
}
