//! Fits, robust fits, records and backtests against numpy, scipy and statsmodels: `trend_cases.py` makes the cases.

mod common;
use common::cases::{assert_same, cases, list, number, points};
use pendrop_science::trend::{Backtest, Errors, Interval, LeastSquares, TheilSen, Untestable, backtest, records};
use serde_json::Value;

fn assert_interval(interval: Option<Interval>, expected: &Value, what: &str) {
    let interval = interval.expect(what);
    assert_same(interval.low, &expected[0], what);
    assert_same(interval.high, &expected[1], what);
}

#[test]
fn least_squares_agree_with_statsmodels() {
    for case in cases() {
        let (name, expected) = (case["name"].as_str().unwrap(), &case["least_squares"]);
        let fit = LeastSquares::of(&points(&case)).unwrap();
        for (found, key) in [
            (fit.slope, "slope"),
            (fit.intercept(), "intercept"),
            (fit.slope_error().unwrap(), "slope_error"),
            (fit.r_squared().unwrap(), "r_squared"),
            (fit.residual_deviation().unwrap(), "residual_deviation"),
            (fit.doubling_time().unwrap(), "doubling_time"),
            (fit.tenfold_time().unwrap(), "tenfold_time"),
            (fit.factor_per_year(), "factor_per_year"),
        ] {
            assert_same(found, &expected[key], &format!("{name}: {key}"));
        }
        for (x, line) in list(&expected["at"]).iter().zip(list(&expected["line"])) {
            assert_same(fit.at(number(x)), line, &format!("{name}: line"));
        }
    }
}

#[test]
fn intervals_agree_with_statsmodels() {
    for case in cases() {
        let (name, expected) = (case["name"].as_str().unwrap(), &case["least_squares"]);
        let fit = LeastSquares::of(&points(&case)).unwrap();
        for at_level in list(&expected["levels"]) {
            let level = number(&at_level["level"]);
            assert_interval(fit.slope_interval(level), &at_level["slope"], name);
            for (place, x) in list(&expected["at"]).iter().map(number).enumerate() {
                assert_interval(fit.band(x, level), &at_level["band"][place], &format!("{name}: band at {x}, {level}"));
                assert_interval(fit.prediction(x, level), &at_level["prediction"][place], &format!("{name}: prediction at {x}, {level}"));
            }
            let doubling = fit.doubling_interval(level).unwrap();
            match &at_level["doubling"] {
                Value::Null => assert!(doubling.low.is_none() != doubling.high.is_none(), "{name}: one end is open"),
                ends => {
                    assert_same(doubling.low.unwrap(), &ends[0], name);
                    assert_same(doubling.high.unwrap(), &ends[1], name);
                }
            }
        }
    }
}

#[test]
fn theil_sen_agrees_with_scipy() {
    for case in cases() {
        let (name, expected) = (case["name"].as_str().unwrap(), &case["theil_sen"]);
        let points = points(&case);
        let fit = TheilSen::of(&points).unwrap();
        assert_same(fit.slope, &expected["slope"], name);
        assert_same(fit.intercept, &expected["intercept"], name);
        for (level, interval) in [0.5, 0.8, 0.95, 0.999].into_iter().zip(list(&expected["intervals"])) {
            assert_interval(TheilSen::slope_interval(&points, level), interval, &format!("{name} at {level}"));
        }
    }
}

#[test]
fn records_are_what_no_other_point_forbids() {
    for case in cases() {
        let found = records(&points(&case));
        let places: Vec<usize> = (0..found.len()).filter(|&place| found[place]).collect();
        let expected: Vec<usize> = list(&case["records"]).iter().map(|place| place.as_u64().unwrap() as usize).collect();
        assert_eq!(places, expected, "{}", case["name"]);
    }
}

fn assert_errors(errors: Errors, expected: &Value, what: &str) {
    assert_same(errors.bias_decades, &expected[0], what);
    assert_same(errors.mean_error_decades, &expected[1], what);
}

fn assert_backtest(test: &Backtest, expected: &Value, what: &str) {
    assert_eq!(test.fit.n as u64, expected["known"].as_u64().unwrap(), "{what}");
    assert_eq!(test.outcomes as u64, expected["outcomes"].as_u64().unwrap(), "{what}");
    assert_errors(test.trend, &expected["trend"], what);
    assert_same(test.coverage_80, &expected["coverage"][0], what);
    assert_same(test.coverage_95, &expected["coverage"][1], what);
    assert_same(test.level, &expected["level"], what);
    assert_errors(test.constant, &expected["constant"], what);
    match &expected["recent"] {
        Value::Null => assert!(test.recent.is_none() && test.recent_fit.is_none(), "{what}"),
        errors => assert_errors(test.recent.expect(what), errors, what),
    }
}

#[test]
fn backtests_agree_with_a_plain_one() {
    let mut tested = 0;
    for case in cases() {
        let points = points(&case);
        for expected in list(&case["backtests"]) {
            let (cut, horizon) = (number(&expected["cut"]), number(&expected["horizon"]));
            let what = format!("{}: {horizon} years from {cut}", case["name"]);
            match backtest(&points, cut, horizon) {
                Ok(test) => {
                    tested += 1;
                    assert_backtest(&test, &expected["test"], &what);
                }
                Err(Untestable::TooFewKnown) => assert_eq!(expected["test"], "too few known", "{what}"),
                Err(Untestable::OneDate) => assert_eq!(expected["test"], "one date", "{what}"),
                Err(Untestable::NoOutcome) => assert_eq!(expected["test"], "no outcome", "{what}"),
            }
        }
    }
    assert!(tested > 100, "only {tested} backtests");
}
