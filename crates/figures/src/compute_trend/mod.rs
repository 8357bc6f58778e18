//! `compute-trend`: a straight line through the log10 values of a dataset, over years that the reader chooses.

mod outcome;
pub mod parameters;
mod picture;
mod trend;
mod words;

crate::own_strings!("compute_trend");

use pendrop_kit::{
    figure::{Figure, Heights},
    outcome::Outcome,
    parameter::Parameter,
    question::{Question, TIMES},
    tables::Tables,
    values::Values,
};
pub use trend::{Support, Trend, Unfit};

/// The figure.
pub struct ComputeTrend;

/// How many times as much computing does a dollar buy in 1997 as in 1900? The axis of guesses reaches as far beyond the
/// answer as people guess below it.
pub(crate) static QUESTION: Question =
    Question { least: 1.0, greatest: 1e20, step: 1.0 / 3.0, start: 100.0, log: true, wording: TIMES, ticks: &[1.0, 1e5, 1e10, 1e15, 1e20] };

impl Figure for ComputeTrend {
    fn id(&self) -> &'static str {
        "compute-trend"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/trend/least_squares.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 332.0, wide: 560.0 }
    }

    fn tables(&self, values: &Values) -> &'static [&'static str] {
        parameters::tables(values)
    }

    fn question(&self) -> Option<&'static Question> {
        Some(&QUESTION)
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        Box::new(Trend::of(values, tables))
    }
}
