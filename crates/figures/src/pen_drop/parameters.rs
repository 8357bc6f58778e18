//! The parameters of `pen-drop`: what falls, from how high, in which world. Where the constants come from is said in
//! `content/en/figures/pen-drop.md`.

use std::f64::consts::PI;

use pendrop_kit::{
    label,
    parameter::{CUSTOM, ChoiceOption, Control, Parameter, Tick, bare, tick},
    parameters,
};

use super::Strings;

/// An object's mass in kg, reference area in m², drag coefficient and displaced volume in m³.
const fn body(mass: f64, area: f64, drag_coefficient: f64, volume: f64) -> [(&'static str, f64); 4] {
    [("mass", mass), ("area", area), ("drag_coefficient", drag_coefficient), ("volume", volume)]
}

/// A world's gravity in m/s² and fluid density in kg/m³.
const fn place(gravity: f64, fluid_density: f64) -> [(&'static str, f64); 2] {
    [("gravity", gravity), ("fluid_density", fluid_density)]
}

const PEN_AREA: f64 = PI / 4.0 * 0.008 * 0.008;
const PEN_VOLUME: f64 = PEN_AREA * 0.149;

// A pen falls point first: the drag coefficient of a cylinder end-on, of its cross-section.
static PEN: [(&str, f64); 4] = body(5.8e-3, PEN_AREA, 0.99, PEN_VOLUME);
static PING_PONG_BALL: [(&str, f64); 4] = body(2.7e-3, PI / 4.0 * 0.04 * 0.04, 0.445, PI / 6.0 * 0.04 * 0.04 * 0.04);
// Thin things displace next to nothing beside what they weigh; their volume is mass over the density of paper or horn.
static COFFEE_FILTER: [(&str, f64); 4] = body(0.9e-3, PI * 0.075 * 0.075, 0.9, 1.1e-6);
static FEATHER: [(&str, f64); 4] = body(5e-5, 20e-4, 1.2, 4e-8);
static PAPER_SHEET: [(&str, f64); 4] = body(4.99e-3, 0.0624, 1.17, 6.2e-6);
static STEEL_BALL: [(&str, f64); 4] = body(0.0329, PI / 4.0 * 0.02 * 0.02, 0.45, PI / 6.0 * 0.02 * 0.02 * 0.02);

static EARTH: [(&str, f64); 2] = place(9.80665, 1.225);
static MOON: [(&str, f64); 2] = place(1.622, 0.0);
static MARS: [(&str, f64); 2] = place(3.71, 0.020);
static TITAN: [(&str, f64); 2] = place(1.352, 5.4);
static VENUS: [(&str, f64); 2] = place(8.87, 65.0);
static JUPITER: [(&str, f64); 2] = place(24.79, 0.16);
static WATER: [(&str, f64); 2] = place(9.80665, 998.2);
static VACUUM: [(&str, f64); 2] = place(9.80665, 0.0);

/// The objects, in the order of the preset row.
pub static OBJECTS: [ChoiceOption; 7] = [
    ChoiceOption { name: "pen", label: label!(object_pen), preset: &PEN },
    ChoiceOption { name: "ping-pong-ball", label: label!(object_ping_pong_ball), preset: &PING_PONG_BALL },
    ChoiceOption { name: "coffee-filter", label: label!(object_coffee_filter), preset: &COFFEE_FILTER },
    ChoiceOption { name: "feather", label: label!(object_feather), preset: &FEATHER },
    ChoiceOption { name: "paper-sheet", label: label!(object_paper_sheet), preset: &PAPER_SHEET },
    ChoiceOption { name: "steel-ball", label: label!(object_steel_ball), preset: &STEEL_BALL },
    ChoiceOption { name: CUSTOM, label: label!(object_custom), preset: &[] },
];

/// The worlds.
pub static WORLDS: [ChoiceOption; 9] = [
    ChoiceOption { name: "earth", label: label!(world_earth), preset: &EARTH },
    ChoiceOption { name: "moon", label: label!(world_moon), preset: &MOON },
    ChoiceOption { name: "mars", label: label!(world_mars), preset: &MARS },
    ChoiceOption { name: "titan", label: label!(world_titan), preset: &TITAN },
    ChoiceOption { name: "venus", label: label!(world_venus), preset: &VENUS },
    ChoiceOption { name: "jupiter", label: label!(world_jupiter), preset: &JUPITER },
    ChoiceOption { name: "water", label: label!(world_water), preset: &WATER },
    ChoiceOption { name: "vacuum", label: label!(world_vacuum), preset: &VACUUM },
    ChoiceOption { name: CUSTOM, label: label!(world_custom), preset: &[] },
];

parameters! {
    /// The parameters of `pen-drop`.
    pub struct PenDropParameters {
        /// What falls: the name of one of the [`OBJECTS`].
        object: &'static str = OBJECT,
        /// Where it falls: the name of one of the [`WORLDS`].
        world: &'static str = Parameter { front: true, ..WORLD },
        /// Gravitational acceleration, m/s².
        gravity: f64 = GRAVITY,
        /// Height of the release above the floor, m.
        height: f64 = HEIGHT,
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
    }
}

/// Says how the body is let go, for parameters of a figure about a falling body: they have a field for each of the release's.
macro_rules! describes_release {
    ($parameters:ident) => {
        impl From<&$parameters> for ::pendrop_science::falling::Release {
            fn from(parameters: &$parameters) -> Self {
                let &$parameters { mass, area, drag_coefficient, volume, height, gravity, fluid_density, wind, .. } = parameters;
                Self { mass, area, drag_coefficient, volume, height, gravity, fluid_density, wind }
            }
        }
    };
}
pub(crate) use describes_release;

describes_release!(PenDropParameters);

// Each parameter is declared by itself, so that other figures about falling bodies can have the same ones in another order.

/// What falls: a choice that stands for mass, area, drag coefficient and volume.
pub const OBJECT: Parameter = Parameter::choice(label!(parameter_object), Control::Radio, &OBJECTS, 0);

/// Gravitational acceleration, m/s².
pub const GRAVITY: Parameter = Parameter::linear(label!(parameter_gravity), (0.0, 30.0), 0.1, 9.80665)
    .unit("m/s²", 1.0)
    .ticks(&[
        Tick { value: 1.622, label: Some(label!(world_moon)) },
        Tick { value: 9.80665, label: Some(label!(world_earth)) },
        Tick { value: 24.79, label: Some(label!(world_jupiter)) },
    ])
    .accent();

/// Height of the release above the floor, m.
pub const HEIGHT: Parameter = Parameter::log(label!(parameter_height), (0.1, 4000.0), 0.02, 1.5).unit("m", 1.0).ticks(&[
    tick(0.1),
    tick(1.0),
    tick(10.0),
    tick(100.0),
    bare(1000.0),
    tick(4000.0),
]);

/// Mass, kg.
pub const MASS: Parameter = Parameter::log(label!(parameter_mass), (1e-5, 10.0), 0.02, 5.8e-3).unit("g", 1e-3).ticks(&[
    tick(1e-5),
    tick(1e-4),
    tick(1e-3),
    tick(1e-2),
    tick(0.1),
    bare(1.0),
    tick(10.0),
]);

/// Density of the fluid, kg/m³; 0 is a vacuum.
pub const FLUID_DENSITY: Parameter =
    Parameter::log_with_zero(label!(parameter_fluid_density), (1e-3, 1100.0), 0.05, 1.225).unit("kg/m³", 1.0).ticks(&[
        Tick { value: 0.0, label: Some(label!(world_vacuum)) },
        bare(1e-2),
        bare(0.1),
        Tick { value: 1.225, label: Some(label!(tick_air)) },
        bare(10.0),
        bare(100.0),
        Tick { value: 998.2, label: Some(label!(world_water)) },
    ]);

/// Where it falls; a world stands for gravity and fluid density.
pub const WORLD: Parameter = Parameter::choice(label!(parameter_world), Control::Select, &WORLDS, 0).under_more();

/// Reference area of the drag coefficient, m².
pub const AREA: Parameter = Parameter::log(label!(parameter_area), (1e-6, 1.0), 0.02, PEN_AREA)
    .unit("cm²", 1e-4)
    .ticks(&[tick(1e-6), tick(1e-5), tick(1e-4), tick(1e-3), tick(1e-2), bare(0.1), tick(1.0)])
    .under_more();

/// Drag coefficient for that area.
pub const DRAG_COEFFICIENT: Parameter = Parameter::linear(label!(parameter_drag_coefficient), (0.0, 2.5), 0.01, 0.99)
    .ticks(&[tick(0.0), tick(0.5), tick(1.0), tick(1.5), tick(2.0), tick(2.5)])
    .under_more();

/// Displaced volume, m³; 0 is no buoyancy.
pub const VOLUME: Parameter = Parameter::log_with_zero(label!(parameter_volume), (1e-8, 0.01), 0.02, PEN_VOLUME)
    .unit("cm³", 1e-6)
    .ticks(&[tick(0.0), bare(1e-8), tick(1e-7), tick(1e-6), tick(1e-5), tick(1e-4), bare(1e-3), tick(1e-2)])
    .under_more();

/// Horizontal wind, m/s.
pub const WIND: Parameter = Parameter::linear(label!(parameter_wind), (-20.0, 20.0), 0.1, 0.0)
    .unit("m/s", 1.0)
    .ticks(&[tick(-20.0), tick(-10.0), tick(0.0), tick(10.0), tick(20.0)])
    .under_more();
