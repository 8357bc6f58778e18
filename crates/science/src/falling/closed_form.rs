//! Motions that have a formula: no wind, or no net gravity.
//!
//! Each expression is arranged so that it neither overflows nor loses digits at either end, from a fall that hardly
//! notices the air (z = drag * h of 1e-12) to one that spends hours at its terminal speed.

use super::{Motion, law::Law};

/// Position and velocity at `time` without wind: v = vt tanh(g t / vt), y = (1/drag) ln cosh(g t / vt), or free fall.
/// Net gravity of either sign: what floats up does so by the same formula.
pub(super) fn still(law: &Law, height: f64, time: f64) -> Motion {
    let (speed, path) = match law.terminal() {
        Some(terminal) => {
            let tau = time * law.net_gravity.abs().sqrt() * law.drag.sqrt();
            (terminal * tau.tanh(), ln_cosh(tau) / law.drag)
        }
        None => (law.net_gravity.abs() * time, 0.5 * law.net_gravity.abs() * time * time),
    };
    let down = if law.net_gravity < 0.0 { -1.0 } else { 1.0 };
    Motion { x: 0.0, height: height - down * path, vx: 0.0, fall_speed: down * speed }
}

/// How much slower than without drag the body is at `time` without wind, |g'| t - v (m/s).
pub(super) fn still_lag(law: &Law, time: f64) -> f64 {
    match law.terminal() {
        Some(terminal) => terminal * minus_tanh(time * law.net_gravity.abs().sqrt() * law.drag.sqrt()),
        None => 0.0,
    }
}

/// A fall without wind down to the floor.
pub(super) struct StillFall {
    /// Fall time (s).
    pub time: f64,
    /// How much of it is due to drag (s), accurate even when it is a tiny part.
    pub delay: f64,
    /// Impact speed (m/s).
    pub speed: f64,
}

/// t = (vt/g) arccosh(exp(z)), v = vt sqrt(1 - exp(-2 z)) with z = drag * h = g h / vt^2. Net gravity must be positive.
pub(super) fn still_fall(law: &Law, height: f64) -> StillFall {
    let g = law.net_gravity;
    let free = (2.0 * height).sqrt() / g.sqrt();
    let Some(terminal) = law.terminal() else {
        return StillFall { time: free, delay: 0.0, speed: (2.0 * height).sqrt() * g.sqrt() };
    };
    let z = law.drag * height;
    let lost = (-(-2.0 * z).exp_m1()).sqrt();
    // arccosh(e^z) = z + ln(1 + sqrt(1 - e^(-2z))): only positive terms, no overflow.
    let arc = z + lost.ln_1p();
    let root = g.sqrt() * law.drag.sqrt();
    StillFall { time: arc / root, delay: arc_minus_root(z, arc) / root, speed: terminal * lost }
}

/// Position and velocity when only the wind acts: u = w / (1 + drag |w| t) is what is left of the relative speed.
pub(super) fn blown(law: &Law, height: f64, time: f64) -> Motion {
    let p = law.drag * law.wind.abs() * time;
    // No grip, no motion; also keeps 0/0 away.
    let x = if p > 0.0 { minus_ln_1p(p) / law.drag } else { 0.0 };
    let vx = law.wind * (p / (1.0 + p));
    Motion { x: x.copysign(law.wind), height, vx, fall_speed: 0.0 }
}

/// ln cosh x for x >= 0.
fn ln_cosh(x: f64) -> f64 {
    if x < 2.0 {
        let sinh = x.sinh();
        0.5 * (sinh * sinh).ln_1p()
    } else {
        x + (-2.0 * x).exp().ln_1p() - core::f64::consts::LN_2
    }
}

/// x - tanh x for x >= 0, by its series where the difference would cancel.
fn minus_tanh(x: f64) -> f64 {
    const SERIES: [f64; 5] = [1.0 / 3.0, -2.0 / 15.0, 17.0 / 315.0, -62.0 / 2835.0, 1382.0 / 155_925.0];
    if x < 0.05 { x * x * x * power_series(&SERIES, x * x) } else { x - x.tanh() }
}

/// x - ln(1 + x) for x >= 0, by its series where the difference would cancel.
fn minus_ln_1p(x: f64) -> f64 {
    const SERIES: [f64; 9] = {
        let mut terms = [0.0; 9];
        let mut n = 0;
        while n < 9 {
            terms[n] = if n % 2 == 0 { 1.0 } else { -1.0 } / (n as f64 + 2.0);
            n += 1;
        }
        terms
    };
    if x < 0.02 { x * x * power_series(&SERIES, x) } else { x - x.ln_1p() }
}

/// arccosh(e^z) - sqrt(2 z), given `arc` = arccosh(e^z); by its series where the difference would cancel.
fn arc_minus_root(z: f64, arc: f64) -> f64 {
    // Term by term integral of (1 - e^(-2z))^(-1/2), expanded with a computer algebra system.
    const SERIES: [f64; 6] = [1.0 / 6.0, 1.0 / 120.0, -1.0 / 336.0, -1.0 / 5760.0, 19.0 / 126_720.0, 79.0 / 12_579_840.0];
    let root = (2.0 * z).sqrt();
    if z < 0.02 { root * z * power_series(&SERIES, z) } else { arc - root }
}

/// c0 + c1 x + c2 x^2 + ...
fn power_series(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}
