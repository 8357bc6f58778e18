//! `compute-trend`: a straight line through the log10 values of a dataset, over years that the reader chooses.

mod outcome;
pub mod parameters;
mod picture;
mod prediction;
mod text;
mod trend;

crate::own_strings!("compute_trend");

use crate::datasets::Dataset;
pub use parameters::TrendParameters;
use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
    question::{Question, TIMES},
    runs::{Compare, Comparison},
};
pub use trend::{Support, Trend, Unfit};

/// The figure.
pub struct ComputeTrend;

/// How many times as much computing does a dollar buy in 1997 as in 1900? The axis of guesses reaches as far beyond the
/// answer as people guess below it.
pub(crate) static QUESTION: Question = Question {
    least: 1.0,
    greatest: 1e20,
    step: 1.0 / 3.0,
    start: 100.0,
    log: true,
    wording: TIMES,
    beyond: None,
    ticks: &[1.0, 1e5, 1e10, 1e15, 1e20],
};

impl Model for ComputeTrend {
    type Parameters = TrendParameters;
    type Outcome = Trend;

    const ID: &'static str = "compute-trend";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/trend/least_squares.rs";
    const HEIGHTS: Heights = Heights { narrow: 332.0, wide: 560.0 };
    const QUESTION: Option<&'static Question> = Some(&QUESTION);
    const COMPARE: Option<Compare<Trend>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<TrendParameters, Trend>> = Some(Challenge {
        name: "tenfold-in-five",
        label: label!(challenge),
        met: |_, trend| trend.took_tenfold(5.0, 0.1) && trend.used_years().is_some_and(|(first, last)| last - first >= 10.0),
    });

    fn tables(parameters: &TrendParameters) -> &'static [&'static str] {
        Dataset::of(parameters.dataset).tables()
    }

    fn solve(parameters: TrendParameters, inputs: Inputs) -> Trend {
        Trend::of(&parameters, inputs.tables)
    }
}
