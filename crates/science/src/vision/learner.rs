//! The learners, from the one that is told most to the one that is told least.

use serde::{Deserialize, Serialize};

use super::{
    features::FEATURES,
    picture::{PIXELS, SIDE},
    shape::SHAPES,
};
use crate::neural::Layer;

/// Side of the convolutional network's filters.
const FILTER: usize = 3;
/// Channels after its first layer of filters, and after its second.
const CHANNELS: [usize; 2] = [8, 16];

/// Who learns to tell the shapes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Learner {
    /// Told what to measure: fourteen features ([`super::features()`]), of which a softmax makes probabilities. 90 parameters.
    HandMade,
    /// Told that small patterns matter, and that it does not matter where they are: 8 filters of 3 × 3, then 16 over all of these,
    /// each followed by the largest of every 2 × 2 numbers and a rectifier; then a softmax of the 256 that are left. 2 790
    /// parameters.
    Convolutional,
    /// Told nothing: each of so many hidden units hangs on every pixel; after a rectifier each shape hangs on each of them. 64 have
    /// 16 838 parameters, 256 have 67 334.
    Plain {
        /// Hidden units.
        width: u32,
    },
}

impl Learner {
    /// What its network is made of.
    #[must_use]
    pub fn layers(self) -> Vec<Layer> {
        match self {
            Learner::HandMade => vec![Layer::dense(FEATURES, SHAPES)],
            Learner::Convolutional => {
                let [first, second] = CHANNELS;
                let [half, quarter] = [SIDE / 2, SIDE / 4];
                vec![
                    Layer::convolution(1, first, SIDE, FILTER),
                    Layer::max_pool(first, SIDE),
                    Layer::relu(first * half * half),
                    Layer::convolution(first, second, half, FILTER),
                    Layer::max_pool(second, half),
                    Layer::relu(second * quarter * quarter),
                    Layer::dense(second * quarter * quarter, SHAPES),
                ]
            }
            Learner::Plain { width } => {
                let width = width as usize;
                vec![Layer::dense(PIXELS, width), Layer::relu(width), Layer::dense(width, SHAPES)]
            }
        }
    }

    /// How many numbers it learns.
    #[must_use]
    pub fn parameters(self) -> usize {
        self.layers().iter().map(Layer::parameters).sum()
    }

    /// Multiply-adds of its network for each picture.
    #[must_use]
    pub fn multiply_adds(self) -> usize {
        self.layers().iter().map(Layer::multiply_adds).sum()
    }

    /// The size of Adam's first steps, found by trying. Wider networks take smaller ones.
    pub(super) fn rate(self) -> f64 {
        match self {
            Learner::HandMade => 0.02,
            Learner::Convolutional => 0.004,
            Learner::Plain { width } => 0.016 / f64::from(width.max(1)).sqrt(),
        }
    }
}
