//! The parameters of `fixed-budget`: how fast prices fall, for how long, how much money there is, and how it is drawn.

use crate::{
    parameter::{Choice, Choosable, Control, Kind, Parameter, Quantity, Scale, Shown, Tick, YEARS, bare, tick},
    rates::PRICE_HALVING,
};

/// How many years the price of computing takes to halve.
pub const HALVING_TIME: Parameter = Parameter {
    name: "halving_time",
    label: |s| s.budget_halving_time,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: YEARS, factor: 1.0 },
        min: 0.5,
        max: 20.0,
        step: 0.01,
        default: PRICE_HALVING,
        scale: Scale::Log { zero: false },
        ticks: &[tick(0.5), tick(1.0), tick(2.0), tick(5.0), tick(10.0), tick(20.0)],
        accent: true,
    }),
};

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 4] = [
    HALVING_TIME,
    Parameter {
        name: "years",
        label: |s| s.budget_years,
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: Shown { unit: YEARS, factor: 1.0 },
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
        label: |s| s.budget_budget,
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: Shown { unit: "$", factor: 1.0 },
            min: 1.0,
            max: 1e12,
            step: 0.1,
            default: 1000.0,
            scale: Scale::Log { zero: false },
            ticks: &[
                tick(1.0),
                tick(1000.0),
                Tick { value: 1e6, label: Some(|s| s.budget_million) },
                bare(1e9),
                Tick { value: 1e12, label: Some(|s| s.budget_trillion) },
            ],
            accent: false,
        }),
    },
    Parameter {
        name: "scale",
        label: |s| s.budget_scale,
        front: true,
        kind: Kind::Choice(Choice {
            options: &[
                Choosable { name: "linear", label: |s| s.budget_scale_linear, fills: &[] },
                Choosable { name: "log", label: |s| s.budget_scale_log, fills: &[] },
            ],
            default: 0,
            control: Control::Radio,
        }),
    },
];
