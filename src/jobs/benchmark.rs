//! Measures how fast the reader's device computes: in one worker, then in one for each core. Never on the page, which would
//! stand still meanwhile.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    time::Duration,
};

use js_sys::Date;
use pendrop_figures::your_device::{
    benchmark::{JOB_NAME, RoundResult, Speeds},
    measurement::{Measurement, ScheduledRound},
};
use pendrop_kit::job::{JobKind, JobSpec, decode, encode, scheduler::JobEvent};

use super::{JobHandle, Pool, cores};
use crate::browser::{Timer, now};

/// From asking a worker to the start of a round, ms: it must have heard of the round by then.
const START_LEAD_MS: f64 = 2.0;
/// The same for each worker when there are several, ms.
const START_LEAD_EACH_MS: f64 = 5.0;
/// The most, ms: who comes late counts from then on.
const START_LEAD_MAX_MS: f64 = 200.0;
/// So long before a round its workers set to work, ms. Until then they rest: many that share few cores would keep the others from
/// hearing of the round.
const WARM_UP_MS: f64 = 5.0;
/// A worker that says nothing for so long must not keep the reader waiting.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Results are published this often, s: to draw them takes a core's time from the measurement.
const PUBLISH_INTERVAL: f64 = 0.25;

thread_local! {
    /// What the last measurement found: the device is the same on every page.
    static LAST: Cell<Option<Speeds>> = const { Cell::new(None) };
}

/// What the last measurement on any page has found.
#[must_use]
pub fn last_speeds() -> Option<Speeds> {
    LAST.get()
}

/// What happens to a measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BenchmarkEvent {
    /// It has begun.
    Started,
    /// How much of it is done, from 0 to 1.
    Progress(f64),
    /// What is known now: what has been found so far, and from the last measurement what has not been found anew. Encoded, it is the
    /// first of the figure's results.
    Partial(Speeds),
    /// It is over.
    Finished,
    /// It has been cancelled; what has been found stays.
    Cancelled,
    /// A worker could not be had, or broke; what has been found stays.
    Refused,
}

/// Measures the device, again and again. Clones are the same; when the last is dropped, a measurement under way ends.
#[derive(Clone)]
pub struct BenchmarkRunner(Rc<Inner>);

struct Inner {
    this: Weak<Inner>,
    pool: Pool,
    on_change: Box<dyn Fn(BenchmarkEvent)>,
    run: RefCell<Option<Run>>,
    /// Counts the rounds: answers to earlier ones do not count.
    round: Cell<u32>,
}

/// A measurement under way.
struct Run {
    measurement: Measurement,
    workers: Vec<BenchmarkWorker>,
    /// Whether the workers have been asked and have not all answered.
    asked: bool,
    /// When results were last published, s.
    published: f64,
    /// Ends the measurement if nothing is heard.
    watch: Option<Timer>,
}

struct BenchmarkWorker {
    job: JobHandle,
    ready: bool,
    result: Option<RoundResult>,
}

impl BenchmarkRunner {
    /// Nothing is measured yet. `on_change` is called with whatever happens, also from within the functions here.
    #[must_use]
    pub fn new(pool: Pool, on_change: Box<dyn Fn(BenchmarkEvent)>) -> Self {
        Self(Rc::new_cyclic(|this| Inner { this: this.clone(), pool, on_change, run: RefCell::new(None), round: Cell::new(0) }))
    }

    /// Begins a measurement, unless one is under way. What was found before stays until there is something new.
    pub fn start(&self) {
        if self.is_running() {
            return;
        }
        let measurement = Measurement::of(cores());
        let run = Run { measurement, workers: Vec::new(), asked: false, published: now(), watch: None };
        self.0.run.replace(Some(run));
        (self.0.on_change)(BenchmarkEvent::Started);
        (self.0.on_change)(BenchmarkEvent::Progress(0.0));
        self.0.advance();
    }

    /// Ends the measurement that is under way.
    pub fn cancel(&self) {
        self.0.finish(BenchmarkEvent::Cancelled);
    }

    /// Ends the measurement that is under way, without a word, and forgets what was found, here and on earlier pages.
    pub fn reset(&self) {
        drop(self.0.run.take());
        LAST.set(None);
    }

    /// Whether a measurement is under way.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.0.run.borrow().is_some()
    }
}

impl Inner {
    /// Does something with the measurement that is under way.
    fn with_run<T>(&self, act: impl FnOnce(&mut Run) -> T) -> Option<T> {
        self.run.borrow_mut().as_mut().map(act)
    }

    /// Begins the next round, once its workers are there; those that lack are asked for first.
    fn advance(&self) {
        let next = self.with_run(|run| run.measurement.next().map(|round| (round, run.measurement.workers(round.workload))));
        match next {
            None => {}
            Some(None) => self.finish(BenchmarkEvent::Finished),
            Some(Some((round, wanted))) => {
                self.watch();
                let waits = self.with_run(|run| {
                    while run.workers.len() < wanted {
                        let job = self.submit(run.workers.len());
                        run.workers.push(BenchmarkWorker { job, ready: false, result: None });
                    }
                    run.asked || run.workers.iter().take(wanted).any(|worker| !worker.ready)
                });
                if waits == Some(false) {
                    self.ask(round, wanted);
                }
            }
        }
    }

    /// Asks for the worker of a number.
    fn submit(&self, number: usize) -> JobHandle {
        let this = self.this.clone();
        let listener = move |event| {
            if let Some(inner) = this.upgrade() {
                match event {
                    JobEvent::Partial { .. } => inner.worker_ready(number),
                    JobEvent::Failed => inner.finish(BenchmarkEvent::Refused),
                }
            }
        };
        self.pool.submit(JobSpec::of_kind(JobKind::remote(JOB_NAME), &()).exclusive(), Box::new(listener))
    }

    fn worker_ready(&self, number: usize) {
        self.with_run(|run| {
            if let Some(worker) = run.workers.get_mut(number) {
                worker.ready = true;
            }
        });
        self.advance();
    }

    /// Asks the workers that take part in a round.
    fn ask(&self, round: ScheduledRound, wanted: usize) {
        let number = self.round.get() + 1;
        self.round.set(number);
        let lead = if wanted > 1 { (START_LEAD_EACH_MS * wanted as f64).min(START_LEAD_MAX_MS) } else { START_LEAD_MS };
        let from_ms = Date::now() + lead;
        let question = encode(&round.starting_at(from_ms));
        self.with_run(|run| {
            run.asked = true;
            for (index, worker) in run.workers.iter_mut().take(wanted).enumerate() {
                worker.result = None;
                let this = self.this.clone();
                let callback = move |answer: Option<Vec<u8>>| {
                    if let Some(inner) = this.upgrade() {
                        inner.answered(number, index, wanted, answer.and_then(|answer| decode(&answer)));
                    }
                };
                worker.job.ask_not_before(Some(from_ms - WARM_UP_MS), question.clone(), Box::new(callback));
            }
        });
    }

    /// Takes a worker's answer; with the last one of those that take part, the round is over.
    fn answered(&self, number: u32, index: usize, wanted: usize, result: Option<RoundResult>) {
        if number != self.round.get() {
            return;
        }
        if result.is_none() {
            return self.finish(BenchmarkEvent::Refused);
        }
        let over = self.with_run(|run| {
            if let Some(worker) = run.workers.get_mut(index) {
                worker.result = result;
            }
            let results: Option<Vec<_>> = run.workers.iter().take(wanted).map(|worker| worker.result).collect();
            results.map(|results| {
                run.measurement.record(&results);
                run.asked = false;
                now() - run.published > PUBLISH_INTERVAL
            })
        });
        if let Some(Some(is_due)) = over {
            if is_due {
                self.publish();
            }
            self.advance();
        }
    }

    /// Gives the workers time to say something.
    fn watch(&self) {
        let this = self.this.clone();
        let late = move || {
            if let Some(inner) = this.upgrade() {
                inner.finish(BenchmarkEvent::Refused);
            }
        };
        self.with_run(|run| run.watch = Timer::after(TIMEOUT, Box::new(late)));
    }

    /// Publishes what has been found so far.
    fn publish(&self) {
        let found = self.with_run(|run| {
            run.published = now();
            (run.measurement.progress(), run.measurement.speeds())
        });
        if let Some((progress, speeds)) = found {
            self.publish_speeds(progress, speeds);
        }
    }

    fn publish_speeds(&self, progress: f64, speeds: Speeds) {
        (self.on_change)(BenchmarkEvent::Progress(progress));
        let speeds = speeds.or(LAST.get().unwrap_or_default());
        // That nothing could be measured is said where there is nothing else to say.
        let failed = !speeds.all_pending() && LAST.get().is_none();
        if speeds.any_measured() || failed {
            (self.on_change)(BenchmarkEvent::Partial(speeds));
        }
    }

    /// Ends the measurement that is under way, and its workers.
    fn finish(&self, end: BenchmarkEvent) {
        let Some(Run { mut measurement, .. }) = self.run.take() else { return };
        self.round.set(self.round.get() + 1);
        if end == BenchmarkEvent::Refused {
            measurement.give_up();
        }
        let speeds = measurement.speeds();
        self.publish_speeds(measurement.progress(), speeds);
        LAST.set(Some(speeds.or(LAST.get().unwrap_or_default())).filter(Speeds::any_measured));
        (self.on_change)(end);
    }
}
