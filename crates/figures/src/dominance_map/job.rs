//! The errors of the map as a job: what it finds are those on the finest grid that is complete.

use pendrop_kit::job::Job;
use pendrop_science::error_map::{ErrorGrid, GridSweep, ParameterGrid};

/// The errors on ever finer grids; nothing before the first one is complete.
pub struct DominanceMapJob(GridSweep);

impl Job for DominanceMapJob {
    const NAME: &'static str = "dominance-map";
    type Spec = ParameterGrid;
    type Partial = Option<ErrorGrid>;

    fn start(grid: ParameterGrid) -> Self {
        Self(GridSweep::new(grid))
    }

    fn step(&mut self) -> bool {
        self.0.step()
    }

    fn progress(&self) -> f64 {
        self.0.progress()
    }

    fn partial(&self) -> Option<ErrorGrid> {
        self.0.complete()
    }
}
