//! How a value looks on a control, and how it moves under keys and fingers.

use super::{Quantity, Scale, YEARS};
use crate::{
    format::{short, with_unit},
    locale::Language,
};

impl Quantity {
    /// Where a value lies along the slider, from 0 to 1.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        (self.position(value) - self.first()) / (self.last() - self.first())
    }

    /// The number as the reader sees it, without its unit.
    #[must_use]
    pub fn written(&self, value: f64, language: Language) -> String {
        short(value / self.shown.factor, self.digits(), language)
    }

    /// The number as the reader sees it, with its unit.
    #[must_use]
    pub fn told(&self, value: f64, language: Language) -> String {
        let s = language.strings();
        // A single year is no years.
        let unit = if self.shown.unit == YEARS && value == self.shown.factor { s.unit_year } else { self.shown.symbol(s) };
        with_unit(&(self.written(value, language), unit.to_owned()))
    }

    /// The value with three digits, or on a linear scale on the nearest step: as fine as a hand that drags.
    #[must_use]
    pub fn rounded(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear | Scale::Whole { log: false } => on_grid(value, self.step),
            Scale::Log { .. } | Scale::Whole { log: true } => format!("{value:.2e}").parse().unwrap_or(value),
        }
    }

    /// The value some steps of the arrow keys away: on the grid of the steps, and never stuck.
    #[must_use]
    pub fn stepped(&self, value: f64, steps: f64) -> f64 {
        let target = (self.position(value) + steps * self.step).clamp(self.first(), self.last());
        let exact = self.value_at(target);
        // The ends need not lie on the grid.
        if target == self.first() || target == self.last() { exact } else { self.nearest(self.rounded(exact)) }
    }
}

fn on_grid(value: f64, step: f64) -> f64 {
    let decimals = (-step.log10()).ceil().clamp(0.0, 12.0) as usize;
    format!("{:.decimals$}", (value / step).round() * step).parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use crate::{FIGURES, parameter::Kind};

    #[test]
    fn arrow_keys_reach_every_end_and_are_never_stuck() {
        for parameter in FIGURES.iter().flat_map(|figure| figure.parameters()) {
            let Kind::Quantity(quantity) = &parameter.kind else { continue };
            let mut value = quantity.default;
            for _ in 0..2000 {
                let next = quantity.stepped(value, 1.0);
                assert!(next > value || next == quantity.max, "{} is stuck at {value}", parameter.name);
                value = next;
            }
            assert_eq!(value, quantity.max);
            for _ in 0..2000 {
                value = quantity.stepped(value, -1.0);
            }
            assert_eq!(value, quantity.least(), "{}", parameter.name);
        }
    }
}
