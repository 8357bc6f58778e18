//! Budgets and drivers, against numpy and by closed forms.

mod common;
use common::cases::{assert_same, drivers, number};
use pendrop_budget::cases;
use pendrop_science::growth::{Driver, Drivers, growth, growth_by_adding};
use proptest::prelude::*;

#[test]
fn ten_halvings_make_a_thousandfold() {
    assert_eq!(growth(15.0, 1.5), 1024.0);
    assert_eq!(growth(0.0, 2.0), 1.0);
    assert_eq!(growth(2.0, -2.0), 0.5);
}

#[test]
fn adding_meets_multiplying_today_and_after_a_year_and_falls_behind() {
    for halving in [0.5, 2.59, 20.0] {
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
        let drivers = Drivers { price_halving: given(0), spending_growth: given(1), algorithm_halving: given(2), years: given(3) };
        for (found, key) in [(drivers.decades().unwrap(), "decades"), (drivers.shares().unwrap(), "shares")] {
            for (place, value) in [found.price, found.spending, found.algorithms].into_iter().enumerate() {
                assert_same(value, &case[key][place], key);
            }
        }
    }
}

const TYPICAL: Drivers = Drivers { price_halving: 2.5, spending_growth: 2.4, algorithm_halving: 8.0 / 12.0, years: 10.0 };

#[test]
fn the_greatest_contribution_dominates() {
    assert_eq!(TYPICAL.dominant(), Some(Driver::Algorithms));
    assert_eq!(Drivers { spending_growth: 4.0, ..TYPICAL }.dominant(), Some(Driver::Spending));
    assert_eq!(Drivers { price_halving: 0.5, ..TYPICAL }.dominant(), Some(Driver::Price));
    assert_eq!(Drivers { price_halving: 8.0 / 12.0, ..TYPICAL }.dominant(), Some(Driver::Price), "the first among equals");
}

#[test]
fn without_growth_there_are_no_shares() {
    let still = Drivers { years: 0.0, ..TYPICAL };
    assert_eq!((still.shares(), still.dominant()), (None, None));
    let shrinking = Drivers { spending_growth: 1e-3, ..TYPICAL };
    assert_eq!((shrinking.shares(), shrinking.dominant()), (None, Some(Driver::Algorithms)));
}

#[test]
fn a_driver_that_holds_growth_back_has_a_negative_share() {
    let shares = Drivers { spending_growth: 0.8, ..TYPICAL }.shares().unwrap();
    assert!(shares.spending < 0.0 && shares.price + shares.algorithms > 1.0);
}

#[test]
fn what_cannot_be_has_no_value() {
    for bad in [
        Drivers { price_halving: 0.0, ..TYPICAL },
        Drivers { algorithm_halving: 0.0, ..TYPICAL },
        Drivers { spending_growth: 0.0, ..TYPICAL },
        Drivers { spending_growth: -1.0, ..TYPICAL },
        Drivers { years: f64::NAN, ..TYPICAL },
    ] {
        assert_eq!((bad.decades(), bad.shares(), bad.dominant()), (None, None, None), "{bad:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(256)))]

    #[test]
    fn shares_are_a_whole_whatever_the_span(
        price_halving in 0.1..50.0f64, spending_growth in 1.0..20.0f64, algorithm_halving in 0.1..50.0f64, years in 0.1..100.0f64,
    ) {
        let drivers = Drivers { price_halving, spending_growth, algorithm_halving, years };
        let shares = drivers.shares().unwrap();
        prop_assert!((shares.total() - 1.0).abs() < 1e-12);
        let other = Drivers { years: 1.0, ..drivers }.shares().unwrap();
        prop_assert!((shares.price - other.price).abs() < 1e-12);
        let price = 10f64.powf(drivers.decades().unwrap().price);
        prop_assert!((price / growth(years, price_halving) - 1.0).abs() < 1e-9);
    }
}
