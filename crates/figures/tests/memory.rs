//! What jobs have held is given back: twenty runs leave the memory that two leave.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use pendrop_figures::{FIGURES, testing::values};
use pendrop_kit::{
    figure::Figure,
    job::{
        JobSpec,
        executor::{Executor, Moment},
        protocol::Command,
    },
    locale::Language,
    tables::Tables,
};

/// Counts the bytes that are held.
struct Counting;

thread_local! {
    /// By this thread alone: the one that runs the tests holds what it likes.
    static HELD: Cell<usize> = const { Cell::new(0) };
}

#[allow(unsafe_code, reason = "an allocator cannot be written without; it hands everything on to the system's")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.set(HELD.get().wrapping_add(layout.size()));
        // SAFETY: what is asked of this one is asked of the system's as it is.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.set(HELD.get().wrapping_sub(layout.size()));
        // SAFETY: as above.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Short runs of the figures that have jobs of some length.
const SHORT: &[(&str, &str)] = &[
    ("search-vs-knowledge", "compute=64&games=2&positions=3"),
    ("learn-the-drop", "samples=40&seeds=5"),
    ("ngram-orders", "characters=2000"),
    ("ensemble", "object=feather&wind=3&drops=300"),
];

/// One run after the other in the same executor, as a worker does them: begun, done to the end, reported, forgotten.
fn run(executor: &mut Executor, jobs: &[JobSpec], runs: u32, first: u32) {
    let moment = Moment { now_ms: 0.0, epoch_ms: 0.0 };
    for run in first..first + runs {
        for (place, spec) in (0..).zip(jobs) {
            let (job, text) = (run * 1000 + place, spec.text().unwrap_or_default().to_owned());
            let start = Command::Start { job, kind: spec.kind.name.to_owned(), spec: spec.spec.to_vec(), text, paused: false };
            executor.handle(start, &|_| Some(spec.kind), moment, &mut |_| ());
            // A clock that stands still: one slice is a run to the end.
            executor.run_slice(1.0, &|| 0.0, &mut |_| ());
            executor.handle(Command::Cancel(job), &|_| None, moment, &mut |_| ());
        }
    }
}

#[test]
fn twenty_runs_leave_the_memory_of_two() {
    let tables = Tables::default().reading(Language::En, Some("A pen falls, and the next one falls as the first. ".repeat(60).into()));
    let figure = |id: &str| FIGURES.iter().find(|figure| figure.id() == id).copied();
    for (id, query) in SHORT {
        let figure: &dyn Figure = figure(id).unwrap_or_else(|| panic!("no figure {id}"));
        let jobs = figure.all_jobs(&values(figure, query), tables.corpus());
        assert!(!jobs.is_empty(), "{id} has jobs");
        let mut executor = Executor::default();
        run(&mut executor, &jobs, 2, 0);
        let after_two = HELD.get();
        run(&mut executor, &jobs, 18, 2);
        assert_eq!(HELD.get(), after_two, "{id}: bytes held after two runs, and after twenty");
    }
}
