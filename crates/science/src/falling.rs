//! A body let go from rest in a fluid, with or without wind: when it lands, and which force decided that.
//!
//! Gravity, buoyancy, and a drag that grows with the square of the speed relative to the fluid, the same in every
//! direction. No rotation, no lift, no added mass. Without wind there is a closed form; with wind the two directions
//! are coupled through the drag and the motion is integrated. Source of the model: what H. W. Chung's lecture says about
//! the falling pen, with the textbook law of quadratic drag.
//!
//! ```
//! use pendrop_science::falling::{Fall, Release};
//! // Apollo 15: a hammer, 1.6 m above the Moon.
//! let hammer = Release {
//!     mass: 1.32, area: 0.005, drag_coefficient: 1.0, volume: 0.0, height: 1.6, gravity: 1.622, fluid_density: 0.0, wind: 0.0,
//! };
//! let landing = Fall::solve(&hammer).landing().unwrap();
//! assert!((landing.time - 1.4046).abs() < 1e-4);
//! ```

mod closed_form;
mod fall;
mod flight;
mod law;
mod quantities;

pub use fall::Fall;
pub use quantities::{Force, Forces, Impulses, Landing, Motion, NoLanding, Release};

/// How much of the motion is shown when a body never lands (s).
pub const OBSERVED: f64 = 10.0;

/// Share of the sum of all impulses from which one force is called dominant.
pub const DOMINANT_SHARE: f64 = 0.75;

/// Gravity below this counts as none (m/s^2). Even the lowest drop would take days there, and below it the times would
/// outgrow what a page can say; the answer is then [`NoLanding::NoGravity`].
pub const WEIGHTLESS: f64 = 1e-12;

/// Wind slower than this counts as none (m/s): it moves nothing by an amount that could be seen or measured.
pub const STILL: f64 = 1e-12;

/// How far (m) and how fast (m/s) a body has fallen after a time (s), in still air and without buoyancy, given its terminal
/// speed (m/s, greater than 0) instead of what makes it: `y = (vt^2/g) ln cosh(g t/vt)`, `v = vt tanh(g t/vt)`; under
/// gravity (m/s^2) alone where the terminal speed is infinite.
pub fn fallen(gravity: f64, terminal: f64, time: f64) -> (f64, f64) {
    let law = law::Law { net_gravity: gravity, drag: gravity / (terminal * terminal), wind: 0.0 };
    let motion = closed_form::still(&law, 0.0, time);
    (-motion.height, motion.fall_speed)
}
