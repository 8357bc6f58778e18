//! Everything that a page and its workers can say to each other.

use serde::{Deserialize, Serialize};

/// Names a job between a page and its workers; never used twice on a page.
pub type JobId = u32;

/// Names a question between a page and its workers; never used twice on a page.
pub type QuestionId = u32;

/// From the page to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Begins a job, beside those that are under way.
    Start {
        /// The job's id from now on.
        job: JobId,
        /// The name of its kind.
        kind: String,
        /// Its specification, encoded.
        spec: Vec<u8>,
        /// The text that it learns from; empty where it learns from none.
        text: String,
        /// Whether it takes no steps before it is resumed.
        paused: bool,
    },
    /// Takes no more steps of a job until it is resumed; questions are still answered.
    Pause(JobId),
    /// Goes on with a job.
    Resume(JobId),
    /// Forgets a job.
    Cancel(JobId),
    /// Asks a job something.
    Ask {
        /// Which job.
        job: JobId,
        /// Comes back with the answer.
        question: QuestionId,
        /// The question, encoded.
        body: Vec<u8>,
        /// Before this moment it is not put to the job, ms since the epoch.
        not_before_ms: Option<f64>,
    },
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there and listens.
    Ready,
    /// How far a job is.
    Progress {
        /// Which job.
        job: JobId,
        /// How much of it is done, from 0 to 1.
        progress: f64,
        /// Whether that was its last step. The job lives on for questions, until it is cancelled.
        done: bool,
        /// What has been found so far, encoded.
        partial: Vec<u8>,
        /// For how long it has been worked on so far, s.
        seconds: f64,
    },
    /// A job's answer.
    Answer {
        /// Which job.
        job: JobId,
        /// Which question.
        question: QuestionId,
        /// The answer, encoded; nothing where the job has none.
        body: Option<Vec<u8>>,
    },
    /// The worker has no such kind of job, or cannot read what it is to do.
    Rejected(JobId),
}
