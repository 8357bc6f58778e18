//! Where gravity alone predicts well: the error of its prediction over a plane of mass and area.
//!
//! Everything else about the release stays as it is. In still air the error depends on two numbers only, both without
//! gravity in them: drag times height, rho Cd A h / (2 m), and the part of the weight that is carried, rho V / m.
//! The errors are found at the nodes of a grid that lie evenly in the logarithms of mass and area. It begins where bodies
//! begin to sink: at the mass of the displaced fluid the fall takes for ever, so that the error there is 1, the limit.

use serde::{Deserialize, Serialize};

use crate::falling::{Fall, Release, STILL, WEIGHTLESS};

/// Cells along each side of the finest grid.
pub const CELLS: usize = 96;

/// Cells along each side after each round of a sweep in steps. Nodes of one round are nodes of the next.
pub const ROUNDS: [usize; 4] = [12, 24, 48, CELLS];

/// Steps of integration in one step of a sweep: some milliseconds.
const STEP: usize = 8_000;

/// What a node costs besides its steps, in steps.
const OVERHEAD: usize = 5;

/// The bodies that land: a rectangle of masses and areas, and what they have in common.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterGrid {
    /// The release all have in common; its mass and area do not matter.
    pub release: Release,
    /// Least and greatest mass (kg).
    pub mass: (f64, f64),
    /// Least and greatest area (m^2).
    pub area: (f64, f64),
}

impl ParameterGrid {
    /// The part of a rectangle of masses (kg) and areas (m^2) in which bodies land; nothing where none does.
    pub fn landing(release: &Release, mass: (f64, f64), area: (f64, f64)) -> Option<ParameterGrid> {
        let carried = release.fluid_density * release.volume;
        let lands = release.gravity >= WEIGHTLESS && carried < mass.1;
        lands.then_some(ParameterGrid { release: *release, mass: (mass.0.max(carried), mass.1), area })
    }

    /// Whether the motion has to be integrated: wind, and something for it to grip.
    pub fn integrated(&self) -> bool {
        let r = &self.release;
        r.wind.abs() >= STILL && r.fluid_density * r.drag_coefficient > 0.0
    }

    /// The mass (kg) at a share of the way, 0..=1, from the least to the greatest.
    pub fn mass_at(&self, share: f64) -> f64 {
        between(self.mass, share)
    }

    /// The area (m^2) at a share of the way, 0..=1, from the least to the greatest.
    pub fn area_at(&self, share: f64) -> f64 {
        between(self.area, share)
    }

    /// The fall of the body with this mass (kg) and area (m^2).
    pub fn fall(&self, mass: f64, area: f64) -> Fall {
        Fall::solve(&Release { mass, area, ..self.release })
    }

    /// The errors at all nodes of a grid with so many cells along each side.
    pub fn sweep(&self, cells: usize) -> ErrorGrid {
        let side = |at: fn(&ParameterGrid, f64) -> f64| (0..=cells).map(move |node| at(self, node as f64 / cells as f64));
        let masses: Vec<f64> = side(ParameterGrid::mass_at).collect();
        let errors = side(ParameterGrid::area_at).flat_map(|area| masses.iter().map(move |mass| error(&self.fall(*mass, area))));
        ErrorGrid { cells, errors: errors.collect() }
    }
}

/// Errors of gravity's prediction at the nodes of a grid over masses and areas. They are complete: none is NaN.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ErrorGrid {
    /// Cells along each side; there is one node more.
    pub cells: usize,
    /// The errors, (t - t_vacuum) / t, by rows of one area, the least first, within a row from the least mass on.
    pub errors: Vec<f64>,
}

/// Evenly in the logarithm.
fn between((low, high): (f64, f64), share: f64) -> f64 {
    if share < 1.0 { low * (high / low).powf(share) } else { high }
}

/// The error of the prediction, or its limit for a body that just floats.
fn error(fall: &Fall) -> f64 {
    fall.prediction_error().unwrap_or(1.0)
}

/// The errors found in steps, from a coarse grid to the finest.
pub struct GridSweep {
    grid: ParameterGrid,
    /// The errors at the nodes of the finest grid; NaN where there is none yet.
    errors: Vec<f64>,
    /// The round in progress.
    round: usize,
    /// How many nodes of this round have been seen to.
    seen: usize,
    /// How many nodes are known.
    known: usize,
}

impl GridSweep {
    /// A sweep that has not begun.
    pub fn new(grid: ParameterGrid) -> GridSweep {
        GridSweep { grid, errors: vec![f64::NAN; (CELLS + 1) * (CELLS + 1)], round: 0, seen: 0, known: 0 }
    }

    /// Does the next step, at most one round. False once all rounds are done.
    pub fn step(&mut self) -> bool {
        let Some(cells) = ROUNDS.get(self.round) else { return false };
        let (side, stride) = (cells + 1, CELLS / cells);
        let mut spent = 0;
        while self.seen < side * side && spent < STEP {
            let (across, up) = (self.seen % side * stride, self.seen / side * stride);
            self.seen += 1;
            let node = &mut self.errors[up * (CELLS + 1) + across];
            if node.is_nan() {
                let share = |node: usize| node as f64 / CELLS as f64;
                let fall = self.grid.fall(self.grid.mass_at(share(across)), self.grid.area_at(share(up)));
                *node = error(&fall);
                spent += fall.steps() + OVERHEAD;
                self.known += 1;
            }
        }
        if self.seen == side * side {
            (self.round, self.seen) = (self.round + 1, 0);
        }
        self.round < ROUNDS.len()
    }

    /// How much of the sweep is done, from 0 to 1.
    pub fn progress(&self) -> f64 {
        self.known as f64 / self.errors.len() as f64
    }

    /// The errors on the finest grid that is complete; nothing before the first round is done.
    pub fn complete(&self) -> Option<ErrorGrid> {
        let cells = *ROUNDS.get(self.round.checked_sub(1)?)?;
        let node = |along: usize| along * (CELLS / cells);
        let errors = (0..=cells)
            .flat_map(|up| (0..=cells).map(move |across| (up, across)))
            .map(|(up, across)| self.errors[node(up) * (CELLS + 1) + node(across)]);
        Some(ErrorGrid { cells, errors: errors.collect() })
    }
}
