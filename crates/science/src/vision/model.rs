//! What a learner has learnt: asked for its opinion of a picture, and looked into.

use serde::{Deserialize, Serialize};

use super::{
    features::{FEATURES, counted_features, features},
    learner::Learner,
    picture::{PIXELS, Picture, PictureSpec, SIDE},
    shape::{SHAPES, Shape},
};
use crate::neural::{Network, Pass, softmax};

/// Pictures by which the features are scaled and their cost is measured. They are none of those learnt from or tested on.
const SCALED_BY: u64 = 200;
/// The random numbers of these pictures.
const SCALE_SEED: u64 = 0x5CA1_E000;
/// Pixels enter a network less this, which is about their mean,
const PIXEL_MEAN: f32 = 0.2;
/// and over this, by which they differ.
const PIXEL_DEVIATION: f32 = 0.5;

/// How a picture becomes what a learner's network takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Entrance {
    learner: Learner,
    /// Mean of each feature, and one over its standard deviation; none for who takes pixels.
    scales: Vec<[f32; 2]>,
}

impl Entrance {
    /// For pictures of this kind; and what each picture costs before it enters the network (FLOP).
    pub(super) fn new(learner: Learner, pictures: &PictureSpec) -> (Entrance, f64) {
        if learner != Learner::HandMade {
            return (Entrance { learner, scales: Vec::new() }, 0.0);
        }
        let pictures = PictureSpec { seed: SCALE_SEED, ..*pictures };
        let mut sums = [[0.0; 2]; FEATURES];
        let mut operations = 0;
        for number in 0..SCALED_BY {
            let (features, counted) = counted_features(&pictures.picture(number).pixels);
            operations += counted;
            for (sums, feature) in sums.iter_mut().zip(features.map(f64::from)) {
                *sums = [sums[0] + feature, sums[1] + feature * feature];
            }
        }
        let count = SCALED_BY as f64;
        let scale = |[sum, square]: [f64; 2]| {
            let mean = sum / count;
            let variance = (square / count - mean * mean).max(1e-8);
            [mean as f32, (1.0 / variance.sqrt()) as f32]
        };
        // Scaling takes a subtraction and a multiplication.
        let cost = operations as f64 / count + 2.0 * FEATURES as f64;
        (Entrance { learner, scales: sums.into_iter().map(scale).collect() }, cost)
    }

    /// Adds what the network takes of a picture to the inputs of a batch.
    pub(super) fn enter(&self, pixels: &[f32; PIXELS], inputs: &mut Vec<f32>) {
        if self.learner == Learner::HandMade {
            let scaled = features(pixels).into_iter().zip(&self.scales).map(|(feature, [mean, scale])| (feature - mean) * scale);
            inputs.extend(scaled);
        } else {
            inputs.extend(pixels.iter().map(|pixel| (pixel - PIXEL_MEAN) * (1.0 / PIXEL_DEVIATION)));
        }
    }
}

/// What a learner has learnt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    entrance: Entrance,
    parameters: Vec<f32>,
}

/// A picture that was taken for something else.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mistake {
    /// Its number among the pictures asked about.
    pub number: u64,
    /// What it shows.
    pub shape: Shape,
    /// What it was taken for.
    pub taken_for: Shape,
    /// The probability given to that.
    pub probability: f32,
}

/// Weights of one unit that sees what comes in.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Its rows,
    pub rows: usize,
    /// and columns.
    pub columns: usize,
    /// Row by row.
    pub weights: Vec<f32>,
}

impl Model {
    pub(super) fn new(entrance: Entrance, network: &Network) -> Model {
        Model { entrance, parameters: network.parameters().to_vec() }
    }

    /// Who has learnt it.
    #[must_use]
    pub fn learner(&self) -> Learner {
        self.entrance.learner
    }

    /// Its network. One read from elsewhere whose parameters are not as many as they should be has learnt nothing.
    fn network(&self) -> Network {
        let layers = self.learner().layers();
        Network::with_parameters(&layers, self.parameters.clone()).unwrap_or_else(|| Network::new(&layers, 0))
    }

    /// How probable it thinks each shape is, in the order of [`Shape::ALL`].
    #[must_use]
    pub fn probabilities(&self, pixels: &[f32; PIXELS]) -> [f32; SHAPES] {
        self.judge(&mut self.network(), &mut Pass::default(), pixels)
    }

    fn judge(&self, network: &mut Network, pass: &mut Pass, pixels: &[f32; PIXELS]) -> [f32; SHAPES] {
        let mut inputs = Vec::with_capacity(network.inputs());
        self.entrance.enter(pixels, &mut inputs);
        let outputs = network.forward_again(&inputs, pass);
        softmax(outputs, SHAPES);
        outputs.first_chunk().copied().unwrap_or([0.0; SHAPES])
    }

    /// The first mistakes that it makes in the pictures with these numbers, at most so many.
    #[must_use]
    pub fn mistakes(&self, pictures: &PictureSpec, numbers: std::ops::Range<u64>, most: usize) -> Vec<Mistake> {
        let (mut network, mut pass) = (self.network(), Pass::default());
        let mistake = |number| {
            let Picture { pixels, shape } = pictures.picture(number);
            let probabilities = self.judge(&mut network, &mut pass, &pixels);
            let place = most_probable(&probabilities);
            let taken_for = Shape::ALL[place];
            (taken_for != shape).then(|| Mistake { number, shape, taken_for, probability: probabilities[place] })
        };
        numbers.filter_map(mistake).take(most).collect()
    }

    /// The weights of its first layer: of the convolutional network its 8 filters of 3 × 3; of a plain one for each hidden unit
    /// 16 × 16; of the hand-made one for each shape the 14 of its features, scaled to standard deviation 1, in one row.
    #[must_use]
    pub fn filters(&self) -> Vec<Filter> {
        let network = self.network();
        let Some(first) = network.layers().first() else { return Vec::new() };
        let weights = network.parameters();
        match first {
            crate::neural::Layer::Convolution(c) => {
                let filter = |weights: &[f32]| Filter { rows: c.side, columns: c.side, weights: weights.to_vec() };
                weights.chunks_exact(c.side * c.side).take(c.outputs).map(filter).collect()
            }
            _ => {
                let (inputs, outputs) = (first.inputs(), first.outputs());
                let (rows, columns) = if inputs == PIXELS { (SIDE, SIDE) } else { (1, inputs) };
                let unit = |unit: usize| (0..inputs).map(|input| weights[input * outputs + unit]).collect();
                (0..outputs).map(|number| Filter { rows, columns, weights: unit(number) }).collect()
            }
        }
    }
}

/// The place of the greatest; of equals the first.
pub(super) fn most_probable(values: &[f32]) -> usize {
    (1..values.len()).fold(0, |best, place| if values[place] > values[best] { place } else { best })
}
