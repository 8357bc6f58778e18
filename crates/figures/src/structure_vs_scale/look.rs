//! What can be looked at of a learner: the pictures that it gets wrong, and what its first layer looks for.

use pendrop_science::vision::{Learner, Model, PictureSpec, Shape};
use serde::{Deserialize, Serialize};

/// So many of the test pictures are gone through for mistakes: a few milliseconds of work.
const SEARCHED: u64 = 600;
/// No more mistakes are kept,
pub const MISTAKES: usize = 16;
/// and no more filters: those of the first units.
pub const FILTERS: usize = 8;
/// Of filters as large as a picture only so many.
const LARGE_FILTERS: usize = 6;

/// A learner, looked into.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// What its training had cost by then (FLOP).
    pub flop: f64,
    /// The first of its mistakes.
    pub mistakes: Vec<Wrong>,
    /// What its first layer looks for; none of filters that have no picture.
    pub filters: Vec<Tile>,
}

/// A test picture that is taken for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrong {
    /// Its number among the test pictures.
    pub number: u16,
    /// What it is taken for.
    pub taken_for: Shape,
}

/// Weights as a grey picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// Pixels in a row.
    pub columns: u8,
    /// Row by row: 128 is a weight of nothing, 255 the greatest of the tile, 1 as much less than nothing.
    pub grey: Vec<u8>,
}

impl Look {
    /// A learner as it is now, at what it has cost so far.
    #[must_use]
    pub fn at(model: &Model, pictures: &PictureSpec, flop: f64) -> Self {
        let mistakes = model.mistakes(pictures, 0..SEARCHED, MISTAKES);
        let wrong = mistakes.iter().map(|mistake| Wrong { number: mistake.number as u16, taken_for: mistake.taken_for });
        let count = match model.learner() {
            // Each row of its weights belongs to a shape.
            Learner::HandMade => usize::MAX,
            Learner::Convolutional => FILTERS,
            Learner::Plain { .. } => LARGE_FILTERS,
        };
        let filters = model.filters().into_iter().take(count);
        Self { flop, mistakes: wrong.collect(), filters: filters.map(|filter| Tile::of(filter.columns as u8, &filter.weights)).collect() }
    }
}

impl Tile {
    fn of(columns: u8, weights: &[f32]) -> Self {
        let greatest = weights.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
        Self { columns, grey: weights.iter().map(|weight| (128.0 + 127.0 * weight / greatest).round() as u8).collect() }
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.grey.len() / usize::from(self.columns).max(1)
    }
}
