//! Area, perimeter and Euler number from patterns of two by two pixels.

use super::{super::picture::SIDE, mask::Mask, number::Number};

/// What follows from counting the patterns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quads<N> {
    /// Area (pixels).
    pub area: N,
    /// Perimeter (pixels).
    pub perimeter: N,
    /// Pieces less holes, where pixels that touch at corners are of one piece.
    pub euler: N,
}

/// S. B. Gray, "Local properties of binary images in two dimensions", IEEE Transactions on Computers C-20, 1971, with R. O. Duda's
/// weights for area and perimeter, which take slanted edges into account; both as in W. K. Pratt, "Digital Image Processing", 18.2.
/// Of all windows of two by two pixels let Q1 to Q4 be those in which so many belong to the shape, QD those with two at opposite
/// corners, which are not in Q2. Then
///
/// `area = Q1/4 + Q2/2 + 7 Q3/8 + Q4 + 3 QD/4`, `perimeter = Q2 + (Q1 + Q3 + 2 QD)/√2`, `euler = (Q1 - Q3 - 2 QD)/4`.
pub(super) fn quads<N: Number>(mask: &Mask) -> Quads<N> {
    let mut count = [0_u16; 6];
    for row in 0..=SIDE {
        for column in 0..=SIDE {
            let corners = [mask.has(row, column), mask.has(row, column + 1), mask.has(row + 1, column), mask.has(row + 1, column + 1)];
            // Three additions, and one to the count.
            let inside = corners.iter().filter(|corner| **corner).count();
            N::note(4);
            let is_diagonal = inside == 2 && {
                N::note(1);
                corners[0] == corners[3]
            };
            count[if is_diagonal { 5 } else { inside }] += 1;
        }
    }
    let [_, one, two, three, four, diagonal] = count.map(|count| N::of(f32::from(count)));
    let of = |factor: f32, count: N| N::of(factor) * count;
    Quads {
        area: of(0.25, one) + of(0.5, two) + of(0.875, three) + four + of(0.75, diagonal),
        perimeter: two + of(std::f32::consts::FRAC_1_SQRT_2, one + three + of(2.0, diagonal)),
        euler: of(0.25, one - three - of(2.0, diagonal)),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::picture::{PIXELS, SIDE},
        *,
    };

    fn of(is_inside: impl Fn(usize, usize) -> bool) -> Quads<f32> {
        let pixels: [f32; PIXELS] = std::array::from_fn(|place| f32::from(u8::from(is_inside(place / SIDE, place % SIDE))));
        quads(&Mask::brighter(&pixels, 0.5))
    }

    #[test]
    fn a_rectangle() {
        let quads = of(|row, column| (3..8).contains(&row) && (2..12).contains(&column));
        // Four corners count a quarter each, 26 places along the edges a half, the inside has 36.
        assert_eq!(quads.area, 1.0 + 0.5 * 26.0 + 36.0);
        assert!((quads.perimeter - (26.0 + 4.0 / 2_f32.sqrt())).abs() < 1e-5);
        assert_eq!(quads.euler, 1.0);
    }

    #[test]
    fn holes_and_pieces() {
        let ring = |row: usize, column: usize| {
            (3..9).contains(&row) && (3..9).contains(&column) && !((5..7).contains(&row) && (5..7).contains(&column))
        };
        assert_eq!(of(ring).euler, 0.0);
        // Two pieces that touch at a corner are one; far apart they are two.
        assert_eq!(of(|row, column| row == column && row < 2).euler, 1.0);
        assert_eq!(of(|row, column| row == column && (row == 1 || row == 9)).euler, 2.0);
        // A hole whose corner touches the outside is still one: what is outside hangs together at edges only.
        assert_eq!(of(|row, column| (1..4).contains(&row) && (1..4).contains(&column) && (row, column) != (2, 2)).euler, 0.0);
        assert_eq!(of(|_, _| false), Quads { area: 0.0, perimeter: 0.0, euler: 0.0 });
    }

    #[test]
    fn a_disc_has_the_perimeter_of_a_circle() {
        let quads = of(|row, column| (row as f32 - 7.5).hypot(column as f32 - 7.5) < 6.0);
        assert!((quads.area / (std::f32::consts::PI * 36.0) - 1.0).abs() < 0.04, "{quads:?}");
        assert!((quads.perimeter / (std::f32::consts::TAU * 6.0) - 1.0).abs() < 0.06, "{quads:?}");
    }
}
