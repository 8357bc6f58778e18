//! `ensemble`: the same drop many times over with uncertain details, and how little or how much its fall time then varies.

mod outcome;
pub mod parameters;
pub mod picture;

crate::own_strings!("ensemble");

use pendrop_science::ensemble::{DelayStatistics, EnsembleSpec, Range, Sampler};

use crate::pen_drop;
pub use outcome::EnsembleOutcome;
use pendrop_kit::{
    figure::{Figure, Heights},
    job::Computation,
    outcome::Outcome,
    parameter::Parameter,
    tables::Tables,
    values::Values,
};

/// The figure.
pub struct Ensemble;

impl Figure for Ensemble {
    fn id(&self) -> &'static str {
        "ensemble"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/ensemble.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 320.0, wide: 480.0 }
    }

    fn solve(&self, values: &Values, _tables: &Tables) -> Box<dyn Outcome> {
        let plan = plan(values);
        Box::new(EnsembleOutcome::of(plan, Sampler::new(plan).finish(), values.chosen("object")))
    }

    fn computes(&self) -> bool {
        true
    }

    fn computation(&self, values: &Values) -> Option<Box<dyn Computation>> {
        computation(values)
    }

    fn outcome(&self, values: &Values, found: &[f64], _tables: &Tables) -> Box<dyn Outcome> {
        let plan = plan(values);
        Box::new(EnsembleOutcome::of(plan, DelayStatistics::from_numbers(Range::of(&plan), found), values.chosen("object")))
    }
}

/// The drops as a computation in pieces; nothing where all of them take no longer than a piece. Needs no drawing.
#[must_use]
pub fn computation(values: &Values) -> Option<Box<dyn Computation>> {
    let plan = plan(values);
    if Sampler::is_short(&plan) { None } else { Some(Box::new(Running(Sampler::new(plan)))) }
}

/// Which drops are made, from the parameters.
#[must_use]
pub fn plan(values: &Values) -> EnsembleSpec {
    EnsembleSpec {
        nominal: pen_drop::release(values),
        jitter: values.number("jitter"),
        drops: values.number("drops") as u32,
        seed: values.number("seed") as u64,
    }
}

struct Running(Sampler);

impl Computation for Running {
    fn advance(&mut self) -> bool {
        self.0.advance()
    }

    fn share(&self) -> f64 {
        self.0.share()
    }

    fn found(&self) -> Vec<f64> {
        self.0.tally().numbers()
    }
}
