//! Vision in miniature: learners with more and with less built in learn to tell six shapes apart, and what it costs them.
//!
//! Pictures are endless ([`PictureSpec`]), each made from its number alone, so no learner sees one twice. The hand-made learner is
//! told what to measure ([`features()`]), the convolutional network that small patterns matter wherever they are, plain networks
//! are told nothing ([`Learner`]). All learn by Adam from batches of [`BATCH`] pictures and are tested on the same [`TESTED`] others
//! at even distances over the logarithm of what training has cost so far ([`TrainingRun`]). Knowledge is worth much while computing
//! is scarce; what it leaves out cannot be learnt later, and with more computing networks overtake it.
//!
//! Costs are floating-point operations: six for each multiply-add of a network (forward, and twice that on the way back), and what
//! measuring the features takes, which is counted while the same code is run ([`counted_features`]). Making pictures and tests cost
//! nothing. What is found depends on the specification alone, to the last bit: all is plain arithmetic in a fixed order.
//!
//! ```
//! use pendrop_science::vision::{Learner, TrainingRun, TrainingSpec};
//! let train = |learner| {
//!     TrainingRun::new(TrainingSpec { learner, noise: 0.15, clutter: 1, compute: 3e7, seed: 1 }).finish()
//! };
//! let accuracy = |learner| train(learner).points.last().unwrap().accuracy;
//! // With next to no computing the features are far ahead; guessing would be right in one of six.
//! assert!(accuracy(Learner::HandMade) > 0.6 && accuracy(Learner::Plain { width: 64 }) < 0.45);
//! ```

mod curve;
mod features;
mod learner;
mod model;
mod picture;
mod run;
mod shape;

pub use curve::{Curve, CurvePoint};
pub use features::{FEATURES, Feature, counted_features, features, shape_mask};
pub use learner::Learner;
pub use model::{Filter, Mistake, Model};
pub use picture::{PIXELS, Picture, PictureSpec, SIDE};
pub use run::{BATCH, LEAST_COMPUTE, TESTED, TrainingRun, TrainingSpec};
pub use shape::{SHAPES, Shape};
