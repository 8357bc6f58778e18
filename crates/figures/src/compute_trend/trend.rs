//! Which points count, and the line through them.

use pendrop_science::trend::{Intervals, LeastSquares, TheilSen, TimeInterval, records};

use super::TrendParameters;
use crate::datasets::{DATASETS, Dataset, logged};
use pendrop_kit::tables::{Point, Tables};

/// The level of all intervals.
const LEVEL: f64 = 0.95;

/// Why there is no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The table is not there.
    NoTable,
    /// The range ends before it begins.
    Reversed,
    /// Fewer than two points in the range.
    TooFew,
    /// All points in the range have one date.
    OneDate,
}

/// How far the points bear a statement about their trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// The slope is known well.
    Clear,
    /// The slope has a sign, but is not known well; or the last point lies on the other side of the first than the line says.
    Loose,
    /// Two points, which any line meets.
    TwoPoints,
    /// The line might as well be level, or says little about where the points lie.
    None,
}

/// A line that accounts for less of the points' variance than this says little about where they lie.
const LEAST_SHARE: f64 = 0.3;
/// Below this share they scatter widely.
const FAIR_SHARE: f64 = 0.5;
/// The slope is known well where the half width of its 95 % interval is at most this part of it.
const FAIR_WIDTH: f64 = 0.25;

/// A dataset, and the line through those of its points that count.
pub struct Trend {
    tables: Tables,
    /// What is fitted.
    pub dataset: &'static Dataset,
    /// Which graphics cards count: `all`, `consumer` or `professional`; `all` for every other dataset.
    pub segment: &'static str,
    /// First year of the fit, inclusive.
    pub from: f64,
    /// Last year of the fit, inclusive.
    pub to: f64,
    /// Whether the picture's axis of values is logarithmic.
    pub log: bool,
    /// Whether only records count.
    pub frontier: bool,
    /// For each point, whether it counts if its year is in the range.
    pub eligible: Vec<bool>,
    /// The line.
    pub fit: Result<LeastSquares, Unfit>,
    /// Its 95 % intervals; nothing for two points.
    pub intervals: Option<Intervals>,
}

impl Trend {
    /// The trend with these parameters.
    #[must_use]
    pub fn of(parameters: &TrendParameters, tables: &Tables) -> Self {
        let &TrendParameters { from, to, frontier, .. } = parameters;
        let dataset = Dataset::of(parameters.dataset);
        let points = dataset.points(tables);
        let segment = if dataset.id == "gpu-prices" { parameters.segment } else { "all" };
        let eligible = eligible(points, segment, frontier);
        let used: Vec<_> = counted(points, &eligible, from, to).map(logged).collect();
        let fit = match LeastSquares::of(&used) {
            _ if points.is_empty() => Err(Unfit::NoTable),
            _ if from > to => Err(Unfit::Reversed),
            _ if used.len() < 2 => Err(Unfit::TooFew),
            None => Err(Unfit::OneDate),
            Some(fit) => Ok(fit),
        };
        let intervals = fit.as_ref().ok().and_then(|fit| fit.intervals(LEVEL));
        let log = parameters.scale != "linear";
        Self { tables: tables.clone(), dataset, segment, from, to, log, frontier, eligible, fit, intervals }
    }

    /// All points of the dataset, by year.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        self.dataset.points(&self.tables)
    }

    /// Whether the point at a place in the table is one that the line was fitted to.
    #[must_use]
    pub fn counts(&self, place: usize) -> bool {
        let within = |point: &Point| self.from <= point.year && point.year <= self.to;
        self.eligible.get(place) == Some(&true) && self.points().get(place).is_some_and(within)
    }

    /// The points that the line was fitted to.
    pub fn used(&self) -> impl Iterator<Item = &Point> {
        counted(self.points(), &self.eligible, self.from, self.to)
    }

    /// The line, where the value grows.
    #[must_use]
    pub fn rising(&self) -> Option<&LeastSquares> {
        self.fit.as_ref().ok().filter(|fit| fit.slope > 0.0)
    }

    /// Doubling times (years) of the slope's 95 % interval, where the value grows.
    #[must_use]
    pub fn doubling_interval(&self) -> Option<TimeInterval> {
        self.rising()?.doubling_interval(LEVEL)
    }

    /// The Theil-Sen line.
    #[must_use]
    pub fn robust(&self) -> Option<TheilSen> {
        TheilSen::of(&self.used().map(logged).collect::<Vec<_>>())
    }

    /// How far the points bear what the line says.
    #[must_use]
    pub fn support(&self) -> Support {
        let Ok(fit) = &self.fit else { return Support::None };
        let Some(interval) = fit.slope_interval(LEVEL) else { return Support::TwoPoints };
        let share = fit.r_squared().unwrap_or(0.0);
        let against = self.ends().is_some_and(|(first, last)| (last.value / first.value).log10() * fit.slope < 0.0);
        match fit.slope.abs() {
            _ if share < LEAST_SHARE || interval.low * interval.high <= 0.0 => Support::None,
            slope if against || share < FAIR_SHARE || interval.high - interval.low > 2.0 * FAIR_WIDTH * slope => Support::Loose,
            _ => Support::Clear,
        }
    }

    /// What the value is multiplied by along the line, from the first to the last year of the fit.
    #[must_use]
    pub fn growth(&self) -> Option<f64> {
        let fit = self.fit.as_ref().ok()?;
        Some(10_f64.powf(fit.slope * (self.to - self.from)))
    }

    /// The best of the earliest and the best of the latest date among the points that the line was fitted to. Nothing where
    /// these are one date.
    #[must_use]
    pub fn ends(&self) -> Option<(&Point, &Point)> {
        ends(&self.used().collect::<Vec<_>>())
    }

    /// The same over the years at the start and among all points, of the dataset that the question is about.
    #[must_use]
    pub fn question_ends(&self) -> Option<(&Point, &Point)> {
        let (dataset, (from, to)) = (self.dataset.id, self.dataset.span);
        let points = self.points().iter().filter(|point| dataset == DATASETS[0].id && from <= point.year && point.year <= to);
        ends(&points.collect::<Vec<_>>())
    }
}

/// Of points sorted by date, the best of the first date and the best of the last.
fn ends<'a>(points: &[&'a Point]) -> Option<(&'a Point, &'a Point)> {
    let (first, last) = (points.first()?.year, points.last()?.year);
    let best = |year: f64| points.iter().copied().filter(|point| point.year == year).max_by(|a, b| a.value.total_cmp(&b.value));
    best(first).zip(best(last)).filter(|_| first < last)
}

fn counted<'a>(points: &'a [Point], eligible: &'a [bool], from: f64, to: f64) -> impl Iterator<Item = &'a Point> {
    let counted = points.iter().zip(eligible).filter(|(_, eligible)| **eligible).map(|(point, _)| point);
    counted.filter(move |point| from <= point.year && point.year <= to)
}

/// Records are those of the whole history of what counts, whatever the range.
fn eligible(points: &[Point], segment: &str, frontier: bool) -> Vec<bool> {
    let member = |point: &Point| segment == "all" || point.group == segment;
    if !frontier {
        return points.iter().map(member).collect();
    }
    // What is no number sets no record and hinders none.
    let values: Vec<_> = points.iter().map(|point| if member(point) { logged(point) } else { (point.year, f64::NAN) }).collect();
    records(&values)
}
