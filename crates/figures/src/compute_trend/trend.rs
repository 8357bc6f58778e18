//! Which points count, and the line through them.

use pendrop_science::trend::{Interval, Intervals, LeastSquares, Parabola, TheilSen, TimeInterval, common_slope, records};

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

/// How far the points bear a statement about their trend: judged by the interval of the slope, never by R², which says how widely
/// they scatter and not how well the slope is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// The slope is known well.
    Clear,
    /// The slope has a sign, but is not known well; or the last point lies on the other side of the first than the line says.
    Loose,
    /// Two points, which any line meets.
    TwoPoints,
    /// The line might as well be level.
    None,
}

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
    /// Whether a parabola is shown instead of the line.
    pub curve: bool,
    /// Whether only records count.
    pub frontier: bool,
    /// For each point, whether it counts if its year is in the range. Records are those of the range alone.
    pub eligible: Vec<bool>,
    /// The line.
    pub fit: Result<LeastSquares, Unfit>,
    /// Its 95 % intervals; nothing for two points.
    pub intervals: Option<Intervals>,
    /// The 95 % interval of its slope where residuals that follow one another are alike.
    slopes_hac: Option<Interval>,
    /// The parabola, whether shown or not; nothing for fewer than four points or three dates.
    pub parabola: Option<Parabola>,
}

impl Trend {
    /// The trend with these parameters.
    #[must_use]
    pub fn of(parameters: &TrendParameters, tables: &Tables) -> Self {
        let &TrendParameters { from, to, frontier, .. } = parameters;
        let dataset = Dataset::of(parameters.dataset);
        let points = dataset.points(tables);
        let segment = if dataset.id == "gpu-prices" { parameters.segment } else { "all" };
        let eligible = eligible(points, segment, frontier.then_some((from, to)));
        let used: Vec<_> = counted(points, &eligible, from, to).map(logged).collect();
        let fit = match LeastSquares::of(&used) {
            _ if points.is_empty() => Err(Unfit::NoTable),
            _ if from > to => Err(Unfit::Reversed),
            _ if used.len() < 2 => Err(Unfit::TooFew),
            None => Err(Unfit::OneDate),
            Some(fit) => Ok(fit),
        };
        let intervals = fit.as_ref().ok().and_then(|fit| fit.intervals(LEVEL));
        let slopes_hac = intervals.as_ref().map(|intervals| intervals.slope_hac(&used));
        let parabola = fit.as_ref().ok().and_then(|_| Parabola::of(&used));
        let (log, curve) = (parameters.scale != "linear", parameters.fit == "curve");
        Self { tables: tables.clone(), dataset, segment, from, to, log, curve, frontier, eligible, fit, intervals, slopes_hac, parabola }
    }

    /// All points of the dataset, by year.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        self.dataset.points(&self.tables)
    }

    /// The year of the last point that can count.
    #[must_use]
    pub fn last_year(&self) -> f64 {
        self.points().iter().rfind(|point| is_of(self.segment, point)).map_or(f64::NAN, |point| point.year.floor())
    }

    /// Whether the point at a place in the table is one that the line was fitted to.
    #[must_use]
    pub fn counts(&self, place: usize) -> bool {
        let within = |point: &Point| self.from <= point.year && point.year <= self.to;
        self.eligible.get(place) == Some(&true) && self.points().get(place).is_some_and(within)
    }

    /// Whether it became ten times as much in so many years, within a margin.
    pub(super) fn took_tenfold(&self, years: f64, margin: f64) -> bool {
        self.fit.as_ref().ok().and_then(|fit| fit.tenfold_time()).is_some_and(|time| (time - years).abs() <= margin)
    }

    /// The points that the line was fitted to.
    pub fn used(&self) -> impl Iterator<Item = &Point> {
        counted(self.points(), &self.eligible, self.from, self.to)
    }

    /// From which year to which the fit reaches: as far as the sliders let it, and no further than the table has points.
    #[must_use]
    pub fn covered(&self) -> (f64, f64) {
        let mut years = self.points().iter().filter(|point| is_of(self.segment, point)).map(|point| point.year.floor());
        let first = years.next().unwrap_or(self.from);
        // A slider at 2024 lets through all of 2023.
        let end = years.next_back().unwrap_or(first) + 1.0;
        let (from, to) = (self.from.max(first), self.to.min(end));
        if from <= to { (from, to) } else { (self.from, self.to) }
    }

    /// Whether the points show that it grows: then growth is what dominates.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.rising().is_some() && self.support() != Support::None
    }

    /// The line, where the value grows.
    #[must_use]
    pub fn rising(&self) -> Option<&LeastSquares> {
        self.fit.as_ref().ok().filter(|fit| fit.slope > 0.0)
    }

    /// Doubling times (years) of the slope's 95 % interval, where the value grows.
    #[must_use]
    pub fn doubling_interval(&self) -> Option<TimeInterval> {
        self.rising()?.doubling_times(self.intervals.as_ref()?.slope())
    }

    /// The same where residuals that follow one another are alike.
    #[must_use]
    pub fn doubling_interval_hac(&self) -> Option<TimeInterval> {
        self.rising()?.doubling_times(self.slopes_hac?)
    }

    /// What the slope is judged by: the wider of its two intervals.
    fn judged_slopes(&self) -> Option<Interval> {
        let plain = self.intervals.as_ref()?.slope();
        Some(wider(plain, self.slopes_hac?))
    }

    /// The doubling times of the wider interval; negative ones where the value falls.
    #[must_use]
    pub fn judged_doubling_times(&self) -> Option<TimeInterval> {
        self.fit.as_ref().ok()?.doubling_times(self.judged_slopes()?)
    }

    /// Which way the parabola bends for certain, by the wider interval of its curvature: nothing where it might be straight.
    #[must_use]
    pub fn bend(&self) -> Option<f64> {
        let parabola = self.parabola.as_ref()?;
        let judged = wider(parabola.curvature_interval(LEVEL)?, parabola.curvature_interval_hac(LEVEL)?);
        (!judged.contains(0.0)).then_some(parabola.curvature)
    }

    /// The parabola, where it is shown.
    #[must_use]
    pub fn shown_curve(&self) -> Option<&Parabola> {
        self.parabola.as_ref().filter(|_| self.curve)
    }

    /// The parabola's slope at the first and at the last point, decades per year: each only where its 95 % interval does not hold zero.
    #[must_use]
    pub fn sure_slopes(&self) -> Option<[Option<f64>; 2]> {
        let ((first, last), parabola) = (self.used_years()?, self.parabola.as_ref()?);
        let is_sure = |year: f64| parabola.slope_interval(year, LEVEL).is_some_and(|slopes| !slopes.contains(0.0));
        Some([first, last].map(|year| is_sure(year).then(|| parabola.slope_at(year))))
    }

    /// The 95 % interval of the curvature where residuals that follow one another are alike, decades per year².
    #[must_use]
    pub fn curvature_interval_hac(&self) -> Option<Interval> {
        self.parabola.as_ref()?.curvature_interval_hac(LEVEL)
    }

    /// The 95 % interval of the curvature, decades per year².
    #[must_use]
    pub fn curvature_interval(&self) -> Option<Interval> {
        self.parabola.as_ref()?.curvature_interval(LEVEL)
    }

    /// The 95 % band of the parabola over these years.
    #[must_use]
    pub fn curve_bands(&self, years: &[f64]) -> Option<Vec<Interval>> {
        self.parabola.as_ref()?.bands(years, LEVEL)
    }

    /// Years in which the value doubles if consumer and professional graphics cards share a slope and each has a level of its own:
    /// what the line says where only one kind of points counts. Nothing where the value does not grow.
    #[must_use]
    pub fn doubling_time_within(&self) -> Option<f64> {
        let (professional, others): (Vec<_>, Vec<_>) = self.used().partition(|point| point.group == "professional");
        let markets = [professional, others].map(|market| market.into_iter().map(logged).collect::<Vec<_>>());
        let slope = common_slope(&markets)?;
        self.rising().and(Some(2_f64.log10() / slope)).filter(|time| *time > 0.0)
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
        let Some(interval) = self.judged_slopes() else { return Support::TwoPoints };
        let against = self.ends().is_some_and(|(first, last)| (last.value / first.value).log10() * fit.slope < 0.0);
        match fit.slope.abs() {
            _ if interval.contains(0.0) => Support::None,
            slope if against || interval.width() > 2.0 * FAIR_WIDTH * slope => Support::Loose,
            _ => Support::Clear,
        }
    }

    /// What the value is multiplied by along the line, from the first to the last of the points that it was fitted to: where there
    /// are none it says nothing.
    #[must_use]
    pub fn growth(&self) -> Option<f64> {
        let (first, last) = self.used_years()?;
        Some(10_f64.powf(self.fit.as_ref().ok()?.slope * (last - first)))
    }

    /// Years of the first and of the last point that counts.
    #[must_use]
    pub fn used_years(&self) -> Option<(f64, f64)> {
        let mut years = self.used().map(|point| point.year);
        let first = years.next()?;
        Some((first, years.last().unwrap_or(first)))
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

fn is_of(segment: &str, point: &Point) -> bool {
    segment == "all" || point.group == segment
}

/// The points of a segment; of these, where a range is given, only the records within it, counted anew from its beginning.
fn eligible(points: &[Point], segment: &str, range: Option<(f64, f64)>) -> Vec<bool> {
    let Some((from, to)) = range else { return points.iter().map(|point| is_of(segment, point)).collect() };
    let counts = |point: &Point| is_of(segment, point) && from <= point.year && point.year <= to;
    // What is no number sets no record and hinders none.
    let values: Vec<_> = points.iter().map(|point| if counts(point) { logged(point) } else { (point.year, f64::NAN) }).collect();
    records(&values)
}

/// Of two intervals around one estimate the wider one.
fn wider(one: Interval, other: Interval) -> Interval {
    if one.width() < other.width() { other } else { one }
}
