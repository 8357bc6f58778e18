//! Fits, robust fits, records and backtests against numpy, scipy and statsmodels: `trend_cases.py` makes the cases.

mod common;
use common::cases::{all, assert_same, cases, list, number, points};
use pendrop_science::trend::{Backtest, Errors, Interval, LeastSquares, Parabola, TheilSen, Untestable, backtest, common_slope, records};
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
fn intervals_for_residuals_alike_agree_with_statsmodels() {
    for case in cases() {
        let (name, points) = (case["name"].as_str().unwrap(), points(&case));
        let fit = LeastSquares::of(&points).unwrap();
        for at_level in list(&case["least_squares"]["levels"]) {
            let level = number(&at_level["level"]);
            assert_interval(fit.slope_interval_hac(&points, level), &at_level["slope_hac"], &format!("{name}: {level}"));
        }
    }
}

#[test]
fn parabolas_agree_with_statsmodels() {
    let mut bent = 0;
    for case in cases() {
        let (name, expected) = (case["name"].as_str().unwrap(), &case["parabola"]);
        let Some(fit) = Parabola::of(&points(&case)) else {
            assert!(expected.is_null(), "{name} has a parabola");
            continue;
        };
        bent += 1;
        // Curvature is a small difference of large sums.
        let near = |found: f64, expected: f64| (found - expected).abs() <= 1e-7 * expected.abs() + 1e-12;
        assert!(near(fit.curvature, number(&expected["curvature"])), "{name}: {}", fit.curvature);
        for (interval, key) in [(fit.curvature_interval(0.95), "interval"), (fit.curvature_interval_hac(0.95), "interval_hac")] {
            let interval = interval.expect(name);
            assert!(near(interval.low, number(&expected[key][0])) && near(interval.high, number(&expected[key][1])), "{name}: {key}");
        }
        let at: Vec<f64> = list(&expected["at"]).iter().map(number).collect();
        for (place, band) in fit.bands(&at, 0.95).expect(name).iter().enumerate() {
            assert!(near(fit.at(at[place]), number(&expected["line"][place])), "{name}: line");
            let (slope, slopes) = (fit.slope_interval(at[place], 0.95).expect(name), &expected["slopes"][place]);
            assert!(near(slope.low, number(&slopes[0])) && near(slope.high, number(&slopes[1])), "{name}: slope at {}", at[place]);
            let ends = &expected["band"][place];
            assert!(near(band.low, number(&ends[0])) && near(band.high, number(&ends[1])), "{name}: band at {}", at[place]);
        }
    }
    assert!(bent > 15, "only {bent}");
}

#[test]
fn a_parabola_needs_three_dates_and_a_point_more() {
    assert_eq!(Parabola::of(&[(1.0, 1.0), (2.0, 4.0), (3.0, 9.0)]), None);
    assert_eq!(Parabola::of(&[(1.0, 1.0), (1.0, 2.0), (3.0, 9.0), (3.0, 8.0)]), None);
    let square = Parabola::of(&[(1.0, 1.0), (2.0, 4.0), (3.0, 9.0), (5.0, 25.0)]).unwrap();
    assert!((square.curvature - 2.0).abs() < 1e-12 && (square.slope_at(4.0) - 8.0).abs() < 1e-12 && (square.at(10.0) - 100.0).abs() < 1e-9);
}

/// Doubling times of graphics cards: those that the table was mended to give.
#[test]
fn graphics_cards_double_as_an_independent_fit_says() {
    let doubling = |name: &str| LeastSquares::of(&points(&common::cases::case(name))).unwrap().doubling_time().unwrap();
    for (name, years) in [
        ("consumer cards", 3.2285),
        ("consumer cards since 2010", 4.1551),
        ("professional cards", 2.1448),
        ("all cards", 3.7789),
        ("all cards since 2010", 4.7697),
    ] {
        assert!((doubling(name) - years).abs() < 5e-5, "{name}: {}", doubling(name));
    }
    for (case, years) in list(&all()["common_slope"]).iter().zip([3.0932, 3.7033]) {
        let groups: Vec<Vec<(f64, f64)>> = list(&case["groups"])
            .iter()
            .map(|group| list(group).iter().map(|point| (number(&point[0]), number(&point[1]))).collect())
            .collect();
        let slope = common_slope(&groups).unwrap();
        assert_same(slope, &case["slope"], "common slope");
        assert!((2_f64.log10() / slope - years).abs() < 5e-5, "{slope}");
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
