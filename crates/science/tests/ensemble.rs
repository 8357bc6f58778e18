//! Many drops with uncertain details: the spread against error propagation, and the same drops however they are made.

mod common;

use common::{PEN_VOLUME, assert_close, body, pen_end_on};
use pendrop_budget::cases;
use pendrop_science::{
    ensemble::{DelayStatistics, EVEN, EnsembleSpec, Range, Sampler},
    falling::{Fall, Release},
};
use proptest::prelude::*;

fn pen() -> Release {
    Release { volume: PEN_VOLUME, ..pen_end_on() }
}

/// A small body feather, lying flat.
fn feather() -> Release {
    Release { volume: 4e-8, ..body(5e-5, 20e-4, 1.2) }
}

fn spec(nominal: Release, jitter: f64, drops: u32) -> EnsembleSpec {
    EnsembleSpec { nominal, jitter, drops, seed: 1 }
}

/// Relative standard deviation of the fall time to first order in the jitter.
///
/// t = arcosh(e^z) / sqrt(g' k) with k = rho Cd A / 2 m, z = k h, g' = g (1 - b), b = rho V / m. Hence
/// d ln t / d ln k = z / (arcosh(e^z) sqrt(1 - e^(-2z))) - 1/2 =: s, d ln t / d ln g' = -1/2; A and Cd act through k alone, so
/// each counts s; rho counts s + b / 2(1 - b), m the negative of that. A factor even in 1 ± j has the variance j^2 / 3.
fn propagated(r: &Release, jitter: f64) -> f64 {
    let z = 0.5 * r.fluid_density * r.drag_coefficient * r.area / r.mass * r.height;
    let s = z / (z.exp().acosh() * (1.0 - (-2.0 * z).exp()).sqrt()) - 0.5;
    let carried = r.fluid_density * r.volume / r.mass;
    let with_lift = s + 0.5 * carried / (1.0 - carried);
    jitter / 3_f64.sqrt() * (2.0 * s * s + 2.0 * with_lift * with_lift).sqrt()
}

#[test]
fn a_small_jitter_spreads_as_error_propagation_says() {
    let pen_in_water = Release { fluid_density: 700.0, ..pen() };
    let high_feather = Release { height: 30.0, ..feather() };
    for nominal in [pen(), feather(), pen_in_water, high_feather, body(2.7e-3, 1.257e-3, 0.445)] {
        let nominal_fall = Fall::solve(&nominal);
        let statistics = Sampler::new(spec(nominal, 0.002, 100_000)).finish();
        let time = nominal_fall.landing().unwrap().time;
        // The standard error of a standard deviation from 10^5 draws is 0.2 %, that of a mean 0.3 % of the deviation; terms
        // beyond the first order are smaller, except near neutrality, where they reach a hundredth.
        assert_close(statistics.standard_deviation().unwrap() / time, propagated(&nominal, 0.002), 0.01);
        let bias = (statistics.mean().unwrap() - nominal_fall.delay().unwrap()) / time;
        assert!(bias.abs() < 0.05 * propagated(&nominal, 0.002), "{bias}");
    }
}

#[test]
fn domination_is_what_makes_the_pen_predictable() {
    let spread = |nominal: Release| {
        let statistics = Sampler::new(spec(nominal, 0.2, 10_000)).finish();
        let vacuum = Fall::solve(&nominal).landing().unwrap().time_vacuum;
        statistics.standard_deviation().unwrap() / (vacuum + statistics.mean().unwrap())
    };
    // A factor of hundreds between the two; the first order still holds to a few percent.
    assert_close(spread(pen()), propagated(&pen(), 0.2), 0.05);
    assert_close(spread(feather()), propagated(&feather(), 0.2), 0.05);
    assert!(spread(pen()) < 5e-4 && spread(feather()) > 0.1);
}

#[test]
fn without_jitter_every_drop_is_the_same() {
    for nominal in [pen(), feather(), Release { wind: 3.0, ..pen() }] {
        let statistics = Sampler::new(spec(nominal, 0.0, 300)).finish();
        let delay = Fall::solve(&nominal).delay();
        assert_eq!(statistics.standard_deviation(), Some(0.0));
        assert_eq!(statistics.mean(), delay);
        assert_eq!((statistics.quantile(0.05), statistics.quantile(0.95)), (delay, delay));
    }
}

#[test]
fn without_fluid_no_detail_matters() {
    let statistics = Sampler::new(spec(Release { fluid_density: 0.0, ..feather() }, 0.5, 1000)).finish();
    assert_eq!((statistics.mean(), statistics.standard_deviation()), (Some(0.0), Some(0.0)));
}

/// Drop 0 and drop 99 999 of the seed 7, jitter 0.5: pins the random numbers, which are integer arithmetic and exact divisions.
#[test]
fn the_same_seed_gives_the_same_drops() {
    // Reckoned with Python's integers.
    const FIRST: [f64; 4] = [1.22150818060497, 1.14970433646846, 1.04937432491932, 1.10423480536831];
    const LAST: [f64; 4] = [1.118840710801793, 0.676513080287545, 0.998273337861120, 0.927824870530226];
    let spec = EnsembleSpec { seed: 7, ..spec(body(1.0, 1.0, 1.0), 0.5, 100_000) };
    let details = |number| {
        let drop = spec.release(number);
        [drop.mass, drop.area, drop.drag_coefficient, drop.fluid_density / 1.225]
    };
    for (number, expected) in [(0, FIRST), (99_999, LAST)] {
        for (detail, expected) in details(number).into_iter().zip(expected) {
            assert!((detail - expected).abs() < 1e-12, "{:?}", details(number));
        }
    }
    assert_ne!(EnsembleSpec { seed: 8, ..spec }.release(0), spec.release(0));
}

#[test]
fn steps_make_the_whole() {
    for spec in [spec(feather(), 0.3, 60_000), spec(Release { wind: 3.0, ..pen() }, 0.3, 2500)] {
        let whole = Sampler::new(spec).finish();
        let mut by_hand = DelayStatistics::new(Range::of(&spec));
        for number in 0..spec.drops {
            by_hand.add(Fall::solve(&spec.release(number)).delay());
        }
        assert_eq!(whole, by_hand);

        let mut run = Sampler::new(spec);
        let mut shares = vec![run.progress()];
        let mut going = true;
        while going {
            going = run.step();
            shares.push(run.progress());
        }
        assert!(shares.len() > 3 && shares.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(shares.last(), Some(&1.0));
        assert_eq!(run.statistics(), &whole);
    }
}

/// A body in a fluid of exactly its own density: the ratio of the two factors decides, so half the drops float.
#[test]
fn what_floats_is_counted_apart() {
    let neutral = Release { mass: 1e-3, volume: 1e-6, fluid_density: 1000.0, ..body(1e-3, 1e-4, 1.0) };
    let statistics = Sampler::new(spec(neutral, 0.2, 20_000)).finish();
    assert_eq!(statistics.landed() + statistics.aloft(), 20_000);
    // Four standard errors of a share of one half.
    assert!((f64::from(statistics.aloft()) / 20_000.0 - 0.5).abs() < 4.0 * 0.5 / 20_000_f64.sqrt());
    let bars: u32 = statistics.bars(64).iter().sum();
    assert_eq!(bars + statistics.beyond(), statistics.landed());
    assert!(statistics.beyond() < statistics.landed() / 10);

    let none = Sampler::new(spec(Release { gravity: 0.0, ..pen() }, 0.2, 50)).finish();
    assert_eq!((none.landed(), none.aloft(), none.mean(), none.quantile(0.5)), (0, 50, None, None));
}

#[test]
fn quantiles_are_those_of_the_sorted_times() {
    let neutral = Release { mass: 1.02e-3, volume: 1e-6, fluid_density: 1000.0, ..body(1e-3, 1e-4, 1.0) };
    for (nominal, jitter) in [(pen(), 0.2), (feather(), 0.5), (neutral, 0.2)] {
        let spec = spec(nominal, jitter, 5000);
        let statistics = Sampler::new(spec).finish();
        let mut late: Vec<f64> = (0..spec.drops).filter_map(|number| Fall::solve(&spec.release(number)).delay()).collect();
        late.sort_by(f64::total_cmp);
        for share in [0.05, 0.5, 0.95] {
            let exact = late[(share * late.len() as f64) as usize];
            let bin = (statistics.range().high - statistics.range().low) / EVEN as f64;
            assert!((statistics.quantile(share).unwrap() - exact).abs() < 2.0 * bin, "{share}");
        }
    }
}

/// Bodies all over the bounds.
fn releases() -> impl Strategy<Value = Release> {
    let log = |low: f64, high: f64| (low.ln()..high.ln()).prop_map(f64::exp);
    (log(1e-5, 10.0), log(1e-6, 1.0), 0.05..2.5, log(1e-8, 0.01), log(0.1, 4000.0), 0.1..30.0, log(1e-3, 1100.0), -20.0..20.0).prop_map(
        |(mass, area, drag_coefficient, volume, height, gravity, fluid_density, wind)| Release {
            mass,
            area,
            drag_coefficient,
            volume,
            height,
            gravity,
            fluid_density,
            wind,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    /// The corners bound every drop, in the wind too.
    #[test]
    fn no_drop_lands_before_the_first_or_after_the_last(nominal in releases(), jitter in 0.0..0.5, calm in any::<bool>()) {
        let nominal = Release { wind: if calm { 0.0 } else { nominal.wind }, ..nominal };
        let spec = EnsembleSpec { nominal, jitter, drops: 40, seed: 3 };
        let first = Fall::solve(&spec.first()).delay();
        let last = Fall::solve(&spec.last()).delay();
        for number in 0..spec.drops {
            let late = Fall::solve(&spec.release(number)).delay();
            // Where the integration's tolerance allows no more, its digits are not held against it.
            prop_assert!(late.is_none() || late >= first.map(|first| first * (1.0 - 1e-6)), "{late:?} before {first:?}");
            prop_assert!(last.is_none() || late <= last.map(|last| last * (1.0 + 1e-6)), "{late:?} after {last:?}");
        }
    }

    #[test]
    fn every_tally_is_finite_and_in_order(nominal in releases(), jitter in 0.0..0.5) {
        let statistics = Sampler::new(EnsembleSpec { nominal: Release { wind: 0.0, ..nominal }, jitter, drops: 200, seed: 5 }).finish();
        let all = format!("{statistics:?}");
        prop_assert!(!all.contains("NaN") && !all.contains("inf"), "{all}");
        let range = statistics.range();
        prop_assert!(range.low >= 0.0 && range.high >= range.low && range.high.is_finite());
        if let (Some(early), Some(mean), Some(late)) = (statistics.quantile(0.05), statistics.mean(), statistics.quantile(0.95)) {
            prop_assert!(early <= late && mean.is_finite());
            prop_assert!(early >= range.low * (1.0 - 1e-9));
        }
    }
}
