//! The law of motion, reduced to the three numbers it depends on.

use super::{Release, STILL};

/// Drag weaker than this (1/m) is none at all. It lies ninety orders of magnitude below the drag of any body in bounds
/// that has drag, and keeps squares and reciprocals of the number away from the ends of the floating-point range.
const DRAGLESS: f64 = 1e-100;

/// Acceleration = net gravity - drag * |v relative to the air| * (v relative to the air).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Law {
    /// Gravity less buoyancy, g (m - rho V) / m (m/s^2), downwards positive; negative for what floats up.
    pub net_gravity: f64,
    /// rho Cd A / (2 m) (1/m): the reciprocal of the length over which drag changes a motion. 0 when there is no drag.
    pub drag: f64,
    /// Wind (m/s); 0 when there is no drag, since it has no grip then.
    pub wind: f64,
}

impl Law {
    pub fn of(release: &Release) -> Law {
        let r = release;
        let drag = 0.5 * r.fluid_density * r.drag_coefficient * r.area / r.mass;
        let drag = if drag < DRAGLESS { 0.0 } else { drag };
        let wind = if drag == 0.0 || r.wind.abs() < STILL { 0.0 } else { r.wind };
        // The difference first: near neutrality it decides everything.
        let net_gravity = r.gravity * ((r.mass - r.fluid_density * r.volume) / r.mass);
        Law { net_gravity, drag, wind }
    }

    /// Speed at which drag balances net gravity, sqrt(|g'| / drag) (m/s). Zero for a neutral body.
    pub fn terminal(&self) -> Option<f64> {
        // Root by root, since the quotient could leave the range.
        (self.drag > 0.0).then(|| self.net_gravity.abs().sqrt() / self.drag.sqrt())
    }
}
