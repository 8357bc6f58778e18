//! The quantities of a falling body: what goes in and what comes out. Plain values, SI units.

use serde::{Deserialize, Serialize};

use super::WEIGHTLESS;

/// How a body is let go from rest. SI units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Mass (kg), 1e-5..10.
    pub mass: f64,
    /// Reference area of the drag coefficient (m^2), 1e-6..1.
    pub area: f64,
    /// Drag coefficient for that area, 0..2.5.
    pub drag_coefficient: f64,
    /// Volume of displaced fluid (m^3), 0 (no buoyancy) or 1e-8..0.01.
    pub volume: f64,
    /// Height of the release above the floor (m), 0.1..4000.
    pub height: f64,
    /// Gravitational acceleration (m/s^2), 0..30; below [`WEIGHTLESS`](super::WEIGHTLESS) it counts as none.
    pub gravity: f64,
    /// Density of the fluid (kg/m^3), 0 (vacuum) or 1e-3..1100.
    pub fluid_density: f64,
    /// Speed of the uniform horizontal wind (m/s), -20..20; positive blows towards positive x;
    /// below [`STILL`](super::STILL) it counts as none.
    pub wind: f64,
}

impl Release {
    /// Why this body never reaches the floor, if it does not: known without solving its motion.
    pub fn aloft(&self) -> Option<NoLanding> {
        if self.gravity < WEIGHTLESS {
            Some(NoLanding::NoGravity)
        } else if self.fluid_density * self.volume >= self.mass {
            Some(NoLanding::Floats)
        } else {
            None
        }
    }
}

/// Why a body never reaches the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLanding {
    /// It displaces at least its own mass of fluid: it rises, or (exactly neutral) stays.
    Floats,
    /// There is no gravity, so nothing pulls it down.
    NoGravity,
}

/// The four influences on a falling body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// Its weight.
    Gravity,
    /// The weight of the displaced fluid, upwards (Archimedes).
    Buoyancy,
    /// The vertical part of the fluid's resistance.
    Drag,
    /// The horizontal part of the fluid's resistance: the push of the wind.
    Wind,
}

/// Where a body is and how it moves at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// Distance from the line of release (m), positive where a positive wind blows to.
    pub x: f64,
    /// Height above the floor (m).
    pub height: f64,
    /// Horizontal velocity (m/s), same sign as `x`.
    pub vx: f64,
    /// Vertical velocity (m/s), downwards positive.
    pub fall_speed: f64,
}

/// The forces on a body at one moment (N).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forces {
    /// Weight m g, downwards, >= 0.
    pub gravity: f64,
    /// Buoyancy rho V g, upwards, >= 0.
    pub buoyancy: f64,
    /// Vertical drag, upwards positive.
    pub drag_up: f64,
    /// Horizontal drag, positive towards positive x.
    pub drag_x: f64,
}

/// How much each force did in all: its magnitude summed over time (N s).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Impulses {
    /// Of the weight.
    pub gravity: f64,
    /// Of the buoyancy.
    pub buoyancy: f64,
    /// Of the vertical drag.
    pub drag: f64,
    /// Of the horizontal drag.
    pub wind: f64,
}

/// The moment a body reaches the floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landing {
    /// Time of the fall (s).
    pub time: f64,
    /// Time the same fall takes under gravity alone, sqrt(2 h / g) (s).
    pub time_vacuum: f64,
    /// Impact speed (m/s): magnitude of the velocity, the horizontal part included.
    pub speed: f64,
    /// Where it lands: x (m).
    pub drift: f64,
}
