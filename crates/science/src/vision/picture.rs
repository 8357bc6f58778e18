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
const LEAST_SIZE: f32 = 3.75;
/// and at most this far.
const GREATEST_SIZE: f32 = 5.5;
/// How far the middle of a shape is from the middle of the picture at most, across and down (pixels): every shape is whole.
const REACH: f32 = 2.0;
/// How bright the background is at most; black at least.
const BACKGROUND: f32 = 0.1;
/// How bright a shape is at least; white at most.
const LEAST_BRIGHTNESS: f32 = 0.6;
/// How bright a stroke is at least; white at most.
const LEAST_STROKE: f32 = 0.6;
/// How long a stroke is at least (pixels),
const LEAST_LENGTH: f32 = 8.0;
/// and at most.
const GREATEST_LENGTH: f32 = 14.0;
/// Half the breadth of a stroke (pixels).
const HALF_BREADTH: f32 = 0.7;

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
    /// behind the shape; noise is added last, and what is blacker than black or whiter than white is cut off.
    #[must_use]
    pub fn picture(&self, number: u64) -> Picture {
        let mut random = Random::new(random::number(self.seed, number));
        let shape = Shape::ALL[random.below(SHAPES as u32) as usize];
        let mut between = |low: f32, high: f32| low + (high - low) * (random.next() >> 40) as f32 * (1.0 / (1 << 24) as f32);
        let size = between(LEAST_SIZE, GREATEST_SIZE);
        let middle = [(); 2].map(|()| 0.5 * SIDE as f32 + between(-REACH, REACH));
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
            let brightness = between(LEAST_STROKE, 1.0);
            let (cosine, sine) = stroke.direction;
            let reach = [cosine, sine].map(|part| stroke.half * part.abs() + HALF_BREADTH);
            paint(&mut pixels, brightness, stroke.middle, reach, |x, y| stroke.distance(x, y));
        }
        paint(&mut pixels, brightness, middle, [size; 2], |x, y| {
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
/// Nothing of it is further from the middle than so far across and down.
fn paint(pixels: &mut [f32; PIXELS], brightness: f32, middle: [f32; 2], reach: [f32; 2], distance: impl Fn(f32, f32) -> f32) {
    // A cast makes 0 of what is less.
    let range = |axis: usize| {
        let far = reach[axis] + 1.0;
        ((middle[axis] - far) as usize).min(SIDE)..((middle[axis] + far) as usize + 1).min(SIDE)
    };
    let columns = range(0);
    for row in range(1) {
        for column in columns.clone() {
            let pixel = &mut pixels[row * SIDE + column];
            *pixel += cut(0.5 - distance(column as f32 + 0.5, row as f32 + 0.5)) * (brightness - *pixel);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: PictureSpec = PictureSpec { noise: 0.0, clutter: 0, seed: 3 };

    #[test]
    fn a_picture_depends_on_its_number_alone() {
        let spec = PictureSpec { noise: 0.2, clutter: 2, seed: 3 };
        let backwards: Vec<Picture> = (0..20).rev().map(|number| spec.picture(number)).collect();
        assert!(backwards.iter().rev().enumerate().all(|(number, picture)| *picture == spec.picture(number as u64)));
        assert_ne!(spec.picture(0), spec.picture(1));
        assert_ne!(spec.picture(0).pixels, PictureSpec { seed: 4, ..spec }.picture(0).pixels);
    }

    #[test]
    fn every_shape_is_as_frequent_and_whole() {
        let mut counts = [0; SHAPES];
        for picture in (0..6000).map(|number| PLAIN.picture(number)) {
            counts[picture.shape as usize] += 1;
            // A shape reaches at most half a pixel into the border's.
            let border = (0..SIDE).flat_map(|n| [n, n * SIDE, n * SIDE + SIDE - 1, PIXELS - 1 - n]);
            let background = picture.pixels.iter().copied().fold(1.0, f32::min);
            assert!(border.map(|place| picture.pixels[place]).all(|pixel| pixel < background + 0.9 * (1.0 - background)));
            assert!(background <= BACKGROUND && picture.pixels.iter().any(|pixel| *pixel >= LEAST_BRIGHTNESS));
        }
        // Standard deviation: sqrt(6000 · 5 / 36) = 29.
        assert!(counts.iter().all(|count: &i32| (count - 1000).abs() < 120), "{counts:?}");
    }

    #[test]
    fn what_is_painted_is_as_large_as_the_shape() {
        // Areas of shapes whose outermost point is at distance 1.
        let star = 10.0 * 0.5 * 0.5 * (std::f64::consts::PI / 5.0).sin();
        let areas = [std::f64::consts::PI, 2.0, 0.75 * 3_f64.sqrt(), 0.75 * std::f64::consts::PI, 2.0, star];
        for (shape, area) in Shape::ALL.into_iter().zip(areas) {
            for turns in [0.0, 0.03, 0.11] {
                let mut pixels = [0.0; PIXELS];
                let (size, turn) = (7.0, direction(turns));
                paint(&mut pixels, 1.0, [8.2, 7.9], [size; 2], |x, y| {
                    let (x, y) = (x - 8.2, y - 7.9);
                    size * shape.distance((x * turn.0 + y * turn.1) / size, (y * turn.0 - x * turn.1) / size)
                });
                let painted: f64 = pixels.iter().map(|pixel| f64::from(*pixel)).sum();
                assert!((painted / (49.0 * area) - 1.0).abs() < 0.02, "{shape:?}: {painted} {}", 49.0 * area);
            }
        }
    }

    #[test]
    fn noise_has_its_standard_deviation() {
        let mut random = Random::new(1);
        let (mut sum, mut squares, mut within) = (0.0, 0.0, 0);
        for _ in 0..100_000 {
            let value = f64::from(normal(random.next()));
            (sum, squares, within) = (sum + value, squares + value * value, within + i32::from(value.abs() < 1.0));
        }
        // Standard errors: 0.0032 of the mean, 0.0043 of the square, 0.0015 of the share.
        assert!((sum / 1e5).abs() < 0.013 && (squares / 1e5 - 1.0).abs() < 0.018, "{sum} {squares}");
        assert!((f64::from(within) / 1e5 - 0.6827).abs() < 0.012, "{within}");
    }

    #[test]
    fn noise_and_strokes_change_nothing_else() {
        for number in 0..50 {
            let plain = PLAIN.picture(number);
            let noisy = PictureSpec { noise: 0.1, ..PLAIN }.picture(number);
            assert_eq!(plain.shape, noisy.shape);
            let difference: f32 = plain.pixels.iter().zip(&noisy.pixels).map(|(a, b)| (a - b) * (a - b)).sum();
            // Cutting off takes some of it away.
            assert!((0.3..0.13 * 10.0).contains(&(difference / (PIXELS as f32 * 0.01))), "{difference}");
        }
    }
}
