//! Jobs on the page itself, in slices between which it answers the reader.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
    time::Duration,
};

use js_sys::Date;
use pendrop_kit::job::{
    JobSpec,
    executor::{Executor, Moment},
    protocol::{Command, JobId, Report},
};

use crate::browser::{Timer, now};

/// A slice, ms: the rest of a frame is left to everything else.
const SLICE_MS: f64 = 8.0;

/// Something that the executor is to do; its reports go to the function beside it.
type Act<'a> = &'a mut dyn FnMut(&mut Executor, &mut dyn FnMut(Report));

/// The jobs that run on the page. Dropped, they end.
pub struct PageExecutor(Rc<Inner>);

struct Inner {
    this: Weak<Inner>,
    executor: RefCell<Executor>,
    /// The timer for the next slice, and when it is due, ms.
    timer: RefCell<Option<(Timer, f64)>>,
    on_report: Box<dyn Fn(Report)>,
}

impl PageExecutor {
    /// No jobs yet.
    pub fn new(on_report: Box<dyn Fn(Report)>) -> Self {
        Self(Rc::new_cyclic(|this| Inner { this: this.clone(), executor: RefCell::default(), timer: RefCell::new(None), on_report }))
    }

    /// Starts a job.
    pub fn start(&self, job: JobId, spec: &JobSpec, paused: bool) {
        self.0.run(&mut |executor, report| executor.start(job, spec.start(), paused, now_ms(), report));
    }

    /// Takes any other command. A question is answered in the next slice.
    pub fn send(&self, command: Command) {
        let moment = Moment { now_ms: now_ms(), epoch_ms: Date::now() };
        let mut command = Some(command);
        self.0.run(&mut |executor, report| {
            if let Some(command) = command.take() {
                // What begins here has its code here: no kind is looked up by its name.
                executor.handle(command, &|_| None, moment, report);
            }
        });
    }
}

impl Inner {
    /// Lets the executor do something, passes on what it reports, and sees to the next slice.
    fn run(&self, act: Act) {
        let mut reports = Vec::new();
        act(&mut self.executor.borrow_mut(), &mut |report| reports.push(report));
        for report in reports {
            (self.on_report)(report);
        }
        self.schedule();
    }

    fn schedule(&self) {
        let now = now_ms();
        let Some(delay) = self.executor.borrow().next_wake(now) else { return };
        let mut timer = self.timer.borrow_mut();
        if timer.as_ref().is_some_and(|(_, due)| *due <= now + delay) {
            return;
        }
        let this = self.this.clone();
        let run = move || {
            if let Some(inner) = this.upgrade() {
                inner.timer.take();
                inner.run(&mut |executor, report| executor.run_slice(SLICE_MS, &now_ms, report));
            }
        };
        *timer = Timer::after(Duration::from_secs_f64(delay / 1e3), Box::new(run)).map(|timer| (timer, now + delay));
    }
}

fn now_ms() -> f64 {
    1e3 * now()
}
