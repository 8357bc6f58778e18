//! `structure-vs-scale`: learners with more and with less built in learn to tell six shapes apart, and from how much computing on
//! networks overtake what an engineer would measure.

mod answers;
mod contest;
mod course;
mod job;
mod listed;
mod look;
mod outcome;
pub mod parameters;
mod picture;
mod sketch;
mod text;

crate::own_strings!("structure_vs_scale");

use pendrop_kit::{
    challenge::Challenge,
    corpus::Corpus,
    figure::{Heights, Inputs, Model},
    job::{JobKind, JobSpec},
    label,
    locale::Folder,
    runs::{Compare, Comparison},
};

use pendrop_science::overtaking::NoOvertaking;

pub use answers::{Ask, Judgement};
pub use contest::{Contest, Role};
pub use course::Course;
pub use job::{HAND_ENOUGH, LearnerJob, Trained};
pub use look::{Look, Tile, Wrong};
pub use outcome::StructureVsScaleOutcome;
use parameters::StructureVsScaleParameters;

/// The challenge asks for features that no network has overtaken with so much training (FLOP).
const LATE: f64 = 2e10;

/// The figure.
pub struct StructureVsScale;

impl Model for StructureVsScale {
    type Parameters = StructureVsScaleParameters;
    type Outcome = StructureVsScaleOutcome;

    const ID: &'static str = "structure-vs-scale";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/vision/run.rs";
    const HEIGHTS: Heights = Heights { narrow: 380.0, wide: 480.0 };
    const JOBS: &'static [JobKind] = &[JobKind::answering::<LearnerJob>()];
    const RECORDING: Option<&'static [u8]> = Some(include_bytes!("recording.bin"));
    const RECORDED: &'static [&'static str] =
        &["", "width=256", "pictures=clean", "pictures=crowded", "pictures=hard", "noise=0.12&clutter=0"];
    const COMPARE: Option<Compare<StructureVsScaleOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<StructureVsScaleParameters, StructureVsScaleOutcome>> = Some(Challenge {
        name: "not-overtaken",
        label: label!(challenge),
        met: |parameters, outcome| {
            let is_behind = |role| outcome.contest.crossover(role) == Err(NoOvertaking::Behind);
            parameters.compute >= LATE && is_behind(Role::Cnn) && is_behind(Role::Mlp)
        },
    });

    fn jobs(parameters: &StructureVsScaleParameters, _: &Corpus) -> Vec<JobSpec> {
        contest::jobs(parameters)
    }

    fn solve(parameters: StructureVsScaleParameters, inputs: Inputs) -> StructureVsScaleOutcome {
        StructureVsScaleOutcome { contest: Contest::of(parameters, inputs.results), recorded: inputs.recorded.map(str::to_owned) }
    }
}
