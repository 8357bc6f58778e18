//! The parameters of `ensemble`: those of `pen-drop`, and how uncertain its details are, how often it is repeated.

use crate::{
    parameter::{Kind, Parameter, Quantity, Scale, Shown, tick},
    pen_drop::parameters::{AREA, DRAG_COEFFICIENT, FLUID_DENSITY, GRAVITY, HEIGHT, MASS, OBJECT, VOLUME, WIND, WORLD},
};

/// Greatest relative error of mass, area, drag coefficient and fluid density.
const JITTER: Parameter = Parameter {
    name: "jitter",
    label: |s| s.parameter_jitter,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "%", factor: 0.01 },
        min: 0.0,
        max: 0.5,
        step: 0.01,
        default: 0.2,
        scale: Scale::Linear,
        ticks: &[tick(0.0), tick(0.1), tick(0.2), tick(0.3), tick(0.4), tick(0.5)],
        accent: false,
    }),
};

/// How many drops.
const DROPS: Parameter = Parameter {
    name: "drops",
    label: |s| s.parameter_drops,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "", factor: 1.0 },
        min: 10.0,
        max: 1e5,
        step: 0.05,
        default: 1e4,
        scale: Scale::Whole { log: true },
        ticks: &[tick(10.0), tick(100.0), tick(1000.0), tick(1e4), tick(1e5)],
        accent: false,
    }),
};

/// Which random numbers.
const SEED: Parameter = Parameter {
    name: "seed",
    label: |s| s.parameter_seed,
    front: false,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "", factor: 1.0 },
        min: 0.0,
        max: 999.0,
        step: 1.0,
        default: 0.0,
        scale: Scale::Whole { log: false },
        ticks: &[tick(0.0), tick(250.0), tick(500.0), tick(750.0), tick(999.0)],
        accent: false,
    }),
};

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 13] = [
    OBJECT,
    JITTER,
    DROPS,
    HEIGHT,
    GRAVITY.under_more(),
    WORLD,
    MASS.under_more(),
    FLUID_DENSITY.under_more(),
    AREA,
    DRAG_COEFFICIENT,
    VOLUME,
    WIND,
    SEED,
];
