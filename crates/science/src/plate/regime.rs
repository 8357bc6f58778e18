//! How a plate falls in the long run: the word for it, and how fast neighbouring falls part.

use std::f64::consts::PI;

use super::motion::Motion;

/// How a plate falls in the long run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// It swings to and fro and never turns over.
    Flutter,
    /// It turns over and over in one direction.
    Tumbling,
    /// It swings to and fro with a somersault now and then, by a rule.
    Mixed,
    /// It does all that without any rule.
    Chaotic,
}

/// How a plate falls in the long run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Character {
    /// How fast a small difference grows, per unit of time.
    pub lyapunov_exponent: f64,
    /// The word for it.
    pub regime: Regime,
}

/// How much a step may be wrong; only means over a long time are asked for here.
const TOLERANCE: f64 = 1e-4;
/// How long the start may leave its trace.
const SETTLING: f64 = 500.0;
/// How long is watched then at most, and how long if by then nothing has grown.
const WATCHED: f64 = 1000.0;
const WATCHED_QUIET: f64 = 500.0;
/// Growth per unit of time that is next to nothing.
const QUIET: f64 = 0.005;
/// How far away the neighbour is.
const NEAR: f64 = 1e-7;
/// From this growth on, per unit of time, a motion is called chaotic.
const CHAOTIC: f64 = 0.03;
/// A plate whose turning is in one direction by this share (it may sway back a little each time) is tumbling.
const ONE_WAY: f64 = 0.8;
/// A swing from one turning point to the next that is wider than this is more than a swing (rad). A fluttering plate may
/// stand on its edge at both ends, half a turn apart, and a little beyond; with a somersault it is another half turn or
/// more.
const TURNED_OVER: f64 = 1.4 * PI;

impl Character {
    /// Follows a plate and a near neighbour for a long time; the neighbour is brought back near at every unit of time, and
    /// the logarithms of how far it had gone are averaged. Method: G. Benettin, L. Galgani, J.-M. Strelcyn, "Kolmogorov
    /// entropy and numerical experiments", Phys. Rev. A 14 (1976) 2338-2345.
    #[must_use]
    pub fn of(inertia: f64, angle: f64) -> Self {
        let mut motion = Motion::start(inertia, [angle, angle + NEAR], TOLERANCE);
        let (mut growth, mut due) = (0.0, 1.0);
        // The angle when watching began and where it last began to turn the other way; the whole way it has turned since,
        // to and fro, and the widest swing.
        let (mut origin, mut turned, mut way, mut widest) = (f64::NAN, f64::NAN, 0.0_f64, 0.0_f64);
        let mut watched = 0.0;
        while watched < WATCHED && !(watched == WATCHED_QUIET && growth < QUIET * watched) {
            let (before, from) = (motion.state[2], motion.state[3]);
            motion.step();
            let (now, angle) = (motion.state[2], motion.state[3]);
            if motion.time > SETTLING {
                if origin.is_nan() {
                    origin = from;
                }
                way += (angle - from).abs();
                if (now < 0.0) != (before < 0.0) {
                    // The first swing has no beginning; a maximum with what is no number leaves the other.
                    widest = widest.max((angle - turned).abs());
                    turned = angle;
                }
            }
            if motion.time >= due {
                let apart = motion.apart().max(f64::EPSILON * NEAR);
                if motion.time > SETTLING {
                    growth += (apart / NEAR).ln();
                    watched += 1.0;
                }
                motion.draw_near(NEAR / apart);
                due += 1.0;
            }
        }
        let lyapunov_exponent = growth / watched;
        let net = if way > 0.0 { (motion.state[3] - origin).abs() / way } else { 0.0 };
        let regime = if lyapunov_exponent > CHAOTIC {
            Regime::Chaotic
        } else if net > ONE_WAY {
            Regime::Tumbling
        } else if widest > TURNED_OVER {
            Regime::Mixed
        } else {
            Regime::Flutter
        };
        Self { lyapunov_exponent, regime }
    }
}
