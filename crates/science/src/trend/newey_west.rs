//! How sure a coefficient is where residuals that follow one another are alike: machines of one family, or one computer on
//! several lists, lie on the same side of a line, and say less than as many independent points would.
//!
//! Source: W. K. Newey, K. D. West, "A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
//! covariance matrix", Econometrica 55 (1987); the number of lags as in their "Automatic lag selection in covariance matrix
//! estimation", Review of Economic Studies 61 (1994).

/// Over how many neighbours of n points residuals are taken to be alike: ⌊4 (n / 100)^(2/9)⌋.
#[must_use]
pub(super) fn lags(n: usize) -> usize {
    (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)).floor() as usize
}

/// Standard error of a coefficient, from the scores of the points in their order (residual times the regressor's part that the
/// other regressors do not explain) and that part's sum of squares. With Bartlett's weights, without a correction for few
/// points.
#[must_use]
pub(super) fn standard_error(scores: &[f64], spread: f64) -> f64 {
    let lags = lags(scores.len());
    let products = |lag: usize| scores.iter().zip(&scores[lag.min(scores.len())..]).map(|(one, later)| one * later).sum::<f64>();
    let weighted = |lag: usize| (1.0 - lag as f64 / (lags as f64 + 1.0)) * products(lag);
    let variance = products(0) + 2.0 * (1..=lags).map(weighted).sum::<f64>();
    // Rounding can make nothing a little less than nothing.
    variance.max(0.0).sqrt() / spread
}
