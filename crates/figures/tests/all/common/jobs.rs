//! What the tests of figures with jobs need: an outcome as far as its jobs have come, and the states of it that are drawn.

use std::sync::Arc;

use pendrop_figures::testing::values;
use pendrop_kit::{figure::Figure, job::RunningJob, outcome::Outcome, picture::Frame, tables::Tables, values::Values};

use super::{assert_drawn, state_and_layout, still};

/// The jobs that values ask for, begun.
pub fn begun(figure: &dyn Figure, values: &Values, tables: &Tables) -> Vec<Box<dyn RunningJob>> {
    figure.jobs(values, tables.corpus()).iter().map(|spec| spec.start().expect("a job of its kinds")).collect()
}

/// The outcome as far as jobs have come.
pub fn so_far(figure: &dyn Figure, values: &Values, tables: &Tables, jobs: &[Box<dyn RunningJob>]) -> Arc<dyn Outcome> {
    figure.outcome(values, tables, &jobs.iter().map(|job| Some(job.partial().into())).collect())
}

/// The outcome once so many steps of each job are done: all, if none is said.
pub fn at_steps(figure: &dyn Figure, query: &str, steps: Option<usize>, tables: &Tables) -> Arc<dyn Outcome> {
    let state = values(figure, query);
    let Some(steps) = steps else { return figure.solve(&state, tables) };
    let mut jobs = begun(figure, &state, tables);
    (0..steps).for_each(|_| jobs.iter_mut().for_each(|job| _ = job.step()));
    so_far(figure, &state, tables, &jobs)
}

/// Compares states with their snapshots, `STATE-LAYOUT`; no drawing has more bytes than `most`.
pub fn states_are_drawn(figure: &dyn Figure, states: &[(&str, Arc<dyn Outcome>)], snapshots: &[&str], frames: [&Frame; 2], most: usize) {
    for snapshot in snapshots {
        let (state, frame) = state_and_layout(snapshot, frames[0], frames[1]);
        let (_, outcome) = states.iter().find(|(name, _)| *name == state).expect("a state");
        let drawn = still(outcome, frame);
        assert!(drawn.len() < most, "{snapshot}: {} bytes", drawn.len());
        assert_drawn(&format!("{}__{snapshot}", figure.id().replace('-', "_")), frame, &drawn);
    }
}
