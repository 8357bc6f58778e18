//! What an engineer would measure of a picture: the knowledge that the hand-made learner is given.
//!
//! Bright pixels are told from dark ones (Otsu's threshold), the largest piece of them is taken for the shape, and fourteen
//! numbers are measured of it. They hardly change when a shape is moved or turned, most not when it is scaled: that knowledge need
//! not be learnt any more. What is lost on the way cannot be learnt any more either.

mod mask;
mod moments;
mod number;
mod outline;
mod quads;

use super::picture::PIXELS;
use mask::Mask;
use moments::moments;
use number::{Counted, Number};
use outline::outline;
use quads::quads;

/// How many features there are.
pub const FEATURES: usize = 14;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// Area (pixels), by patterns of two by two pixels.
    Area,
    /// Perimeter (pixels), by the same.
    Perimeter,
    /// `4 π area / perimeter²`: 1 of a disc, less of anything else.
    Compactness,
    /// One of Hu's seven moment invariants, 1 to 7: `ln(|φ| + 1e-5)`.
    Hu(u8),
    /// Pieces less holes: 1, of a ring 0.
    Euler,
    /// Mean distance of the outline from the middle, in radii of a disc with the same area.
    MeanRadius,
    /// Standard deviation of this distance over its mean.
    RadiusSpread,
    /// The least of these distances over the greatest.
    RadiusRatio,
}

/// Invariants less than this, which noise gives, are all alike.
const SMALL: f32 = 1e-5;

impl Feature {
    /// All, in the order of their place in arrays.
    pub const ALL: [Feature; FEATURES] = [
        Feature::Area,
        Feature::Perimeter,
        Feature::Compactness,
        Feature::Hu(1),
        Feature::Hu(2),
        Feature::Hu(3),
        Feature::Hu(4),
        Feature::Hu(5),
        Feature::Hu(6),
        Feature::Hu(7),
        Feature::Euler,
        Feature::MeanRadius,
        Feature::RadiusSpread,
        Feature::RadiusRatio,
    ];
}

/// The features of a picture, in the order of [`Feature::ALL`].
#[must_use]
pub fn features(pixels: &[f32; PIXELS]) -> [f32; FEATURES] {
    measure(pixels)
}

/// The same, and how many operations they take: additions, multiplications, comparisons and so on, each counted while the same code
/// is run. Copies and places in memory are not counted, as they are not with networks.
#[must_use]
pub fn counted_features(pixels: &[f32; PIXELS]) -> ([f32; FEATURES], u64) {
    let (features, operations) = number::count(|| measure(&pixels.map(Counted::of)));
    (features.map(Number::value), operations)
}

/// The pixels that the features take for the shape.
#[must_use]
pub fn shape_mask(pixels: &[f32; PIXELS]) -> [bool; PIXELS] {
    let mut inside = [false; PIXELS];
    let mask = piece(pixels);
    for (row, column) in mask.pixels::<f32>() {
        inside[(row - 1) * super::SIDE + column - 1] = true;
    }
    inside
}

fn piece<N: Number>(pixels: &[N; PIXELS]) -> Mask {
    Mask::brighter(pixels, mask::threshold(pixels)).largest_piece::<N>()
}

fn measure<N: Number>(pixels: &[N; PIXELS]) -> [N; FEATURES] {
    let mask = piece(pixels);
    // Of an empty picture nothing is measured.
    let Some(moments) = moments::<N>(&mask) else { return [N::of(0.0); FEATURES] };
    let quads = quads::<N>(&mask);
    let outline = outline(&mask, moments.middle);
    let compactness = N::of(4.0 * std::f32::consts::PI) * quads.area / (quads.perimeter * quads.perimeter);
    let zero = N::of(0.0);
    let hu = moments.invariants.map(|value| (if value < zero { zero - value } else { value } + N::of(SMALL)).ln());
    let mean = outline.mean / (quads.area * N::of(std::f32::consts::FRAC_1_PI)).sqrt();
    // A single pixel is its own outline, at no distance.
    let over = |part: N, whole: N| if whole > zero { part / whole } else { zero };
    let [h1, h2, h3, h4, h5, h6, h7] = hu;
    let (spread, ratio) = (over(outline.deviation, outline.mean), over(outline.least, outline.greatest));
    [quads.area, quads.perimeter, compactness, h1, h2, h3, h4, h5, h6, h7, quads.euler, mean, spread, ratio]
}
