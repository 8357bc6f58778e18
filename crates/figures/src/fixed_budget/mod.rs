//! `fixed-budget`: the same money every year, while prices halve again and again: what adding expects, and what multiplying
//! gives.

mod outcome;
pub mod parameters;
mod picture;
mod question;

crate::own_strings!("fixed_budget");

use pendrop_science::growth::{growth, growth_by_adding};

use crate::rates::{Dollar, GPU_PRICES};
use pendrop_kit::{
    figure::{Figure, Heights},
    outcome::Outcome,
    parameter::Parameter,
    question::Question,
    tables::Tables,
    values::Values,
};

/// The figure.
pub struct FixedBudget;

impl Figure for FixedBudget {
    fn id(&self) -> &'static str {
        "fixed-budget"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/growth.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 284.0, wide: 480.0 }
    }

    fn tables(&self, _values: &Values) -> &'static [&'static str] {
        &[GPU_PRICES]
    }

    fn question(&self) -> Option<&'static Question> {
        Some(&question::QUESTION)
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        Box::new(Budget {
            dollars: values.number("budget"),
            years: values.number("years"),
            halving_time: values.number("halving_time"),
            log: values.chosen("scale") == "log",
            dollar: Dollar::of(tables),
        })
    }
}

/// What a budget buys, now and later.
struct Budget {
    /// US dollars, the same each year.
    dollars: f64,
    years: f64,
    /// Years in which the price of computing halves.
    halving_time: f64,
    /// Whether the picture has a log axis.
    log: bool,
    /// What a dollar buys at the start, as far as that is known.
    dollar: Option<Dollar>,
}

impl Budget {
    /// How many times as much the same money buys after some years.
    fn multiplied(&self, years: f64) -> f64 {
        growth(years, self.halving_time)
    }

    /// The same if each year only added what the first one adds.
    fn added(&self, years: f64) -> f64 {
        growth_by_adding(years, self.halving_time)
    }

    /// What the budget buys after some years, FLOP/s.
    fn compute(&self, years: f64) -> Option<f64> {
        Some(self.dollars * self.dollar?.flop_per_s * self.multiplied(years))
    }
}
