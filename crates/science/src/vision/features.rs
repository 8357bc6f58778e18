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
use mask::{Mask, Piece};
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
    for (row, column) in piece(pixels).into_iter().flat_map(|piece| piece.pixels) {
        inside[(row - 1) * super::SIDE + column - 1] = true;
    }
    inside
}

fn piece<N: Number>(pixels: &[N; PIXELS]) -> Option<Piece> {
    Mask::brighter(pixels, mask::threshold(pixels)).largest_piece::<N>()
}

fn measure<N: Number>(pixels: &[N; PIXELS]) -> [N; FEATURES] {
    // Of an empty picture nothing is measured.
    let Some(piece) = piece(pixels) else { return [N::of(0.0); FEATURES] };
    let moments = moments::<N>(&piece);
    let quads = quads::<N>(&piece.mask);
    let outline = outline(&piece, moments.middle);
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

#[cfg(test)]
mod tests {
    use super::{
        super::{
            picture::{PictureSpec, SIDE},
            shape::Shape,
        },
        *,
    };

    /// A drawing with sharp edges, half as wide as the picture and more.
    fn drawn(is_inside: impl Fn(f32, f32) -> bool) -> [f32; PIXELS] {
        std::array::from_fn(|place| {
            let (x, y) = ((place % SIDE) as f32 - 7.5, (place / SIDE) as f32 - 7.5);
            if is_inside(x, y) { 0.9 } else { 0.1 }
        })
    }

    #[test]
    fn a_disc_a_ring_and_a_square() {
        let disc = features(&drawn(|x, y| x.hypot(y) < 6.0));
        let ring = features(&drawn(|x, y| (3.0..6.0).contains(&x.hypot(y))));
        let square = features(&drawn(|x, y| x.abs().max(y.abs()) < 5.0));
        let of = |features: &[f32; FEATURES], feature| features[Feature::ALL.iter().position(|other| *other == feature).unwrap()];
        assert_eq!([disc, ring, square].map(|features| of(&features, Feature::Euler)), [1.0, 0.0, 1.0]);
        assert!((of(&disc, Feature::Compactness) - 1.0).abs() < 0.12);
        assert!(of(&ring, Feature::Compactness) < 0.5 && of(&square, Feature::Compactness) < of(&disc, Feature::Compactness));
        // φ1 of a disc is 1/(2π), of a square 1/6; of a ring as of n pixels less a disc of k: (n² - k²)/(2π (n - k)²), here 112 and 32.
        let phi = |features: &[f32; FEATURES]| of(features, Feature::Hu(1)).exp();
        for (features, value) in [(&disc, 0.159), (&square, 0.165), (&ring, 0.2865)] {
            assert!((phi(features) - value).abs() < 0.02 * value, "{} {value}", phi(features));
        }
        let spread = [disc, ring].map(|features| of(&features, Feature::RadiusSpread));
        // Of the same pixels, reckoned elsewhere.
        assert!((spread[0] - 0.040_921).abs() < 1e-4 && (spread[1] - 0.194_320).abs() < 1e-4, "{spread:?}");
        assert!(of(&disc, Feature::RadiusRatio) > 0.85 && (of(&square, Feature::RadiusRatio) - 0.5_f32.sqrt()).abs() < 0.01);
        assert!((of(&disc, Feature::MeanRadius) - 1.0).abs() < 0.1);
    }

    #[test]
    fn counting_changes_nothing_and_costs_some_thousands() {
        let spec = PictureSpec { noise: 0.15, clutter: 1, seed: 5 };
        for number in 0..100 {
            let pixels = spec.picture(number).pixels;
            let (counted, operations) = counted_features(&pixels);
            assert_eq!(counted, features(&pixels));
            assert!((3_000..15_000).contains(&operations), "{operations}");
        }
        // Nothing bright: no measuring. 256 · 2 for the histogram, 32 · 2 + 31 · 6 for an empty search, and so on.
        let (empty, operations) = counted_features(&[0.0; PIXELS]);
        assert_eq!(empty, [0.0; FEATURES]);
        assert!(operations < 2_000, "{operations}");
    }

    #[test]
    fn the_mask_is_the_shape() {
        let spec = PictureSpec { noise: 0.0, clutter: 0, seed: 5 };
        for number in 0..100 {
            let picture = spec.picture(number);
            let mask = shape_mask(&picture.pixels);
            assert!((10..100).contains(&mask.iter().filter(|inside| **inside).count()));
            // The middle of the mask is bright but where the shape has a hole.
            let inside = mask.iter().zip(&picture.pixels).filter(|(inside, _)| **inside).map(|(_, pixel)| *pixel);
            assert!(inside.fold(1.0, f32::min) > 0.25);
            let euler = features(&picture.pixels)[10];
            assert!(picture.shape != Shape::Disc || euler == 1.0);
        }
    }
}
