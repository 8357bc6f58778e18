//! The exponential function in single precision and plain arithmetic: the libraries of two machines may differ in the last
//! bit, and training makes any difference grow.

/// The logarithm of two in two parts: of the first so few digits that a multiple of it is exact, and what it lacks.
const LN_2: f32 = 0.693_359_4;
const LN_2_REST: f32 = -2.121_944_4e-4;

/// `e^x`, to about two units in the last place; below -87 it is as at -87, above 88 as at 88. Reduction to a power of two and
/// a polynomial, which is the Taylor series: what it leaves out is less than a unit in the last place.
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    let x = if x < -87.0 { -87.0 } else { x };
    let x = if x > 88.0 { 88.0 } else { x };
    let halves = x * std::f32::consts::LOG2_E;
    // A cast is the one rounding that needs no library.
    let power = (halves + if halves < 0.0 { -0.5 } else { 0.5 }) as i32;
    let rest = (x - power as f32 * LN_2) - power as f32 * LN_2_REST;
    let series = 1.0 / 24.0 + rest * (1.0 / 120.0 + rest * (1.0 / 720.0 + rest * (1.0 / 5040.0)));
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * series)));
    series * f32::from_bits(((power + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_library() {
        for step in -86_999..88_000 {
            let x = step as f32 * 1e-3;
            let exact = f64::from(x).exp();
            assert!((f64::from(exp(x)) / exact - 1.0).abs() < 2.5e-7, "exp {x}: {}", exp(x));
        }
        assert_eq!(exp(0.0), 1.0);
    }

    #[test]
    fn far_away_it_stays_an_ordinary_number() {
        assert_eq!(exp(-1e30), exp(-87.0));
        assert_eq!(exp(f32::INFINITY), exp(88.0));
        assert!(exp(-87.0).is_normal() && exp(88.0).is_finite());
    }
}
