//! Ordinary differential equations: one adaptive Runge-Kutta step, its step-size rule, and interpolation between steps.
//!
//! The systems here are autonomous (time does not appear in the derivative) and small, so a step works on plain arrays.
//! What counts as a tolerable error is the caller's business: only the caller knows which quantity must be accurate
//! relative to what.

/// The stages of Dormand and Prince's 5(4) pair: row i holds the weights of the earlier slopes in stage i + 1; the last
/// row is at the same time the fifth-order result.
/// Source: J. R. Dormand, P. J. Prince, "A family of embedded Runge-Kutta formulae", J. Comp. Appl. Math. 6 (1980) 19-26.
const STAGES: [[f64; 6]; 6] = [
    [1.0 / 5.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [3.0 / 40.0, 9.0 / 40.0, 0.0, 0.0, 0.0, 0.0],
    [44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0, 0.0, 0.0, 0.0],
    [19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0, 0.0, 0.0],
    [9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0, 0.0],
    [35.0 / 384.0, 0.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0],
];

/// Fifth-order minus fourth-order weights: what the two results of the pair disagree by.
const DISAGREEMENT: [f64; 7] = [71.0 / 57600.0, 0.0, -71.0 / 16695.0, 71.0 / 1920.0, -17253.0 / 339200.0, 22.0 / 525.0, -1.0 / 40.0];

/// What one step of [`dormand_prince`] arrives at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step<const N: usize> {
    /// The state at the end of the step (fifth order).
    pub state: [f64; N],
    /// The slope there: the first slope of the next step, which therefore need not be computed again.
    pub slope: [f64; N],
    /// Estimated error of each component (fifth minus fourth order).
    pub error: [f64; N],
}

/// One step of length `length` from `state`, where the slope is `slope`, by the Dormand-Prince 5(4) pair.
pub fn dormand_prince<const N: usize>(
    derivative: &impl Fn(&[f64; N]) -> [f64; N],
    state: &[f64; N],
    slope: &[f64; N],
    length: f64,
) -> Step<N> {
    let mut slopes = [[0.0; N]; 7];
    slopes[0] = *slope;
    let mut end = *state;
    for (stage, weights) in STAGES.iter().enumerate() {
        end = *state;
        for (weight, slope) in weights.iter().zip(&slopes) {
            if *weight != 0.0 {
                for (value, rate) in end.iter_mut().zip(slope) {
                    *value += length * weight * rate;
                }
            }
        }
        slopes[stage + 1] = derivative(&end);
    }
    let mut error = [0.0; N];
    for (weight, slope) in DISAGREEMENT.iter().zip(&slopes) {
        for (value, rate) in error.iter_mut().zip(slope) {
            *value += length * weight * rate;
        }
    }
    Step { state: end, slope: slopes[6], error }
}

/// By what factor to change the step length when the worst error was `ratio` times the tolerable one.
///
/// A fifth-order error grows with the fifth power of the length; a little caution and two limits keep the controller from
/// hunting. A ratio that is not a number (an overflow inside the step) shortens the step as far as allowed.
pub fn step_factor(ratio: f64) -> f64 {
    if ratio.is_finite() { (0.9 * ratio.powf(-0.2)).clamp(0.2, 5.0) } else { 0.2 }
}

/// A path between two moments, known by position, velocity and acceleration at both: the quintic through all six.
///
/// It serves as the dense output of an integration of second-order equations: its position is accurate to sixth order in
/// the step, better than the pair's own fourth-order continuation, its velocity is exactly the slope of its position, and
/// it needs nothing stored but the states themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quintic {
    /// Power-series coefficients in the fraction of the step, constant first.
    coefficients: [f64; 6],
    /// Length of the step (s).
    length: f64,
}

impl Quintic {
    /// The path from `[position, velocity, acceleration]` at the start to the same at the end, `length` later.
    pub fn through(start: [f64; 3], end: [f64; 3], length: f64) -> Quintic {
        let [p, v, a] = [start[0], start[1] * length, 0.5 * start[2] * length * length];
        // What the end has beyond a motion with the start's constant acceleration.
        let dp = end[0] - (p + v + a);
        let dv = end[1] * length - (v + 2.0 * a);
        let da = end[2] * length * length - 2.0 * a;
        let coefficients = [p, v, a, 10.0 * dp - 4.0 * dv + 0.5 * da, -15.0 * dp + 7.0 * dv - da, 6.0 * dp - 3.0 * dv + 0.5 * da];
        Quintic { coefficients, length }
    }

    /// Position at a fraction 0..=1 of the step.
    pub fn position(&self, fraction: f64) -> f64 {
        self.coefficients.iter().rev().fold(0.0, |sum, c| sum * fraction + c)
    }

    /// Velocity at a fraction 0..=1 of the step.
    pub fn velocity(&self, fraction: f64) -> f64 {
        let [_, c1, c2, c3, c4, c5] = self.coefficients;
        let slope = |f: f64| c1 + f * (2.0 * c2 + f * (3.0 * c3 + f * (4.0 * c4 + f * 5.0 * c5)));
        slope(fraction) / self.length
    }

    /// The fraction at which a position that grows along the step reaches `level`, by bisection down to the last bits.
    pub fn reach(&self, level: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        // 53 halvings exhaust a double between 0.5 and 1; ten more serve a landing early in a long step.
        for _ in 0..63 {
            let middle = 0.5 * (low + high);
            if self.position(middle) < level {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}
