//! The workers of a page and the jobs that they run.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    mem,
    rc::{Rc, Weak},
    time::Duration,
};

use pendrop_kit::job::{
    JobSpec,
    protocol::{Command, JobId, QuestionId, Report},
    scheduler::{Action, JobEvent, Place, Scheduler, WorkerId},
};

use super::{page_executor::PageExecutor, worker::Worker};
use crate::browser::{Timer, queue_microtask};

/// How long a worker may take to load.
const LOAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Gets the answer to a question, encoded; nothing where there is none.
pub type AnswerCallback = Box<dyn FnOnce(Option<Vec<u8>>)>;

/// Runs jobs, in workers where the browser gives any. Clones are the same pool; when the last is dropped, its workers end.
///
/// Listeners and callbacks are called from the event loop, never before the function that led to it has returned.
#[derive(Clone)]
pub struct Pool(Rc<Inner>);

struct Inner {
    this: Weak<Inner>,
    scheduler: RefCell<Scheduler>,
    workers: RefCell<Vec<(WorkerId, Worker)>>,
    page: PageExecutor,
    listeners: RefCell<Vec<(JobId, Listener)>>,
    callbacks: RefCell<Vec<(QuestionId, JobId, AnswerCallback)>>,
    /// The calls that are to be made from the event loop.
    calls: RefCell<VecDeque<Call>>,
    /// Whether actions are being taken.
    acting: Cell<bool>,
}

type Listener = Rc<RefCell<Box<dyn FnMut(JobEvent)>>>;

/// A call to whoever submitted a job or asked a question.
enum Call {
    Event(JobId, JobEvent),
    Answer(QuestionId, Option<Vec<u8>>),
}

impl Pool {
    /// No workers yet, and at most so many beside those of exclusive jobs; see [`super::worker_limit`].
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self(Rc::new_cyclic(|this: &Weak<Inner>| {
            let inner = this.clone();
            let on_report = move |report| {
                if let Some(inner) = inner.upgrade() {
                    inner.report(Place::Page, report);
                }
            };
            Inner {
                this: this.clone(),
                scheduler: RefCell::new(Scheduler::new(limit)),
                workers: RefCell::default(),
                page: PageExecutor::new(Box::new(on_report)),
                listeners: RefCell::default(),
                callbacks: RefCell::default(),
                calls: RefCell::default(),
                acting: Cell::new(false),
            }
        }))
    }

    /// Takes a job; `listener` is called with what it finds, until the handle is dropped, which cancels the job.
    #[must_use]
    pub fn submit(&self, spec: JobSpec, listener: Box<dyn FnMut(JobEvent)>) -> JobHandle {
        let job = self.0.scheduler.borrow_mut().submit(spec);
        self.0.listeners.borrow_mut().push((job, Rc::new(RefCell::new(listener))));
        self.0.run_actions();
        JobHandle { job, pool: self.0.this.clone() }
    }

    /// How many jobs are worked on at once: as many as there are workers, and without any one, on the page.
    #[must_use]
    pub fn hands(&self) -> usize {
        self.0.workers.borrow().len().max(1)
    }
}

/// A job that has been submitted. Dropped, it is cancelled, and nothing more is heard of it.
pub struct JobHandle {
    job: JobId,
    pool: Weak<Inner>,
}

impl JobHandle {
    /// Takes no more steps until it is resumed. Questions are still answered.
    pub fn pause(&self) {
        self.schedule(&mut |scheduler, job| scheduler.pause(job));
    }

    /// Goes on.
    pub fn resume(&self) {
        self.schedule(&mut |scheduler, job| scheduler.resume(job));
    }

    /// Asks the job something, encoded.
    pub fn ask(&self, question: Vec<u8>, callback: AnswerCallback) {
        self.ask_not_before(None, question, callback);
    }

    /// Asks the job something, encoded, but not before a moment in ms since the epoch, which should be near: until then the
    /// worker rests.
    pub fn ask_not_before(&self, moment_ms: Option<f64>, question: Vec<u8>, callback: AnswerCallback) {
        match self.pool.upgrade() {
            Some(pool) => {
                let id = pool.scheduler.borrow_mut().ask(self.job, question, moment_ms);
                pool.callbacks.borrow_mut().push((id, self.job, callback));
                pool.run_actions();
            }
            None => queue_microtask(move || callback(None)),
        }
    }

    fn schedule(&self, decide: &mut dyn FnMut(&mut Scheduler, JobId)) {
        if let Some(pool) = self.pool.upgrade() {
            decide(&mut pool.scheduler.borrow_mut(), self.job);
            pool.run_actions();
        }
    }
}

impl Drop for JobHandle {
    fn drop(&mut self) {
        if let Some(pool) = self.pool.upgrade() {
            // What they hold may have handles of its own: it is dropped when nothing is borrowed any more.
            let _listener = remove(&mut pool.listeners.borrow_mut(), |(job, _)| *job == self.job);
            let mut callbacks = Vec::new();
            while let Some(callback) = remove(&mut pool.callbacks.borrow_mut(), |(_, job, _)| *job == self.job) {
                callbacks.push(callback);
            }
            self.schedule(&mut |scheduler, job| scheduler.cancel(job));
        }
    }
}

impl Inner {
    fn report(&self, place: Place, report: Report) {
        self.scheduler.borrow_mut().report(place, report);
        self.run_actions();
    }

    /// Does what the scheduler wants. If that leads to more of it, the outermost call goes on.
    fn run_actions(&self) {
        if self.acting.replace(true) {
            return;
        }
        loop {
            let actions = self.scheduler.borrow_mut().take_actions();
            if actions.is_empty() {
                break;
            }
            for action in actions {
                self.take(action);
            }
        }
        self.acting.set(false);
    }

    fn take(&self, action: Action) {
        match action {
            Action::Spawn(worker) => self.spawn(worker),
            Action::WatchLoading(worker) => self.watch_loading(worker),
            Action::Terminate(worker) => drop(remove(&mut self.workers.borrow_mut(), |(id, _)| *id == worker)),
            Action::Start { place: Place::Page, job, spec, paused } => self.page.start(job, &spec, paused),
            Action::Start { place: Place::Worker(worker), job, spec, paused } => {
                let text = spec.text().unwrap_or_default().to_owned();
                let start = Command::Start { job, kind: spec.kind.name.to_owned(), spec: spec.spec.to_vec(), text, paused };
                self.send(worker, &start);
            }
            Action::Send(Place::Page, command) => self.page.send(command),
            Action::Send(Place::Worker(worker), command) => self.send(worker, &command),
            Action::Deliver(job, event) => self.queue_callback(Call::Event(job, event)),
            Action::Answer(question, body) => self.queue_callback(Call::Answer(question, body)),
        }
    }

    fn spawn(&self, id: WorkerId) {
        let (reports, failures) = (self.this.clone(), self.this.clone());
        let on_report = move |report| {
            if let Some(inner) = reports.upgrade() {
                inner.report(Place::Worker(id), report);
            }
        };
        let on_failure = move || {
            if let Some(inner) = failures.upgrade() {
                inner.scheduler.borrow_mut().worker_failed(id);
                inner.run_actions();
            }
        };
        match Worker::spawn(Box::new(on_report), Box::new(on_failure)) {
            Some(worker) => self.workers.borrow_mut().push((id, worker)),
            None => self.scheduler.borrow_mut().worker_failed(id),
        }
    }

    fn watch_loading(&self, worker: WorkerId) {
        let this = self.this.clone();
        let late = move || {
            if let Some(inner) = this.upgrade() {
                inner.scheduler.borrow_mut().load_timed_out(worker);
                inner.run_actions();
            }
        };
        if let Some(timer) = Timer::after(LOAD_TIMEOUT, Box::new(late)) {
            timer.detach();
        }
    }

    fn send(&self, worker: WorkerId, command: &Command) {
        // One that is not there any more has left its jobs to others already.
        let sent = self.workers.borrow().iter().find(|(id, _)| *id == worker).is_none_or(|(_, worker)| worker.send(command));
        if !sent {
            self.scheduler.borrow_mut().worker_failed(worker);
        }
    }

    fn queue_callback(&self, call: Call) {
        let mut calls = self.calls.borrow_mut();
        calls.push_back(call);
        if calls.len() == 1 {
            let this = self.this.clone();
            queue_microtask(move || {
                if let Some(inner) = this.upgrade() {
                    inner.make_calls();
                }
            });
        }
    }

    /// Makes the calls that are still wanted. Those to which they lead come after them.
    fn make_calls(&self) {
        for call in mem::take(&mut *self.calls.borrow_mut()) {
            match call {
                Call::Event(job, event) => {
                    let listener = self.listeners.borrow().iter().find(|(id, _)| *id == job).map(|(_, listener)| listener.clone());
                    if let Some(listener) = listener {
                        (listener.borrow_mut())(event);
                    }
                }
                Call::Answer(question, body) => {
                    let callback = remove(&mut self.callbacks.borrow_mut(), |(id, ..)| *id == question);
                    if let Some((.., callback)) = callback {
                        callback(body);
                    }
                }
            }
        }
    }
}

/// Takes the first item away for which something holds.
fn remove<T>(items: &mut Vec<T>, holds: impl Fn(&T) -> bool) -> Option<T> {
    let index = items.iter().position(holds)?;
    Some(items.remove(index))
}
