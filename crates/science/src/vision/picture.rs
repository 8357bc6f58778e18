//! Endless pictures: each made from its number alone.

use serde::{Deserialize, Serialize};

use super::shape::{SHAPES, Shape};
use crate::{
    random::{self, Random},
    trig::sine_and_cosine,
};

/// Rows and columns of a picture.
pub const SIDE: usize = 16;
/// Pixels of a picture.
pub const PIXELS: usize = SIDE * SIDE;

/// The outermost point of a shape is at least this far from its middle (pixels),
const LEAST_SIZE: f32 = 3.5;
/// and at most this far.
const GREATEST_SIZE: f32 = 6.5;
/// How dark the background is at most; it is black at least.
const BACKGROUND: f32 = 0.2;
/// How bright a shape is at least; white at most.
const LEAST_BRIGHTNESS: f32 = 0.5;
/// How bright a stroke is at least,
const LEAST_STROKE: f32 = 0.3;
/// and at most.
const GREATEST_STROKE: f32 = 0.8;
/// How long a stroke is at least (pixels),
const LEAST_LENGTH: f32 = 3.0;
/// and at most.
const GREATEST_LENGTH: f32 = 7.0;
/// Half the breadth of a stroke (pixels).
const HALF_BREADTH: f32 = 0.5;

/// Which pictures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PictureSpec {
    /// Standard deviation of each pixel's noise, 0..=0.4, black being 0 and white 1.
    pub noise: f64,
    /// Strokes that belong to no shape, 0..=3.
    pub clutter: u32,
    /// Which random numbers: the same seed gives the same pictures everywhere.
    pub seed: u64,
}

/// A grey picture of a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Row by row from the top, each from 0, black, to 1, white.
    pub pixels: [f32; PIXELS],
    /// What is shown.
    pub shape: Shape,
}

impl PictureSpec {
    /// The picture with this number. Shape, place, size, rotation and brightness are even random numbers; strokes lie anywhere,
    /// before and behind; noise is added last, and what is blacker than black or whiter than white is cut off.
    #[must_use]
    pub fn picture(&self, number: u64) -> Picture {
        let mut random = Random::new(random::number(self.seed, number));
        let shape = Shape::ALL[random.below(SHAPES as u32) as usize];
        let mut between = |low: f32, high: f32| low + (high - low) * (random.next() >> 40) as f32 * (1.0 / (1 << 24) as f32);
        let size = between(LEAST_SIZE, GREATEST_SIZE);
        // The outermost point touches the border at most.
        let middle = [(); 2].map(|()| between(size, SIDE as f32 - size));
        let turn = direction(between(0.0, 1.0));
        let background = between(0.0, BACKGROUND);
        let brightness = between(LEAST_BRIGHTNESS, 1.0);
        let mut pixels = [background; PIXELS];
        for _ in 0..self.clutter {
            let stroke = Stroke {
                middle: [(); 2].map(|()| between(0.0, SIDE as f32)),
                direction: direction(between(0.0, 1.0)),
                half: 0.5 * between(LEAST_LENGTH, GREATEST_LENGTH),
            };
            let brightness = between(LEAST_STROKE, GREATEST_STROKE);
            paint(&mut pixels, brightness, |x, y| stroke.distance(x, y));
        }
        paint(&mut pixels, brightness, |x, y| {
            let (x, y) = (x - middle[0], y - middle[1]);
            size * shape.distance((x * turn.0 + y * turn.1) / size, (y * turn.0 - x * turn.1) / size)
        });
        if self.noise > 0.0 {
            let noise = self.noise as f32;
            pixels.iter_mut().for_each(|pixel| *pixel += noise * normal(random.next()));
        }
        pixels.iter_mut().for_each(|pixel| *pixel = cut(*pixel));
        Picture { pixels, shape }
    }
}

/// Cosine and sine of so many whole turns.
fn direction(turns: f32) -> (f32, f32) {
    let (sine, cosine) = sine_and_cosine(std::f64::consts::TAU * f64::from(turns));
    (cosine as f32, sine as f32)
}

/// A straight line with round ends.
struct Stroke {
    middle: [f32; 2],
    direction: (f32, f32),
    half: f32,
}

impl Stroke {
    /// How far a point is outside (pixels).
    fn distance(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x - self.middle[0], y - self.middle[1]);
        let (along, across) = (x * self.direction.0 + y * self.direction.1, y * self.direction.0 - x * self.direction.1);
        let beyond = (along.abs() - self.half).max(0.0);
        (beyond * beyond + across * across).sqrt() - HALF_BREADTH
    }
}

/// Paints over what is inside; on the edge as much as lies inside, about: a pixel from half of one inside to half of one outside.
fn paint(pixels: &mut [f32; PIXELS], brightness: f32, distance: impl Fn(f32, f32) -> f32) {
    for (place, pixel) in pixels.iter_mut().enumerate() {
        let (x, y) = ((place % SIDE) as f32 + 0.5, (place / SIDE) as f32 + 0.5);
        *pixel += cut(0.5 - distance(x, y)) * (brightness - *pixel);
    }
}

/// To the numbers from 0 to 1.
fn cut(value: f32) -> f32 {
    if value < 0.0 {
        0.0
    } else if value < 1.0 {
        value
    } else {
        1.0
    }
}

/// A random number with mean 0 and variance 1 from 64 random bits: the sum of eight bytes, which is normally distributed but for
/// less than 0.003 of its distribution function. No other function is needed, and noise is most of what a picture costs.
fn normal(bits: u64) -> f32 {
    const PAIRS: u64 = 0x00FF_00FF_00FF_00FF;
    let pairs = (bits & PAIRS) + (bits >> 8 & PAIRS);
    let sum = pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48;
    // Mean 8 · 255 / 2, variance 8 · (256^2 - 1) / 12 = 43 690.
    (sum as f32 - 1020.0) * (1.0 / 209.021_53)
}
