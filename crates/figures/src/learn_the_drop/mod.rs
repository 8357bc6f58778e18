//! `learn-the-drop`: a fall learnt by four learners that are told more or less of it, and from how many measurements on built-in
//! knowledge that is a little wrong is overtaken.

mod job;
mod outcome;
pub mod parameters;
mod picture;
mod text;

crate::own_strings!("learn_the_drop");

use pendrop_kit::{
    challenge::Challenge,
    corpus::Corpus,
    figure::{Heights, Inputs, Model},
    job::{JobKind, JobSpec},
    label,
    locale::Folder,
    runs::{Compare, Comparison},
};
use pendrop_science::learn_drop::LearnSpec;

pub use job::{LearnJob, Learnt};
pub use outcome::LearnDropOutcome;
use parameters::LearnDropParameters;

/// The challenge asks for fewer measurements than 30, as the readout shows them.
const EARLY: f64 = 29.5;

/// The figure.
pub struct LearnDrop;

impl Model for LearnDrop {
    type Parameters = LearnDropParameters;
    type Outcome = LearnDropOutcome;

    const ID: &'static str = "learn-the-drop";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/learn_drop.rs";
    const HEIGHTS: Heights = Heights { narrow: 360.0, wide: 500.0 };
    const JOBS: &'static [JobKind] = &[JobKind::of::<LearnJob>()];
    const RECORDING: Option<&'static [u8]> = Some(include_bytes!("recording.bin"));
    const RECORDED: &'static [&'static str] = &["", "flutter=0", "flutter=0.06", "samples=10"];
    const COMPARE: Option<Compare<LearnDropOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<LearnDropParameters, LearnDropOutcome>> = Some(Challenge {
        name: "before-thirty",
        label: label!(challenge),
        met: |_, outcome| outcome.crossover().is_ok_and(|crossover| crossover < EARLY),
    });

    fn jobs(parameters: &LearnDropParameters, _: &Corpus) -> Vec<JobSpec> {
        let spec = LearnSpec::from(parameters);
        vec![JobSpec::new::<LearnJob>(&spec).lasting(job::seconds(&spec))]
    }

    fn solve(parameters: LearnDropParameters, inputs: Inputs) -> LearnDropOutcome {
        LearnDropOutcome::of(LearnSpec::from(&parameters), inputs.results.get::<LearnJob>(0))
    }
}
