//! What a scheduler knows of each job, worker and question.

use super::{Place, Scheduler, WorkerId};
use crate::job::{
    JobSpec,
    protocol::{Command, JobId, QuestionId},
};

/// A job that has neither been cancelled nor failed.
pub(super) struct JobState {
    pub(super) id: JobId,
    pub(super) spec: JobSpec,
    /// Where it runs, or is to run once its worker is ready; nothing if its worker died after its end.
    pub(super) place: Option<Place>,
    /// Whether it has been started at its place.
    pub(super) started: bool,
    pub(super) paused: bool,
    /// Whether its end has been reported, at whatever place.
    pub(super) done: bool,
    /// The same, at its place.
    pub(super) done_here: bool,
    /// How many workers have died under it.
    pub(super) deaths: u32,
}

impl JobState {
    pub(super) const fn new(id: JobId, spec: JobSpec) -> Self {
        Self { id, spec, place: None, started: false, paused: false, done: false, done_here: false, deaths: 0 }
    }

    pub(super) const fn move_to(&mut self, place: Option<Place>) {
        self.place = place;
        self.started = false;
        self.done_here = false;
    }

    pub(super) fn runs_at(&self, place: Place) -> bool {
        self.started && self.place == Some(place)
    }
}

/// A worker that has been spawned and has not ended.
pub(super) struct WorkerState {
    pub(super) id: WorkerId,
    /// Whether it has said that it listens.
    pub(super) ready: bool,
    /// Whether it has one job only.
    pub(super) exclusive: bool,
    /// How many workers had become ready when the watch over its loading began.
    pub(super) loaded_before: u32,
}

/// A question without an answer.
pub(super) struct PendingQuestion {
    pub(super) id: QuestionId,
    pub(super) job: JobId,
    pub(super) body: Vec<u8>,
    pub(super) not_before_ms: Option<f64>,
    /// Whether it has been sent to where its job runs.
    pub(super) sent: bool,
}

impl PendingQuestion {
    pub(super) fn command(&self) -> Command {
        Command::Ask { job: self.job, question: self.id, body: self.body.clone(), not_before_ms: self.not_before_ms }
    }
}

/// Looking up and taking away.
impl Scheduler {
    pub(super) const fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    pub(super) fn job(&mut self, id: JobId) -> Option<&mut JobState> {
        self.jobs.iter_mut().find(|job| job.id == id)
    }

    pub(super) fn jobs_at(&self, place: Place) -> Vec<JobId> {
        self.jobs.iter().filter(|job| job.place == Some(place)).map(|job| job.id).collect()
    }

    pub(super) fn runs_at(&self, id: JobId, place: Place) -> bool {
        self.jobs.iter().any(|job| job.id == id && job.runs_at(place))
    }

    /// Whether a place takes commands.
    pub(super) fn listens(&self, place: Place) -> bool {
        match place {
            Place::Page => true,
            Place::Worker(id) => self.workers.iter().any(|worker| worker.id == id && worker.ready),
        }
    }

    pub(super) fn remove_job(&mut self, id: JobId) -> Option<JobState> {
        let index = self.jobs.iter().position(|job| job.id == id)?;
        Some(self.jobs.remove(index))
    }

    pub(super) fn remove_worker(&mut self, id: WorkerId) -> Option<WorkerState> {
        let index = self.workers.iter().position(|worker| worker.id == id)?;
        Some(self.workers.remove(index))
    }

    /// Takes the questions to a job away; which they were.
    pub(super) fn remove_questions(&mut self, id: JobId) -> Vec<QuestionId> {
        let removed = self.questions.iter().filter(|question| question.job == id).map(|question| question.id).collect();
        self.questions.retain(|question| question.job != id);
        removed
    }
}
