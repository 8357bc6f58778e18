//! `structure-vs-scale`: learners with more and with less built in learn to tell six shapes apart, and from how much computing on
//! networks overtake what an engineer would measure.

mod answers;
mod job;

crate::own_strings!("structure_vs_scale");

pub use answers::{Ask, Judgement};
pub use job::{HAND_ENOUGH, LearnerJob, Trained};
