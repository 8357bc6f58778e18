//! Four numbers in single precision that are reckoned with at once.
//!
//! In WebAssembly with 128-bit vectors each operation is one instruction; elsewhere the same is written out over four numbers,
//! which the compiler puts into whatever vectors the machine has. Each lane is rounded after each operation, as IEEE 754 says,
//! and products are never fused with sums: so all implementations agree to the last bit.

use std::ops::{Add, Div, Mul, Sub};

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use vector as lanes;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use written_out as lanes;

/// How many numbers there are in a vector.
pub const LANES: usize = 4;

/// Four numbers in single precision. Its operations are those of the four, each for itself.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct F32x4(lanes::Four);

impl F32x4 {
    /// The same number four times.
    #[inline(always)]
    #[must_use]
    pub fn splat(value: f32) -> F32x4 {
        F32x4(lanes::splat(value))
    }

    /// The four numbers of an array.
    #[inline(always)]
    #[must_use]
    pub fn load(from: &[f32; LANES]) -> F32x4 {
        F32x4(lanes::load(from))
    }

    /// Writes them into an array.
    #[inline(always)]
    pub fn store(self, into: &mut [f32; LANES]) {
        lanes::store(self.0, into);
    }

    /// Their square roots, correctly rounded.
    #[inline(always)]
    #[must_use]
    pub fn sqrt(self) -> F32x4 {
        F32x4(lanes::sqrt(self.0))
    }

    /// The other number where this one is less, else this one: so 0 stays what it is, and so does what is no number.
    #[inline(always)]
    #[must_use]
    pub fn max(self, other: F32x4) -> F32x4 {
        F32x4(lanes::max(self.0, other.0))
    }
}

/// An operator, lane by lane.
macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl $trait for F32x4 {
            type Output = F32x4;

            #[inline(always)]
            fn $method(self, other: F32x4) -> F32x4 {
                F32x4(lanes::$method(self.0, other.0))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

/// The sum of any count of numbers: four sums side by side first.
#[must_use]
pub fn sum(values: &[f32]) -> f32 {
    let (vectors, rest) = values.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    vectors.iter().fold(F32x4::splat(0.0), |sum, vector| sum + F32x4::load(vector)).store(&mut sums);
    rest.iter().fold((sums[0] + sums[1]) + (sums[2] + sums[3]), |sum, value| sum + value)
}

/// WebAssembly's instructions. Reading and writing through a pointer is what its intrinsics call unsafe.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(unsafe_code)]
mod vector {
    pub(super) use core::arch::wasm32::{
        f32x4_add as add, f32x4_div as div, f32x4_mul as mul, f32x4_pmax as max, f32x4_splat as splat, f32x4_sqrt as sqrt,
        f32x4_sub as sub, v128 as Four,
    };
    use core::arch::wasm32::{v128_load, v128_store};

    #[inline(always)]
    pub(super) fn load(from: &[f32; 4]) -> Four {
        // SAFETY: the sixteen bytes of the array are there to be read; the instruction asks for no alignment.
        unsafe { v128_load(from.as_ptr().cast()) }
    }

    #[inline(always)]
    pub(super) fn store(value: Four, into: &mut [f32; 4]) {
        // SAFETY: the sixteen bytes of the array are there to be written; the instruction asks for no alignment.
        unsafe { v128_store(into.as_mut_ptr().cast(), value) };
    }
}

/// The same over four numbers.
#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
#[cfg_attr(all(target_arch = "wasm32", target_feature = "simd128"), allow(dead_code))]
mod written_out {
    pub(super) type Four = [f32; 4];

    #[inline(always)]
    pub(super) fn splat(value: f32) -> Four {
        [value; 4]
    }

    #[inline(always)]
    pub(super) fn load(from: &[f32; 4]) -> Four {
        *from
    }

    #[inline(always)]
    pub(super) fn store(value: Four, into: &mut [f32; 4]) {
        *into = value;
    }

    #[inline(always)]
    pub(super) fn add(a: Four, b: Four) -> Four {
        [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
    }

    #[inline(always)]
    pub(super) fn sub(a: Four, b: Four) -> Four {
        [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]]
    }

    #[inline(always)]
    pub(super) fn mul(a: Four, b: Four) -> Four {
        [a[0] * b[0], a[1] * b[1], a[2] * b[2], a[3] * b[3]]
    }

    #[inline(always)]
    pub(super) fn div(a: Four, b: Four) -> Four {
        [a[0] / b[0], a[1] / b[1], a[2] / b[2], a[3] / b[3]]
    }

    #[inline(always)]
    pub(super) fn sqrt(a: Four) -> Four {
        a.map(f32::sqrt)
    }

    #[inline(always)]
    pub(super) fn max(a: Four, b: Four) -> Four {
        let greater = |lane: usize| if a[lane] < b[lane] { b[lane] } else { a[lane] };
        [greater(0), greater(1), greater(2), greater(3)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes_of(vector: F32x4) -> [f32; LANES] {
        let mut lanes = [0.0; LANES];
        vector.store(&mut lanes);
        lanes
    }

    #[test]
    fn each_lane_is_reckoned_for_itself() {
        let (a, b) = ([1.5, -2.0, 3e-8, 7.25], [0.1, 3.0, -4e20, 7.25]);
        let (x, y) = (F32x4::load(&a), F32x4::load(&b));
        let each = |of: fn(f32, f32) -> f32| std::array::from_fn(|lane| of(a[lane], b[lane]));
        assert_eq!(lanes_of(x + y), each(|a, b| a + b));
        assert_eq!(lanes_of(x - y), each(|a, b| a - b));
        assert_eq!(lanes_of(x * y), each(|a, b| a * b));
        assert_eq!(lanes_of(x / y), each(|a, b| a / b));
        assert_eq!(lanes_of(x.max(y)), each(f32::max));
        assert_eq!(lanes_of((x * x).sqrt()), a.map(|a| (a * a).sqrt()));
        assert_eq!(lanes_of(F32x4::splat(2.5)), [2.5; 4]);
    }

    #[test]
    fn sums_of_any_length() {
        let values: Vec<f32> = (1..=11).map(|n| n as f32).collect();
        assert!((0..=11).all(|count| sum(&values[..count]) == (count * (count + 1) / 2) as f32));
    }

    #[test]
    fn products_are_rounded_before_they_are_added() {
        // (1 + e)^2 = 1 + 2 e + e^2: fused with a difference the square of e would stay.
        let x = F32x4::splat(1.0 + f32::EPSILON);
        assert_eq!(lanes_of(x * x - F32x4::splat(1.0 + 2.0 * f32::EPSILON)), [0.0; 4]);
    }
}
