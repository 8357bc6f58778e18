//! What a budget buys, now and later: the numbers that words and picture are made from.

use pendrop_kit::{
    format::{prefixed, significant},
    locale::Language,
};
use pendrop_science::growth::{growth, growth_by_adding};

use super::parameters::FixedBudgetParameters;
use crate::rates::Dollar;

/// What a budget buys, now and later.
pub struct FixedBudgetOutcome {
    pub(super) parameters: FixedBudgetParameters,
    /// What a dollar buys at the start, as far as that is known.
    pub(super) dollar: Option<Dollar>,
}

impl FixedBudgetOutcome {
    /// How many times as much the same money buys after some years.
    pub(super) fn multiplied(&self, years: f64) -> f64 {
        growth(years, self.parameters.halving_time)
    }

    /// The same if each year only added what the first one adds.
    pub(super) fn added(&self, years: f64) -> f64 {
        growth_by_adding(years, self.parameters.halving_time)
    }

    /// What the budget buys after some years, FLOP/s.
    pub(super) fn compute(&self, years: f64) -> Option<f64> {
        Some(self.parameters.budget * self.dollar?.flop_per_s * self.multiplied(years))
    }
}

/// FLOP/s with a prefix, or beyond them as a power of ten.
pub(super) fn format_flops(value: f64, language: Language) -> (String, String) {
    const BEYOND_PREFIXES: f64 = 1e21;
    if value < BEYOND_PREFIXES { prefixed(value, "FLOP/s", 3, language) } else { (significant(value, 3, language), "FLOP/s".to_owned()) }
}
