//! The parameters of `dominance-map`: those of `pen-drop`, with mass and area, the axes of the map, in front.

use pendrop_kit::{
    parameter::{Kind, Parameter, Quantity},
    parameters,
};

use crate::pen_drop::parameters::{
    AREA, DRAG_COEFFICIENT, FLUID_DENSITY, GRAVITY, HEIGHT, MASS, OBJECT, VOLUME, WIND, WORLD, describes_release,
};

parameters! {
    /// The parameters of `dominance-map`.
    pub struct DominanceMapParameters {
        /// What falls: the name of an object.
        object: &'static str = OBJECT,
        /// Mass, kg.
        mass: f64 = MASS,
        /// Reference area of the drag coefficient, m².
        area: f64 = Parameter { front: true, ..AREA },
        /// Height of the release above the floor, m.
        height: f64 = HEIGHT,
        /// Density of the fluid, kg/m³; 0 is a vacuum.
        fluid_density: f64 = FLUID_DENSITY.under_more(),
        /// Where it falls: the name of a world.
        world: &'static str = WORLD,
        /// Gravitational acceleration, m/s².
        gravity: f64 = GRAVITY.under_more(),
        /// Drag coefficient for that area.
        drag_coefficient: f64 = DRAG_COEFFICIENT,
        /// Displaced volume, m³; 0 is no buoyancy.
        volume: f64 = VOLUME,
        /// Horizontal wind, m/s.
        wind: f64 = WIND,
    }
}

describes_release!(DominanceMapParameters);

/// The masses along the horizontal axis, kg.
pub const MASSES: Quantity = quantity(MASS);

/// The areas along the vertical axis, m².
pub const AREAS: Quantity = quantity(AREA);

/// The number that a parameter is.
const fn quantity(parameter: Parameter) -> Quantity {
    let Kind::Quantity(quantity) = parameter.kind else { panic!("only a number has an axis") };
    quantity
}
