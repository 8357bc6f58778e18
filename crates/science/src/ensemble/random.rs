//! Random numbers that can be had in any order: each is a function of the seed and of its place in the sequence.
//!
//! SplitMix64: a counter with a fixed step, every value of it well mixed. Integer arithmetic, so it is the same everywhere.
//! Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; the constants
//! of the mixing are David Stafford's ("variant 13"), as in S. Vigna's splitmix64.c.

/// The step of the counter: 2^64 over the golden ratio, odd.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The number at a place, from 0, of the sequence that starts from `start`.
fn splitmix(start: u64, place: u64) -> u64 {
    let mut mixed = start.wrapping_add(place.wrapping_add(1).wrapping_mul(STEP));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The number at a place of a seed's sequence, evenly from 0 to less than 1.
pub(super) fn unit(seed: u64, place: u64) -> f64 {
    // Seeds are small numbers next to each other; mixed, their sequences start far apart.
    let bits = splitmix(splitmix(seed, 0), place) >> 11;
    bits as f64 / (1_u64 << 53) as f64
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
}
