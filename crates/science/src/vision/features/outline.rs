//! How far the outline is from the middle.

use super::{mask::Piece, number::Number};

/// Statistics of the distances of a shape's outermost pixels from its centroid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Outline<N> {
    /// Their mean (pixels).
    pub mean: N,
    /// Their standard deviation.
    pub deviation: N,
    /// The least of them,
    pub least: N,
    /// and the greatest.
    pub greatest: N,
}

/// Over all pixels of the shape with a neighbour above, below, left or right that does not belong to it; the outline of holes is
/// part of it. R. M. Haralick, "A measure for circularity of digital figures", IEEE Transactions on Systems, Man, and Cybernetics 4,
/// 1974, takes mean over standard deviation.
pub(super) fn outline<N: Number>(piece: &Piece, middle: [N; 2]) -> Outline<N> {
    let zero = N::of(0.0);
    let (mut count, mut sum, mut squares) = (zero, zero, zero);
    let (mut least, mut greatest) = (N::of(f32::INFINITY), zero);
    let mask = &piece.mask;
    for &(row, column) in &piece.pixels {
        N::note(4);
        let is_within = mask.has(row - 1, column) && mask.has(row + 1, column) && mask.has(row, column - 1) && mask.has(row, column + 1);
        if is_within {
            continue;
        }
        let (y, x) = (N::of(row as f32) - middle[0], N::of(column as f32) - middle[1]);
        let square = x * x + y * y;
        let distance = square.sqrt();
        (count, sum, squares) = (count + N::of(1.0), sum + distance, squares + square);
        least = if distance < least { distance } else { least };
        greatest = if distance > greatest { distance } else { greatest };
    }
    let mean = sum / count;
    let variance = squares / count - mean * mean;
    let deviation = if variance > zero { variance.sqrt() } else { zero };
    Outline { mean, deviation, least, greatest }
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

    #[test]
    fn a_square_of_five() {
        let pixels: [f32; PIXELS] =
            std::array::from_fn(|place| f32::from(u8::from((3..8).contains(&(place / SIDE)) && (3..8).contains(&(place % SIDE)))));
        // Sixteen pixels: four at each of the distances 2 and √8, eight at √5.
        let outline = outline::<f32>(&Mask::brighter(&pixels, 0.5).whole(), [6.0, 6.0]);
        let mean = (4.0 * 2.0 + 4.0 * 8_f32.sqrt() + 8.0 * 5_f32.sqrt()) / 16.0;
        assert!((outline.mean - mean).abs() < 1e-5);
        assert!((outline.deviation - (5.5 - mean * mean).sqrt()).abs() < 1e-4);
        assert_eq!((outline.least, outline.greatest), (2.0, 8_f32.sqrt()));
    }
}
