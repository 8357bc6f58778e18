//! Which job runs where, and what happens when workers load, fail and end. Decisions only: each call leaves [`Action`]s behind
//! for whoever owns the workers, and is told what became of them.
//!
//! - Workers are spawned when a job needs one, up to a limit; a job goes to the worker with the fewest unfinished ones.
//! - An exclusive job gets a worker of its own, which ends with it. Without one, or when it dies, the job fails.
//! - A worker that fails before it is ready shows that none can be had: no more are spawned. Its jobs go to those that are
//!   there, or else to the page.
//! - When a worker dies its jobs start anew elsewhere. A job that has seen several die fails: it may be the reason.
//! - A question waits until its job runs somewhere, and is asked anew where the job starts anew. What a cancelled job was asked
//!   is never answered.

mod state;
#[cfg(test)]
mod tests;

use std::{mem, sync::Arc};

use super::{
    JobSpec,
    protocol::{Command, JobId, QuestionId, Report},
};
use state::{JobState, PendingQuestion, WorkerState};

/// As many exclusive jobs run at a time. Browsers set aside gigabytes of addresses for each worker's memory and refuse more than
/// about a hundred.
pub const MAX_EXCLUSIVE: usize = 96;
/// A job fails when so many workers have died under it.
const MAX_DEATHS: u32 = 3;

/// Names a worker; never used twice on a page.
pub type WorkerId = u32;

/// Where jobs run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a worker.
    Worker(WorkerId),
    /// On the page, in slices.
    Page,
}

/// What happens to a job, for whoever submitted it.
#[derive(Clone, Debug, PartialEq)]
pub enum JobEvent {
    /// It has got further.
    Partial {
        /// How much of it is done, from 0 to 1.
        progress: f64,
        /// Whether that was its last step; it still answers questions.
        done: bool,
        /// What it has found so far, encoded.
        bytes: Arc<[u8]>,
        /// For how long one core has worked on that, s.
        seconds: f64,
    },
    /// It cannot be done. Nothing more comes.
    Failed,
}

/// What is to be done after a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Start a worker; if that is refused, [`Scheduler::worker_failed`].
    Spawn(WorkerId),
    /// Call [`Scheduler::load_timed_out`] after as long as a worker may take to load.
    WatchLoading(WorkerId),
    /// End a worker.
    Terminate(WorkerId),
    /// Start a job at a place. In a worker this is [`Command::Start`].
    Start {
        /// Where.
        place: Place,
        /// Its id.
        job: JobId,
        /// What it is to do.
        spec: JobSpec,
        /// Whether it takes no steps before it is resumed.
        paused: bool,
    },
    /// Send any other command to a place.
    Send(Place, Command),
    /// Tell whoever submitted the job.
    Deliver(JobId, JobEvent),
    /// Give whoever asked the answer, encoded; nothing where there is none.
    Answer(QuestionId, Option<Vec<u8>>),
}

/// The jobs and workers of a page.
pub struct Scheduler {
    limit: usize,
    /// Whether shared workers can be had.
    can_spawn: bool,
    jobs: Vec<JobState>,
    workers: Vec<WorkerState>,
    questions: Vec<PendingQuestion>,
    /// The last number given to a job, worker or question.
    last_id: u32,
    /// How many workers have become ready so far.
    loaded: u32,
    actions: Vec<Action>,
}

impl Scheduler {
    /// No jobs yet, and at most so many workers beside those of exclusive jobs. Without any, jobs run on the page.
    #[must_use]
    pub const fn new(limit: usize) -> Self {
        Self {
            limit,
            can_spawn: true,
            jobs: Vec::new(),
            workers: Vec::new(),
            questions: Vec::new(),
            last_id: 0,
            loaded: 0,
            actions: Vec::new(),
        }
    }

    /// What is to be done now, in this order.
    #[must_use]
    pub fn take_actions(&mut self) -> Vec<Action> {
        mem::take(&mut self.actions)
    }

    /// Takes a job, and begins it as soon as it can.
    pub fn submit(&mut self, spec: JobSpec) -> JobId {
        let id = self.next_id();
        self.jobs.push(JobState::new(id, spec));
        self.place(id);
        id
    }

    /// Takes no more steps of a job until it is resumed.
    pub fn pause(&mut self, id: JobId) {
        self.set_paused(id, true);
    }

    /// Goes on with a job.
    pub fn resume(&mut self, id: JobId) {
        self.set_paused(id, false);
    }

    /// Ends a job: nothing more is heard of it.
    pub fn cancel(&mut self, id: JobId) {
        self.remove_questions(id);
        let Some(job) = self.remove_job(id) else { return };
        match job.place {
            Some(Place::Worker(worker)) if job.spec.exclusive => self.terminate(worker),
            Some(place) if job.started => self.actions.push(Action::Send(place, Command::Cancel(id))),
            _ => {}
        }
    }

    /// Asks a job something, not before a moment in ms since the epoch.
    pub fn ask(&mut self, job: JobId, body: Vec<u8>, not_before_ms: Option<f64>) -> QuestionId {
        let id = self.next_id();
        match self.job(job) {
            None => self.actions.push(Action::Answer(id, None)),
            Some(state) => {
                let lost = state.place.is_none();
                self.questions.push(PendingQuestion { id, job, body, not_before_ms, sent: false });
                if lost {
                    self.place(job);
                }
                self.send_questions(job);
            }
        }
        id
    }

    /// Takes what a place reports. What is stale is dropped: about jobs that are not there any more, or not at that place.
    pub fn report(&mut self, place: Place, report: Report) {
        match report {
            Report::Ready => {
                if let Place::Worker(worker) = place {
                    self.worker_ready(worker);
                }
            }
            Report::Progress { job, progress, done, partial, seconds } => {
                self.progressed(place, job, JobEvent::Partial { progress, done, bytes: partial.into(), seconds }, done);
            }
            Report::Answer { job, question, body } => {
                let pending = self.questions.iter().position(|pending| pending.id == question && pending.sent);
                if let (Some(index), true) = (pending, self.runs_at(job, place)) {
                    self.questions.swap_remove(index);
                    self.actions.push(Action::Answer(question, body));
                }
            }
            Report::Rejected(job) => {
                if self.runs_at(job, place) {
                    self.fail(job);
                }
            }
        }
    }

    /// A worker could not be started or loaded, or it died.
    pub fn worker_failed(&mut self, id: WorkerId) {
        let Some(worker) = self.remove_worker(id) else { return };
        // One that runs could be had; one that is exclusive may have been one too many.
        self.can_spawn &= worker.ready || worker.exclusive;
        self.actions.push(Action::Terminate(id));
        for job in self.jobs_at(Place::Worker(id)) {
            self.displace(job, worker.ready);
        }
    }

    /// As long as a worker may take to load has passed. One that still does gets the same time again if others have become ready
    /// meanwhile: many may share few cores.
    pub fn load_timed_out(&mut self, id: WorkerId) {
        let loaded = self.loaded;
        let Some(worker) = self.workers.iter_mut().find(|worker| worker.id == id && !worker.ready) else { return };
        if mem::replace(&mut worker.loaded_before, loaded) == loaded {
            self.worker_failed(id);
        } else {
            self.actions.push(Action::WatchLoading(id));
        }
    }

    fn worker_ready(&mut self, id: WorkerId) {
        let Some(worker) = self.workers.iter_mut().find(|worker| worker.id == id && !worker.ready) else { return };
        worker.ready = true;
        self.loaded += 1;
        for job in self.jobs_at(Place::Worker(id)) {
            self.start(job);
        }
    }

    fn progressed(&mut self, place: Place, id: JobId, event: JobEvent, done: bool) {
        let Some(job) = self.jobs.iter_mut().find(|job| job.id == id && job.runs_at(place)) else { return };
        job.done_here = done;
        // One that starts anew after its end, for the sake of a question, has nothing to tell that is not known.
        if !job.done {
            job.done = done;
            self.actions.push(Action::Deliver(id, event));
        }
        self.send_questions(id);
    }

    fn set_paused(&mut self, id: JobId, paused: bool) {
        let Some(job) = self.job(id) else { return };
        if mem::replace(&mut job.paused, paused) == paused || !job.started {
            return;
        }
        let (place, command) = (job.place, if paused { Command::Pause(id) } else { Command::Resume(id) });
        // One that starts anew after its end is not held up.
        if let (Some(place), false) = (place, job.done) {
            self.actions.push(Action::Send(place, command));
        }
    }

    /// Finds a job its place, and starts it where that is ready.
    fn place(&mut self, id: JobId) {
        let Some(job) = self.job(id) else { return };
        let exclusive = job.spec.exclusive;
        let place = if exclusive { self.exclusive_worker() } else { Some(self.shared_worker()) };
        match (self.job(id), place) {
            (Some(job), Some(place)) => {
                job.move_to(Some(place));
                self.start(id);
            }
            _ => self.fail(id),
        }
    }

    /// A new worker for one job, unless there are too many.
    fn exclusive_worker(&mut self) -> Option<Place> {
        let count = self.workers.iter().filter(|worker| worker.exclusive).count();
        (count < MAX_EXCLUSIVE).then(|| self.spawn(true))
    }

    /// The shared worker with the fewest unfinished jobs, or a new one if all are busy and there may be more; else the page.
    fn shared_worker(&mut self) -> Place {
        let shared = self.workers.iter().filter(|worker| !worker.exclusive);
        let count = shared.clone().count();
        let least = shared.map(|worker| (self.load(worker.id), worker.id)).min();
        match least {
            Some((0, idle)) => Place::Worker(idle),
            _ if self.can_spawn && count < self.limit => self.spawn(false),
            Some((_, busy)) => Place::Worker(busy),
            None => Place::Page,
        }
    }

    /// How many jobs of a worker are unfinished.
    fn load(&self, worker: WorkerId) -> usize {
        self.jobs.iter().filter(|job| job.place == Some(Place::Worker(worker)) && !job.done).count()
    }

    fn spawn(&mut self, exclusive: bool) -> Place {
        let id = self.next_id();
        self.workers.push(WorkerState { id, ready: false, exclusive, loaded_before: self.loaded });
        self.actions.extend([Action::Spawn(id), Action::WatchLoading(id)]);
        Place::Worker(id)
    }

    /// Starts a job at its place, if that listens already.
    fn start(&mut self, id: JobId) {
        let Some(index) = self.jobs.iter().position(|job| job.id == id) else { return };
        let Some(place) = self.jobs[index].place.filter(|place| self.listens(*place)) else { return };
        let job = &mut self.jobs[index];
        job.started = true;
        self.actions.push(Action::Start { place, job: id, spec: job.spec.clone(), paused: job.paused && !job.done });
        self.send_questions(id);
    }

    /// Sends the questions to a job that wait. One that starts anew after its end answers when it has come to its end again.
    fn send_questions(&mut self, id: JobId) {
        let Some(job) = self.job(id) else { return };
        let Some(place) = job.place.filter(|_| job.started && (job.done_here || !job.done)) else { return };
        for question in self.questions.iter_mut().filter(|question| question.job == id && !question.sent) {
            question.sent = true;
            self.actions.push(Action::Send(place, question.command()));
        }
    }

    /// A job's worker is gone: finds it another place. One that has come to its end gets it when it is asked something.
    fn displace(&mut self, id: JobId, died: bool) {
        let mut asked = false;
        for question in self.questions.iter_mut().filter(|question| question.job == id) {
            question.sent = false;
            asked = true;
        }
        let Some(job) = self.job(id) else { return };
        job.deaths += u32::from(died);
        job.move_to(None);
        if job.spec.exclusive || job.deaths >= MAX_DEATHS {
            self.fail(id);
        } else if asked || !job.done {
            self.place(id);
        }
    }

    fn fail(&mut self, id: JobId) {
        for question in self.remove_questions(id) {
            self.actions.push(Action::Answer(question, None));
        }
        if let Some(job) = self.remove_job(id) {
            if let (Some(Place::Worker(worker)), true) = (job.place, job.spec.exclusive) {
                self.terminate(worker);
            }
            self.actions.push(Action::Deliver(id, JobEvent::Failed));
        }
    }

    fn terminate(&mut self, id: WorkerId) {
        if self.remove_worker(id).is_some() {
            self.actions.push(Action::Terminate(id));
        }
    }
}
