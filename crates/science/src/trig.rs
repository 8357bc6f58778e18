//! Sine and cosine in plain arithmetic: the libraries of two machines may differ in the last bit, and chaos makes any
//! difference visible. They are also much smaller than the library's, which must serve angles of any size.

use std::f64::consts::FRAC_2_PI;

/// A quarter turn in two parts: of the first so few digits that a multiple of it is exact, and what it lacks.
const QUARTER: f64 = 1.570_796_326_734_125_6;
const QUARTER_REST: f64 = 6.077_100_506_506_192e-11;

/// Coefficients of the sine's Taylor series in `x^2`, from `x^3` on, and of the cosine's, from `x^2` on. Within an eighth
/// of a turn what follows is less than the last bit.
const SINE: [f64; 7] = series(3.0);
const COSINE: [f64; 8] = series(2.0);

/// (-1)^k / n! for n = first, first + 2, ..., beginning with a minus sign.
const fn series<const N: usize>(first: f64) -> [f64; N] {
    let mut terms = [0.0; N];
    let mut term = -1.0 / (first * (first - 1.0));
    let mut place = 0;
    while place < N {
        terms[place] = term;
        let n = first + 2.0 * place as f64;
        term = -term / ((n + 1.0) * (n + 2.0));
        place += 1;
    }
    terms
}

/// Sine and cosine of an angle in rad, of at most some thousand turns.
#[inline]
#[must_use]
pub fn sine_and_cosine(angle: f64) -> (f64, f64) {
    let quarters = angle * FRAC_2_PI;
    // A cast is the one rounding that needs no library; it makes 0 of what is no number.
    let quarter = (quarters + if quarters < 0.0 { -0.5 } else { 0.5 }) as i32;
    let x = (angle - f64::from(quarter) * QUARTER) - f64::from(quarter) * QUARTER_REST;
    let square = x * x;
    // Written out: this is where the time goes, and a loop would not be unrolled in a program built to be small.
    let [a, b, c, d, e, f, g] = SINE;
    let sine = x + x * square * (a + square * (b + square * (c + square * (d + square * (e + square * (f + square * g))))));
    let [a, b, c, d, e, f, g, h] = COSINE;
    let cosine = a + square * (b + square * (c + square * (d + square * (e + square * (f + square * (g + square * h))))));
    let cosine = 1.0 + square * cosine;
    match quarter & 3 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_library() {
        for step in -40_000..40_000 {
            let angle = f64::from(step) * 0.0737;
            let (sine, cosine) = sine_and_cosine(angle);
            let tolerance = 3e-16;
            assert!((sine - angle.sin()).abs() < tolerance, "sin {angle}: {sine}");
            assert!((cosine - angle.cos()).abs() < tolerance, "cos {angle}: {cosine}");
        }
    }
}
