//! How a value looks on a control, and how it moves under keys and fingers.

use std::f64::consts::LOG10_2;

use super::{Quantity, Scale, YEARS};
use crate::{
    format::{short, with_unit},
    locale::{Language, Strings},
    number,
    typed::typed,
};

impl Quantity {
    /// Where a value lies along the slider, from 0 to 1.
    #[must_use]
    pub fn fraction(&self, value: f64) -> f64 {
        (self.position(value) - self.first()) / (self.last() - self.first())
    }

    /// The number as the reader sees it, without its unit.
    #[must_use]
    pub fn format_number(&self, value: f64, language: Language) -> String {
        short(value / self.display.factor, self.digits(), language)
    }

    /// The number as the reader sees it, with its unit.
    #[must_use]
    pub fn formatted(&self, value: f64, language: Language) -> String {
        let s = Strings::of(language);
        // A single year is no years.
        let unit = if self.display.unit == YEARS && value == self.display.factor { s.unit_year } else { self.display.symbol(language) };
        with_unit(&(self.format_number(value, language), unit.to_owned()))
    }

    /// The value that a text in a field means; nothing where it is none.
    #[must_use]
    pub fn typed(&self, text: &str, language: Language) -> Option<f64> {
        typed(text, &self.display, language).map(|number| number * self.display.factor).filter(|value| value.is_finite())
    }

    /// The value with three digits, on a linear scale on the nearest step, or where steps double it the nearest power of two: as fine as a
    /// hand that drags.
    #[must_use]
    pub fn rounded(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear | Scale::Whole { log: false } => on_grid(value, self.step),
            Scale::Whole { log: true } if self.step == LOG10_2 => self.nearest(2_f64.powi(value.log2().round() as i32)),
            Scale::Log { .. } | Scale::Whole { log: true } => number::rounded(value, 3),
        }
    }

    /// The value some steps of the arrow keys away: on the grid of the steps, and never stuck.
    #[must_use]
    pub fn stepped(&self, value: f64, steps: f64) -> f64 {
        let target = (self.position(value) + steps * self.step).min(self.last()).max(self.first());
        let exact = self.value_at(target);
        // The ends need not lie on the grid.
        if target == self.first() || target == self.last() { exact } else { self.nearest(self.rounded(exact)) }
    }
}

fn on_grid(value: f64, step: f64) -> f64 {
    let decimals = (-step.log10()).ceil().clamp(0.0, 12.0) as usize;
    number::rounded_to_decimals((value / step).round() * step, decimals)
}
