//! `ensemble`: the same drop many times over with uncertain details, and how little or how much its fall time then varies.

mod job;
mod outcome;
pub mod parameters;
pub mod picture;

crate::own_strings!("ensemble", pen_drop);

use pendrop_kit::{
    challenge::Challenge,
    corpus::Corpus,
    figure::{Heights, Inputs, Model},
    job::{JobKind, JobSpec},
    label,
    locale::Folder,
};
use pendrop_science::ensemble::{DelayStatistics, EnsembleSpec, Range, Sampler};

pub use job::EnsembleJob;
pub use outcome::EnsembleOutcome;
use parameters::EnsembleParameters;

/// The figure.
pub struct Ensemble;

impl Model for Ensemble {
    type Parameters = EnsembleParameters;
    type Outcome = EnsembleOutcome;

    const ID: &'static str = "ensemble";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/ensemble.rs";
    const HEIGHTS: Heights = Heights { narrow: 320.0, wide: 480.0 };
    const JOBS: &'static [JobKind] = &[JobKind::of::<EnsembleJob>()];
    const CHALLENGE: Option<Challenge<EnsembleParameters, EnsembleOutcome>> = Some(Challenge {
        name: "five-percent",
        label: label!(challenge),
        met: |parameters, outcome| parameters.jitter >= 0.2 && outcome.spread().is_some_and(|spread| (spread - 0.05).abs() <= 0.005),
    });

    fn jobs(parameters: &EnsembleParameters, _: &Corpus) -> Vec<JobSpec> {
        let spec = EnsembleSpec::from(parameters);
        if Sampler::is_short(&spec) { Vec::new() } else { vec![JobSpec::new::<EnsembleJob>(&spec)] }
    }

    fn solve(parameters: EnsembleParameters, inputs: Inputs) -> EnsembleOutcome {
        let spec = EnsembleSpec::from(&parameters);
        let statistics = if Sampler::is_short(&spec) {
            Sampler::new(spec).finish()
        } else {
            inputs.results.get::<EnsembleJob>(0).unwrap_or_else(|| DelayStatistics::new(Range::of(&spec)))
        };
        EnsembleOutcome::of(spec, statistics, parameters.object)
    }
}
