//! Vision in miniature: learners with more and with less built in learn to tell six shapes apart, and what it costs them.

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
