use crate::corpus::{Corpus, Source};

use super::{protocol::*, *};

/// Adds up the numbers below a limit, a thousand a step; says whether it has passed a sum.
struct Sum {
    limit: u64,
    next: u64,
    sum: u64,
}

impl Job for Sum {
    const NAME: &'static str = "sum";
    type Spec = u64;
    type Partial = (u64, u64);

    fn start(limit: u64) -> Self {
        Self { limit, next: 0, sum: 0 }
    }
    fn step(&mut self) -> bool {
        let end = (self.next + 1000).min(self.limit);
        self.sum += (self.next..end).sum::<u64>();
        self.next = end;
        end < self.limit
    }
    fn progress(&self) -> f64 {
        self.next as f64 / self.limit as f64
    }
    fn partial(&self) -> (u64, u64) {
        (self.next, self.sum)
    }
}

impl Answer for Sum {
    type Question = u64;
    type Answer = bool;
    fn answer(&mut self, question: u64) -> bool {
        self.sum > question
    }
}

#[test]
fn a_job_runs_step_by_step_and_tells_what_it_has_found() {
    let spec = JobSpec::answering::<Sum>(&2500);
    let mut job = spec.start().expect("a job of this kind");
    assert!(job.step());
    assert_eq!((job.progress(), decode(&job.partial())), (0.4, Some((1000_u64, 499_500_u64))));
    assert!(job.step() && !job.step());
    assert_eq!(job.answer(&encode(&3_000_000_u64)).and_then(|answer| decode(&answer)), Some(true));
    let results: Results = [spec.run_to_completion()].into_iter().collect();
    assert_eq!(results.get::<Sum>(0), Some((2500, 3_123_750)));
    assert_eq!(results.get::<Sum>(1), None);
}

#[test]
fn what_is_not_understood_is_nothing() {
    assert!(JobKind::of::<Sum>().start(&[], "").is_none());
    let mut silent = JobSpec::new::<Sum>(&10).start().expect("a job of this kind");
    assert_eq!(silent.answer(&encode(&1_u64)), None);
    let mut answering = JobSpec::answering::<Sum>(&10).start().expect("a job of this kind");
    assert_eq!(answering.answer(&[]), None);
    assert_eq!(decode::<Report>(&[99]), None);
}

#[test]
fn jobs_are_equal_where_they_ask_for_the_same() {
    assert_eq!(JobSpec::new::<Sum>(&10), JobSpec::answering::<Sum>(&10));
    assert_ne!(JobSpec::new::<Sum>(&10), JobSpec::new::<Sum>(&11));
}

/// Counts the characters of a text.
struct Length(usize);

impl Job for Length {
    const NAME: &'static str = "length";
    type Spec = ();
    type Partial = usize;

    fn start((): ()) -> Self {
        Self(0)
    }
    fn start_learning((): (), text: &str) -> Self {
        Self(text.chars().count())
    }
    fn step(&mut self) -> bool {
        false
    }
    fn progress(&self) -> f64 {
        1.0
    }
    fn partial(&self) -> usize {
        self.0
    }
}

#[test]
fn a_job_that_learns_from_a_text_is_given_it_and_waits_for_it() {
    let corpus = |content: Option<&str>| Corpus { source: Source::Reader, content: content.map(Into::into) };
    let job = |corpus: &Corpus| JobSpec::new::<Length>(&()).learning_from(corpus);
    let there = corpus(Some("Füller"));
    let results: Results = [job(&there).run_to_completion()].into_iter().collect();
    assert_eq!(results.get::<Length>(0), Some(6));
    assert_eq!(job(&there), job(&there));
    // The same words given once more are another text.
    assert_ne!(job(&there), job(&corpus(Some("Füller"))));
    let missing = job(&corpus(None));
    assert!(missing.text().is_none() && missing.start().is_none() && missing != job(&there));
    assert_eq!(JobSpec::new::<Length>(&()).text(), Some(""));
}

#[test]
fn messages_arrive_as_they_were_sent() {
    let commands = [
        Command::Start { job: 7, kind: "sum".to_owned(), spec: encode(&5_u64), text: "Text".to_owned(), paused: true },
        Command::Pause(7),
        Command::Ask { job: 7, question: 1, body: vec![1, 2], not_before_ms: Some(1.5e12) },
        Command::Cancel(7),
    ];
    for command in commands {
        assert_eq!(decode(&encode(&command)), Some(command));
    }
    let report = Report::Progress { job: 7, progress: 0.5, done: false, partial: vec![3], seconds: 0.25 };
    assert_eq!(decode(&encode(&report)), Some(report));
}

#[test]
fn results_fill_place_by_place() {
    let mut results = Results::none();
    assert!(results.is_empty());
    results.set(1, encode(&(1_u64, 0_u64)).into());
    assert_eq!((results.get::<Sum>(0), results.get::<Sum>(1)), (None, Some((1, 0))));
    assert!(!results.is_empty());
}

#[test]
fn how_long_it_took_stands_beside_what_was_found() {
    let mut results: Results = [None, Some(encode(&(1_u64, 0_u64)).into())].into_iter().collect();
    let found = results.clone();
    assert_eq!([0, 1, 2].map(|place| results.seconds(place)), [None; 3]);
    results.took(1, 0.5);
    results.took(3, 2.0);
    assert_eq!([0, 1, 2, 3].map(|place| results.seconds(place)), [None, Some(0.5), None, Some(2.0)]);
    assert_eq!(results.bytes(1), found.bytes(1));
    let mut timed = Results::none();
    timed.took(0, 1.0);
    assert!(timed.is_empty(), "what has taken time and found nothing is none");
}

#[test]
fn workers_share_what_one_does_where_nobody_says_otherwise() {
    let mut results = Results::none();
    assert_eq!(results.workers(), 1);
    for (workers, shared) in [(3, 3), (1, 1), (0, 1)] {
        results.shared_by(workers);
        assert_eq!(results.workers(), shared);
    }
    assert!(results.is_empty());
}
