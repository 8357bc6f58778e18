//! Floor 2: what every figure is made of, and the figures themselves, one file each, named by the id.
//!
//! Invariant: a figure is a pure function from its parameters to an outcome that can be drawn, read, listed and told.
//! Nothing here knows about the web, its frameworks, storage or the clock; a language is only a table of strings.

pub mod anatomy;
pub mod backtest;
pub mod chart;
pub mod compute_trend;
pub mod cover;
pub mod datasets;
pub mod dominance_map;
pub mod drivers;
pub mod ensemble;
pub mod fixed_budget;
pub mod flutter;
pub mod format;
pub mod locale;
pub mod parameter;
pub mod pen_drop;
pub mod query;
pub mod question;
pub mod rates;
pub mod svg;
pub mod tables;
pub mod values;
pub mod work;
pub mod your_device;

use anatomy::Figure;

/// Every figure of the site.
pub const FIGURES: &[&dyn Figure] = &[
    &pen_drop::PenDrop,
    &dominance_map::DominanceMap,
    &ensemble::Ensemble,
    &flutter::Flutter,
    &compute_trend::ComputeTrend,
    &fixed_budget::FixedBudget,
    &backtest::Backtest,
    &drivers::Drivers,
    &your_device::YourDevice,
];

/// The figure with this id.
#[must_use]
pub fn figure(id: &str) -> Option<&'static dyn Figure> {
    FIGURES.iter().copied().find(|figure| figure.id() == id)
}
