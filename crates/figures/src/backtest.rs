//! `backtest`: stand in a past year, fit a trend to what was known, and hold its forecast against what came.

mod outcome;
pub mod parameters;
mod picture;
mod words;

use pendrop_science::trend::{Backtest as Test, Forecasts, Intervals, Misses, Untestable, backtest, misses};

use crate::{
    anatomy::{Figure, Heights, Outcome},
    datasets::{Dataset, logged},
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
        Heights { narrow: 350.0, wide: 580.0 }
    }

    fn tables(&self, values: &Values) -> &'static [&'static str] {
        std::slice::from_ref(&Dataset::of(values.chosen("dataset")).id)
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        Box::new(Tested::of(values, tables))
    }
}

/// A forecast made at a date, and what came of it.
struct Tested {
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
    /// Every cut (decimal year) and what became of forecasts made there.
    strip: Vec<(f64, Option<Misses>)>,
}

/// The cuts of the strip lie so far apart (years), where the points span no more than [`LONG`] years; else twice as far.
const FINE: f64 = 0.25;
const LONG: f64 = 60.0;

impl Tested {
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

/// Every cut between the first point and the last.
fn cuts(points: &[(f64, f64)]) -> Vec<f64> {
    let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else { return Vec::new() };
    let step = if last - first > LONG { 2.0 * FINE } else { FINE };
    let from = (first / step).ceil() as i32;
    let to = (last / step).floor() as i32;
    (from..=to).map(|place| f64::from(place) * step).collect()
}
