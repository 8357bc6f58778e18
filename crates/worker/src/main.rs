//! The program of a worker: it runs the jobs that the page sends, several at once, and reports what they find.
//!
//! Page and worker speak [`Command`] and [`Report`], as bytes. To end a worker the page terminates it.

mod benchmark;
mod kernels;
mod scope;

use std::cell::{Cell, RefCell};

use pendrop_figures::testing::CountJob;
use pendrop_kit::job::{
    JobKind, decode, encode,
    executor::Executor,
    protocol::{Command, Report},
};
use wasm_bindgen::closure::Closure;

/// A slice of work, ms: so long does a command wait at most. A nested timer of zero waits four, so a slice is several times that.
const SLICE_MS: f64 = 25.0;

/// The kinds of jobs that no figure asks for.
const OWN_KINDS: [JobKind; 2] = [JobKind::answering::<benchmark::Benchmark>(), JobKind::answering::<CountJob>()];

thread_local! {
    static EXECUTOR: RefCell<Executor> = RefCell::default();
    /// The timer for the next slice: its handle, and when it is due, ms.
    static TIMER: Cell<Option<(i32, f64)>> = const { Cell::new(None) };
    /// Runs a slice after the messages that wait have been handled.
    static RUN: Closure<dyn FnMut()> = Closure::new(run_slice);
}

fn main() {
    scope::listen(|bytes| {
        if let Some(command) = decode(&bytes) {
            handle(command);
        }
    });
    report(Report::Ready);
}

/// The kind of job with this name.
fn kind(name: &str) -> Option<JobKind> {
    OWN_KINDS.iter().find(|kind| kind.name == name).or_else(|| pendrop_figures::job_kind(name)).copied()
}

fn report(report: Report) {
    scope::post(&encode(&report));
}

fn handle(command: Command) {
    EXECUTOR.with_borrow_mut(|executor| {
        let moment = scope::moment();
        executor.handle(command, &kind, moment, &mut report);
        executor.answer_due(moment.now_ms, &mut report);
    });
    schedule();
}

fn run_slice() {
    TIMER.set(None);
    EXECUTOR.with_borrow_mut(|executor| executor.run_slice(SLICE_MS, &scope::now_ms, &mut report));
    schedule();
}

/// Sees to it that the next slice comes in time; one timer at a time, however many commands come.
fn schedule() {
    let now = scope::now_ms();
    let Some(delay) = EXECUTOR.with_borrow(|executor| executor.next_wake(now)) else { return };
    if let Some((timer, due)) = TIMER.get() {
        if due <= now + delay {
            return;
        }
        scope::clear_timer(timer);
    }
    TIMER.set(RUN.with(|run| scope::set_timer(run, delay)).map(|timer| (timer, now + delay)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_its_own_kinds_and_those_of_the_figures() {
        for name in ["benchmark", "count"].into_iter().chain(pendrop_figures::JOBS.iter().copied().flatten().map(|kind| kind.name)) {
            assert_eq!(kind(name).map(|kind| kind.name), Some(name));
        }
        assert!(kind("").is_none());
    }

    #[test]
    fn no_two_kinds_have_the_same_name() {
        let mut names: Vec<_> = OWN_KINDS.iter().chain(pendrop_figures::JOBS.iter().copied().flatten()).map(|kind| kind.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
