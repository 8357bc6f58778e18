//! What a trend, fitted to all that was known at some date, would have been worth as a forecast.

use super::{Intervals, LeastSquares};

/// Fewest points up to the cut that a forecast may rest on: two make a line, the third shows how far off it may be.
pub const LEAST_KNOWN: usize = 3;

/// How far back "recent" reaches (years).
pub const RECENT: f64 = 5.0;

/// How far forecasts were off, in decades (log10): 0.3 is a factor of two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errors {
    /// Mean of forecast minus outcome: positive where too much was promised.
    pub bias_decades: f64,
    /// Mean distance of forecast and outcome, either way.
    pub mean_error_decades: f64,
}

/// Why there is nothing to test at a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untestable {
    /// Fewer than [`LEAST_KNOWN`] points up to the cut.
    TooFewKnown,
    /// All points up to the cut have the same date, so they make no trend.
    OneDate,
    /// No point after the cut within the horizon.
    NoOutcome,
}

/// A forecast made at a date, held against what came.
#[derive(Clone, Copy, Debug)]
pub struct Backtest {
    /// Date up to which points were known, inclusive (decimal year).
    pub cut: f64,
    /// How far the forecast reached (years): outcomes are the points with cut < x <= cut + horizon.
    pub horizon: f64,
    /// How many outcomes.
    pub outcomes: usize,
    /// The trend of all points up to the cut. What it foretells, with intervals, comes from it.
    pub fit: LeastSquares,
    /// How far the trend's forecasts were off.
    pub trend: Errors,
    /// Share of outcomes within the 80 % prediction interval, 0..=1.
    pub coverage_80: f64,
    /// Share of outcomes within the 95 % prediction interval, 0..=1.
    pub coverage_95: f64,
    /// The level at the cut: y of the last point with x <= cut, the mean of y where several share that x.
    pub level: f64,
    /// How far "nothing changes" was off: the level at the cut as the forecast for ever after.
    pub constant: Errors,
    /// The trend of the last five years, cut - [`RECENT`] < x <= cut. Nothing with fewer than two different x among them.
    pub recent_fit: Option<LeastSquares>,
    /// How far "as in the last five years" was off.
    pub recent: Option<Errors>,
}

/// How far each of the three forecasts made at one date was off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Misses {
    /// The trend of all points up to the cut.
    pub trend: Errors,
    /// "Nothing changes".
    pub constant: Errors,
    /// "As in the last five years", where that makes a trend.
    pub recent: Option<Errors>,
}

/// The three forecasts that can be made at a date from what is known then.
#[derive(Clone, Copy, Debug)]
pub struct Forecasts {
    /// The trend of all points up to the cut.
    pub fit: LeastSquares,
    /// The level at the cut, see [`Backtest::level`].
    pub level: f64,
    /// The trend of the last five years, see [`Backtest::recent_fit`].
    pub recent_fit: Option<LeastSquares>,
}

impl Forecasts {
    /// The forecasts from the points (x, log10 value) with x <= cut, in any order.
    ///
    /// # Errors
    /// Too few points up to the cut, or all on one date.
    pub fn at(points: &[(f64, f64)], cut: f64) -> Result<Forecasts, Untestable> {
        let known = between(points, f64::NEG_INFINITY, cut);
        if known.len() < LEAST_KNOWN {
            return Err(Untestable::TooFewKnown);
        }
        let fit = LeastSquares::of(&known).ok_or(Untestable::OneDate)?;
        Ok(Forecasts { fit, level: last(&known), recent_fit: LeastSquares::of(&between(&known, cut - RECENT, cut)) })
    }

    fn misses(&self, outcomes: &[(f64, f64)]) -> Misses {
        let line = |fit: LeastSquares| errors(outcomes, fit.mean_x, fit.mean_y, fit.slope);
        Misses { trend: line(self.fit), constant: errors(outcomes, 0.0, self.level, 0.0), recent: self.recent_fit.map(line) }
    }
}

/// Points with after < x <= to.
fn between(points: &[(f64, f64)], after: f64, to: f64) -> Vec<(f64, f64)> {
    points.iter().copied().filter(|(x, _)| after < *x && *x <= to).collect()
}

/// The forecasts made at a cut, and what came of them.
fn past(points: &[(f64, f64)], cut: f64, horizon: f64) -> Result<(Forecasts, Vec<(f64, f64)>), Untestable> {
    let forecasts = Forecasts::at(points, cut)?;
    let outcomes = between(points, cut, cut + horizon);
    if outcomes.is_empty() { Err(Untestable::NoOutcome) } else { Ok((forecasts, outcomes)) }
}

/// Fits the points (x, log10 value) with x <= cut and compares what follows within the horizon with the fit's forecast.
/// The points may come in any order.
///
/// # Errors
/// Too few points up to the cut, all on one date, or no outcome within the horizon; in this order.
pub fn backtest(points: &[(f64, f64)], cut: f64, horizon: f64) -> Result<Backtest, Untestable> {
    let (forecasts, outcomes) = past(points, cut, horizon)?;
    let Misses { trend, constant, recent } = forecasts.misses(&outcomes);
    let Forecasts { fit, level, recent_fit } = forecasts;
    let coverage = |level| share_within(fit.intervals(level), &outcomes);
    Ok(Backtest {
        cut,
        horizon,
        outcomes: outcomes.len(),
        fit,
        trend,
        coverage_80: coverage(0.8),
        coverage_95: coverage(0.95),
        level,
        constant,
        recent_fit,
        recent,
    })
}

/// How far the forecasts made at every cut were off, in the order given. Without intervals, whose quantiles take longer than
/// all the rest.
#[must_use]
pub fn misses(points: &[(f64, f64)], cuts: &[f64], horizon: f64) -> Vec<Result<Misses, Untestable>> {
    cuts.iter().map(|&cut| past(points, cut, horizon).map(|(forecasts, outcomes)| forecasts.misses(&outcomes))).collect()
}

/// Against the line through (x, y) with this slope.
fn errors(outcomes: &[(f64, f64)], x: f64, y: f64, slope: f64) -> Errors {
    let (mut sum, mut distance) = (0.0, 0.0);
    for (when, outcome) in outcomes {
        let error = y + slope * (when - x) - outcome;
        sum += error;
        distance += error.abs();
    }
    let count = outcomes.len() as f64;
    Errors { bias_decades: sum / count, mean_error_decades: distance / count }
}

fn share_within(intervals: Option<Intervals>, outcomes: &[(f64, f64)]) -> f64 {
    let within = intervals.map_or(0, |intervals| outcomes.iter().filter(|(x, y)| intervals.prediction(*x).contains(*y)).count());
    within as f64 / outcomes.len() as f64
}

fn last(known: &[(f64, f64)]) -> f64 {
    let latest = known.iter().fold(f64::NEG_INFINITY, |latest, (x, _)| latest.max(*x));
    let (mut sum, mut count) = (0.0, 0.0);
    for (_, y) in known.iter().filter(|(x, _)| *x == latest) {
        sum += y;
        count += 1.0;
    }
    sum / count
}
