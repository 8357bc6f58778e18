//! The straight line with the least sum of squared vertical distances.

use super::rate::{self, TimeInterval};
use super::{Interval, Intervals};

/// An ordinary least-squares line of y on x. Kept about the means, where intercept and slope do not disturb each other:
/// at x = 0, two thousand years before the points, both would lose digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeastSquares {
    /// How many points, at least two.
    pub n: usize,
    /// Mean of x; the line passes through (mean of x, mean of y).
    pub mean_x: f64,
    /// Mean of y.
    pub mean_y: f64,
    /// Rise of y per unit of x.
    pub slope: f64,
    /// Sum of squared distances of x from its mean.
    pub(super) spread_x: f64,
    /// The same of y.
    spread_y: f64,
    /// Sum of squared residuals.
    squares: f64,
}

impl LeastSquares {
    /// The line through the points (x, y). Nothing where fewer than two different x are given, or any number is not finite.
    #[must_use]
    pub fn of(points: &[(f64, f64)]) -> Option<LeastSquares> {
        let &(first_x, first_y) = points.first()?;
        // Sums of distances from one of the points: exact where all have the same value, and no difference of large numbers.
        let (mut x_off, mut y_off) = (0.0, 0.0);
        for (x, y) in points {
            x_off += x - first_x;
            y_off += y - first_y;
        }
        let count = points.len() as f64;
        let (mean_x, mean_y) = (first_x + x_off / count, first_y + y_off / count);
        let (mut spread_x, mut spread_y, mut product) = (0.0, 0.0, 0.0);
        for (x, y) in points {
            let (x, y) = (x - mean_x, y - mean_y);
            spread_x += x * x;
            spread_y += y * y;
            product += x * y;
        }
        let slope = product / spread_x;
        let alike = points.iter().all(|(x, _)| *x == first_x);
        if alike || !(slope.is_finite() && spread_x.is_finite() && spread_y.is_finite()) {
            return None;
        }
        let mut squares = 0.0;
        for (x, y) in points {
            let residual = y - mean_y - slope * (x - mean_x);
            squares += residual * residual;
        }
        Some(LeastSquares { n: points.len(), mean_x, mean_y, slope, spread_x, spread_y, squares })
    }

    /// The line's height at x.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.mean_y + self.slope * (x - self.mean_x)
    }

    /// The line's height at x = 0.
    #[must_use]
    pub fn intercept(&self) -> f64 {
        self.at(0.0)
    }

    /// Standard deviation of the residuals, with n - 2 degrees of freedom. Nothing for two points: the line meets both.
    #[must_use]
    pub fn residual_deviation(&self) -> Option<f64> {
        (self.n > 2).then(|| (self.squares / (self.n as f64 - 2.0)).sqrt())
    }

    /// Standard error of the slope. Nothing for two points.
    #[must_use]
    pub fn slope_error(&self) -> Option<f64> {
        Some(self.residual_deviation()? / self.spread_x.sqrt())
    }

    /// R squared, 0..=1: the share of the variance of y that the line accounts for. Nothing where y has no variance,
    /// nor for two points: any line meets them, so that a share of 1 would say nothing.
    #[must_use]
    pub fn r_squared(&self) -> Option<f64> {
        (self.spread_y > 0.0 && self.n > 2).then(|| (1.0 - self.squares / self.spread_y).max(0.0))
    }

    /// Intervals at a confidence level between 0 and 1 by Student's t with n - 2 degrees of freedom. Nothing for two points
    /// or another level. To be preferred to the single ones below where many x are asked for.
    #[must_use]
    pub fn intervals(&self, level: f64) -> Option<Intervals> {
        Intervals::of(*self, level)
    }

    /// Confidence interval of the slope; nothing as for [`LeastSquares::intervals`].
    #[must_use]
    pub fn slope_interval(&self, level: f64) -> Option<Interval> {
        Some(self.intervals(level)?.slope())
    }

    /// The same where residuals that follow one another are alike, see [`Intervals::slope_hac`].
    #[must_use]
    pub fn slope_interval_hac(&self, points: &[(f64, f64)], level: f64) -> Option<Interval> {
        Some(self.intervals(level)?.slope_hac(points))
    }

    /// Confidence band of the line at x; nothing as for [`LeastSquares::intervals`].
    #[must_use]
    pub fn band(&self, x: f64, level: f64) -> Option<Interval> {
        Some(self.intervals(level)?.band(x))
    }

    /// Prediction interval of a new observation at x; nothing as for [`LeastSquares::intervals`].
    #[must_use]
    pub fn prediction(&self, x: f64, level: f64) -> Option<Interval> {
        Some(self.intervals(level)?.prediction(x))
    }

    /// Where y is a log10 and x in years: years in which the value doubles, negative where it falls (then it halves in as
    /// many years). Nothing where it neither grows nor falls.
    #[must_use]
    pub fn doubling_time(&self) -> Option<f64> {
        rate::doubling_time(self.slope)
    }

    /// The doubling times (years) of the slope's confidence interval. Nothing as for [`LeastSquares::intervals`], or where
    /// there is no doubling time.
    #[must_use]
    pub fn doubling_interval(&self, level: f64) -> Option<TimeInterval> {
        rate::doubling_interval(self.slope, self.slope_interval(level)?)
    }

    /// The doubling times (years) of slopes in an interval, as [`LeastSquares::doubling_interval`].
    #[must_use]
    pub fn doubling_times(&self, slopes: Interval) -> Option<TimeInterval> {
        rate::doubling_interval(self.slope, slopes)
    }

    /// Years in which the value grows tenfold; sign and absence as for [`LeastSquares::doubling_time`].
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
