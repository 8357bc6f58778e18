//! `backtest`: stand in a past year, fit a trend to what was known, and hold its forecast against what came.

mod outcome;
pub mod parameters;
mod picture;
mod words;

crate::own_strings!("backtest");

use pendrop_science::trend::{Backtest as Test, Errors, Forecasts, Intervals, Misses, Untestable, backtest, misses};

use crate::datasets::{Dataset, logged};
use pendrop_kit::{
    figure::{Figure, Heights},
    outcome::Outcome,
    parameter::Parameter,
    tables::{Point, Tables},
    values::Values,
};

/// The figure.
pub struct Backtest;

impl Figure for Backtest {
    fn id(&self) -> &'static str {
        "backtest"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/trend/backtest.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 332.0, wide: 580.0 }
    }

    fn tables(&self, values: &Values) -> &'static [&'static str] {
        std::slice::from_ref(&Dataset::of(values.chosen("dataset")).id)
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        Box::new(BacktestOutcome::of(values, tables))
    }
}

/// A forecast made at a date, and what came of it.
struct BacktestOutcome {
    dataset: &'static Dataset,
    tables: Tables,
    /// The date up to which points are known (decimal year).
    cut: f64,
    /// How far the forecast reaches (years).
    horizon: f64,
    /// Whether what came is shown.
    revealed: bool,
    /// What can be foretold from what is known.
    forecasts: Result<Forecasts, Untestable>,
    /// The 80 % and the 95 % prediction interval of the trend.
    bands: [Option<Intervals>; 2],
    /// What came of it.
    test: Result<Test, Untestable>,
    /// Every whole year between the first point and the last as a cut, and what became of forecasts made there.
    strip: Vec<(f64, Option<Misses>)>,
}

/// At how many cuts the trend was closer than a rival, of all cuts at which both can be judged.
#[derive(Clone, Copy)]
struct Wins {
    won: usize,
    of: usize,
}

impl BacktestOutcome {
    fn of(values: &Values, tables: &Tables) -> Self {
        let dataset = Dataset::of(values.chosen("dataset"));
        let (cut, horizon) = (values.number("cut"), values.number("horizon"));
        let logged: Vec<(f64, f64)> = taking_part(dataset, tables).iter().map(logged).collect();
        let cuts = cuts(&logged);
        let strip = cuts.iter().copied().zip(misses(&logged, &cuts, horizon).into_iter().map(Result::ok)).collect();
        let forecasts = Forecasts::at(&logged, cut);
        Self {
            dataset,
            tables: tables.clone(),
            cut,
            horizon,
            revealed: values.is_on("reveal"),
            forecasts,
            bands: [0.8, 0.95].map(|level| forecasts.ok()?.fit.intervals(level)),
            test: backtest(&logged, cut, horizon),
            strip,
        }
    }

    /// The points that take part, by year.
    fn points(&self) -> &[Point] {
        taking_part(self.dataset, &self.tables)
    }

    /// How many of the points were known at the cut: they come first.
    fn known(&self) -> usize {
        self.points().partition_point(|point| point.year <= self.cut)
    }

    /// Whether no point is later than the cut.
    fn ended(&self) -> bool {
        self.known() == self.points().len()
    }

    /// How often the trend was closer than a rival; nothing where they cannot be compared at any cut.
    fn wins(&self, rival: fn(&Misses) -> Option<Errors>) -> Option<Wins> {
        let mut wins = Wins { won: 0, of: 0 };
        for misses in self.strip.iter().filter_map(|(_, misses)| misses.as_ref()) {
            if let Some(rival) = rival(misses) {
                wins.of += 1;
                wins.won += usize::from(misses.trend.mean_error_decades < rival.mean_error_decades);
            }
        }
        (wins.of > 0).then_some(wins)
    }

    /// The points that the reader is shown: not what is still to be guessed.
    fn shown(&self) -> &[Point] {
        &self.points()[..if self.revealed { self.points().len() } else { self.known() }]
    }
}

/// The points of a dataset from its first year on. Of the supercomputers before the first list only the order of magnitude is
/// known, so that they take no part.
fn taking_part<'a>(dataset: &Dataset, tables: &'a Tables) -> &'a [Point] {
    let points = dataset.points(tables);
    &points[points.partition_point(|point| point.group == "earlier")..]
}

/// Every whole year between the first point and the last: finer ones differ by single points, and make the strip jump.
fn cuts(points: &[(f64, f64)]) -> Vec<f64> {
    let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else { return Vec::new() };
    (first.ceil() as i32..=last.floor() as i32).map(f64::from).collect()
}
