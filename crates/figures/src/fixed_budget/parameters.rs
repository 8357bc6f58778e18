//! The parameters of `fixed-budget`: how fast prices fall, for how long, how much money there is, and how it is drawn.

use crate::{fixed_budget::Strings, rates::PRICE_HALVING};
use pendrop_kit::{
    label,
    parameter::{Choice, ChoiceOption, Control, DisplayUnit, Kind, Parameter, Quantity, Scale, Tick, YEARS, bare, tick},
};

/// How many years the price of computing takes to halve.
pub const HALVING_TIME: Parameter = Parameter::log(label!(budget_halving_time), (0.5, 20.0), 0.01, PRICE_HALVING)
    .unit(YEARS, 1.0)
    .ticks(&[tick(0.5), tick(1.0), tick(2.0), tick(5.0), tick(10.0), tick(20.0)])
    .accent();

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 4] = [
    HALVING_TIME,
    Parameter {
        name: "years",
        label: label!(budget_years),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: YEARS, factor: 1.0 },
            min: 1.0,
            max: 100.0,
            step: 1.0,
            default: 20.0,
            scale: Scale::Linear,
            ticks: &[tick(1.0), tick(20.0), tick(40.0), tick(60.0), tick(80.0), tick(100.0)],
            accent: false,
        }),
    },
    Parameter {
        name: "budget",
        label: label!(budget_budget),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "$", factor: 1.0 },
            min: 1.0,
            max: 1e12,
            step: 0.1,
            default: 1000.0,
            scale: Scale::Log { zero: false },
            ticks: &[
                tick(1.0),
                tick(1000.0),
                Tick { value: 1e6, label: Some(label!(budget_million)) },
                bare(1e9),
                Tick { value: 1e12, label: Some(label!(budget_trillion)) },
            ],
            accent: false,
        }),
    },
    Parameter {
        name: "scale",
        label: label!(budget_scale),
        front: true,
        kind: Kind::Choice(Choice {
            options: &[
                ChoiceOption { name: "linear", label: label!(budget_scale_linear), preset: &[] },
                ChoiceOption { name: "log", label: label!(budget_scale_log), preset: &[] },
            ],
            default: 0,
            control: Control::Radio,
        }),
    },
];
