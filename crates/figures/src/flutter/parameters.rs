//! The parameters of `flutter`: what falls, from which angle, for how long, and by how much the second release differs.

use crate::flutter::Strings;
use pendrop_kit::{
    label,
    parameter::{DisplayUnit, Kind, Parameter, Quantity, Scale, Tick, tick},
};
use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

const DEGREE: f64 = PI / 180.0;

/// A tick without words, where there is no room for them.
const fn mark(value: f64) -> Tick {
    Tick { value, label: Some(|_| "") }
}

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 4] = [
    Parameter {
        name: "inertia",
        label: label!(flutter_inertia),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "", factor: 1.0 },
            min: 0.5,
            max: 4.0,
            step: 0.01,
            default: 2.2,
            scale: Scale::Linear,
            ticks: &[
                Tick { value: 0.5, label: Some(label!(flutter_flutter)) },
                Tick { value: 1.45, label: Some(label!(flutter_tumbling)) },
                Tick { value: 2.2, label: Some(label!(flutter_chaos)) },
                Tick { value: 3.0, label: Some(label!(flutter_flutter)) },
            ],
            accent: false,
        }),
    },
    Parameter {
        name: "nudge",
        label: label!(flutter_nudge),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "rad", factor: 1.0 },
            min: 1e-8,
            max: 0.1,
            step: 0.05,
            default: 1e-6,
            scale: Scale::Log { zero: false },
            ticks: &[tick(1e-8), mark(1e-7), tick(1e-6), mark(1e-5), tick(1e-4), mark(1e-3), tick(1e-2), mark(0.1)],
            accent: false,
        }),
    },
    Parameter {
        name: "angle",
        label: label!(flutter_angle),
        front: true,
        kind: Kind::Quantity(Quantity {
            // Flat to on its edge: all other angles are mirror images of these.
            shown: DisplayUnit { unit: "°", factor: DEGREE },
            min: 0.0,
            max: FRAC_PI_2,
            step: DEGREE,
            default: FRAC_PI_4,
            scale: Scale::Linear,
            ticks: &[
                tick(0.0),
                mark(15.0 * DEGREE),
                tick(30.0 * DEGREE),
                tick(FRAC_PI_4),
                tick(60.0 * DEGREE),
                mark(75.0 * DEGREE),
                tick(FRAC_PI_2),
            ],
            accent: false,
        }),
    },
    Parameter {
        name: "duration",
        label: label!(flutter_duration),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "", factor: 1.0 },
            min: 10.0,
            max: 200.0,
            step: 1.0,
            default: 120.0,
            scale: Scale::Linear,
            ticks: &[tick(10.0), tick(50.0), tick(100.0), tick(150.0), tick(200.0)],
            accent: false,
        }),
    },
];
