//! The equations of motion, and two plates moved through time by the same steps.

use std::f64::consts::PI;

use super::START;
use crate::ode::dormand_prince;
use crate::trig::sine_and_cosine;

/// Lift from gliding.
pub(super) const CIRCULATION_TRANSLATION: f64 = 1.2;
/// Lift from turning.
pub(super) const CIRCULATION_ROTATION: f64 = PI;
/// Drag: its mean, and how much less of it there is along the plate than across.
pub(super) const DRAG: f64 = 1.4;
pub(super) const DRAG_DIFFERENCE: f64 = 1.0;
/// Torque per angular velocity, and per its square.
pub(super) const TORQUE_LINEAR: f64 = 0.2;
pub(super) const TORQUE_SQUARE: f64 = 0.2;

/// Two plates: of each, the velocities along it, across it and of its turning, its angle, and the place of its centre,
/// `y` upwards.
pub(super) type Pair = [f64; 12];

/// What the inertia I* means in the equations. Where a motion is asked for a hundred thousand times, divisions count.
pub(super) struct Plate {
    pub inertia: f64,
    /// Over the plate's own mass: what moves it along itself takes no fluid along.
    pub along: f64,
    /// Over its mass and that of the fluid which moves with it when it moves across itself.
    pub across: f64,
    /// Over its moment of inertia and the fluid's.
    pub turning: f64,
}

impl Plate {
    pub fn of(inertia: f64) -> Self {
        Self { inertia, along: 1.0 / inertia, across: 1.0 / (inertia + 1.0), turning: 4.0 / (inertia + 0.5) }
    }

    /// How fast all of a plate's state changes.
    #[inline(always)]
    pub fn rates(&self, u: f64, v: f64, w: f64, angle: f64) -> [f64; 6] {
        let (sine, cosine) = sine_and_cosine(angle);
        let speed = (u * u + v * v).sqrt();
        // At rest there is neither lift nor drag, whatever direction the motion had.
        let per_speed = if speed > 0.0 { 1.0 / speed } else { 0.0 };
        let circulation = (2.0 / PI) * (CIRCULATION_ROTATION * w - CIRCULATION_TRANSLATION * (u * v * per_speed));
        let drag = (1.0 / PI) * (DRAG * speed - DRAG_DIFFERENCE * (u * u - v * v) * per_speed);
        let torque = (TORQUE_LINEAR + TORQUE_SQUARE * w.abs()) * w;
        [
            ((self.inertia + 1.0) * w * v - circulation * v - sine - drag * u) * self.along,
            (-self.inertia * w * u + circulation * u - cosine - drag * v) * self.across,
            (-u * v - torque) * self.turning,
            w,
            u * cosine - v * sine,
            u * sine + v * cosine,
        ]
    }

    fn pair_rates(&self, &[u, v, w, angle, _, _, u2, v2, w2, angle2, _, _]: &Pair) -> Pair {
        let [a, b, c, d, e, f] = self.rates(u, v, w, angle);
        let [g, h, i, j, k, l] = self.rates(u2, v2, w2, angle2);
        [a, b, c, d, e, f, g, h, i, j, k, l]
    }
}

/// The longest and the shortest step. All steps are powers of two, so that every whole moment is the end of one, and so
/// that no root of an error decides about them, which two machines may take differently.
const LONGEST: f64 = 0.5;
const SHORTEST: f64 = 1.0 / 1_048_576.0;

/// A step is doubled when its error is that much below the tolerance: the error grows with the fifth power.
const EASY: f64 = 1.0 / 40.0;

/// Two plates on their way. They take the same steps, so that the error of the steps is the same too and does not show
/// in what parts them.
pub(super) struct Motion {
    plate: Plate,
    tolerance: f64,
    length: f64,
    pub time: f64,
    pub state: Pair,
    pub slope: Pair,
}

impl Motion {
    /// Both at the same place, at the given angles; `tolerance` is how much a step may be wrong.
    pub fn start(inertia: f64, angles: [f64; 2], tolerance: f64) -> Self {
        let plate = Plate::of(inertia);
        let [first, second] = angles;
        let state = [START, START, START, first, 0.0, 0.0, START, START, START, second, 0.0, 0.0];
        Self { tolerance, length: SHORTEST * 1024.0, time: 0.0, slope: plate.pair_rates(&state), state, plate }
    }

    /// Goes on by one step.
    pub fn step(&mut self) {
        let derivative = |state: &Pair| self.plate.pair_rates(state);
        loop {
            let step = dormand_prince(&derivative, &self.state, &self.slope, self.length);
            // The share of what is tolerated, squared; what is no number is not tolerated.
            let error = step.error.iter().map(|error| error * error).sum::<f64>() / (self.tolerance * self.tolerance);
            if error <= 1.0 || self.length <= SHORTEST {
                self.time += self.length;
                (self.state, self.slope) = (step.state, step.slope);
                let double = 2.0 * self.length;
                let even = self.time / double;
                if error <= EASY * EASY && double <= LONGEST && even == f64::from(even as u32) {
                    self.length = double;
                }
                return;
            }
            self.length *= 0.5;
        }
    }

    /// How far apart the two are in velocities and angle.
    pub fn apart(&self) -> f64 {
        (0..4).map(|place| (self.state[place + 6] - self.state[place]) * (self.state[place + 6] - self.state[place])).sum::<f64>().sqrt()
    }

    /// Brings the second plate to the first, to `share` of how far it is in velocities and angle, to the same place.
    pub fn draw_near(&mut self, share: f64) {
        for place in 0..6 {
            let apart = if place < 4 { share * (self.state[place + 6] - self.state[place]) } else { 0.0 };
            self.state[place + 6] = self.state[place] + apart;
        }
        self.slope = self.plate.pair_rates(&self.state);
    }
}
