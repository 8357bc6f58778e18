//! Budgets and drivers, against numpy and by closed forms.

mod common;
use common::cases::{assert_same, drivers, number};
use pendrop_budget::cases;
use pendrop_science::growth::{Driver, Drivers, Level, growth, growth_by_adding};
use proptest::prelude::*;

#[test]
fn ten_halvings_make_a_thousandfold() {
    assert_eq!(growth(15.0, 1.5), 1024.0);
    assert_eq!(growth(0.0, 2.0), 1.0);
    assert_eq!(growth(2.0, -2.0), 0.5);
}

#[test]
fn adding_meets_multiplying_today_and_after_a_year_and_falls_behind() {
    for halving in [0.5, 3.23, 20.0] {
        assert_eq!(growth_by_adding(0.0, halving), 1.0);
        assert!((growth_by_adding(1.0, halving) - growth(1.0, halving)).abs() < 1e-12);
        assert!(growth_by_adding(2.0, halving) < growth(2.0, halving));
    }
    // A doubling each year, by adding: one more each year.
    assert_eq!(growth_by_adding(10.0, 1.0), 11.0);
}

#[test]
fn drivers_agree_with_numpy() {
    for case in drivers() {
        let given = |place: usize| number(&case["given"][place]);
        let [price_halving, spending_growth, algorithm_halving, years] = [0, 1, 2, 3].map(given);
        // The cases have no rest; a closed form below has one.
        let drivers = Drivers { price_halving, spending_growth, other_growth: 1.0, algorithm_halving, years };
        for (found, key) in [(drivers.decades().unwrap(), "decades"), (drivers.shares().unwrap(), "shares")] {
            for (place, driver) in [Driver::Price, Driver::Spending, Driver::Algorithms].into_iter().enumerate() {
                assert_same(found.of(driver), &case[key][place], key);
            }
            assert_eq!(found.other, 0.0);
        }
    }
}

/// Factors of 2, 8, 4 and 16 a year: logarithms of 1, 3, 2 and 4.
#[test]
fn shares_are_logarithms_over_their_sum() {
    let drivers = Drivers { price_halving: 1.0, spending_growth: 8.0, other_growth: 4.0, algorithm_halving: 0.25, years: 5.0 };
    let (shares, decades) = (drivers.shares().unwrap(), drivers.decades().unwrap());
    for (driver, share) in [(Driver::Price, 0.1), (Driver::Spending, 0.3), (Driver::Other, 0.2), (Driver::Algorithms, 0.4)] {
        assert!((shares.of(driver) - share).abs() < 1e-12, "{driver:?}");
        assert!((decades.of(driver) - 50.0 * share * 2_f64.log10()).abs() < 1e-12, "{driver:?}");
    }
    assert!((shares.compute() - 0.6).abs() < 1e-12);
}

const TYPICAL: Drivers =
    Drivers { price_halving: 2.5, spending_growth: 2.4, other_growth: 1.5, algorithm_halving: 8.0 / 12.0, years: 10.0 };

fn dominant(drivers: Drivers) -> Option<Level> {
    drivers.shares().unwrap().dominant()
}

/// Halvings and doublings a year: of price, spending and the rest together, against those of the methods.
#[test]
fn compute_dominates_or_algorithms_do_or_neither() {
    // 1 and 1 and 1 against 2.
    let three = Drivers { price_halving: 1.0, spending_growth: 2.0, other_growth: 2.0, algorithm_halving: 0.5, years: 7.0 };
    assert_eq!(dominant(three), Some(Level::Compute));
    assert!((three.shares().unwrap().compute() - 0.6).abs() < 1e-12);
    // Without the rest, 2 against 2.
    let two = Drivers { other_growth: 1.0, ..three };
    assert_eq!((dominant(two), two.shares().unwrap().compute()), (None, 0.5));
    // And with a rest that takes away, 1 against 2.
    assert_eq!(dominant(Drivers { other_growth: 0.5, ..three }), Some(Level::Algorithms));
    assert_eq!(dominant(Drivers { algorithm_halving: -10.0, ..three }), Some(Level::Compute));
}

/// 52.5 % and 47.5 %, either way round: 21 parts to 19.
#[test]
fn five_points_apart_is_even_and_a_little_more_is_not() {
    let shares = |price_halving: f64, algorithm_halving: f64| Drivers {
        price_halving,
        spending_growth: 1.0,
        other_growth: 1.0,
        algorithm_halving,
        years: 3.0,
    };
    for (few, many) in [(1.9, 2.1), (19.0, 21.0), (0.019, 0.021), (0.57, 0.63)] {
        assert_eq!(dominant(shares(few, many)), None, "{few} to {many}");
        assert_eq!(dominant(shares(many, few)), None, "{many} to {few}");
        assert_eq!(dominant(shares(few, many * 1.000_001)), Some(Level::Compute));
        assert_eq!(dominant(shares(many * 1.000_001, few)), Some(Level::Algorithms));
    }
}

#[test]
fn without_growth_there_are_no_shares() {
    assert_eq!(Drivers { years: 0.0, ..TYPICAL }.shares(), None);
    assert_eq!(Drivers { spending_growth: 1e-3, ..TYPICAL }.shares(), None);
    assert_eq!(Drivers { other_growth: 1e-3, ..TYPICAL }.shares(), None);
}

#[test]
fn a_driver_that_holds_growth_back_has_a_negative_share() {
    let shares = Drivers { spending_growth: 0.8, ..TYPICAL }.shares().unwrap();
    assert!(shares.spending < 0.0 && shares.price + shares.other + shares.algorithms > 1.0);
    let shares = Drivers { other_growth: 0.8, ..TYPICAL }.shares().unwrap();
    assert!(shares.other < 0.0 && shares.price + shares.spending + shares.algorithms > 1.0);
}

#[test]
fn what_cannot_be_has_no_value() {
    for bad in [
        Drivers { price_halving: 0.0, ..TYPICAL },
        Drivers { algorithm_halving: 0.0, ..TYPICAL },
        Drivers { spending_growth: 0.0, ..TYPICAL },
        Drivers { spending_growth: -1.0, ..TYPICAL },
        Drivers { other_growth: 0.0, ..TYPICAL },
        Drivers { years: f64::NAN, ..TYPICAL },
    ] {
        assert_eq!((bad.decades(), bad.shares()), (None, None), "{bad:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(256)))]

    #[test]
    fn shares_are_a_whole_whatever_the_span(
        price_halving in 0.1..50.0f64,
        spending_growth in 1.0..20.0f64,
        other_growth in 1.0..20.0f64,
        algorithm_halving in 0.1..50.0f64,
        years in 0.1..100.0f64,
    ) {
        let drivers = Drivers { price_halving, spending_growth, other_growth, algorithm_halving, years };
        let shares = drivers.shares().unwrap();
        prop_assert!((shares.total() - 1.0).abs() < 1e-12);
        prop_assert!((shares.compute() + shares.algorithms - 1.0).abs() < 1e-12);
        let other = Drivers { years: 1.0, ..drivers }.shares().unwrap();
        prop_assert!((shares.price - other.price).abs() < 1e-12);
        let price = 10f64.powf(drivers.decades().unwrap().price);
        prop_assert!((price / growth(years, price_halving) - 1.0).abs() < 1e-9);
    }
}
