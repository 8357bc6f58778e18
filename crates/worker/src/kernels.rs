//! What is timed to measure a device's arithmetic: multiply-adds (a ← a·x + y) in single precision, in registers.
//!
//! Several chains run side by side, because the next step of one must wait for its last: together they ask for what the
//! processor can start, not for how long one step takes. The program cannot be told from outside that nothing needs the
//! results: starts, factors and results pass through [`black_box`], so nothing is worked out beforehand or left out.

use std::hint::black_box;

/// Chains side by side: enough to hide a multiplication and an addition of four cycles each, and with both factors they
/// fit the sixteen vector registers of the smallest of today's processors.
const CHAINS: usize = 12;
/// Steps of every chain in one go: well under a millisecond, so that the clock is asked often enough, and seldom enough.
const STEPS: usize = 10_000;

/// Floating-point operations of one lane in one go: a multiply-add is two.
const LANE: f64 = 2.0 * (CHAINS * STEPS) as f64;
/// Numbers in a vector.
const LANES: usize = 4;

/// Factor and summand. Every chain goes to y ÷ (1 − x) = 1 from above and stays there: ordinary numbers however long it runs,
/// as some processors take many times longer for very small ones.
const FACTOR: f32 = 0.999_9;
const SUMMAND: f32 = 1e-4;

/// Where the chain begins: each elsewhere, so that none can stand for another.
fn start(chain: usize) -> f32 {
    1.5 + chain as f32 / 8.0
}

/// One number at a time; says how many floating-point operations that were. No vector instruction is allowed in here: `tools/programs` sees
/// to it.
#[inline(never)]
pub fn scalar() -> f64 {
    let (x, y) = (black_box(FACTOR), black_box(SUMMAND));
    let mut chains: [f32; CHAINS] = black_box(std::array::from_fn(start));
    for _ in 0..STEPS {
        for chain in &mut chains {
            *chain = *chain * x + y;
        }
    }
    black_box(chains);
    LANE
}

/// Four numbers at a time, by vector instructions; says how many floating-point operations that were.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(never)]
pub fn simd() -> f64 {
    use core::arch::wasm32::{f32x4_add, f32x4_mul, f32x4_splat, v128};
    let (x, y) = (black_box(f32x4_splat(FACTOR)), black_box(f32x4_splat(SUMMAND)));
    let mut chains: [v128; CHAINS] = black_box(std::array::from_fn(|chain| f32x4_splat(start(chain))));
    for _ in 0..STEPS {
        for chain in &mut chains {
            *chain = f32x4_add(f32x4_mul(*chain, x), y);
        }
    }
    black_box(chains);
    LANE * LANES as f64
}

/// Where there are no vector instructions the four numbers come one after the other.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub fn simd() -> f64 {
    (0..LANES).map(|_| scalar()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multiply_add_counts_as_two_operations() {
        assert_eq!(scalar(), 240_000.0);
        assert_eq!(simd(), 4.0 * scalar());
    }

    #[test]
    fn chains_stay_ordinary_numbers_however_long_they_run() {
        for chain in 0..CHAINS {
            let mut value = start(chain);
            for _ in 0..1_000_000 {
                value = value * FACTOR + SUMMAND;
            }
            assert!((value - 1.0).abs() < 1e-2, "{value}");
        }
    }
}
