//! The parameters of `ensemble`: those of `pen-drop`, and how uncertain its details are, how often it is repeated.

use pendrop_kit::{
    label,
    parameter::{Parameter, tick},
    parameters,
};
use pendrop_science::{ensemble::EnsembleSpec, falling::Release};

use super::Strings;
use crate::pen_drop::parameters::{
    AREA, DRAG_COEFFICIENT, FLUID_DENSITY, GRAVITY, HEIGHT, MASS, OBJECT, VOLUME, WIND, WORLD, describes_release,
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

parameters! {
    /// The parameters of `ensemble`.
    pub struct EnsembleParameters {
        /// What falls: the name of an object.
        object: &'static str = OBJECT,
        /// Greatest relative error of mass, area, drag coefficient and fluid density.
        jitter: f64 = JITTER,
        /// How many drops.
        drops: f64 = DROPS,
        /// Height of the release above the floor, m.
        height: f64 = HEIGHT,
        /// Gravitational acceleration, m/s².
        gravity: f64 = GRAVITY.under_more(),
        /// Where it falls: the name of a world.
        world: &'static str = WORLD,
        /// Mass, kg.
        mass: f64 = MASS.under_more(),
        /// Density of the fluid, kg/m³; 0 is a vacuum.
        fluid_density: f64 = FLUID_DENSITY.under_more(),
        /// Reference area of the drag coefficient, m².
        area: f64 = AREA,
        /// Drag coefficient for that area.
        drag_coefficient: f64 = DRAG_COEFFICIENT,
        /// Displaced volume, m³; 0 is no buoyancy.
        volume: f64 = VOLUME,
        /// Horizontal wind, m/s.
        wind: f64 = WIND,
        /// Which random numbers.
        seed: f64 = SEED,
    }
}

describes_release!(EnsembleParameters);

impl From<&EnsembleParameters> for EnsembleSpec {
    fn from(parameters: &EnsembleParameters) -> Self {
        // Both counts are whole numbers within the bounds of their declarations.
        Self { nominal: Release::from(parameters), jitter: parameters.jitter, drops: parameters.drops as u32, seed: parameters.seed as u64 }
    }
}
