//! What a learner can be asked while it lives, also while it trains and after its last step, and what it answers.
//!
//! It is put to a [`LearnerJob`](super::LearnerJob), in a page by `JobHandle::ask`, as bytes ([`encode`](pendrop_kit::job::encode) and
//! [`decode`](pendrop_kit::job::decode)): the question is an [`Ask`], the answer an `Option<Judgement>`. The learner thinks with the
//! weights that it has at that moment; asking changes nothing of what it finds.

use pendrop_science::vision::{PIXELS, SHAPES, TrainingRun};
use serde::{Deserialize, Serialize};

/// A question to a learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// What does this picture show? Row by row from the top, 16 rows of 16 pixels ([`PIXELS`] in all), each from 0, black, to 255,
    /// white. Shapes of the kind that it has learnt are bright on a dark ground.
    Classify(Vec<u8>),
}

/// What a learner thinks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// How probable each shape is, in the order of [`Shape::ALL`](pendrop_science::vision::Shape::ALL); together 1. A learner that has
    /// learnt nothing yet thinks about as much of each.
    pub probabilities: [f32; SHAPES],
    /// What its training has cost so far (FLOP).
    pub flop: f64,
    /// Pictures that it has learnt from so far.
    pub pictures: u64,
}

impl Ask {
    /// The answer of a learner as far as it has come; nothing where the question is none, such as a picture of another size.
    #[must_use]
    pub fn put_to(&self, run: &TrainingRun) -> Option<Judgement> {
        let Ask::Classify(grey) = self;
        let grey: &[u8; PIXELS] = grey.as_slice().try_into().ok()?;
        let probabilities = run.model().probabilities(&grey.map(|grey| f32::from(grey) / 255.0));
        Some(Judgement { probabilities, flop: run.flop(), pictures: run.pictures() })
    }
}
