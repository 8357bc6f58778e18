use std::cell::Cell;

use super::*;
use crate::job::{
    Job,
    count::{Count, worked_ms},
    decode, encode,
};

/// An executor on which each step takes 1 ms, and nothing else takes time.
#[derive(Default)]
struct Thread {
    executor: Executor,
    /// Time in which nothing was done, ms.
    idle: Cell<f64>,
    reports: Vec<Report>,
}

/// When the device's clock stood at the start of the other one, ms.
const EPOCH: f64 = 1.7e12;

impl Thread {
    fn now(&self) -> f64 {
        self.idle.get() + worked_ms()
    }

    fn handle(&mut self, command: Command) {
        let moment = Moment { now_ms: self.now(), epoch_ms: EPOCH + self.now() };
        let kind = |name: &str| (name == Count::NAME).then(JobKind::answering::<Count>);
        self.executor.handle(command, &kind, moment, &mut |report| self.reports.push(report));
        self.executor.answer_due(moment.now_ms, &mut |report| self.reports.push(report));
    }

    fn start(&mut self, job: JobId, limit: u32) {
        self.handle(Command::Start { job, kind: "count".to_owned(), spec: encode(&limit), text: String::new(), paused: false });
    }

    fn ask(&mut self, job: JobId, question: QuestionId, not_before_ms: Option<f64>) {
        self.handle(Command::Ask { job, question, body: encode(&100_u32), not_before_ms });
    }

    /// Asks something that takes so many steps of thinking.
    fn ask_hard(&mut self, job: JobId, question: QuestionId, steps: u32) {
        self.handle(Command::Ask { job, question, body: encode(&(1000 * steps)), not_before_ms: None });
    }

    /// Runs a slice; what was reported since the last time.
    fn slice(&mut self, length_ms: f64) -> Vec<Report> {
        let clock = || self.idle.get() + worked_ms();
        self.executor.run_slice(length_ms, &clock, &mut |report| self.reports.push(report));
        std::mem::take(&mut self.reports)
    }
}

/// Job, count and whether it is done.
fn counts(reports: &[Report]) -> Vec<(JobId, u32, bool)> {
    let count = |report: &Report| match report {
        Report::Progress { job, done, partial, .. } => Some((*job, decode(partial)?, *done)),
        _ => None,
    };
    reports.iter().filter_map(count).collect()
}

fn answer(job: JobId, question: QuestionId, number: Option<u32>) -> Report {
    Report::Answer { job, question, body: number.map(|number| encode(&number)) }
}

#[test]
fn jobs_take_their_steps_in_turn_across_slices() {
    let mut thread = Thread::default();
    for job in 1..=3 {
        thread.start(job, 4);
    }
    assert_eq!(counts(&thread.slice(10.0)), [(1, 4, true)]);
    assert_eq!(counts(&thread.slice(10.0)), [(2, 4, true), (3, 4, true)]);
    assert_eq!(thread.executor.next_wake(0.0), None);
}

#[test]
fn a_job_reports_at_most_every_fifty_ms_and_at_its_end() {
    let mut thread = Thread::default();
    thread.start(1, 120);
    assert_eq!(counts(&thread.slice(1000.0)), [(1, 50, false), (1, 100, false), (1, 120, true)]);
}

/// Seconds of each job's last report.
fn seconds(reports: &[Report], of: JobId) -> Option<f64> {
    let seconds = |report: &Report| match report {
        Report::Progress { job, seconds, .. } if *job == of => Some(*seconds),
        _ => None,
    };
    reports.iter().rev().find_map(seconds)
}

#[test]
fn a_job_says_how_long_its_own_steps_have_taken() {
    let mut thread = Thread::default();
    thread.start(1, 120);
    thread.start(2, 30);
    let mut reports = thread.slice(70.0);
    // Others' steps, thoughts about questions and pauses are not its own.
    thread.ask_hard(1, 7, 10);
    thread.idle.set(500.0);
    reports.extend(thread.slice(1000.0));
    assert_eq!([1, 2, 3].map(|job| seconds(&reports, job)), [Some(0.12), Some(0.03), None]);
    assert!((thread.now() - 660.0).abs() < 2.0, "{}", thread.now());
}

#[test]
fn a_slice_ends_on_time_and_the_executor_asks_for_another() {
    let mut thread = Thread::default();
    thread.start(1, 1000);
    assert!(thread.slice(25.0).is_empty());
    assert!(thread.now() <= 27.0);
    assert_eq!(thread.executor.next_wake(thread.now()), Some(0.0));
}

#[test]
fn a_paused_job_rests_and_answers_all_the_same() {
    let mut thread = Thread::default();
    thread.start(1, 10);
    thread.handle(Command::Pause(1));
    assert_eq!(thread.executor.next_wake(0.0), None);
    thread.ask(1, 7, None);
    assert_eq!(thread.slice(25.0), [answer(1, 7, Some(100))]);
    thread.handle(Command::Resume(1));
    assert_eq!(counts(&thread.slice(25.0)), [(1, 10, true)]);
}

#[test]
fn a_job_can_begin_paused() {
    let mut thread = Thread::default();
    thread.handle(Command::Start { job: 1, kind: "count".to_owned(), spec: encode(&3_u32), text: String::new(), paused: true });
    assert!(thread.slice(25.0).is_empty());
    thread.handle(Command::Resume(1));
    assert_eq!(counts(&thread.slice(25.0)), [(1, 3, true)]);
}

#[test]
fn a_finished_job_answers_until_it_is_cancelled() {
    let mut thread = Thread::default();
    thread.start(1, 3);
    thread.slice(25.0);
    thread.ask(1, 7, None);
    assert_eq!(thread.reports, [answer(1, 7, Some(103))]);
    thread.handle(Command::Cancel(1));
    thread.reports.clear();
    thread.ask(1, 8, None);
    assert_eq!(thread.reports, [answer(1, 8, None)]);
}

#[test]
fn a_question_waits_until_it_is_due_but_not_for_ever() {
    let mut thread = Thread::default();
    thread.start(1, 1);
    thread.slice(5.0);
    let now = thread.now();
    thread.ask(1, 7, Some(EPOCH + now + 30.0));
    thread.ask(1, 8, Some(EPOCH + now + 1e9));
    thread.ask(1, 9, Some(EPOCH - 1e9));
    assert_eq!(thread.slice(5.0), [answer(1, 9, Some(101))]);
    assert_eq!(thread.executor.next_wake(now), Some(30.0));
    thread.idle.set(30.0);
    assert_eq!(thread.slice(5.0), [answer(1, 7, Some(101))]);
    assert_eq!(thread.executor.next_wake(now), Some(MAX_DELAY_MS));
    thread.handle(Command::Cancel(1));
    assert_eq!(thread.executor.next_wake(now), None);
}

#[test]
fn what_is_no_job_is_rejected() {
    let mut thread = Thread::default();
    thread.handle(Command::Start { job: 1, kind: "unknown".to_owned(), spec: encode(&3_u32), text: String::new(), paused: false });
    thread.handle(Command::Start { job: 2, kind: "count".to_owned(), spec: Vec::new(), text: String::new(), paused: false });
    assert_eq!(thread.reports, [Report::Rejected(1), Report::Rejected(2)]);
}

#[test]
fn a_cancelled_job_leaves_the_others_their_turns() {
    let mut thread = Thread::default();
    for job in 1..=3 {
        thread.start(job, 1000);
    }
    thread.slice(5.0);
    thread.handle(Command::Cancel(2));
    thread.handle(Command::Cancel(7));
    let reports = counts(&thread.slice(100.0));
    assert!([1, 3].iter().all(|job| reports.iter().any(|(reported, ..)| reported == job)));
    assert!(reports.iter().all(|(job, ..)| *job != 2));
}

#[test]
fn a_job_thinks_in_slices_while_others_take_their_steps() {
    let mut thread = Thread::default();
    thread.start(1, 1);
    thread.start(2, 1000);
    thread.slice(5.0);
    thread.ask_hard(1, 7, 20);
    // What it is asked later waits; what others are asked does not.
    thread.ask(1, 8, None);
    thread.ask(2, 9, None);
    let first = thread.slice(25.0);
    assert!(matches!(first[..], [Report::Answer { question: 9, .. }]), "{first:?}");
    assert_eq!(thread.executor.next_wake(thread.now()), Some(0.0));
    let then = thread.slice(25.0);
    let order: Vec<_> =
        then.iter().filter_map(|report| if let Report::Answer { question, .. } = report { Some(*question) } else { None }).collect();
    assert_eq!(order, [7, 8]);
    assert!(then.contains(&answer(1, 7, Some(20_001))) && then.contains(&answer(1, 8, Some(101))), "{then:?}");
}

#[test]
fn thinking_alone_ends_with_the_slice_and_when_its_job_is_cancelled() {
    let mut thread = Thread::default();
    thread.start(1, 1);
    thread.slice(5.0);
    thread.ask_hard(1, 7, 1000);
    let before = thread.now();
    assert_eq!(thread.slice(25.0), []);
    assert!((25.0..=27.0).contains(&(thread.now() - before)));
    thread.handle(Command::Cancel(1));
    assert_eq!((thread.slice(25.0), thread.executor.next_wake(0.0)), (vec![], None));
}
