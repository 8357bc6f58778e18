//! Hu's moments: numbers that stay the same however a shape is moved, turned and scaled.

use super::{mask::Piece, number::Number};

/// The middle of a shape, and its seven moment invariants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moments<N> {
    /// Row and column of the centroid (pixels, rows and columns from 1).
    pub middle: [N; 2],
    /// φ1 to φ7.
    pub invariants: [N; 7],
}

/// M.-K. Hu, "Visual pattern recognition by moment invariants", IRE Transactions on Information Theory 8, 1962, from the central
/// moments `μpq = Σ (x - x̄)^p (y - ȳ)^q` over the pixels, scaled: `ηpq = μpq / μ00^(1 + (p + q)/2)`.
pub(super) fn moments<N: Number>(piece: &Piece) -> Moments<N> {
    let zero = N::of(0.0);
    let count = N::of(piece.pixels.len() as f32);
    let (mut sum_x, mut sum_y) = (zero, zero);
    for (row, column) in &piece.pixels {
        (sum_x, sum_y) = (sum_x + N::of(*column as f32), sum_y + N::of(*row as f32));
    }
    let (middle_x, middle_y) = (sum_x / count, sum_y / count);
    let [mut m20, mut m02, mut m11, mut m30, mut m03, mut m21, mut m12] = [zero; 7];
    for (row, column) in &piece.pixels {
        let (x, y) = (N::of(*column as f32) - middle_x, N::of(*row as f32) - middle_y);
        let (xx, yy, xy) = (x * x, y * y, x * y);
        (m20, m02, m11) = (m20 + xx, m02 + yy, m11 + xy);
        (m30, m03) = (m30 + xx * x, m03 + yy * y);
        (m21, m12) = (m21 + xx * y, m12 + x * yy);
    }
    let second = N::of(1.0) / (count * count);
    let third = second / count.sqrt();
    let [n20, n02, n11] = [m20 * second, m02 * second, m11 * second];
    let [n30, n03, n21, n12] = [m30 * third, m03 * third, m21 * third, m12 * third];
    let three = |value: N| N::of(3.0) * value;
    // What the seven are made of.
    let (sum, difference, twice) = (n20 + n02, n20 - n02, N::of(2.0) * n11);
    let (a, b) = (n30 + n12, n21 + n03);
    let (c, d) = (n30 - three(n12), three(n21) - n03);
    let (aa, bb) = (a * a, b * b);
    let (e, f) = (a * (aa - three(bb)), b * (three(aa) - bb));
    let invariants = [
        sum,
        difference * difference + twice * twice,
        c * c + d * d,
        aa + bb,
        c * e + d * f,
        difference * (aa - bb) + N::of(2.0) * twice * a * b,
        d * e - c * f,
    ];
    Moments { middle: [middle_y, middle_x], invariants }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            super::picture::{PIXELS, SIDE},
            mask::Mask,
        },
        *,
    };

    fn of(is_inside: impl Fn(f64, f64) -> bool) -> Moments<f32> {
        let pixels: [f32; PIXELS] =
            std::array::from_fn(|place| f32::from(u8::from(is_inside((place % SIDE) as f64 + 0.5, (place / SIDE) as f64 + 0.5))));
        moments(&Mask::brighter(&pixels, 0.5).whole())
    }

    #[test]
    fn a_square_has_the_values_of_the_integrals() {
        let square = of(|x, y| (2.0..14.0).contains(&x) && (2.0..14.0).contains(&y));
        // A sixth, less a share of one over the area as pixels count as points: 2 (n² - 1)/(12 n²).
        assert!((square.invariants[0] - (1.0 - 1.0 / 144.0) / 6.0).abs() < 1e-6, "{square:?}");
        assert!(square.invariants[1..].iter().all(|value| value.abs() < 1e-9), "{square:?}");
        assert_eq!(square.middle, [8.5, 8.5]);
    }

    #[test]
    fn a_disc_has_the_least_first_invariant() {
        let disc = of(|x, y| (x - 8.0).hypot(y - 8.0) < 7.0);
        assert!((f64::from(disc.invariants[0]) - 0.5 / std::f64::consts::PI).abs() < 0.001, "{disc:?}");
    }

    #[test]
    fn a_triangle_keeps_them_turned_moved_mirrored_and_scaled() {
        // Corners at (0, 0), (a, 0), (0, b).
        let of = |turn: usize, a: f64, b: f64, left: f64, top: f64| {
            of(move |x, y| {
                let (x, y) = (x - 8.0, y - 8.0);
                let (x, y) = [(x, y), (-y, x), (-x, -y), (y, -x), (y, x)][turn];
                let (x, y) = ((x + 8.0 - left) / a, (y + 8.0 - top) / b);
                x >= 0.0 && y >= 0.0 && x + y < 1.0
            })
        };
        let first = of(0, 11.0, 7.0, 2.0, 3.0).invariants;
        for turn in 1..5 {
            let turned = of(turn, 11.0, 7.0, 2.0, 3.0).invariants;
            for (place, (a, b)) in first.iter().zip(turned).enumerate() {
                // The seventh changes its sign in a mirror.
                let b = if place == 6 && turn == 4 { -b } else { b };
                assert!((a - b).abs() < 1e-5 * first[0], "{turn} {place}: {a} {b}");
            }
        }
        let moved = of(0, 11.0, 7.0, 4.0, 7.0).invariants;
        assert!(first.iter().zip(moved).all(|(a, b)| (a - b).abs() < 1e-6));
        // Half as large it has few pixels: its edge is rough.
        let small = of(0, 5.5, 3.5, 2.0, 3.0).invariants;
        assert!((small[0] / first[0] - 1.0).abs() < 0.1, "{small:?} {first:?}");
        // φ1 of a right triangle: (a² + b²)/(9 a b).
        assert!((first[0] / (170.0 / (9.0 * 77.0)) - 1.0).abs() < 0.05, "{first:?}");
    }

    /// By complex moments `c(p, q) = Σ z^p z̄^q`, which a turn multiplies by a phase: J. Flusser, T. Suk, "Rotation moment invariants
    /// for recognition of symmetric objects", IEEE Transactions on Image Processing 15, 2006.
    #[test]
    fn they_are_products_of_complex_moments_whose_phases_cancel() {
        type Complex = (f64, f64);
        let times = |a: Complex, b: Complex| (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0);
        let size = |a: Complex| a.0.hypot(a.1);
        let spec = crate::vision::PictureSpec { noise: 0.2, clutter: 2, seed: 9 };
        for number in 0..100 {
            let piece = Mask::brighter(&spec.picture(number).pixels, 0.5).largest_piece::<f32>().unwrap();
            let count = piece.pixels.len() as f64;
            let mean = |of: fn(&(usize, usize)) -> usize| piece.pixels.iter().map(|pixel| of(pixel) as f64).sum::<f64>() / count;
            let middle = [mean(|pixel| pixel.0), mean(|pixel| pixel.1)];
            let (mut c20, mut c12, mut c30) = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0));
            for (row, column) in &piece.pixels {
                let z = (*column as f64 - middle[1], *row as f64 - middle[0]);
                let add = |sum: &mut Complex, term: Complex| *sum = (sum.0 + term.0, sum.1 + term.1);
                let square = times(z, z);
                add(&mut c20, (square.0 / count.powi(2), square.1 / count.powi(2)));
                let (third, conjugate) = (count.powf(2.5), (z.0, -z.1));
                let (c, d) = (times(square, conjugate), times(square, z));
                // z z̄² is the conjugate of z² z̄.
                add(&mut c12, (c.0 / third, -c.1 / third));
                add(&mut c30, (d.0 / third, d.1 / third));
            }
            let square = times(c12, c12);
            let (sixth, fifth) = (times(c20, square), times(c30, times(square, c12)));
            let expected = [size(c20).powi(2), size(c30).powi(2), size(c12).powi(2), fifth.0, sixth.0, fifth.1];
            let scales = [expected[0], expected[1], expected[2], size(fifth), size(sixth), size(fifth)];
            let found = &moments::<f32>(&piece).invariants[1..];
            for (place, ((found, expected), scale)) in found.iter().zip(expected).zip(scales).enumerate() {
                // What cancels leaves rounding errors of the moments, which are about 1e-7 and less.
                assert!((f64::from(*found) - expected).abs() < 1e-3 * scale + 1e-9, "φ{}: {found} {expected}", place + 2);
            }
        }
    }
}
