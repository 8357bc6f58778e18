//! Random numbers that can be had in any order: each is a function of the seed and of its place in the sequence.
//!
//! SplitMix64: a counter with a fixed step, every value of it well mixed. Integer arithmetic, so it is the same everywhere.
//! Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; the constants
//! of the mixing are David Stafford's ("variant 13"), as in S. Vigna's splitmix64.c.

use std::f64::consts::TAU;

use crate::trig::sine_and_cosine;

/// The step of the counter: 2^64 over the golden ratio, odd.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The number at a place, from 0, of the sequence that starts from `start`.
fn splitmix(start: u64, place: u64) -> u64 {
    let mut mixed = start.wrapping_add(place.wrapping_add(1).wrapping_mul(STEP));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The number at a place of a seed's sequence; also a seed made from a seed.
pub(crate) fn number(seed: u64, place: u64) -> u64 {
    // Seeds are small numbers next to each other; mixed, their sequences start far apart.
    splitmix(splitmix(seed, 0), place)
}

/// The number at a place of a seed's sequence, evenly from 0 to less than 1.
pub(crate) fn unit(seed: u64, place: u64) -> f64 {
    (number(seed, place) >> 11) as f64 / (1_u64 << 53) as f64
}

/// The number at a place of a seed's sequence, a whole one below `count`; 0 where there is none below it.
pub(crate) fn below(seed: u64, place: u64, count: usize) -> usize {
    // Less than 1 even after rounding: the unit has 53 bits, a count that fits into memory fewer.
    (unit(seed, place) * count as f64) as usize
}

/// A number of the standard normal distribution, from two places of a seed's sequence (Box and Muller, 1958).
pub(crate) fn normal(seed: u64, places: [u64; 2]) -> f64 {
    // From more than 0 to 1: its logarithm is finite.
    let radius = (-2.0 * (1.0 - unit(seed, places[0])).ln()).sqrt();
    radius * sine_and_cosine(TAU * unit(seed, places[1])).1
}

/// Random numbers one after another, where many are drawn and their places do not matter.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub(crate) fn new(seed: u64) -> Random {
        Random(splitmix(seed, 0))
    }

    /// The next number: any of the 2^64, evenly.
    #[inline]
    pub(crate) fn next(&mut self) -> u64 {
        let number = splitmix(self.0, 0);
        self.0 = self.0.wrapping_add(STEP);
        number
    }

    /// The next number, a whole one below `count`: evenly, but for one part in 2^32.
    #[inline]
    pub(crate) fn below(&mut self, count: u32) -> u32 {
        (((self.next() >> 32) * u64::from(count)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published values of S. Vigna's splitmix64.c for the seed 1234567, as at
    /// <https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64>.
    #[test]
    fn the_published_sequence() {
        let sequence: Vec<u64> = (0..5).map(|place| splitmix(1_234_567, place)).collect();
        assert_eq!(
            sequence,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn numbers_are_even_and_neighbouring_seeds_unrelated() {
        let count = 100_000;
        let mean = |of: &dyn Fn(u64) -> f64| (0..count).map(of).sum::<f64>() / count as f64;
        // Standard errors: 0.29 / sqrt(n) = 0.0009 of the mean, 0.0026 of the square, 0.0003 of the covariance.
        assert!((mean(&|place| unit(7, place)) - 0.5).abs() < 0.004);
        assert!((mean(&|place| unit(7, place).powi(2)) - 1.0 / 3.0).abs() < 0.004);
        assert!(mean(&|place| (unit(7, place) - 0.5) * (unit(8, place) - 0.5)).abs() < 0.0013);
        assert!(mean(&|place| (unit(7, place) - 0.5) * (unit(7, place + 1) - 0.5)).abs() < 0.0013);
    }

    #[test]
    fn normal_numbers_are_normal() {
        let count = 100_000;
        let share = |of: &dyn Fn(f64) -> f64| (0..count).map(|n| of(normal(7, [2 * n, 2 * n + 1]))).sum::<f64>() / count as f64;
        // Standard errors: 0.0032 of the mean, 0.0045 of the square, 0.031 of the fourth power, 0.0015 of the share.
        assert!(share(&|x| x).abs() < 0.013);
        assert!((share(&|x| x * x) - 1.0).abs() < 0.018);
        assert!((share(&|x| x.powi(4)) - 3.0).abs() < 0.13);
        assert!((share(&|x| f64::from(x.abs() < 1.0)) - 0.682_689).abs() < 0.006);
    }

    #[test]
    fn whole_numbers_stay_below_their_count() {
        let mut seen = [0; 3];
        (0..3000).for_each(|place| seen[below(7, place, 3)] += 1);
        // Four standard errors of a share of a third.
        assert!(seen.iter().all(|times| (900..1100).contains(times)), "{seen:?}");
        assert_eq!(below(7, 0, 0), 0);
    }

    #[test]
    fn one_after_another_they_are_the_same_numbers() {
        let mut random = Random::new(7);
        assert!((0..5).all(|place| random.next() == number(7, place)));
        let mut counts = [0; 7];
        (0..70_000).for_each(|_| counts[random.below(7) as usize] += 1);
        // Standard deviation: sqrt(70 000 * 6) / 7 = 93.
        assert!(counts.iter().all(|count: &i32| (count - 10_000).abs() < 400), "{counts:?}");
    }
}
