//! `fixed-budget`: the same money every year, while prices halve again and again: what adding expects, and what multiplying
//! gives.

mod chart;
mod growth;
mod outcome;
pub mod parameters;
mod picture;
mod prediction;
mod question;

crate::own_strings!("fixed_budget");

use crate::rates::{Dollar, GPU_PRICES};
pub use growth::FixedBudgetOutcome;
use parameters::FixedBudgetParameters;
use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
    question::Question,
    runs::{Compare, Comparison},
};

/// The figure.
pub struct FixedBudget;

impl Model for FixedBudget {
    type Parameters = FixedBudgetParameters;
    type Outcome = FixedBudgetOutcome;

    const ID: &'static str = "fixed-budget";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/growth.rs";
    const HEIGHTS: Heights = Heights { narrow: 284.0, wide: 480.0 };
    const QUESTION: Option<&'static Question> = Some(&question::QUESTION);
    const COMPARE: Option<Compare<FixedBudgetOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<FixedBudgetParameters, FixedBudgetOutcome>> = Some(Challenge {
        name: "a-million",
        label: label!(challenge),
        met: |parameters, outcome| (outcome.multiplied(parameters.years) / 1e6 - 1.0).abs() <= 0.1,
    });

    fn tables(_parameters: &FixedBudgetParameters) -> &'static [&'static str] {
        &[GPU_PRICES]
    }

    fn solve(parameters: FixedBudgetParameters, inputs: Inputs) -> FixedBudgetOutcome {
        FixedBudgetOutcome { parameters, dollar: Dollar::of(inputs.tables) }
    }
}
