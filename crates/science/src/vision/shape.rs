//! The six shapes.

use serde::{Deserialize, Serialize};

/// How many shapes there are.
pub const SHAPES: usize = 6;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A full circle.
    Disc,
    /// A square.
    Square,
    /// A triangle with equal sides.
    Triangle,
    /// A circle with a round hole, half as wide.
    Ring,
    /// Two bars across each other, three times as long as broad.
    Plus,
    /// A star with five points; the corners between them are half as far from its middle.
    Star,
}

/// Side of a square, half of it, whose corners are at distance 1.
const SQUARE: f32 = std::f32::consts::FRAC_1_SQRT_2;
/// Half the length of a bar of the plus, and half its breadth: the corners are at distance 1.
const BAR: [f32; 2] = [0.948_683_3, 0.316_227_76];
/// Radius of the ring's hole.
const HOLE: f32 = 0.5;
/// How far the star's inner corners are from its middle.
const INNER: f32 = 0.5;
/// Cosine and sine of a fifth of a half turn, 36°.
const FIFTH: [f32; 2] = [0.809_017, 0.587_785_25];

impl Shape {
    /// All, in the order of their place in arrays.
    pub const ALL: [Shape; SHAPES] = [Shape::Disc, Shape::Square, Shape::Triangle, Shape::Ring, Shape::Plus, Shape::Star];

    /// How far a point is outside this shape, less than 0 inside, if its middle is at 0 and its outermost point at distance 1. It is
    /// exact near straight and round edges; near corners it is a bound.
    pub(super) fn distance(self, x: f32, y: f32) -> f32 {
        match self {
            Shape::Disc => (x * x + y * y).sqrt() - 1.0,
            Shape::Square => x.abs().max(y.abs()) - SQUARE,
            // Three edges, each half as far from the middle as the corners.
            Shape::Triangle => (0.866_025_4 * x.abs() - 0.5 * y).max(y) - 0.5,
            Shape::Ring => {
                let radius = (x * x + y * y).sqrt();
                (radius - 1.0).max(HOLE - radius)
            }
            Shape::Plus => {
                let bar = |along: f32, across: f32| (along.abs() - BAR[0]).max(across.abs() - BAR[1]);
                bar(x, y).min(bar(y, x))
            }
            Shape::Star => star(x, y),
        }
    }
}

/// One of ten equal parts of the star is enough: the others are mirrored onto it.
fn star(x: f32, y: f32) -> f32 {
    let [cosine, sine] = FIFTH;
    let mut x = x.abs();
    let mut y = y;
    // Mirrors at 36° to the vertical on either side: what is beyond comes to lie between them.
    for (a, b) in [(cosine, sine), (-cosine, sine)] {
        let beyond = (a * x - b * y).max(0.0);
        (x, y) = (x - 2.0 * beyond * a, y + 2.0 * beyond * b);
    }
    let x = x.abs();
    // The edge from the point (0, 1) to the inner corner.
    let (corner_x, corner_y) = (INNER * sine, INNER * cosine);
    let (along_x, along_y) = (corner_x, corner_y - 1.0);
    let length = (along_x * along_x + along_y * along_y).sqrt();
    ((y - 1.0) * along_x - x * along_y) / length
}
