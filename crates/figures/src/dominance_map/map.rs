//! The map itself: the error of gravity's prediction over mass and area, as far as it has been computed.

use pendrop_kit::chart::{Rect, ScalarGrid};
use pendrop_science::{
    error_map::{CELLS, ErrorGrid, ParameterGrid, ROUNDS},
    falling::Release,
};

use super::parameters::{AREAS, MASSES};

/// What counts as no error at all; logarithms end here.
const NEGLIGIBLE: f64 = 1e-12;

/// All masses and areas on offer with which bodies land, let go like this; nothing where none does.
#[must_use]
pub fn grid(release: &Release) -> Option<ParameterGrid> {
    ParameterGrid::landing(release, (MASSES.min, MASSES.max), (AREAS.min, AREAS.max))
}

/// The map.
pub struct Map {
    /// Where bodies land; without it there is nothing to map.
    pub grid: Option<ParameterGrid>,
    /// Whether gravity alone is right everywhere.
    pub exact: bool,
    /// Nodes in a row.
    nodes: usize,
    /// log10 of the error at the nodes.
    logs: Vec<f64>,
}

impl Map {
    /// The map from what a job has found so far. Where it needs none, or where there is nothing yet, errors are computed here:
    /// on the finest grid in still air, on the coarsest where motions have to be integrated.
    #[must_use]
    pub fn of(grid: Option<ParameterGrid>, found: Option<ErrorGrid>) -> Self {
        let ErrorGrid { cells, errors } = match (&grid, found) {
            (Some(grid), Some(found)) if grid.integrated() => found,
            (Some(grid), _) => grid.sweep(if grid.integrated() { ROUNDS[0] } else { CELLS }),
            (None, _) => ErrorGrid::default(),
        };
        Self {
            exact: grid.is_some() && errors.iter().all(|error| *error <= NEGLIGIBLE),
            grid,
            nodes: cells + 1,
            logs: errors.iter().map(|error| error.max(NEGLIGIBLE).log10()).collect(),
        }
    }

    /// log10 of the error as a grid of values that fills a box.
    #[must_use]
    pub fn logs(&self, plot: Rect) -> ScalarGrid<'_> {
        ScalarGrid { plot, across: self.nodes, values: &self.logs }
    }

    /// The error at a mass (kg) and an area (m²), read off the map; nothing where nothing lands.
    #[must_use]
    pub fn error(&self, mass: f64, area: f64) -> Option<f64> {
        let grid = self.grid.as_ref().filter(|grid| grid.release.fluid_density * grid.release.volume < mass)?;
        let logs = self.logs(Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 });
        Some(10_f64.powf(logs.at((share(grid.mass, mass), share(grid.area, area)))))
    }

    /// The area (m²) at which the error for a mass (kg) passes a value, read off the map.
    #[must_use]
    pub fn area_of(&self, error: f64, mass: f64) -> Option<f64> {
        let grid = self.grid.as_ref()?;
        let at = |row: usize| grid.area_at(row as f64 / (self.nodes - 1) as f64);
        let log = |row: usize| self.error(mass, at(row)).map(f64::log10);
        let level = error.log10();
        let (row, low, high) = (1..self.nodes).find_map(|row| {
            let (low, high) = (log(row - 1)?, log(row)?);
            (low < level && level <= high).then_some((row, low, high))
        })?;
        Some(at(row - 1) * (at(row) / at(row - 1)).powf((level - low) / (high - low)))
    }
}

/// How far along a logarithmic range a value lies, 0..=1 within it.
fn share((low, high): (f64, f64), value: f64) -> f64 {
    (value / low).ln() / (high / low).ln()
}
