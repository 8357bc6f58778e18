//! Work longer than a frame. A job is a typed specification, steps, typed partial results, and answers to questions put to it
//! while it lives. The same job runs natively in a test, in a worker, or in slices on the page: see [`executor`] for how
//! several of them share a thread, and [`scheduler`] for how they are spread over workers.

#[cfg(test)]
pub(crate) mod count;
pub mod executor;
pub mod protocol;
pub mod scheduler;
#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc};

use serde::{Serialize, de::DeserializeOwned};

use crate::corpus::Corpus;

/// A kind of job.
pub trait Job: Sized + 'static {
    /// Its name between page and worker.
    const NAME: &'static str;
    /// What it is to do.
    type Spec: Serialize + DeserializeOwned;
    /// What it has found so far; after its last step, all there is to find.
    type Partial: Serialize + DeserializeOwned;

    /// Begins: next to no work.
    fn start(spec: Self::Spec) -> Self;
    /// The same for a job that learns from a text ([`JobSpec::learning_from`]).
    fn start_learning(spec: Self::Spec, _text: &str) -> Self {
        Self::start(spec)
    }
    /// Does the next step, a few milliseconds of work. False once nothing is left to do.
    fn step(&mut self) -> bool;
    /// How much of the work is done, from 0 to 1.
    fn progress(&self) -> f64;
    /// What has been found so far.
    fn partial(&self) -> Self::Partial;
}

/// A job that answers questions while it lives, also after its last step.
pub trait Answer: Job {
    /// What it is asked.
    type Question: Serialize + DeserializeOwned;
    /// What it says.
    type Answer: Serialize + DeserializeOwned;
    /// Thinks about a question for a few milliseconds more before it is answered. False once the answer is there; until then it is
    /// asked nothing else.
    fn think(&mut self, _question: &Self::Question) -> bool {
        false
    }
    /// Answers.
    fn answer(&mut self, question: Self::Question) -> Self::Answer;
}

/// A job of any kind that has begun.
pub trait RunningJob {
    /// See [`Job::step`].
    fn step(&mut self) -> bool;
    /// See [`Job::progress`].
    fn progress(&self) -> f64;
    /// See [`Job::partial`]; encoded.
    fn partial(&self) -> Vec<u8>;
    /// See [`Answer::think`]; encoded. There is nothing to think about for a job that answers none, or does not understand it.
    fn think(&mut self, question: &[u8]) -> bool;
    /// See [`Answer::answer`]; encoded. Nothing from a job that answers none, or for a question that it does not understand.
    fn answer(&mut self, question: &[u8]) -> Option<Vec<u8>>;
}

/// Begins a job of some kind from its specification, encoded, and the text that it learns from.
type Start = fn(&[u8], &str) -> Option<Box<dyn RunningJob>>;

/// A kind of job, whatever its types: what a list of kinds is made of.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// See [`Job::NAME`].
    pub name: &'static str,
    start: Start,
}

impl JobKind {
    /// The kind of a job that answers no questions.
    #[must_use]
    pub const fn of<J: Job>() -> Self {
        Self {
            name: J::NAME,
            start: |spec, text| {
                Some(Box::new(Running { job: J::start_learning(decode(spec)?, text), think: |_, _| false, answer: |_, _| None }))
            },
        }
    }

    /// The kind of a job that answers questions.
    #[must_use]
    pub const fn answering<J: Answer>() -> Self {
        Self {
            name: J::NAME,
            start: |spec, text| {
                let think = |job: &mut J, question: &[u8]| decode(question).is_some_and(|question| job.think(&question));
                let answer = |job: &mut J, question: &[u8]| Some(encode(&job.answer(decode(question)?)));
                Some(Box::new(Running { job: J::start_learning(decode(spec)?, text), think, answer }))
            },
        }
    }

    /// A kind that only workers know, because its code is theirs: it cannot be started here.
    #[must_use]
    pub const fn remote(name: &'static str) -> Self {
        Self { name, start: |_, _| None }
    }

    /// Begins a job of this kind, with the text that it learns from or an empty one; nothing where the specification is none of its own.
    #[must_use]
    pub fn start(&self, spec: &[u8], text: &str) -> Option<Box<dyn RunningJob>> {
        (self.start)(spec, text)
    }
}

impl fmt::Debug for JobKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A job to be done: its kind and its specification, encoded. Two are equal where they ask for the same.
#[derive(Clone, Debug)]
pub struct JobSpec {
    /// Which kind of job.
    pub kind: JobKind,
    /// What it is to do.
    pub spec: Arc<[u8]>,
    /// Whether it needs a worker without other jobs. Where there is none to be had it fails, and is never run on the page.
    pub exclusive: bool,
    /// How long it takes natively on one core, s, if that was said; some devices are several times slower.
    pub seconds: f64,
    /// What it learns from, if it learns from a text.
    pub corpus: Option<Corpus>,
    /// What a recording is asked for in its place, encoded: a job that goes further and has been where this one ends.
    pub recorded: Option<Arc<[u8]>>,
}

impl PartialEq for JobSpec {
    fn eq(&self, other: &Self) -> bool {
        self.kind.name == other.kind.name && self.spec == other.spec && self.corpus == other.corpus
    }
}

impl JobSpec {
    /// A job that answers no questions.
    #[must_use]
    pub fn new<J: Job>(spec: &J::Spec) -> Self {
        Self::of_kind::<J::Spec>(JobKind::of::<J>(), spec)
    }

    /// A job that answers questions.
    #[must_use]
    pub fn answering<J: Answer>(spec: &J::Spec) -> Self {
        Self::of_kind::<J::Spec>(JobKind::answering::<J>(), spec)
    }

    /// A job of a kind that is known by its name only, such as a [remote](JobKind::remote) one.
    #[must_use]
    pub fn of_kind<S: Serialize>(kind: JobKind, spec: &S) -> Self {
        Self { kind, spec: encode(spec).into(), exclusive: false, seconds: 0.0, corpus: None, recorded: None }
    }

    /// The same job, in a worker without other jobs.
    #[must_use]
    pub fn exclusive(self) -> Self {
        Self { exclusive: true, ..self }
    }

    /// The same job, which natively takes so many seconds.
    #[must_use]
    pub fn lasting(self, seconds: f64) -> Self {
        Self { seconds, ..self }
    }

    /// The same job, for which a recording is asked for another of its kind, that goes further.
    #[must_use]
    pub fn recorded_as<J: Job>(self, further: &J::Spec) -> Self {
        Self { recorded: Some(encode(further).into()), ..self }
    }

    /// The same job, which learns from a text: that is handed to it beside its specification, and may yet have to come.
    #[must_use]
    pub fn learning_from(self, corpus: &Corpus) -> Self {
        Self { corpus: Some(corpus.clone()), ..self }
    }

    /// The text that it learns from, empty where it learns from none; nothing as long as that has not come.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.corpus.as_ref().map_or(Some(""), |corpus| corpus.content.as_deref())
    }

    /// Begins the job here.
    #[must_use]
    pub fn start(&self) -> Option<Box<dyn RunningJob>> {
        self.kind.start(&self.spec, self.text()?)
    }

    /// Does the job to its end, here and now; its result, encoded.
    #[must_use]
    pub fn run_to_completion(&self) -> Option<Arc<[u8]>> {
        let mut job = self.start()?;
        while job.step() {}
        Some(job.partial().into())
    }
}

/// What the jobs of a figure have found so far, encoded, in the order in which it asked for them; and beside it, how long that took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    found: Vec<Found>,
    /// See [`Results::workers`].
    more_workers: usize,
}

/// What a job has found so far, and how long it took, s.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    partial: Option<Arc<[u8]>>,
    seconds: Option<f64>,
}

impl Results {
    /// None.
    #[must_use]
    pub const fn none() -> Self {
        Self { found: Vec::new(), more_workers: 0 }
    }

    /// What the job at a place has found; nothing before its first partial result.
    #[must_use]
    pub fn get<J: Job>(&self, place: usize) -> Option<J::Partial> {
        self.decode(place)
    }

    /// The result at a place that no job found, but the page itself; nothing before there is one.
    #[must_use]
    pub fn decode<T: DeserializeOwned>(&self, place: usize) -> Option<T> {
        decode(self.bytes(place)?)
    }

    /// What the job at a place has found, encoded.
    #[must_use]
    pub fn bytes(&self, place: usize) -> Option<&[u8]> {
        self.found.get(place)?.partial.as_deref()
    }

    /// Puts in what the job at a place has found.
    pub fn set(&mut self, place: usize, partial: Arc<[u8]>) {
        self.at(place).partial = Some(partial);
    }

    /// For how long one core has worked on the job at a place so far, s; nothing where nobody has looked at a clock. It belongs to
    /// the device, and no two times it is the same.
    #[must_use]
    pub fn seconds(&self, place: usize) -> Option<f64> {
        self.found.get(place)?.seconds
    }

    /// Puts in for how long one core has worked on the job at a place so far, s.
    pub fn took(&mut self, place: usize, seconds: f64) {
        self.at(place).seconds = Some(seconds);
    }

    /// How many workers share the jobs, at least 1: so many of them are worked on at once.
    #[must_use]
    pub fn workers(&self) -> usize {
        1 + self.more_workers
    }

    /// Puts in how many workers share the jobs.
    pub fn shared_by(&mut self, workers: usize) {
        self.more_workers = workers.saturating_sub(1);
    }

    fn at(&mut self, place: usize) -> &mut Found {
        if self.found.len() <= place {
            self.found.resize(place + 1, Found::default());
        }
        &mut self.found[place]
    }

    /// Whether there is none yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.iter().all(|found| found.partial.is_none())
    }
}

impl FromIterator<Option<Arc<[u8]>>> for Results {
    fn from_iter<I: IntoIterator<Item = Option<Arc<[u8]>>>>(partials: I) -> Self {
        Self { found: partials.into_iter().map(|partial| Found { partial, seconds: None }).collect(), more_workers: 0 }
    }
}

/// A value as bytes between page and worker.
#[must_use]
pub fn encode<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    // Into memory, our own types can always be written.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// A value from its bytes; nothing where they are no such value.
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// A job that has begun, and how it answers.
struct Running<J> {
    job: J,
    think: fn(&mut J, &[u8]) -> bool,
    answer: fn(&mut J, &[u8]) -> Option<Vec<u8>>,
}

impl<J: Job> RunningJob for Running<J> {
    fn step(&mut self) -> bool {
        self.job.step()
    }
    fn progress(&self) -> f64 {
        self.job.progress()
    }
    fn partial(&self) -> Vec<u8> {
        encode(&self.job.partial())
    }
    fn think(&mut self, question: &[u8]) -> bool {
        (self.think)(&mut self.job, question)
    }
    fn answer(&mut self, question: &[u8]) -> Option<Vec<u8>> {
        (self.answer)(&mut self.job, question)
    }
}
