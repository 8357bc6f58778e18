//! The cartoon of two crossing curves: what its shape promises.

mod common;

use common::{assert_close, assert_near};
use pendrop_science::crossing::{Better, HEAD_START, LOST, NoCrossing, Outlook, STEEPNESS, ceiling, crossing_compute, half, performance};
use proptest::prelude::*;

#[test]
fn known_points_of_the_curves() {
    for structure in [0.0, 0.3, 1.0] {
        assert_eq!(performance(0.0, structure), 0.0);
        assert_close(performance(half(structure), structure), 0.5 * ceiling(structure), 1e-15);
        assert_near(performance(1e40, structure), ceiling(structure), 1e-15);
        // A tenth and nine tenths of the ceiling.
        let step = 9_f64.powf(1.0 / STEEPNESS);
        assert_close(performance(half(structure) / step, structure), 0.1 * ceiling(structure), 1e-14);
        assert_close(performance(half(structure) * step, structure), 0.9 * ceiling(structure), 1e-14);
    }
    assert_eq!((ceiling(0.0), ceiling(1.0), half(0.0), half(1.0)), (1.0, 1.0 - LOST, HEAD_START, 1.0));
}

#[test]
fn the_crossing_of_the_extremes_by_hand() {
    // 0.5 x / (x + 1) = x / (x + 1000), so x = 998.
    assert_close(crossing_compute(0.0, 1.0).unwrap(), 998.0 * 998.0, 1e-12);
    assert_eq!((crossing_compute(0.5, 0.5), crossing_compute(0.6, 0.5)), (None, None));
    // As the structure vanishes, the limit: (3 ln 10 / 0.5 - 1)^2 times the head start.
    assert_close(crossing_compute(0.0, 1e-9).unwrap(), 1e6 * (6.0 * 10_f64.ln() - 1.0).powi(2), 1e-7);
}

#[test]
fn a_reason_where_there_is_no_year() {
    let outlook = Outlook { compute_now: 1e4, compute_doubling: 2.0, structure: 0.8, years: 40.0 };
    let year = outlook.crossing_year().unwrap();
    assert_eq!((outlook.best_now(), outlook.best_later()), (Better::More, Better::Less));
    assert_eq!((outlook.best(year - 1e-6), outlook.best(year + 1e-6)), (Better::More, Better::Less));
    assert_eq!(Outlook { years: year - 0.1, ..outlook }.crossing_year(), Err(NoCrossing::Later));
    assert_eq!(Outlook { years: year - 0.1, ..outlook }.best_later(), Better::More);
    let late = Outlook { compute_now: 1e8, ..outlook };
    assert_eq!((late.crossing_year(), late.best_now()), (Err(NoCrossing::Past), Better::Less));
    let same = Outlook { structure: 0.0, ..outlook };
    assert_eq!((same.crossing_year(), same.best_now(), same.best_later()), (Err(NoCrossing::Same), Better::Neither, Better::Neither));
}

proptest! {
    #[test]
    fn more_compute_is_better_up_to_the_ceiling(structure in 0.0..=1.0, exponent in -6.0..12.0, step in 0.01..3.0) {
        let (less, more) = (performance(10_f64.powf(exponent), structure), performance(10_f64.powf(exponent + step), structure));
        prop_assert!(0.0 < less && less < more && more < ceiling(structure));
    }

    #[test]
    fn performances_are_equal_at_the_crossing_only(less in 0.0..0.9, share in 0.01..1.0) {
        let more = less + (1.0 - less) * share;
        let crossing = crossing_compute(less, more).unwrap();
        let lead = |compute: f64| performance(compute, less) - performance(compute, more);
        prop_assert!(lead(crossing).abs() < 1e-12, "{}", lead(crossing));
        prop_assert!(lead(0.9 * crossing) < 0.0 && lead(1.1 * crossing) > 0.0);
    }

    /// The more structure, the earlier it is overtaken; and what is structured less is overtaken later still.
    #[test]
    fn more_structure_is_overtaken_sooner(less in 0.0..0.5, structure in 0.5..0.98, step in 0.01..0.02) {
        prop_assert!(crossing_compute(less, structure + step) < crossing_compute(less, structure));
        prop_assert!(crossing_compute(0.5 * less, structure) >= crossing_compute(less, structure));
    }

    #[test]
    fn growing_twice_as_fast_halves_the_wait(structure in 0.01..=1.0, exponent in 0.0..5.9, doubling in 0.1..5.0) {
        let outlook = Outlook { compute_now: 10_f64.powf(exponent), compute_doubling: doubling, structure, years: 1e6 };
        let fast = Outlook { compute_doubling: 0.5 * doubling, ..outlook };
        let (year, sooner) = (outlook.crossing_year().unwrap(), fast.crossing_year().unwrap());
        prop_assert!((sooner - 0.5 * year).abs() <= 1e-12 * year);
        let crossing = crossing_compute(0.0, structure).unwrap();
        prop_assert!((outlook.compute(year) / crossing - 1.0).abs() < 1e-9);
    }
}
