//! A thin plate (a sheet, a card) falling through a fluid in which no force dominates: it flutters, tumbles, or does both
//! without any rule. The quasi-steady model of Andersen, Pesavento and Wang: weight, added mass, lift by circulation from
//! gliding and from turning, drag, and a torque that brakes the turning.
//!
//! Source: A. Andersen, U. Pesavento, Z. J. Wang, "Analysis of transitions between fluttering, tumbling and steady descent
//! of falling cards", J. Fluid Mech. 541 (2005) 91-104, equations 4.4-4.9, with the constants of its figure 3.
//!
//! Nothing here has a dimension. Lengths are in units of half the plate's width: masses being in units of the fluid in the
//! circle around the plate (`pi a^2` per length, `a` half the width), the equation of turning (moment of inertia `I*/4` of
//! a thin ellipse, added moment 1/8) has `a` for its unit of length. So the plate is two units wide. Speeds are in units
//! of the one at which `pi a^2 U^2 / a` times the fluid's density is the plate's weight in the fluid; time is `a / U`.
//!
//! Where the motion is chaotic, any rounding grows without bound. Therefore all of this is plain arithmetic, which gives
//! the same bits on every machine; sine and cosine, which do not, are our own. How far the paths can be trusted, they say
//! themselves: see [`Descent::known_until`].
//!
//! ```
//! use pendrop_science::plate::{Descent, Parting, Regime, Release};
//! let sheet = Descent::solve(&Release { inertia: 2.2, angle: 0.785, nudge: 1e-6, duration: 120.0 });
//! assert_eq!(sheet.regime(), Regime::Chaotic);
//! assert!(matches!(sheet.parting(), Parting::At(_)));
//! ```

mod descent;
mod motion;
mod path;
mod regime;
mod two;

pub use descent::{Descent, Parting, Pose, difference, distance};
pub use regime::{Character, Regime};

/// How two plates are let go one after the other, the second with a slightly different angle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Release {
    /// I*: the plate's mass over that of the fluid in the circle around it; it sets the moment of inertia too.
    pub inertia: f64,
    /// Angle to the horizontal at the start (rad).
    pub angle: f64,
    /// By how much the second plate's angle is greater (rad).
    pub nudge: f64,
    /// For how long they fall.
    pub duration: f64,
}

/// All velocities at the start: a plate at rest would have no direction to be moving in.
pub const START: f64 = 1e-3;

/// Angles that differ by this much no longer count as the same (rad).
pub const ANGLE_TOLERANCE: f64 = 0.1;

/// Places that differ by this much (half a plate's width) no longer count as the same.
pub const PLACE_TOLERANCE: f64 = 1.0;
