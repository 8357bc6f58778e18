//! Trends of quantities that grow by a constant factor per year: straight lines through log10 values.
//!
//! A point is (x, y): x a date as a decimal year, y the log10 of a positive value. A slope is then in decades (factors of
//! ten) per year. Points may come in any order.
//!
//! The intervals are those of ordinary least squares: they hold where the points scatter about the line independently,
//! normally and equally widely. Machines of one family do not, so they are rather too narrow than too wide; those called HAC
//! (heteroskedasticity and autocorrelation consistent, after Newey and West) take that into account, and [`backtest`] shows
//! how often intervals would have been right.
//!
//! ```
//! use pendrop_science::trend::LeastSquares;
//! // Twice as much every two years.
//! let points: Vec<(f64, f64)> = (0..10).map(|n| (2000.0 + 2.0 * f64::from(n), f64::from(n) * 2f64.log10())).collect();
//! let fit = LeastSquares::of(&points).unwrap();
//! assert!((fit.doubling_time().unwrap() - 2.0).abs() < 1e-12);
//! ```

mod backtest;
mod common_slope;
mod frontier;
mod intervals;
mod least_squares;
mod newey_west;
mod parabola;
mod rate;
mod theil_sen;

pub use backtest::{Backtest, Errors, Forecasts, LEAST_KNOWN, Misses, RECENT, Untestable, backtest, misses};
pub use common_slope::common_slope;
pub use frontier::records;
pub use intervals::{Interval, Intervals};
pub use least_squares::LeastSquares;
pub use parabola::Parabola;
pub use rate::TimeInterval;
pub use theil_sen::TheilSen;

/// A year (s): the Julian year of 365.25 days.
pub const YEAR: f64 = 31_557_600.0;
