//! The declaration of a parameter: the one place from which slider, address, embedding and property tests come.

mod slider;

use std::f64::consts::LOG10_2;

use crate::{
    locale::{Label, Language, Strings},
    number,
};

/// One parameter of a figure.
#[derive(Clone, Copy)]
pub struct Parameter {
    /// Its name in addresses and in the document; never changes.
    pub name: &'static str,
    /// What the reader sees.
    pub label: Label,
    /// Whether it stands in front or under "More".
    pub front: bool,
    /// Whether it only says how the picture is drawn: runs that differ in nothing else are one run.
    pub of_picture: bool,
    /// How the name of a run says its number, as `from {value}`; without, the number says it by its unit.
    pub in_names: Option<Label>,
    /// The choice, and the option of it, without which it says nothing: names of other runs leave it out.
    pub only_with: Option<(&'static str, &'static str)>,
    /// A number, a choice, or on and off.
    pub kind: Kind,
}

/// What a parameter can be.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A number with a unit.
    Quantity(Quantity),
    /// One of several named options.
    Choice(Choice),
    /// On or off; whether it is on at the start.
    Toggle(bool),
}

/// A number with a unit. Values are in the SI unit everywhere but on the reader's screen.
#[derive(Clone, Copy)]
pub struct Quantity {
    /// Unit on the screen, and how many SI units it is.
    pub display: DisplayUnit,
    /// Least value (for a logarithmic scale with a zero stop: the least value above zero).
    pub min: f64,
    /// Greatest value.
    pub max: f64,
    /// Step of the arrow keys, in slider positions: SI units, or decades on a logarithmic scale.
    pub step: f64,
    /// Value at the start.
    pub default: f64,
    /// How values lie along the slider.
    pub scale: Scale,
    /// Marked values.
    pub ticks: &'static [Tick],
    /// Whether this is the dominant force's own slider, the only one in the accent colour.
    pub accent: bool,
}

/// A unit as the reader sees it: `value_in_si / factor` is the number shown.
#[derive(Clone, Copy)]
pub struct DisplayUnit {
    /// The unit's symbol.
    pub unit: &'static str,
    /// SI units in one of it.
    pub factor: f64,
}

/// The unit of spans of years, which readers know by its word and not by a symbol.
pub const YEARS: &str = "years";

impl DisplayUnit {
    /// The unit as it stands beside a number.
    #[must_use]
    pub fn symbol(&self, language: Language) -> &'static str {
        if self.unit == YEARS { Strings::of(language).unit_years } else { self.unit }
    }
}

/// How values lie along a slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Evenly.
    Linear,
    /// By decades; with `zero`, one step below the least value stands for zero.
    Log {
        /// Whether zero can be chosen.
        zero: bool,
    },
    /// Whole numbers only, evenly or by decades.
    Whole {
        /// By decades.
        log: bool,
    },
}

/// A mark under a slider.
#[derive(Clone, Copy)]
pub struct Tick {
    /// Its value in SI units.
    pub value: f64,
    /// Its text; without one, the value as shown.
    pub label: Option<Label>,
}

/// A tick that shows its value.
#[must_use]
pub const fn tick(value: f64) -> Tick {
    Tick { value, label: None }
}

/// A tick without a text, where there is no room for one.
#[must_use]
pub const fn bare(value: f64) -> Tick {
    Tick { value, label: Some(|_| "") }
}

/// One of several options; an option may stand for values of other parameters.
#[derive(Clone, Copy)]
pub struct Choice {
    /// The options in order; `custom`, where there is one, is the last.
    pub options: &'static [ChoiceOption],
    /// Index of the option at the start.
    pub default: usize,
    /// Radio buttons or a list.
    pub control: Control,
}

/// How a choice is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// All options at once.
    Radio,
    /// A list that opens.
    Select,
}

/// An option of a choice.
#[derive(Clone, Copy)]
pub struct ChoiceOption {
    /// Its name in addresses and in the document.
    pub name: &'static str,
    /// What the reader sees.
    pub label: Label,
    /// Parameters it stands for, with their SI values; empty for `custom`.
    pub preset: &'static [(&'static str, f64)],
}

/// The name of the option that stands for "moved by hand".
pub const CUSTOM: &str = "custom";

/// Declarations. Each is without a name, which it gets from the field that it declares ([`parameters!`](crate::parameters)),
/// stands in front, and has no unit and no ticks until it is said.
impl Parameter {
    const fn of(label: Label, kind: Kind) -> Self {
        Self { name: "", label, front: true, of_picture: false, in_names: None, only_with: None, kind }
    }

    const fn quantity(label: Label, (min, max): (f64, f64), step: f64, default: f64, scale: Scale) -> Self {
        let display = DisplayUnit { unit: "", factor: 1.0 };
        Self::of(label, Kind::Quantity(Quantity { display, min, max, step, default, scale, ticks: &[], accent: false }))
    }

    /// A number whose values lie evenly between two bounds, in SI units, as are its step and its default.
    #[must_use]
    pub const fn linear(label: Label, bounds: (f64, f64), step: f64, default: f64) -> Self {
        Self::quantity(label, bounds, step, default, Scale::Linear)
    }

    /// A number whose values lie by decades between two bounds, in SI units, as is its default; its step is in decades.
    #[must_use]
    pub const fn log(label: Label, bounds: (f64, f64), step: f64, default: f64) -> Self {
        Self::quantity(label, bounds, step, default, Scale::Log { zero: false })
    }

    /// As [`Parameter::log`], with a stop for zero below the least value.
    #[must_use]
    pub const fn log_with_zero(label: Label, bounds: (f64, f64), step: f64, default: f64) -> Self {
        Self::quantity(label, bounds, step, default, Scale::Log { zero: true })
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(label: Label, bounds: (f64, f64), step: f64, default: f64) -> Self {
        Self::quantity(label, bounds, step, default, Scale::Whole { log: false })
    }

    /// A whole number whose values lie by decades; its step is in decades.
    #[must_use]
    pub const fn whole_log(label: Label, bounds: (f64, f64), step: f64, default: f64) -> Self {
        Self::quantity(label, bounds, step, default, Scale::Whole { log: true })
    }

    /// A whole number that the arrow keys double: between its bounds it comes to powers of two.
    #[must_use]
    pub const fn doubling(label: Label, bounds: (f64, f64), default: f64) -> Self {
        Self::whole_log(label, bounds, LOG10_2, default)
    }

    /// One of several options, the one at a place chosen at the start.
    #[must_use]
    pub const fn choice(label: Label, control: Control, options: &'static [ChoiceOption], default: usize) -> Self {
        Self::of(label, Kind::Choice(Choice { options, default, control }))
    }

    /// On or off.
    #[must_use]
    pub const fn toggle(label: Label, on: bool) -> Self {
        Self::of(label, Kind::Toggle(on))
    }

    const fn with(self, unit: Option<DisplayUnit>, ticks: Option<&'static [Tick]>, accent: bool) -> Self {
        let Kind::Quantity(mut quantity) = self.kind else { panic!("only a number has a unit, ticks and the accent") };
        if let Some(unit) = unit {
            quantity.display = unit;
        }
        if let Some(ticks) = ticks {
            quantity.ticks = ticks;
        }
        quantity.accent = quantity.accent || accent;
        Self { kind: Kind::Quantity(quantity), ..self }
    }

    /// The same number displayed in a unit of so many SI units.
    #[must_use]
    pub const fn unit(self, unit: &'static str, factor: f64) -> Self {
        self.with(Some(DisplayUnit { unit, factor }), None, false)
    }

    /// The same number with marks under its slider.
    #[must_use]
    pub const fn ticks(self, ticks: &'static [Tick]) -> Self {
        self.with(None, Some(ticks), false)
    }

    /// The same number in the colour of the dominant force.
    #[must_use]
    pub const fn accent(self) -> Self {
        self.with(None, None, true)
    }

    /// The same parameter under "More": figures share declarations, but not what stands in front.
    #[must_use]
    pub const fn under_more(self) -> Self {
        Self { front: false, ..self }
    }

    /// The same number, of which the names of runs speak like this.
    #[must_use]
    pub const fn in_names(self, wording: Label) -> Self {
        Self { in_names: Some(wording), ..self }
    }

    /// The same parameter, which says something only where a choice is this option.
    #[must_use]
    pub const fn only_with(self, choice: &'static str, option: &'static str) -> Self {
        Self { only_with: Some((choice, option)), ..self }
    }

    /// The same parameter, which only says how the picture is drawn.
    #[must_use]
    pub const fn of_picture(self) -> Self {
        Self { of_picture: true, ..self }
    }
}

impl Quantity {
    /// Position on the slider of an SI value.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear | Scale::Whole { log: false } => value,
            Scale::Log { zero: true } if value < self.min => self.first(),
            Scale::Log { .. } | Scale::Whole { log: true } => value.log10(),
        }
    }

    /// SI value at a position on the slider, within the bounds.
    #[must_use]
    pub fn value_at(&self, position: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.bounded(position),
            // Between the zero stop and the least value there is nothing: the nearer of the two counts.
            Scale::Log { zero: true } if position < self.min.log10() - self.step / 2.0 => 0.0,
            Scale::Log { .. } => self.bounded(round_to_12_digits(10_f64.powf(position))),
            Scale::Whole { log } => self.nearest(if log { 10_f64.powf(position) } else { position }),
        }
    }

    /// First position of the slider.
    #[must_use]
    pub fn first(&self) -> f64 {
        match self.scale {
            Scale::Linear | Scale::Whole { log: false } => self.min,
            Scale::Log { zero: false } | Scale::Whole { log: true } => self.min.log10(),
            Scale::Log { zero: true } => self.min.log10() - self.step,
        }
    }

    /// Last position of the slider.
    #[must_use]
    pub fn last(&self) -> f64 {
        match self.scale {
            Scale::Linear | Scale::Whole { log: false } => self.max,
            Scale::Log { .. } | Scale::Whole { log: true } => self.max.log10(),
        }
    }

    /// Least value that can be had: zero where there is a zero stop.
    #[must_use]
    pub fn least(&self) -> f64 {
        match self.scale {
            Scale::Log { zero: true } => 0.0,
            _ => self.min,
        }
    }

    fn bounded(&self, value: f64) -> f64 {
        value.min(self.max).max(self.min)
    }

    /// The nearest value that is allowed.
    #[must_use]
    pub fn nearest(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Log { zero: true } if value < self.min / 2.0 => 0.0,
            Scale::Whole { .. } => self.bounded(value.round()),
            _ => self.bounded(value),
        }
    }

    /// How many digits of a value the reader sees: enough for every count.
    #[must_use]
    pub fn digits(&self) -> usize {
        if matches!(self.scale, Scale::Whole { .. }) { 6 } else { 4 }
    }

    /// Whether the value is allowed as it is.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        self.nearest(value) == value
    }
}

impl Choice {
    /// Index of the option with this name.
    #[must_use]
    pub fn index(&self, name: &str) -> Option<usize> {
        self.options.iter().position(|option| option.name == name)
    }

    /// Whether its options stand for values of other parameters.
    #[must_use]
    pub fn is_preset(&self) -> bool {
        self.options.iter().any(|option| !option.preset.is_empty())
    }

    /// Whether an option of this choice stands for the parameter.
    #[must_use]
    pub fn covers(&self, parameter: &str) -> bool {
        self.options.iter().any(|option| option.preset.iter().any(|(name, _)| *name == parameter))
    }
}

/// Rounds to 12 significant digits, so that going to the logarithm and back gives the number that was meant.
fn round_to_12_digits(value: f64) -> f64 {
    number::rounded(value, 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENSITY: Quantity = Quantity {
        display: DisplayUnit { unit: "kg/m³", factor: 1.0 },
        min: 1e-3,
        max: 1100.0,
        step: 0.05,
        default: 1.225,
        scale: Scale::Log { zero: true },
        ticks: &[],
        accent: false,
    };

    #[test]
    fn the_zero_stop_lies_one_step_below_the_least_value() {
        assert!((DENSITY.first() - -3.05).abs() < 1e-12);
        assert_eq!(DENSITY.value_at(-3.05), 0.0);
        assert_eq!(DENSITY.value_at(-3.0), 1e-3);
        assert_eq!(DENSITY.position(0.0), DENSITY.first());
    }

    #[test]
    fn positions_and_values_agree() {
        for value in [1e-3, 0.02, 1.225, 65.0, 998.2, 1100.0] {
            assert_eq!(DENSITY.value_at(DENSITY.position(value)), value);
        }
    }

    #[test]
    fn a_count_is_a_whole_number() {
        let count = Quantity { min: 10.0, max: 1e5, scale: Scale::Whole { log: true }, ..DENSITY };
        assert_eq!((count.first(), count.last()), (1.0, 5.0));
        for value in [10.0, 11.0, 4321.0, 99_999.0, 1e5] {
            assert_eq!(count.value_at(count.position(value)), value);
        }
        assert_eq!(count.value_at(1.05), 11.0);
        assert_eq!((count.nearest(12.5), count.nearest(3.0)), (13.0, 10.0));
        assert!(!count.allows(12.5));
    }

    #[test]
    fn what_doubles_comes_to_powers_of_two_and_to_its_ends() {
        let doubling = Parameter::doubling(|_| "", (32.0, 1e6), 32_768.0);
        let Kind::Quantity(units) = doubling.kind else { panic!("a number") };
        assert_eq!([-1.0, 1.0, 4.0, 9.0].map(|steps| units.stepped(32_768.0, steps)), [16_384.0, 65_536.0, 524_288.0, 1e6]);
        assert_eq!([units.stepped(1e6, -1.0), units.stepped(64.0, -5.0)], [524_288.0, 32.0]);
        // By hand: the nearest, but never beyond the ends. Whatever is typed counts.
        assert_eq!([35.0, 47_000.0, 900_000.0].map(|value| units.rounded(value)), [32.0, 65_536.0, 1e6]);
        assert!(units.allows(1000.0));
    }

    #[test]
    fn a_value_out_of_range_becomes_the_nearest_bound() {
        assert_eq!(DENSITY.nearest(-4.0), 0.0);
        assert_eq!(DENSITY.nearest(9e-4), 1e-3);
        assert_eq!(DENSITY.nearest(1e9), 1100.0);
        assert!(!DENSITY.allows(1e9));
    }
}
