//! A fall with wind: the drag couples the two directions, so the motion is integrated.
//!
//! Three difficulties shape this file. The time scales may lie twelve powers of ten apart (a flake in a gale under water
//! is caught within nanoseconds and then sinks for months): the step length adapts, is tied to the momentary drag rate so
//! that it stays stable, and the integration ends as soon as the velocity is terminal; the rest is a straight line. The
//! answer may be a tiny difference of large numbers (how late a heavy body is, how much of the wind it has taken up): such
//! differences are states of their own, measured from both ends, and never formed by subtraction. And the page redraws on
//! every slider movement: the number of steps is bounded.

use super::{Motion, OBSERVED, law::Law};
use crate::ode::{Quintic, dormand_prince, step_factor};

/// Error tolerated in one step, relative to the smaller of the two views of a velocity.
const TOLERANCE: f64 = 1e-9;
/// Terminal is what deviates from the terminal velocity by less than this share of it.
const SETTLED: f64 = 1e-10;
/// Longest step in units of the momentary time scale of the drag, well inside the method's region of stability.
const STABLE: f64 = 0.5;
/// More steps than any release within bounds takes (the tests hold it to half of this). Should they ever run out, the
/// motion goes on in a straight line from there: a rough answer, but a finite one.
const MAX_STEPS: usize = 4000;

/// What is integrated: `[u, vx, x, v, fallen, lag, late]`.
///
/// u: velocity of the body relative to the wind; vx = wind + u, starting at 0; x; v: fall speed; fallen: distance;
/// lag = g' t - v: speed lost to drag; late: its integral, the distance lost to drag.
type State = [f64; 7];

#[derive(Clone, Copy, Debug, PartialEq)]
struct Node {
    time: f64,
    state: State,
    slope: State,
}

/// The motion from release to landing, or through [`OBSERVED`] seconds for what rises.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flight {
    nodes: Vec<Node>,
    height: f64,
    /// Landing time, or `OBSERVED`.
    pub duration: f64,
    /// Part of the landing time that is due to drag (s); 0 for what rises.
    pub delay: f64,
    /// Speed that vertical drag has taken by the end, |g' t - v| (m/s).
    pub lag: f64,
}

impl Flight {
    /// Integrates the motion. Net gravity must not be zero.
    pub fn integrate(law: &Law, height: f64) -> Flight {
        let &Law { net_gravity: gravity, drag, wind } = law;
        let derivative = |s: &State| -> State {
            let rate = drag * (s[0] * s[0] + s[3] * s[3]).sqrt();
            [-rate * s[0], -rate * s[0], s[1], gravity - rate * s[3], s[3], rate * s[3], s[5]]
        };
        // Without drag nothing ever settles: what moves deviates from 0 by more than a share of 0.
        let terminal = law.terminal().unwrap_or(0.0);
        let rises = gravity < 0.0;

        let start = [-wind, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        let mut node = Node { time: 0.0, state: start, slope: derivative(&start) };
        let mut nodes = Vec::with_capacity(256);
        nodes.push(node);
        // A hundredth of the shortest of: drag of the wind, approach to terminal speed, free fall from the height.
        // Without drag the first two are infinite and drop out.
        let mut length =
            0.01 * (1.0 / (drag * wind.abs())).min(1.0 / (drag.sqrt() * gravity.abs().sqrt())).min(height.sqrt() / gravity.abs().sqrt());

        for _ in 0..MAX_STEPS {
            let speed = (node.state[0] * node.state[0] + node.state[3] * node.state[3]).sqrt();
            length = length.min(STABLE / (drag * speed));
            if rises {
                length = length.min(OBSERVED - node.time);
            }
            let step = dormand_prince(&derivative, &node.state, &node.slope, length);
            let ratio = error_ratio(&step.state, &step.error);
            if ratio <= 1.0 {
                // The last step of a rise ends on the dot, whatever the sum of the steps rounds to.
                let last = rises && length >= OBSERVED - node.time;
                let time = if last { OBSERVED } else { node.time + length };
                node = Node { time, state: step.state, slope: step.slope };
                nodes.push(node);
                let off = node.state[0].abs().max((node.state[3].abs() - terminal).abs());
                if last || off <= SETTLED * terminal || (!rises && node.state[4] >= height) {
                    break;
                }
            }
            length *= step_factor(ratio);
        }
        let mut flight = Flight { nodes, height, duration: OBSERVED, delay: 0.0, lag: node.state[5].abs() };
        if rises {
            let since = OBSERVED - node.time;
            flight.lag += since * gravity.abs();
        } else {
            flight.land(gravity);
        }
        flight
    }

    /// Finds the landing: within the last step, or on the straight line after it.
    fn land(&mut self, gravity: f64) {
        let free = (2.0 * self.height).sqrt() / gravity.sqrt();
        let Some((last, before)) = self.nodes.split_last() else { return };
        if last.state[4] < self.height {
            let since = (self.height - last.state[4]) / last.state[3];
            self.duration = last.time + since;
            self.delay = self.duration - free;
            // On the straight line drag takes all that gravity gives.
            self.lag = last.state[5] + since * gravity;
        } else if let Some(first) = before.last() {
            let length = last.time - first.time;
            let fraction = path(first, last, [4, 3]).reach(self.height);
            self.duration = first.time + fraction * length;
            // h = g' t^2/2 - late, solved for t less the free time: late / h may be as small as it likes.
            let lost = path(first, last, [6, 5]);
            self.lag = lost.velocity(fraction);
            let late = lost.position(fraction) / self.height;
            self.delay = free * (late / (1.0 + (1.0 + late).sqrt()));
        }
    }

    /// Position and velocity at a time within 0..=duration.
    pub fn at(&self, time: f64) -> Motion {
        let (x, vx) = self.position_and_velocity(time, [2, 1]);
        let (fallen, fall_speed) = self.position_and_velocity(time, [4, 3]);
        Motion { x, height: self.height - fallen, vx, fall_speed }
    }

    /// Number of steps that were taken.
    pub fn steps(&self) -> usize {
        self.nodes.len().saturating_sub(1)
    }

    /// Value of one pair of states (position, velocity) at a time; beyond the last step everything goes on evenly.
    fn position_and_velocity(&self, time: f64, pair: [usize; 2]) -> (f64, f64) {
        let after = self.nodes.partition_point(|node| node.time <= time);
        let Some(first) = self.nodes.get(after.saturating_sub(1)) else { return (0.0, 0.0) };
        match self.nodes.get(after) {
            Some(last) => {
                let path = path(first, last, pair);
                let fraction = (time - first.time) / (last.time - first.time);
                (path.position(fraction), path.velocity(fraction))
            }
            None => {
                let [position, velocity] = pair.map(|index| first.state[index]);
                (position + (time - first.time) * velocity, velocity)
            }
        }
    }
}

/// The path of one pair of states between two nodes.
fn path(first: &Node, last: &Node, [position, velocity]: [usize; 2]) -> Quintic {
    let at = |node: &Node| [node.state[position], node.state[velocity], node.slope[velocity]];
    Quintic::through(at(first), at(last), last.time - first.time)
}

/// The worst error in units of the tolerable one. u and vx differ by a constant and so have the same error; it must be small
/// against whichever matters more, the wind taken up so far or the relative speed that drives the drag. Likewise v and lag.
fn error_ratio(state: &State, error: &State) -> f64 {
    let relative = (state[0] * state[0] + state[3] * state[3]).sqrt();
    let horizontal = share(error[1], relative.min(state[1].abs()));
    let vertical = share(error[5], state[3].abs().min(state[5].abs()));
    horizontal.max(vertical) / TOLERANCE
}

/// |error| / scale, where no error is no share of anything, not even of nothing.
fn share(error: f64, scale: f64) -> f64 {
    if error == 0.0 { 0.0 } else { error.abs() / scale }
}
