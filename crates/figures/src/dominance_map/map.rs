//! The map itself: the error of gravity's prediction over mass and area, as far as it has been computed.

use pendrop_science::error_map::{CELLS, ParameterGrid, ROUNDS};

use super::parameters::bounds;
use crate::pen_drop::release;
use pendrop_kit::{
    chart::{Rect, ScalarGrid},
    values::Values,
};

/// What counts as no error at all; logarithms end here.
const NEGLIGIBLE: f64 = 1e-12;

/// The plane of all masses and areas on offer in which bodies land, with the other values as they are.
#[must_use]
pub fn plane(values: &Values) -> Option<ParameterGrid> {
    ParameterGrid::landing(&release(values), bounds("mass"), bounds("area"))
}

/// The map.
pub struct Map {
    /// Where bodies land; without it there is nothing to map.
    pub plane: Option<ParameterGrid>,
    /// Whether gravity alone is right everywhere.
    pub exact: bool,
    /// Nodes in a row.
    nodes: usize,
    /// log10 of the error at the nodes.
    logs: Vec<f64>,
}

impl Map {
    /// The map from what has been found so far: errors on a square grid; none where they need no long computation or where
    /// there are none yet.
    #[must_use]
    pub fn of(values: &Values, found: &[f64]) -> Self {
        let plane = plane(values);
        let side = |cells: usize| (cells + 1) * (cells + 1);
        let errors = match (&plane, ROUNDS.iter().find(|cells| side(**cells) == found.len())) {
            (Some(plane), Some(_)) if plane.integrated() => found.to_vec(),
            (Some(plane), _) => plane.survey(if plane.integrated() { ROUNDS[0] } else { CELLS }),
            (None, _) => Vec::new(),
        };
        Self {
            exact: plane.is_some() && errors.iter().all(|error| *error <= NEGLIGIBLE),
            plane,
            nodes: (errors.len() as f64).sqrt() as usize,
            logs: errors.iter().map(|error| error.max(NEGLIGIBLE).log10()).collect(),
        }
    }

    /// log10 of the error as a field that fills a box.
    #[must_use]
    pub fn field(&self, plot: Rect) -> ScalarGrid<'_> {
        ScalarGrid { plot, across: self.nodes, values: &self.logs }
    }

    /// The error at a mass (kg) and an area (m²), read off the map; nothing where nothing lands.
    #[must_use]
    pub fn error(&self, mass: f64, area: f64) -> Option<f64> {
        let plane = self.plane.as_ref().filter(|plane| plane.release.fluid_density * plane.release.volume < mass)?;
        let field = self.field(Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 });
        Some(10_f64.powf(field.at((share(plane.mass, mass), share(plane.area, area)))))
    }

    /// The area (m²) at which the error for a mass (kg) passes a value, read off the map.
    #[must_use]
    pub fn area_of(&self, error: f64, mass: f64) -> Option<f64> {
        let plane = self.plane.as_ref()?;
        let at = |row: usize| plane.area_at(row as f64 / (self.nodes - 1) as f64);
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
