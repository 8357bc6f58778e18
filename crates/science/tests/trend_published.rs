//! Trends as they are published, or follow from the tables.

mod common;
use common::{
    assert_close,
    cases::{case, points},
};
use pendrop_science::trend::{LeastSquares, TheilSen, misses, records};
use std::time::Instant;

fn fit(name: &str) -> LeastSquares {
    LeastSquares::of(&points(&case(name))).unwrap()
}

/// Moore (1975): twice as many transistors every two years.
#[test]
fn transistors_double_every_two_years() {
    let fit = fit("transistors");
    assert_eq!(fit.n, 107);
    assert_close(fit.doubling_time().unwrap(), 2.018, 5e-4);
    assert_close(fit.r_squared().unwrap(), 0.981, 5e-4);
}

#[test]
fn the_fastest_computer_doubles_every_fifteen_months() {
    let fit = fit("supercomputers since 1993");
    assert_eq!(fit.n, 66);
    assert_close(fit.doubling_time().unwrap(), 1.241, 5e-4);
}

/// Epoch AI publishes 4.7 times per year for these 428 systems, with R squared 0.60.
#[test]
fn training_computation_grows_almost_fivefold_a_year() {
    let fit = fit("training compute since 2010");
    assert_eq!(fit.n, 428);
    assert_close(fit.factor_per_year(), 4.679, 5e-4);
    assert_close(fit.r_squared().unwrap(), 0.604, 5e-4);
}

#[test]
fn a_dollar_buys_tenfold_every_six_years_from_1940_to_1998() {
    assert_close(fit("machines 1940 to 1998").tenfold_time().unwrap(), 5.73, 5e-3);
}

/// The mended table's own values; Epoch AI (2022) publishes 2.46 years for its own 470 GPUs from 2006 to 2021, of both markets.
#[test]
fn consumer_cards_give_twice_as_much_for_a_dollar_every_three_years() {
    let fit = fit("consumer cards");
    assert_eq!(fit.n, 175);
    let interval = fit.doubling_interval(0.95).unwrap();
    assert_close(interval.low.unwrap(), 2.952, 5e-4);
    assert_close(interval.high.unwrap(), 3.562, 5e-4);
    assert_close(fit.factor_per_year(), 1.2395, 5e-5);
    assert_close(fit.r_squared().unwrap(), 0.720, 5e-4);
}

/// Of one market or of both: the records are consumer cards.
#[test]
fn records_of_graphics_cards_slow_down() {
    for (name, years) in [("all cards", 2.631), ("consumer cards", 2.631), ("all cards since 2010", 4.095)] {
        let points = points(&case(name));
        let best: Vec<_> = points.iter().zip(records(&points)).filter(|(_, best)| *best).map(|(point, _)| *point).collect();
        assert_close(LeastSquares::of(&best).unwrap().doubling_time().unwrap(), years, 5e-4);
    }
}

/// Where a few points are wild the robust line stays: the last of ten points is thirty decades off.
#[test]
fn one_far_off_point_turns_the_least_squares_line_only() {
    let points = points(&case("one far off"));
    assert_close(TheilSen::of(&points).unwrap().slope, 0.2, 0.02);
    assert!(LeastSquares::of(&points).unwrap().slope > 1.0);
}

/// A strip of every cut is drawn while a slider moves: generous bounds, for an unoptimised build on a busy machine.
#[test]
fn five_hundred_points_take_no_time() {
    let points = points(&case("training compute"));
    let cuts: Vec<f64> = (0..130).map(|n| 1955.0 + 0.5 * f64::from(n)).collect();
    let clock = |what: &str, work: &dyn Fn()| {
        let start = Instant::now();
        work();
        let elapsed = start.elapsed();
        println!("{what}: {elapsed:?}");
        assert!(elapsed.as_secs_f64() < 1.0, "{what}: {elapsed:?}");
    };
    clock("misses at 130 cuts", &|| assert_eq!(misses(&points, &cuts, 10.0).len(), 130));
    clock("Theil-Sen", &|| assert!(TheilSen::of(&points).is_some()));
    clock("its interval", &|| assert!(TheilSen::slope_interval(&points, 0.95).is_some()));
    clock("least squares", &|| assert!(LeastSquares::of(&points).is_some()));
    clock("records", &|| assert_eq!(records(&points).len(), 484));
}
