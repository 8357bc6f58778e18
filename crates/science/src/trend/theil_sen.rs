//! A line that a few far-off points cannot turn: the median of the slopes of all pairs of points.
//!
//! Theil (1950), Sen (1968); as `scipy.stats.theilslopes` with its defaults. Up to 29 % of the points may be arbitrarily
//! wrong before the slope is.

use super::{Interval, rate};
use statrs::distribution::{ContinuousCDF, Normal};

/// A Theil-Sen line of y on x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TheilSen {
    /// How many points.
    pub n: usize,
    /// Median of the slopes of all pairs of points with different x.
    pub slope: f64,
    /// Median of y less slope times median of x, the two medians separately (the "separate" method of scipy).
    pub intercept: f64,
}

impl TheilSen {
    /// The line through the points (x, y). Nothing where fewer than two different x are given, or any number is not finite.
    #[must_use]
    pub fn of(points: &[(f64, f64)]) -> Option<TheilSen> {
        let mut slopes = slopes(points)?;
        let slope = median(&mut slopes)?;
        let middle_x = median(&mut points.iter().map(|point| point.0).collect::<Vec<_>>())?;
        let middle_y = median(&mut points.iter().map(|point| point.1).collect::<Vec<_>>())?;
        Some(TheilSen { n: points.len(), slope, intercept: middle_y - slope * middle_x })
    }

    /// The line's height at x.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// Confidence interval of the slope of the same points by the normal approximation of Kendall's tau (Sen 1968, eq. 2.6);
    /// its ends are slopes of pairs. Nothing as for [`TheilSen::of`], for a level outside 0..1, or with too many ties.
    #[must_use]
    pub fn slope_interval(points: &[(f64, f64)], level: f64) -> Option<Interval> {
        if !(level > 0.0 && level < 1.0) {
            return None;
        }
        let mut slopes = slopes(points)?;
        let ties = tied(points.iter().map(|point| point.0).collect()) + tied(points.iter().map(|point| point.1).collect());
        let variance = (ties_of(points.len()) - ties) / 18.0;
        if variance < 0.0 {
            return None;
        }
        let reach = Normal::standard().inverse_cdf(0.5 + 0.5 * level) * variance.sqrt();
        let count = slopes.len() as f64;
        let place = |place: f64| (place.max(0.0) as usize).min(slopes.len() - 1);
        let low = place(((count - reach) / 2.0).round_ties_even() - 1.0);
        let high = place(((count + reach) / 2.0).round_ties_even());
        Some(Interval { low: ranked(&mut slopes, low), high: ranked(&mut slopes, high) })
    }

    /// Years in which the value doubles; see [`LeastSquares::doubling_time`](super::LeastSquares::doubling_time).
    #[must_use]
    pub fn doubling_time(&self) -> Option<f64> {
        rate::doubling_time(self.slope)
    }

    /// Years in which the value grows tenfold.
    #[must_use]
    pub fn tenfold_time(&self) -> Option<f64> {
        rate::tenfold_time(self.slope)
    }

    /// What the value is multiplied by in a year, 10^slope.
    #[must_use]
    pub fn factor_per_year(&self) -> f64 {
        rate::factor_per_year(self.slope)
    }
}

fn slopes(points: &[(f64, f64)]) -> Option<Vec<f64>> {
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (place, (x, y)) in points.iter().enumerate() {
        for (earlier_x, earlier_y) in &points[..place] {
            if x != earlier_x {
                slopes.push((y - earlier_y) / (x - earlier_x));
            }
        }
    }
    let finite = points.iter().all(|(x, y)| x.is_finite() && y.is_finite()) && slopes.iter().all(|slope| slope.is_finite());
    (!slopes.is_empty() && finite).then_some(slopes)
}

fn ranked(values: &mut [f64], place: usize) -> f64 {
    *values.select_nth_unstable_by(place, f64::total_cmp).1
}

/// The middle value, or the mean of the two in the middle.
fn median(values: &mut [f64]) -> Option<f64> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let upper = ranked(values, half);
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values[..half].iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(0.5 * (lower + upper))
}

/// What k equal values take from 18 times the variance of Kendall's S.
fn ties_of(k: usize) -> f64 {
    let k = k as f64;
    k * (k - 1.0) * (2.0 * k + 5.0)
}

fn tied(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.chunk_by(|a, b| a == b).map(|same| ties_of(same.len())).sum()
}
