//! The parameters of `flutter`: what falls, from which angle, for how long, and by how much the second release differs.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

use crate::flutter::Strings;
use pendrop_kit::{
    label,
    parameter::{Parameter, Tick, bare, tick},
};

const DEGREE: f64 = PI / 180.0;

pendrop_kit::parameters! {
    /// How a sheet is let go twice.
    pub struct FlutterParameters {
        /// I*, the sheet's mass over that of the fluid in the circle around it.
        inertia: f64 = Parameter::linear(label!(flutter_inertia), (0.5, 4.0), 0.01, 2.2).ticks(&[
            Tick { value: 0.5, label: Some(label!(flutter_flutter)) },
            Tick { value: 1.45, label: Some(label!(flutter_tumbling)) },
            Tick { value: 2.2, label: Some(label!(flutter_chaos)) },
            Tick { value: 3.0, label: Some(label!(flutter_flutter)) },
        ]),
        /// By how much the second release's angle is greater, rad.
        nudge: f64 = Parameter::log(label!(flutter_nudge), (1e-8, 0.1), 0.05, 1e-6)
            .unit("rad", 1.0)
            .ticks(&[tick(1e-8), bare(1e-7), tick(1e-6), bare(1e-5), tick(1e-4), bare(1e-3), tick(1e-2), bare(0.1)]),
        /// Angle to the horizontal at the start, rad. From flat to on its edge: all other angles are mirror images of these.
        angle: f64 = Parameter::linear(label!(flutter_angle), (0.0, FRAC_PI_2), DEGREE, FRAC_PI_4).unit("°", DEGREE).ticks(&[
            tick(0.0),
            bare(15.0 * DEGREE),
            tick(30.0 * DEGREE),
            tick(FRAC_PI_4),
            tick(60.0 * DEGREE),
            bare(75.0 * DEGREE),
            tick(FRAC_PI_2),
        ])
        .under_more(),
        /// For how long it falls, in the model's unit of time.
        duration: f64 = Parameter::linear(label!(flutter_duration), (10.0, 200.0), 1.0, 120.0)
            .ticks(&[tick(10.0), tick(50.0), tick(100.0), tick(150.0), tick(200.0)]),
    }
}
