use proptest::prelude::*;

use super::{fixed, plain, rounded, rounded_to_decimals, scientific, shortest};

/// Every number is written as the standard library writes it.
fn assert_same(value: f64, decimals: usize) {
    assert_eq!(plain(value), format!("{value}"));
    assert_eq!(shortest(value), format!("{value:e}"));
    assert_eq!(fixed(value, decimals), format!("{value:.decimals$}"));
    assert_eq!(scientific(value, decimals), format!("{value:.decimals$e}"));
    if value.is_finite() {
        let of = |text: String| text.parse().map(f64::to_bits);
        assert_eq!(of(format!("{value:.decimals$e}")), Ok(rounded(value, decimals + 1).to_bits()));
        assert_eq!(of(format!("{value:.decimals$}")), Ok(rounded_to_decimals(value, decimals).to_bits()));
    }
}

#[test]
fn edges_are_written_as_the_standard_library_writes_them() {
    let smallest = f64::from_bits(1);
    for value in [0.0, smallest, 5.0 * smallest, f64::MIN_POSITIVE, f64::MAX, f64::INFINITY, f64::NAN, 1e23, 9.5, 99.5, 0.06, 0.04, 9.996] {
        (0..25).for_each(|decimals| [value, -value].into_iter().for_each(|value| assert_same(value, decimals)));
    }
    // Halfway between two: the even one is taken.
    for eighths in 0..2000 {
        (0..4).for_each(|decimals| assert_same(f64::from(eighths) / 8.0, decimals));
    }
}

#[test]
fn numbers_beside_powers_of_two_and_ten_are_written_as_the_standard_library_writes_them() {
    let powers = (1..2047).map(|exponent| f64::from_bits(exponent << 52)).chain((0..52).map(|bit| f64::from_bits(1 << bit)));
    for value in powers.chain((-323..309).map(|exponent| 10_f64.powi(exponent))) {
        [value.next_down(), value, value.next_up()].into_iter().for_each(|value| assert_same(value, 16));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_number_is_written_as_the_standard_library_writes_it(bits: u64, decimals in 0..20_usize) {
        assert_same(f64::from_bits(bits), decimals);
    }

    #[test]
    fn what_people_write_is_written_as_they_do(digits in 0..1_000_000_000_000_i64, places in 0..12, decimals in 0..13_usize) {
        assert_same(digits as f64 / 10_f64.powi(places), decimals);
    }

    /// Where numbers lie a quarter apart, two with as many digits can be as near.
    #[test]
    fn numbers_with_few_fractions_are_written_as_the_standard_library_writes_them(mantissa in 1_u64 << 52..1 << 53, twos in 0..6) {
        assert_same(mantissa as f64 / 2_f64.powi(twos), 2);
    }
}
