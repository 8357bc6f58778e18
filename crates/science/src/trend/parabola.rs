//! A line that may bend: whether growth itself grows.

use super::{Interval, newey_west};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The least-squares parabola of y on x. Kept about the mean of x, as [`super::LeastSquares`] is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parabola {
    /// How many points, at least four: three are met by any parabola.
    pub n: usize,
    /// Mean of x.
    pub mean_x: f64,
    /// Height at the mean of x.
    pub height: f64,
    /// Slope at the mean of x.
    pub slope: f64,
    /// Second derivative: by how much the slope changes per unit of x.
    pub curvature: f64,
    /// Standard error of the curvature.
    error: f64,
    /// The same where residuals that follow one another are alike.
    hac_error: f64,
    /// Standard deviation of the residuals, with n - 3 degrees of freedom.
    residual: f64,
    /// Sums about the mean of x: of its second and third power.
    sums: [f64; 2],
    /// Sum of squares of the part of x² that neither a constant nor x explains.
    bend_spread: f64,
}

impl Parabola {
    /// The parabola through the points (x, y), in the order of x for [`Parabola::curvature_interval_hac`]. Nothing where fewer
    /// than four points or three different x are given, or any number is not finite.
    #[must_use]
    pub fn of(points: &[(f64, f64)]) -> Option<Parabola> {
        let count = points.len() as f64;
        let &(first_x, first_y) = points.first()?;
        if points.len() < 4 {
            return None;
        }
        let mean_x = first_x + points.iter().map(|(x, _)| x - first_x).sum::<f64>() / count;
        let mean_y = first_y + points.iter().map(|(_, y)| y - first_y).sum::<f64>() / count;
        let about = || points.iter().map(|(x, y)| (x - mean_x, y - mean_y));
        let sum = |of: fn(f64, f64) -> f64| about().map(|(x, y)| of(x, y)).sum::<f64>();
        let [second, third, fourth] = [sum(|x, _| x * x), sum(|x, _| x * x * x), sum(|x, _| x * x * x * x)];
        // The part of x² that neither a constant nor x explains is what tells the curvature.
        let bend = |x: f64| x * x - second / count - third / second * x;
        let spread = fourth - second * second / count - third * third / second;
        // Two different x explain any square: what is left over is rounding.
        if !(second > 0.0 && spread > 1e-9 * fourth && spread.is_finite()) {
            return None;
        }
        let quadratic = about().map(|(x, y)| bend(x) * y).sum::<f64>() / spread;
        let slope = (sum(|x, y| x * y) - quadratic * third) / second;
        let lift = -quadratic * second / count;
        let residuals: Vec<f64> = about().map(|(x, y)| y - lift - slope * x - quadratic * x * x).collect();
        let residual = (residuals.iter().map(|residual| residual * residual).sum::<f64>() / (count - 3.0)).sqrt();
        let scores: Vec<f64> = about().zip(&residuals).map(|((x, _), residual)| bend(x) * residual).collect();
        let fit = Parabola {
            n: points.len(),
            mean_x,
            height: mean_y + lift,
            slope,
            curvature: 2.0 * quadratic,
            error: 2.0 * residual / spread.sqrt(),
            hac_error: 2.0 * newey_west::standard_error(&scores, spread),
            residual,
            sums: [second, third],
            bend_spread: spread,
        };
        (fit.curvature.is_finite() && fit.residual.is_finite()).then_some(fit)
    }

    /// The parabola's height at x.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        let off = x - self.mean_x;
        self.height + off * (self.slope + 0.5 * self.curvature * off)
    }

    /// The parabola's slope at x.
    #[must_use]
    pub fn slope_at(&self, x: f64) -> f64 {
        self.slope + self.curvature * (x - self.mean_x)
    }

    /// Confidence interval of the parabola's slope at x; nothing for a level outside 0..1.
    #[must_use]
    pub fn slope_interval(&self, x: f64, level: f64) -> Option<Interval> {
        let [second, third] = self.sums;
        let by_bend = 2.0 * (x - self.mean_x) - third / second;
        let error = self.residual * (1.0 / second + by_bend * by_bend / self.bend_spread).sqrt();
        Some(Interval::around(self.slope_at(x), self.quantile(level)? * error))
    }

    /// Confidence interval of the curvature by Student's t with n - 3 degrees of freedom; nothing for a level outside 0..1.
    #[must_use]
    pub fn curvature_interval(&self, level: f64) -> Option<Interval> {
        Some(Interval::around(self.curvature, self.quantile(level)? * self.error))
    }

    /// The same where residuals that follow one another are alike (Newey and West).
    #[must_use]
    pub fn curvature_interval_hac(&self, level: f64) -> Option<Interval> {
        Some(Interval::around(self.curvature, self.quantile(level)? * self.hac_error))
    }

    /// Confidence band of the parabola at every x given; nothing for a level outside 0..1.
    #[must_use]
    pub fn bands(&self, xs: &[f64], level: f64) -> Option<Vec<Interval>> {
        let reach = self.quantile(level)? * self.residual;
        let ([second, third], count, spread) = (self.sums, self.n as f64, self.bend_spread);
        let band = |x: &f64| {
            let off = x - self.mean_x;
            let bend = off * off - second / count - third / second * off;
            Interval::around(self.at(*x), reach * (1.0 / count + off * off / second + bend * bend / spread).sqrt())
        };
        Some(xs.iter().map(band).collect())
    }

    fn quantile(&self, level: f64) -> Option<f64> {
        let student = StudentsT::new(0.0, 1.0, self.n as f64 - 3.0).ok().filter(|_| level > 0.0 && level < 1.0)?;
        Some(student.inverse_cdf(0.5 + 0.5 * level))
    }
}
