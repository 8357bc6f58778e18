//! `ngram-orders`: the next character guessed from the last few, and how many of these it pays to look back at the more text there
//! is to learn from.

mod job;
mod outcome;
pub mod parameters;
mod picture;
mod text;

crate::own_strings!("ngram_orders");

use pendrop_kit::{
    challenge::Challenge,
    corpus::{Bounds, Corpus},
    figure::{Heights, Inputs, Model},
    job::{JobKind, JobSpec},
    label,
    locale::Folder,
    runs::{Compare, Comparison},
};
use pendrop_science::ngram;

pub use job::{Learnt, NgramJob, NgramSpec};
pub use outcome::NgramOrdersOutcome;
use parameters::NgramOrdersParameters;

/// The challenge: a long memory after so few characters,
const CHALLENGE_CHARACTERS: f64 = 1000.0;
/// so many characters of it,
const CHALLENGE_ORDER: f64 = 5.0;
/// at such a cost at most, in bits per character.
const CHALLENGE_COST: f64 = 0.5;

/// The figure.
pub struct NgramOrders;

impl Model for NgramOrders {
    type Parameters = NgramOrdersParameters;
    type Outcome = NgramOrdersOutcome;

    const ID: &'static str = "ngram-orders";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/ngram/sampler.rs";
    const HEIGHTS: Heights = Heights { narrow: 400.0, wide: 500.0 };
    const JOBS: &'static [JobKind] = &[JobKind::of::<NgramJob>()];
    const RECORDING: Option<&'static [u8]> = Some(include_bytes!("recording.bin"));
    const CORPUS: Option<Bounds> = Some(Bounds { least: ngram::LEAST, most: ngram::MOST });
    const COMPARE: Option<Compare<NgramOrdersOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<NgramOrdersParameters, NgramOrdersOutcome>> = Some(Challenge {
        name: "cheap-memory",
        label: label!(challenge),
        met: |parameters, outcome| {
            let far = parameters.characters <= CHALLENGE_CHARACTERS && parameters.order >= CHALLENGE_ORDER;
            far && outcome.best().is_some_and(|best| best.cost <= CHALLENGE_COST)
        },
    });

    fn jobs(parameters: &NgramOrdersParameters, corpus: &Corpus) -> Vec<JobSpec> {
        let characters = corpus.content.as_ref().map_or(0, |text| text.len());
        vec![JobSpec::new::<NgramJob>(&NgramSpec::from(parameters)).learning_from(corpus).lasting(job::seconds(characters))]
    }

    fn solve(parameters: NgramOrdersParameters, inputs: Inputs) -> NgramOrdersOutcome {
        NgramOrdersOutcome::of(parameters, inputs.tables.corpus().source, inputs.results.get::<NgramJob>(0))
    }
}
