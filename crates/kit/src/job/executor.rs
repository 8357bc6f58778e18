//! Several jobs on one thread: they take their steps in turn, in slices short enough that messages are handled in between.
//! A worker has one of these, and so has a page without workers.

#[cfg(test)]
mod tests;

use super::{
    JobKind, RunningJob,
    protocol::{Command, JobId, QuestionId, Report},
};

/// Between two reports of a job, ms: each time, the page draws.
pub const REPORT_INTERVAL_MS: f64 = 50.0;
/// A question is not kept waiting for longer than this, ms: the device's clock may be set meanwhile.
pub const MAX_DELAY_MS: f64 = 250.0;

/// A moment, on both clocks of a browser.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// On a clock that only goes forward, ms.
    pub now_ms: f64,
    /// On the device's clock, ms since the epoch.
    pub epoch_ms: f64,
}

/// The jobs of a thread.
#[derive(Default)]
pub struct Executor {
    jobs: Vec<Entry>,
    questions: Vec<Question>,
    /// Whose turn it is.
    turn: usize,
}

struct Entry {
    id: JobId,
    job: Box<dyn RunningJob>,
    paused: bool,
    done: bool,
    reported_ms: f64,
    /// How long its steps have taken so far, ms.
    worked_ms: f64,
}

impl Entry {
    fn is_runnable(&self) -> bool {
        !self.paused && !self.done
    }
}

struct Question {
    job: JobId,
    id: QuestionId,
    body: Vec<u8>,
    due_ms: f64,
}

impl Executor {
    /// Does what the page asks for. Then [`Self::answer_due`] and, after other messages, [`Self::run_slice`] are to be called.
    pub fn handle(&mut self, command: Command, kind: &dyn Fn(&str) -> Option<JobKind>, moment: Moment, report: &mut dyn FnMut(Report)) {
        match command {
            Command::Start { job, kind: name, spec, text, paused } => {
                self.start(job, kind(&name).and_then(|kind| kind.start(&spec, &text)), paused, moment.now_ms, report);
            }
            Command::Pause(job) => self.set_paused(job, true),
            Command::Resume(job) => self.set_paused(job, false),
            Command::Cancel(job) => self.cancel(job),
            Command::Ask { job, question, body, not_before_ms } => {
                let delay = not_before_ms.map_or(0.0, |due| (due - moment.epoch_ms).clamp(0.0, MAX_DELAY_MS));
                self.questions.push(Question { job, id: question, body, due_ms: moment.now_ms + delay });
            }
        }
    }

    /// Takes a job that has begun, or rejects one that could not begin.
    pub fn start(&mut self, id: JobId, job: Option<Box<dyn RunningJob>>, paused: bool, now_ms: f64, report: &mut dyn FnMut(Report)) {
        match job {
            Some(job) => self.jobs.push(Entry { id, job, paused, done: false, reported_ms: now_ms, worked_ms: 0.0 }),
            None => report(Report::Rejected(id)),
        }
    }

    /// Answers the questions that have waited for long enough; a job that has to think about one does so for a step.
    pub fn answer_due(&mut self, now_ms: f64, report: &mut dyn FnMut(Report)) {
        let mut busy = Vec::new();
        for question in std::mem::take(&mut self.questions) {
            let mut entry = self.jobs.iter_mut().find(|entry| entry.id == question.job);
            let waits = question.due_ms > now_ms || busy.contains(&question.job);
            if waits || entry.as_mut().is_some_and(|entry| entry.job.think(&question.body)) {
                // One that is not due yet does not keep its job from others.
                if question.due_ms <= now_ms {
                    busy.push(question.job);
                }
                self.questions.push(question);
                continue;
            }
            let body = entry.and_then(|entry| entry.job.answer(&question.body));
            report(Report::Answer { job: question.job, question: question.id, body });
        }
    }

    /// Whether a job is thinking about a question.
    fn thinks(&self, now_ms: f64) -> bool {
        self.questions.iter().any(|question| question.due_ms <= now_ms)
    }

    /// Takes steps for as long as a slice lasts, ms, one of each job in turn, thinking in between, and reports what is to be reported.
    pub fn run_slice(&mut self, length_ms: f64, clock: &dyn Fn() -> f64, report: &mut dyn FnMut(Report)) {
        let start = clock();
        let mut now = start;
        while now - start < length_ms {
            self.answer_due(now, report);
            let thinks = self.thinks(now);
            let Some(entry) = self.next_runnable() else {
                if !thinks {
                    return;
                }
                now = clock();
                continue;
            };
            // Answers and reports have taken time that is not this job's.
            let begin = clock();
            entry.done = !entry.job.step();
            now = clock();
            entry.worked_ms += now - begin;
            if entry.done || now - entry.reported_ms >= REPORT_INTERVAL_MS {
                entry.reported_ms = now;
                let (progress, partial) = (entry.job.progress(), entry.job.partial());
                report(Report::Progress { job: entry.id, progress, done: entry.done, partial, seconds: entry.worked_ms / 1e3 });
            }
        }
    }

    /// In how many ms there is something to do again; nothing where only a command can change that.
    #[must_use]
    pub fn next_wake(&self, now_ms: f64) -> Option<f64> {
        if self.jobs.iter().any(Entry::is_runnable) {
            return Some(0.0);
        }
        self.questions.iter().map(|question| (question.due_ms - now_ms).max(0.0)).min_by(f64::total_cmp)
    }

    /// The next job in turn that can take a step.
    fn next_runnable(&mut self) -> Option<&mut Entry> {
        let count = self.jobs.len();
        let place = (self.turn..self.turn + count).map(|place| place % count).find(|place| self.jobs[*place].is_runnable())?;
        self.turn = place + 1;
        self.jobs.get_mut(place)
    }

    fn set_paused(&mut self, id: JobId, paused: bool) {
        if let Some(entry) = self.jobs.iter_mut().find(|entry| entry.id == id) {
            entry.paused = paused;
        }
    }

    fn cancel(&mut self, id: JobId) {
        self.jobs.retain(|entry| entry.id != id);
        self.questions.retain(|question| question.job != id);
    }
}
