//! How sure a fitted line is: intervals of its slope, of the line, and of a further point.

use super::{LeastSquares, newey_west};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// From low to high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    pub(super) fn around(middle: f64, reach: f64) -> Interval {
        Interval { low: middle - reach, high: middle + reach }
    }

    /// From end to end.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }

    /// Whether the value is inside, the ends included.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The intervals of one fit at one level: the quantile of Student's t is found once for all of them.
#[derive(Clone, Copy, Debug)]
pub struct Intervals {
    fit: LeastSquares,
    residual: f64,
    quantile: f64,
}

impl Intervals {
    /// Nothing for a level outside 0..1 or a line through only two points, which leaves no residual to judge by.
    pub(super) fn of(fit: LeastSquares, level: f64) -> Option<Intervals> {
        let residual = fit.residual_deviation()?;
        if !(level > 0.0 && level < 1.0) {
            return None;
        }
        let student = StudentsT::new(0.0, 1.0, fit.n as f64 - 2.0).ok()?;
        Some(Intervals { fit, residual, quantile: student.inverse_cdf(0.5 + 0.5 * level) })
    }

    /// Of the slope.
    #[must_use]
    pub fn slope(&self) -> Interval {
        Interval::around(self.fit.slope, self.quantile * self.residual / self.fit.spread_x.sqrt())
    }

    /// Of the slope, where residuals that follow one another are alike (Newey and West): from the points that the line was fitted
    /// to, in their order.
    #[must_use]
    pub fn slope_hac(&self, points: &[(f64, f64)]) -> Interval {
        let fit = &self.fit;
        let scores = points.iter().map(|(x, y)| (y - fit.at(*x)) * (x - fit.mean_x));
        let error = newey_west::standard_error(&scores.collect::<Vec<_>>(), fit.spread_x);
        Interval::around(fit.slope, self.quantile * error)
    }

    /// Confidence band: of the line at x, that is of the mean of all that could be observed there.
    #[must_use]
    pub fn band(&self, x: f64) -> Interval {
        self.around_line(x, 0.0)
    }

    /// Prediction interval: of one new observation at x.
    #[must_use]
    pub fn prediction(&self, x: f64) -> Interval {
        self.around_line(x, 1.0)
    }

    fn around_line(&self, x: f64, own: f64) -> Interval {
        let off = x - self.fit.mean_x;
        let variance = own + 1.0 / self.fit.n as f64 + off * off / self.fit.spread_x;
        Interval::around(self.fit.at(x), self.quantile * self.residual * variance.sqrt())
    }
}
