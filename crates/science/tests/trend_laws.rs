//! Laws of fits that hold for all points, and what is left without a value.

mod common;
use common::assert_near;
use pendrop_budget::cases;
use pendrop_science::trend::{Backtest, LeastSquares, Misses, TheilSen, Untestable, backtest, misses, records};
use proptest::prelude::*;

/// Dates of a century, several of them the same, with values of thirty decades.
fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((0u32..400, -15.0..15.0f64), 3..60)
        .prop_map(|points| points.into_iter().map(|(quarter, y)| (1920.0 + 0.25 * f64::from(quarter), y)).collect::<Vec<_>>())
        .prop_filter("at least two dates", |points| points.iter().any(|point| point.0 != points[0].0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(256)))]

    #[test]
    fn a_line_is_recovered(points in points(), slope in -2.0..2.0f64, level in -10.0..10.0f64) {
        let line = |x: f64| level + slope * (x - 1970.0);
        let exact: Vec<_> = points.iter().map(|(x, _)| (*x, line(*x))).collect();
        let (squares, robust) = (LeastSquares::of(&exact).unwrap(), TheilSen::of(&exact).unwrap());
        assert_near(squares.slope, slope, 1e-12);
        assert_near(robust.slope, slope, 1e-11);
        assert_near(squares.at(2030.0), line(2030.0), 1e-10);
        assert_near(robust.at(2030.0), line(2030.0), 1e-9);
        prop_assert!(squares.residual_deviation().unwrap() < 1e-12);
    }

    /// Other units of the value move log10 values up or down, another epoch moves dates: neither turns the line.
    #[test]
    fn units_and_epoch_do_not_matter(points in points(), later in -2000.0..2000.0f64, higher in -30.0..30.0f64) {
        let moved: Vec<_> = points.iter().map(|(x, y)| (x + later, y + higher)).collect();
        let (one, other) = (LeastSquares::of(&points).unwrap(), LeastSquares::of(&moved).unwrap());
        assert_near(one.slope, other.slope, 1e-8);
        assert_near(one.slope_error().unwrap(), other.slope_error().unwrap(), 1e-8);
        assert_near(one.r_squared().unwrap(), other.r_squared().unwrap(), 1e-8);
        let (near, far) = (one.prediction(2000.0, 0.8).unwrap(), other.prediction(2000.0 + later, 0.8).unwrap());
        assert_near(near.low + higher, far.low, 1e-6);
        assert_near(near.high + higher, far.high, 1e-6);
    }

    #[test]
    fn the_order_of_points_does_not_matter(points in points()) {
        let backwards: Vec<_> = points.iter().rev().copied().collect();
        assert_near(LeastSquares::of(&points).unwrap().slope, LeastSquares::of(&backwards).unwrap().slope, 1e-10);
        prop_assert_eq!(TheilSen::of(&points), TheilSen::of(&backwards));
    }

    /// A band of the mean is inside the interval of an observation, and both grow with the level and away from the middle.
    #[test]
    fn intervals_are_nested(points in points(), x in 1900.0..2050.0f64) {
        let fit = LeastSquares::of(&points).unwrap();
        let (band, prediction) = (fit.band(x, 0.95).unwrap(), fit.prediction(x, 0.95).unwrap());
        prop_assert!(prediction.low <= band.low && band.low <= fit.at(x) && fit.at(x) <= band.high && band.high <= prediction.high);
        let narrower = fit.prediction(x, 0.8).unwrap();
        prop_assert!(prediction.low <= narrower.low && narrower.high <= prediction.high);
        let further = fit.band(x + (x - fit.mean_x), 0.95).unwrap();
        prop_assert!(band.high - band.low <= (further.high - further.low) * (1.0 + 1e-9));
    }

    #[test]
    fn the_robust_slope_is_inside_its_interval(points in points()) {
        let slope = TheilSen::of(&points).unwrap().slope;
        if let Some(interval) = TheilSen::slope_interval(&points, 0.8) {
            prop_assert!(interval.contains(slope), "{slope} not in {interval:?}");
        }
    }

    /// Taken by date, records rise strictly, and the greatest value of all is one.
    #[test]
    fn records_rise(points in points()) {
        let found = records(&points);
        let mut best: Vec<_> = points.iter().zip(&found).filter(|(_, record)| **record).map(|(point, _)| *point).collect();
        best.sort_by(|a, b| a.0.total_cmp(&b.0));
        prop_assert!(best.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
        let greatest = points.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
        prop_assert_eq!(best.last().unwrap().1, greatest);
    }

    #[test]
    fn a_backtest_is_within_its_bounds(points in points(), cut in 1920.0..2020.0f64, horizon in 1.0..20.0f64) {
        let missed = misses(&points, &[cut], horizon)[0];
        let test = backtest(&points, cut, horizon);
        prop_assert_eq!(test.map(|Backtest { trend, constant, recent, .. }| Misses { trend, constant, recent }), missed);
        let Ok(test) = test else { return Ok(()) };
        prop_assert!(0.0 <= test.coverage_80 && test.coverage_80 <= test.coverage_95 && test.coverage_95 <= 1.0);
        for errors in [Some(test.trend), Some(test.constant), test.recent].into_iter().flatten() {
            prop_assert!(errors.bias_decades.abs() <= errors.mean_error_decades * (1.0 + 1e-12));
        }
        prop_assert!(test.fit.n + test.outcomes <= points.len());
    }
}

#[test]
fn one_date_makes_no_line() {
    for points in [&[][..], &[(2000.0, 1.0)], &[(2000.1, 1.0), (2000.1, 2.0), (2000.1, 4.0)]] {
        assert_eq!(LeastSquares::of(points), None);
        assert_eq!(TheilSen::of(points), None);
    }
}

#[test]
fn what_is_no_number_makes_no_line() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for points in [[(2000.0, 1.0), (2001.0, bad), (2002.0, 2.0)], [(2000.0, 1.0), (bad, 1.5), (2002.0, 2.0)]] {
            assert_eq!(LeastSquares::of(&points), None);
            assert_eq!(TheilSen::of(&points), None);
        }
    }
}

#[test]
fn two_points_leave_no_doubt_to_measure() {
    let fit = LeastSquares::of(&[(2000.0, 1.0), (2010.0, 3.0)]).unwrap();
    assert_eq!((fit.slope, fit.tenfold_time(), fit.r_squared()), (0.2, Some(5.0), None));
    assert_eq!((fit.slope_error(), fit.residual_deviation()), (None, None));
    assert!(fit.intervals(0.95).is_none() && fit.doubling_interval(0.95).is_none());
}

#[test]
fn a_constant_has_no_doubling_time() {
    let fit = LeastSquares::of(&[(2000.0, 0.1), (2000.3, 0.1), (2007.0, 0.1), (2011.9, 0.1)]).unwrap();
    assert_eq!((fit.slope, fit.factor_per_year(), fit.slope_error()), (0.0, 1.0, Some(0.0)));
    assert_eq!((fit.r_squared(), fit.doubling_time(), fit.tenfold_time(), fit.doubling_interval(0.95)), (None, None, None, None));
}

#[test]
fn a_level_is_between_nothing_and_certainty() {
    let points = [(2000.0, 1.0), (2001.0, 3.0), (2003.0, 2.0)];
    for level in [0.0, 1.0, -0.5, 95.0, f64::NAN] {
        assert!(LeastSquares::of(&points).unwrap().intervals(level).is_none(), "{level}");
        assert_eq!(TheilSen::slope_interval(&points, level), None, "{level}");
    }
}

const STEADY: [(f64, f64); 5] = [(2000.0, 1.0), (2002.0, 2.1), (2004.0, 2.9), (2006.0, 4.0), (2006.0, 5.0)];

#[test]
fn a_cut_without_past_or_future_says_why() {
    assert_eq!(backtest(&STEADY, 2003.0, 10.0).unwrap_err(), Untestable::TooFewKnown);
    assert_eq!(backtest(&STEADY, 2006.0, 10.0).unwrap_err(), Untestable::NoOutcome);
    assert_eq!(backtest(&STEADY, 2004.0, 1.0).unwrap_err(), Untestable::NoOutcome);
    let together = [(2000.0, 1.0), (2000.0, 2.0), (2000.0, 3.0), (2001.0, 3.0)];
    assert_eq!(backtest(&together, 2000.0, 5.0).unwrap_err(), Untestable::OneDate);
}

/// The cut itself is known, the end of the horizon still counts, and "nothing changes" goes on from the last point.
#[test]
fn both_ends_count() {
    let test = backtest(&STEADY, 2004.0, 2.0).unwrap();
    assert_eq!((test.fit.n, test.outcomes, test.level), (3, 2, 2.9));
    assert_near(test.constant.bias_decades, 2.9 - 4.5, 1e-15);
    assert_near(test.constant.mean_error_decades, 1.6, 1e-15);
}

/// Five years back from 2004 is 1999, from 2006 it is 2001: the first point is no longer recent.
#[test]
fn recent_is_the_last_five_years() {
    let mut points = STEADY.to_vec();
    points.push((2008.0, 5.5));
    let test = backtest(&points, 2006.0, 2.0).unwrap();
    assert_eq!((test.fit.n, test.recent_fit.unwrap().n, test.level), (5, 4, 4.5));
    assert!(backtest(&[(1990.0, 1.0), (1991.0, 2.0), (2000.0, 3.0), (2001.0, 4.0)], 2000.0, 1.0).unwrap().recent.is_none());
}
