//! The parameters of `ensemble`: those of `pen-drop`, and how uncertain its details are, how often it is repeated.

use crate::{
    ensemble::Strings,
    pen_drop::parameters::{AREA, DRAG_COEFFICIENT, FLUID_DENSITY, GRAVITY, HEIGHT, MASS, OBJECT, VOLUME, WIND, WORLD},
};
use pendrop_kit::{
    label,
    parameter::{DisplayUnit, Kind, Parameter, Quantity, Scale, tick},
};

/// Greatest relative error of mass, area, drag coefficient and fluid density.
const JITTER: Parameter = Parameter::linear(label!(parameter_jitter), (0.0, 0.5), 0.01, 0.2).unit("%", 0.01).ticks(&[
    tick(0.0),
    tick(0.1),
    tick(0.2),
    tick(0.3),
    tick(0.4),
    tick(0.5),
]);

/// How many drops.
const DROPS: Parameter = Parameter::whole_log(label!(parameter_drops), (10.0, 1e5), 0.05, 1e4).ticks(&[
    tick(10.0),
    tick(100.0),
    tick(1000.0),
    tick(1e4),
    tick(1e5),
]);

/// Which random numbers.
const SEED: Parameter = Parameter::whole(label!(parameter_seed), (0.0, 999.0), 1.0, 0.0)
    .ticks(&[tick(0.0), tick(250.0), tick(500.0), tick(750.0), tick(999.0)])
    .under_more();

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
