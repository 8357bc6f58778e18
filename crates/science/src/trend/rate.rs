//! What a slope in decades per year says in words: how soon twice as much, how soon ten times, how much more in a year.

use super::Interval;
use std::f64::consts::LOG10_2;

/// Years in which the value doubles; negative where it falls, then the years in which it halves. Nothing for a slope of 0.
pub(super) fn doubling_time(slope: f64) -> Option<f64> {
    time(LOG10_2, slope)
}

/// Years in which the value grows tenfold; negative where it falls to a tenth. Nothing for a slope of 0.
pub(super) fn tenfold_time(slope: f64) -> Option<f64> {
    time(1.0, slope)
}

/// What the value is multiplied by in a year.
pub(super) fn factor_per_year(slope: f64) -> f64 {
    10f64.powf(slope)
}

fn time(decades: f64, slope: f64) -> Option<f64> {
    let time = decades / slope;
    time.is_finite().then_some(time)
}

/// An interval of times (years) of which one end may be missing. A slope whose interval reaches zero allows any slowness:
/// the time then has no upper end (no lower end where the estimate falls, as its times are negative). The times of the
/// other sign, which such an interval of the slope allows too, are left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeInterval {
    /// The lower end, or nothing where a falling value may as well stay constant.
    pub low: Option<f64>,
    /// The upper end, or nothing where a growing value may as well stay constant.
    pub high: Option<f64>,
}

/// The doubling times of the slopes in the interval that have the sign of the slope itself. Nothing for a slope of 0.
pub(super) fn doubling_interval(slope: f64, slopes: Interval) -> Option<TimeInterval> {
    let end = |slope| doubling_time(slope);
    if slope > 0.0 {
        Some(TimeInterval { low: end(slopes.high), high: end(slopes.low).filter(|_| slopes.low > 0.0) })
    } else if slope < 0.0 {
        Some(TimeInterval { low: end(slopes.high).filter(|_| slopes.high < 0.0), high: end(slopes.low) })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredfold_in_ten_years_is_tenfold_in_five() {
        assert_eq!(tenfold_time(0.2), Some(5.0));
        assert!((factor_per_year(0.2) - 1.584_893_192_461_113_5).abs() < 1e-15);
    }

    #[test]
    fn what_stays_constant_never_doubles() {
        assert_eq!(doubling_time(0.0), None);
        assert_eq!(doubling_interval(0.0, Interval { low: -1.0, high: 1.0 }), None);
    }

    #[test]
    fn a_slope_that_may_be_zero_leaves_the_time_open() {
        let rising = doubling_interval(0.1, Interval { low: -0.1, high: 0.3 }).unwrap();
        assert_eq!(rising, TimeInterval { low: doubling_time(0.3), high: None });
        let falling = doubling_interval(-0.1, Interval { low: -0.3, high: 0.0 }).unwrap();
        assert_eq!(falling, TimeInterval { low: None, high: doubling_time(-0.3) });
    }

    #[test]
    fn a_faster_trend_doubles_sooner() {
        let sure = doubling_interval(0.2, Interval { low: 0.1, high: 0.3 }).unwrap();
        assert_eq!(sure, TimeInterval { low: doubling_time(0.3), high: doubling_time(0.1) });
        assert!(sure.low < sure.high);
    }
}
