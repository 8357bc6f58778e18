//! The parameters of `dominance-map`: those of `pen-drop`, with mass and area, the axes of the map, in front.

use crate::{
    dominance_map::Strings,
    pen_drop::parameters::{AREA, DRAG_COEFFICIENT, FLUID_DENSITY, GRAVITY, HEIGHT, MASS, OBJECT, VOLUME, WIND, WORLD},
};
use pendrop_kit::{
    label,
    parameter::{Kind, Parameter, Quantity},
};

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 10] = [
    OBJECT,
    MASS,
    Parameter { front: true, ..AREA },
    HEIGHT,
    FLUID_DENSITY,
    WORLD,
    Parameter { front: false, ..GRAVITY },
    DRAG_COEFFICIENT,
    VOLUME,
    WIND,
];

/// The declaration of a number.
#[must_use]
pub fn quantity(name: &str) -> Option<&'static Quantity> {
    PARAMETERS.iter().find(|parameter| parameter.name == name).and_then(|parameter| match &parameter.kind {
        Kind::Quantity(quantity) => Some(quantity),
        Kind::Choice(_) | Kind::Toggle(_) => None,
    })
}

/// The least and the greatest value of a number that lies along an axis.
#[must_use]
pub fn bounds(name: &str) -> (f64, f64) {
    quantity(name).map_or((f64::NAN, f64::NAN), |quantity| (quantity.min, quantity.max))
}
