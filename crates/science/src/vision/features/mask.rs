//! What belongs to the shape: bright pixels, and of them the largest piece.

use super::{
    super::picture::{PIXELS, SIDE},
    number::Number,
};

/// Bins of the histogram from which the threshold is found.
const BINS: usize = 32;

/// The threshold between dark and bright that leaves as little variance as possible within the two: N. Otsu, "A threshold selection
/// method from gray-level histograms", IEEE Transactions on Systems, Man, and Cybernetics 9, 1979. With n pixels, k of them dark,
/// their sum s and the sum S of all, the variance between the two is in proportion to `(n s - k S)² / (k (n - k))`.
pub(super) fn threshold<N: Number>(pixels: &[N; PIXELS]) -> N {
    let mut histogram = [0_u16; BINS];
    for pixel in pixels {
        let bin = (*pixel * N::of(BINS as f32)).value() as usize;
        histogram[bin.min(BINS - 1)] += 1;
        N::note(2);
    }
    let whole = N::of(PIXELS as f32);
    let bins = || histogram.iter().map(|count| N::of(f32::from(*count))).enumerate();
    let total = bins().fold(N::of(0.0), |sum, (bin, count)| sum + N::of(bin as f32) * count);
    let (mut dark, mut sum) = (N::of(0.0), N::of(0.0));
    let (mut best, mut greatest) = (N::of(0.5), N::of(0.0));
    for (bin, count) in bins().take(BINS - 1) {
        dark = dark + count;
        sum = sum + N::of(bin as f32) * count;
        let product = dark * (whole - dark);
        if product > N::of(0.0) {
            let difference = whole * sum - dark * total;
            let between = difference * difference / product;
            if between > greatest {
                (best, greatest) = (N::of((bin + 1) as f32) * N::of(1.0 / BINS as f32), between);
            }
        }
    }
    best
}

/// Pixels that belong to something, with a border around them that never does.
pub(super) struct Mask([[bool; SIDE + 2]; SIDE + 2]);

impl Mask {
    /// Whether a pixel belongs to it; rows and columns from 1, those before the first and after the last are border.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        self.0[row][column]
    }

    /// The pixels brighter than a threshold.
    pub(super) fn brighter<N: Number>(pixels: &[N; PIXELS], threshold: N) -> Mask {
        let mut mask = Mask([[false; SIDE + 2]; SIDE + 2]);
        for (place, pixel) in pixels.iter().enumerate() {
            mask.0[place / SIDE + 1][place % SIDE + 1] = *pixel > threshold;
        }
        mask
    }

    /// Of the pieces whose pixels touch, at corners too, the one with the most pixels; of equals the first. Nothing of nothing.
    pub(super) fn largest_piece<N: Number>(mut self) -> Option<Piece> {
        // All pieces one after another, and where the largest begins and ends.
        let mut pixels: Vec<(usize, usize)> = Vec::with_capacity(PIXELS);
        let mut largest = 0..0;
        for row in 1..=SIDE {
            for column in 1..=SIDE {
                N::note(1);
                if !self.0[row][column] {
                    continue;
                }
                let start = pixels.len();
                pixels.push((row, column));
                self.0[row][column] = false;
                let mut next = start;
                while let Some((row, column)) = pixels.get(next).copied() {
                    next += 1;
                    N::note(9);
                    for (row, near) in self.0.iter_mut().enumerate().skip(row - 1).take(3) {
                        for (column, is_inside) in near.iter_mut().enumerate().skip(column - 1).take(3) {
                            if std::mem::take(is_inside) {
                                pixels.push((row, column));
                            }
                        }
                    }
                }
                N::note(1);
                if pixels.len() - start > largest.len() {
                    largest = start..pixels.len();
                }
            }
        }
        pixels.truncate(largest.end);
        pixels.drain(..largest.start);
        let mut mask = Mask([[false; SIDE + 2]; SIDE + 2]);
        pixels.iter().for_each(|(row, column)| mask.0[*row][*column] = true);
        (!pixels.is_empty()).then_some(Piece { mask, pixels })
    }
}

/// Pixels that hang together.
pub(super) struct Piece {
    /// Where they are.
    pub mask: Mask,
    /// Row and column of each, from 1; at least one.
    pub pixels: Vec<(usize, usize)>,
}

#[cfg(test)]
impl Mask {
    /// All pixels of it, as if they hung together.
    pub(super) fn whole(self) -> Piece {
        let places = (1..=SIDE).flat_map(|row| (1..=SIDE).map(move |column| (row, column)));
        let pixels = places.filter(|(row, column)| self.has(*row, *column)).collect();
        Piece { mask: self, pixels }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_lies_between_dark_and_bright() {
        let pixels = std::array::from_fn(|place| if place % 5 == 0 { 0.8 } else { 0.1 } + (place % 3) as f32 * 0.02);
        let threshold = threshold::<f32>(&pixels);
        assert!((0.14..0.8).contains(&threshold), "{threshold}");
        assert_eq!(super::threshold::<f32>(&[0.3; PIXELS]), 0.5);
    }

    #[test]
    fn the_largest_piece_stays_touching_at_corners() {
        let mut pixels = [0.0_f32; PIXELS];
        // Four along a diagonal, and three side by side.
        (0..4).for_each(|n| pixels[n * SIDE + n] = 1.0);
        (0..3).for_each(|n| pixels[10 * SIDE + n] = 1.0);
        assert_eq!(Mask::brighter(&pixels, 0.5).whole().pixels.len(), 7);
        let piece = Mask::brighter(&pixels, 0.5).largest_piece::<f32>().unwrap();
        assert_eq!(piece.pixels, [(1, 1), (2, 2), (3, 3), (4, 4)]);
        assert_eq!(piece.mask.whole().pixels, piece.pixels);
        assert!(Mask::brighter(&[0.0_f32; PIXELS], 0.5).largest_piece::<f32>().is_none());
    }
}
