//! The parameters of `pen-drop`: what falls, from how high, in which world. Where the constants come from is told in
//! `content/en/figures/pen-drop.md`.

use std::f64::consts::PI;

use crate::parameter::{CUSTOM, Choice, Choosable, Control, Kind, Parameter, Quantity, Scale, Shown, Tick, tick};

/// A tick without words, where there is no room for them.
const fn mark(value: f64) -> Tick {
    Tick { value, label: Some(|_| "") }
}

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
pub static OBJECTS: [Choosable; 7] = [
    Choosable { name: "pen", label: |s| s.object_pen, fills: &PEN },
    Choosable { name: "ping-pong-ball", label: |s| s.object_ping_pong_ball, fills: &PING_PONG_BALL },
    Choosable { name: "coffee-filter", label: |s| s.object_coffee_filter, fills: &COFFEE_FILTER },
    Choosable { name: "feather", label: |s| s.object_feather, fills: &FEATHER },
    Choosable { name: "paper-sheet", label: |s| s.object_paper_sheet, fills: &PAPER_SHEET },
    Choosable { name: "steel-ball", label: |s| s.object_steel_ball, fills: &STEEL_BALL },
    Choosable { name: CUSTOM, label: |s| s.object_custom, fills: &[] },
];

/// The worlds.
pub static WORLDS: [Choosable; 9] = [
    Choosable { name: "earth", label: |s| s.world_earth, fills: &EARTH },
    Choosable { name: "moon", label: |s| s.world_moon, fills: &MOON },
    Choosable { name: "mars", label: |s| s.world_mars, fills: &MARS },
    Choosable { name: "titan", label: |s| s.world_titan, fills: &TITAN },
    Choosable { name: "venus", label: |s| s.world_venus, fills: &VENUS },
    Choosable { name: "jupiter", label: |s| s.world_jupiter, fills: &JUPITER },
    Choosable { name: "water", label: |s| s.world_water, fills: &WATER },
    Choosable { name: "vacuum", label: |s| s.world_vacuum, fills: &VACUUM },
    Choosable { name: CUSTOM, label: |s| s.world_custom, fills: &[] },
];

/// All parameters, in the order in which they stand on the page. Each is declared by itself, so that other figures about falling
/// bodies can have the same ones in another order.
pub static PARAMETERS: [Parameter; 10] = [OBJECT, GRAVITY, HEIGHT, MASS, FLUID_DENSITY, WORLD, AREA, DRAG_COEFFICIENT, VOLUME, WIND];

/// What falls: a choice that stands for mass, area, drag coefficient and volume.
pub const OBJECT: Parameter = Parameter {
    name: "object",
    label: |s| s.parameter_object,
    front: true,
    kind: Kind::Choice(Choice { options: &OBJECTS, default: 0, control: Control::Radio }),
};

/// Gravitational acceleration, m/s².
pub const GRAVITY: Parameter = Parameter {
    name: "gravity",
    label: |s| s.parameter_gravity,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "m/s²", factor: 1.0 },
        min: 0.0,
        max: 30.0,
        step: 0.1,
        default: 9.80665,
        scale: Scale::Linear,
        ticks: &[
            Tick { value: 1.622, label: Some(|s| s.world_moon) },
            Tick { value: 9.80665, label: Some(|s| s.world_earth) },
            Tick { value: 24.79, label: Some(|s| s.world_jupiter) },
        ],
        accent: true,
    }),
};

/// Height of the release above the floor, m.
pub const HEIGHT: Parameter = Parameter {
    name: "height",
    label: |s| s.parameter_height,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "m", factor: 1.0 },
        min: 0.1,
        max: 4000.0,
        step: 0.02,
        default: 1.5,
        scale: Scale::Log { zero: false },
        ticks: &[tick(0.1), tick(1.0), tick(10.0), tick(100.0), mark(1000.0), tick(4000.0)],
        accent: false,
    }),
};

/// Mass, kg.
pub const MASS: Parameter = Parameter {
    name: "mass",
    label: |s| s.parameter_mass,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "g", factor: 1e-3 },
        min: 1e-5,
        max: 10.0,
        step: 0.02,
        default: 5.8e-3,
        scale: Scale::Log { zero: false },
        ticks: &[tick(1e-5), tick(1e-4), tick(1e-3), tick(1e-2), tick(0.1), mark(1.0), tick(10.0)],
        accent: false,
    }),
};

/// Density of the fluid, kg/m³; 0 is a vacuum.
pub const FLUID_DENSITY: Parameter = Parameter {
    name: "fluid_density",
    label: |s| s.parameter_fluid_density,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "kg/m³", factor: 1.0 },
        min: 1e-3,
        max: 1100.0,
        step: 0.05,
        default: 1.225,
        scale: Scale::Log { zero: true },
        ticks: &[
            Tick { value: 0.0, label: Some(|s| s.world_vacuum) },
            mark(1e-2),
            mark(0.1),
            Tick { value: 1.225, label: Some(|s| s.tick_air) },
            mark(10.0),
            mark(100.0),
            Tick { value: 998.2, label: Some(|s| s.world_water) },
        ],
        accent: false,
    }),
};

/// Where it falls; a world stands for gravity and fluid density.
pub const WORLD: Parameter = Parameter {
    name: "world",
    label: |s| s.parameter_world,
    front: false,
    kind: Kind::Choice(Choice { options: &WORLDS, default: 0, control: Control::Select }),
};

/// Reference area of the drag coefficient, m².
pub const AREA: Parameter = Parameter {
    name: "area",
    label: |s| s.parameter_area,
    front: false,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "cm²", factor: 1e-4 },
        min: 1e-6,
        max: 1.0,
        step: 0.02,
        default: PEN_AREA,
        scale: Scale::Log { zero: false },
        ticks: &[tick(1e-6), tick(1e-5), tick(1e-4), tick(1e-3), tick(1e-2), mark(0.1), tick(1.0)],
        accent: false,
    }),
};

/// Drag coefficient for that area.
pub const DRAG_COEFFICIENT: Parameter = Parameter {
    name: "drag_coefficient",
    label: |s| s.parameter_drag_coefficient,
    front: false,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "", factor: 1.0 },
        min: 0.0,
        max: 2.5,
        step: 0.01,
        default: 0.99,
        scale: Scale::Linear,
        ticks: &[tick(0.0), tick(0.5), tick(1.0), tick(1.5), tick(2.0), tick(2.5)],
        accent: false,
    }),
};

/// Displaced volume, m³; 0 is no buoyancy.
pub const VOLUME: Parameter = Parameter {
    name: "volume",
    label: |s| s.parameter_volume,
    front: false,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "cm³", factor: 1e-6 },
        min: 1e-8,
        max: 0.01,
        step: 0.02,
        default: PEN_VOLUME,
        scale: Scale::Log { zero: true },
        ticks: &[tick(0.0), mark(1e-8), tick(1e-7), tick(1e-6), tick(1e-5), tick(1e-4), mark(1e-3), tick(1e-2)],
        accent: false,
    }),
};

/// Horizontal wind, m/s.
pub const WIND: Parameter = Parameter {
    name: "wind",
    label: |s| s.parameter_wind,
    front: false,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "m/s", factor: 1.0 },
        min: -20.0,
        max: 20.0,
        step: 0.1,
        default: 0.0,
        scale: Scale::Linear,
        ticks: &[tick(-20.0), tick(-10.0), tick(0.0), tick(10.0), tick(20.0)],
        accent: false,
    }),
};
