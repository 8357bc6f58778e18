//! `backtest`: stand in a past year, fit a trend to what was known, and compare its forecast with what came.

mod outcome;
pub mod parameters;
mod picture;
mod text;

crate::own_strings!("backtest");

use pendrop_science::trend::{Backtest as Test, Errors, Forecasts, Intervals, Misses, Untestable, backtest, misses};

use crate::{
    datasets::{Dataset, logged},
    rates::{GPU_PRICES, MARKET},
};
pub use parameters::BacktestParameters;
use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
    tables::{Point, Tables},
};

/// Mean errors that differ by less (decades) do so by rounding alone.
const ALIKE: f64 = 1e-9;

/// The figure.
pub struct Backtest;

impl Model for Backtest {
    type Parameters = BacktestParameters;
    type Outcome = BacktestOutcome;

    const ID: &'static str = "backtest";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/trend/backtest.rs";
    const HEIGHTS: Heights = Heights { narrow: 332.0, wide: 580.0 };
    const CHALLENGE: Option<Challenge<BacktestParameters, BacktestOutcome>> =
        Some(Challenge { name: "better-but-outside", label: label!(challenge), met: |_, outcome| outcome.is_better_outside() });

    fn tables(parameters: &BacktestParameters) -> &'static [&'static str] {
        Dataset::of(parameters.dataset).tables()
    }

    fn solve(parameters: BacktestParameters, inputs: Inputs) -> BacktestOutcome {
        BacktestOutcome::of(&parameters, inputs.tables)
    }
}

/// A forecast made at a date, and what came of it.
pub struct BacktestOutcome {
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
    /// Every whole year between the first point and the last as a cut, and how far off the forecasts made there were.
    strip: Vec<(f64, Option<Misses>)>,
}

/// At how many cuts the trend was closer than a rival, of all cuts at which both can be judged and one was closer.
#[derive(Clone, Copy)]
struct Wins {
    won: usize,
    of: usize,
}

impl BacktestOutcome {
    fn of(parameters: &BacktestParameters, tables: &Tables) -> Self {
        let &BacktestParameters { dataset, cut, horizon, reveal } = parameters;
        let dataset = Dataset::of(dataset);
        let logged: Vec<(f64, f64)> = eligible_points(dataset, tables).into_iter().map(logged).collect();
        let cuts = cuts(&logged);
        let strip = cuts.iter().copied().zip(misses(&logged, &cuts, horizon).into_iter().map(Result::ok)).collect();
        let forecasts = Forecasts::at(&logged, cut);
        Self {
            dataset,
            tables: tables.clone(),
            cut,
            horizon,
            revealed: reveal,
            forecasts,
            bands: [0.8, 0.95].map(|level| forecasts.ok()?.fit.intervals(level)),
            test: backtest(&logged, cut, horizon),
            strip,
        }
    }

    /// Whether what came to be known of supercomputers was foretold better by the trend than by “nothing changes”, and yet most of it
    /// lay outside the trend's 95 % band.
    fn is_better_outside(&self) -> bool {
        let judged = self.test.as_ref().ok().filter(|_| self.revealed && self.dataset.id == "supercomputers");
        judged.is_some_and(|test| test.trend.mean_error_decades < test.constant.mean_error_decades && test.coverage_95 < 0.5)
    }

    /// The points that take part, by year.
    fn points(&self) -> Vec<&Point> {
        eligible_points(self.dataset, &self.tables)
    }

    /// How many of the points were known at the cut: they come first.
    fn known(&self) -> usize {
        self.points().partition_point(|point| point.year <= self.cut)
    }

    /// The points that came while the forecast held.
    fn came(&self) -> Vec<&Point> {
        self.points().into_iter().filter(|point| self.cut < point.year && point.year <= self.cut + self.horizon).collect()
    }

    /// Whether no point is later than the cut.
    fn ended(&self) -> bool {
        self.known() == self.points().len()
    }

    /// How often the trend was closer than a rival; nothing where they cannot be compared at any cut.
    fn wins(&self, rival: fn(&Misses) -> Option<Errors>) -> Option<Wins> {
        let mut wins = Wins { won: 0, of: 0 };
        for misses in self.strip.iter().filter_map(|(_, misses)| misses.as_ref()) {
            let Some(rival) = rival(misses) else { continue };
            // Equal forecasts, as where all that is known is of the last five years, count for neither.
            let ahead = rival.mean_error_decades - misses.trend.mean_error_decades;
            wins.of += usize::from(ahead.abs() > ALIKE);
            wins.won += usize::from(ahead > ALIKE);
        }
        (wins.of > 0).then_some(wins)
    }

    /// The points that the reader is shown: not what is still to be guessed.
    fn visible(&self) -> Vec<&Point> {
        let mut points = self.points();
        points.truncate(if self.revealed { points.len() } else { self.known() });
        points
    }
}

/// The points of a dataset that make one history, by year: of graphics cards the consumer ones; of supercomputers those of the
/// lists, as only the order of magnitude is known of the earlier ones.
fn eligible_points<'a>(dataset: &Dataset, tables: &'a Tables) -> Vec<&'a Point> {
    let takes_part = |point: &&Point| match dataset.id {
        GPU_PRICES => point.group == MARKET,
        _ => point.group != "earlier",
    };
    dataset.points(tables).iter().filter(takes_part).collect()
}

/// Every whole year between the first point and the last: finer ones differ by single points, and make the strip jump.
fn cuts(points: &[(f64, f64)]) -> Vec<f64> {
    let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else { return Vec::new() };
    (first.ceil() as i32..=last.floor() as i32).map(f64::from).collect()
}
