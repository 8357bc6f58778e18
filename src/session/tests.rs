//! Runs whose results come from jobs, beside each other.

use futures_util::FutureExt;
use pendrop_figures::{figure, testing::values};
use pendrop_kit::runs::Mark;

use super::*;
use crate::browser::Base;

/// Two runs of `learn-the-drop` that are not recorded and take next to no time.
const FEW: &str = "samples=20&seeds=5";
const FEWER: &str = "samples=8&seeds=5";

fn session(id: &str) -> Session {
    let figure = figure(id).expect("a figure");
    let store = TableStore::new(Base(StoredValue::new(String::new())), || async { None }.boxed_local());
    Session::new(figure, Language::En, String::new(), store)
}

fn show(session: Session, query: &str) {
    let state = State { values: values(session.figure, query), ..session.state() };
    session.dispatch(Command::Load(Box::new(state)), Origin::Reader);
}

/// Does the jobs for the values in force, as a page would.
fn run(session: Session) {
    let jobs = session.jobs();
    let results: Results = jobs.iter().map(JobSpec::run_to_completion).collect();
    let found = JobResults { jobs, results };
    session.results.set(Some(found.clone()));
    session.remember(found);
}

/// Each run beside the present one: its place, and whether it is made.
fn beside(session: Session) -> Vec<(Mark, bool)> {
    session.runs().iter().map(|run| (run.mark, run.made)).collect()
}

/// Names of the runs in the table; none where it is of one run alone.
fn in_table(session: Session) -> Vec<String> {
    let table = session.evaluation().outcome.table(Language::En);
    let own = session.start().outcome.table(Language::En).heads.len();
    let mut names: Vec<_> = table.rows.iter().filter(|row| row.len() > own).map(|row| row[0].shown(Language::En)).collect();
    names.dedup();
    names
}

#[test]
fn what_jobs_have_found_stays_for_the_runs_beside_the_present_one() {
    let owner = Owner::new();
    owner.set();
    let session = session("learn-the-drop");
    show(session, FEW);
    run(session);
    session.dispatch(Command::Keep, Origin::Reader);
    show(session, FEWER);
    // While the jobs are under way, and after that.
    assert_eq!(beside(session), [(Mark::Kept(0), true)]);
    run(session);
    assert_eq!(in_table(session), ["8 measurements", "20 measurements"]);
    show(session, "flutter=0");
    // Recorded, with the run before.
    assert_eq!(beside(session), [(Mark::Kept(0), true), (Mark::Before, true)]);
    assert!(session.evaluation().outcome.undrawn(Mark::Kept(0)).is_none());
}

#[test]
fn a_kept_run_that_has_not_been_run_says_so_and_a_run_before_that_never_ended_leaves_nothing() {
    let owner = Owner::new();
    owner.set();
    let session = session("learn-the-drop");
    let kept = [FEW, "flutter=0"].map(|query| values(session.figure, query)).to_vec();
    session.dispatch(Command::Load(Box::new(State { kept, ..session.state() })), Origin::Address);
    assert_eq!(beside(session), [(Mark::Kept(0), false), (Mark::Kept(1), true)]);
    let outcome = session.evaluation().outcome;
    let why = |mark| outcome.undrawn(mark).map(|why| why(Language::En));
    assert_eq!([0, 1].map(|place| why(Mark::Kept(place))), [Some("it has not been run on this page yet"), None]);
    assert_eq!(in_table(session).len(), 2);

    // It is cancelled: another run follows before it has come to its end.
    show(session, FEWER);
    show(session, "");
    assert_eq!(beside(session).len(), 2);

    session.show_kept(0);
    assert!(!session.jobs().is_empty() && session.values() == values(session.figure, FEW));
    run(session);
    show(session, "");
    assert_eq!(beside(session), [(Mark::Kept(0), true), (Mark::Kept(1), true)]);
    assert_eq!(in_table(session).len(), 3);
    // What is done once is not done again.
    let once = session.runs()[0].outcome.clone();
    session.dispatch(Command::Drop(1), Origin::Reader);
    assert!(Arc::ptr_eq(&once, &session.runs()[0].outcome));
}

#[test]
fn runs_on_another_text_are_forgotten() {
    let owner = Owner::new();
    owner.set();
    let session = session("ngram-orders");
    session.dispatch(Command::Keep, Origin::Reader);
    show(session, "characters=1000");
    assert_eq!(beside(session), [(Mark::Kept(0), true)]);
    session.learn_from(Some("abc ".repeat(400).into()));
    assert!(beside(session).is_empty() && session.before().is_none());
    run(session);
    session.dispatch(Command::Keep, Origin::Reader);
    show(session, "characters=100");
    assert_eq!(beside(session), [(Mark::Kept(0), true)]);
    // The same text once more changes nothing.
    session.learn_from(Some("abc ".repeat(400).into()));
    assert_eq!(beside(session).len(), 1);
    session.learn_from(None);
    assert!(beside(session).is_empty());
}
