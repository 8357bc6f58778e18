//! The logarithm in plain arithmetic: the libraries of two machines may differ in the last bit, and a search that
//! chooses another move for it goes on to another game.

use std::f64::consts::{LN_2, SQRT_2};

/// Additions, multiplications, divisions and comparisons that it takes: five before the series, two for each of its ten terms,
/// four after it.
pub(crate) const OPERATIONS: u64 = 5 + 10 * 2 + 4;

/// Natural logarithm of a positive, normal number.
#[must_use]
pub(crate) fn ln(x: f64) -> f64 {
    const FRACTION: u64 = (1 << 52) - 1;
    let bits = x.to_bits();
    let (mut power, mut part) = ((bits >> 52) as i64 - 1023, f64::from_bits(bits & FRACTION | 1023 << 52));
    if part > SQRT_2 {
        (power, part) = (power + 1, 0.5 * part);
    }
    // ln x = 2 artanh((x - 1) / (x + 1)); within a factor of sqrt 2 of one the terms left out are less than the last bit.
    let s = (part - 1.0) / (part + 1.0);
    let square = s * s;
    let series = (0..10).rev().fold(0.0, |rest, k| rest * square + 1.0 / f64::from(2 * k + 1));
    power as f64 * LN_2 + 2.0 * s * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_library() {
        for n in 1..200_000 {
            let x = f64::from(n) * 7.3;
            assert!((ln(x) - x.ln()).abs() <= 4e-16 * x.ln().max(1.0), "ln {x}");
        }
        assert_eq!(ln(1.0), 0.0);
    }
}
