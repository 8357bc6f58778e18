//! Two plates let go almost alike: where they are at any moment, and how long one foretells the other.

use super::{
    ANGLE_TOLERANCE, PLACE_TOLERANCE, Release,
    motion::{Motion, Pair},
    regime::{Character, Regime},
};

/// How much a step may be wrong.
const TOLERANCE: f64 = 2e-9;

/// A plate's centre (`y` upwards) and its angle to the horizontal (rad; it counts full turns).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// Drift to the right.
    pub x: f64,
    /// Height above the place of release: below 0 once it has fallen.
    pub y: f64,
    /// Angle (rad).
    pub angle: f64,
}

struct Node {
    time: f64,
    state: Pair,
    slope: Pair,
}

/// The fall of two plates.
pub struct Descent {
    release: Release,
    nodes: Vec<Node>,
    predictable_for: Option<f64>,
    character: Character,
}

impl Descent {
    /// Lets the two plates fall.
    #[must_use]
    pub fn solve(release: &Release) -> Self {
        let &Release { inertia, angle, nudge, duration } = release;
        let mut motion = Motion::start(inertia, [angle, angle + nudge], TOLERANCE);
        let mut nodes = Vec::with_capacity(8 * duration as usize + 64);
        let node = |motion: &Motion| Node { time: motion.time, state: motion.state, slope: motion.slope };
        nodes.push(node(&motion));
        while motion.time < duration {
            motion.step();
            nodes.push(node(&motion));
        }
        let mut descent = Self { release: *release, nodes, predictable_for: None, character: Character::of(inertia, angle) };
        descent.predictable_for = descent.parting();
        descent
    }

    /// How they were let go.
    #[must_use]
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// Both plates at a time within 0..=duration.
    #[must_use]
    pub fn at(&self, time: f64) -> [Pose; 2] {
        let state = self.state(time);
        [0, 6].map(|from| Pose { x: state[from + 4], y: state[from + 5], angle: state[from + 3] })
    }

    /// The velocities of the first plate along itself, across itself, and of its turning.
    #[must_use]
    pub fn velocities(&self, time: f64) -> [f64; 3] {
        let [u, v, w, ..] = self.state(time);
        [u, v, w]
    }

    /// The distance of the two centres.
    #[must_use]
    pub fn distance(&self, time: f64) -> f64 {
        distance(&self.state(time))
    }

    /// By how much the angles differ (rad), full turns included.
    #[must_use]
    pub fn turned_apart(&self, time: f64) -> f64 {
        turned_apart(&self.state(time))
    }

    /// How different the two are, in units of what is tolerated: from 1 on, one no longer foretells the other.
    #[must_use]
    pub fn difference(&self, time: f64) -> f64 {
        difference(&self.state(time))
    }

    /// The distance of the two centres at the end.
    #[must_use]
    pub fn separation(&self) -> f64 {
        self.distance(self.release.duration)
    }

    /// When the two first differ by more than is tolerated; nothing if they never do in this time.
    #[must_use]
    pub fn predictable_for(&self) -> Option<f64> {
        self.predictable_for
    }

    /// How fast a small difference grows in the long run, per unit of time: the greatest Lyapunov exponent.
    #[must_use]
    pub fn lyapunov_exponent(&self) -> f64 {
        self.character.lyapunov_exponent
    }

    /// How the plate falls in the long run.
    #[must_use]
    pub fn regime(&self) -> Regime {
        self.character.regime
    }

    /// Number of steps that were taken.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.nodes.len() - 1
    }

    fn parting(&self) -> Option<f64> {
        let after = self.nodes.iter().position(|node| difference(&node.state) >= 1.0)?;
        let Some(before) = after.checked_sub(1).and_then(|before| self.nodes.get(before)) else { return Some(0.0) };
        // Halving down to a moment no page can show.
        let (mut low, mut high) = (before.time, self.nodes.get(after)?.time);
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            if self.difference(middle) < 1.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        Some(high).filter(|parting| *parting <= self.release.duration)
    }

    /// The state at a time: on the cubic through the states and slopes before and after it.
    fn state(&self, time: f64) -> Pair {
        let time = time.clamp(0.0, self.release.duration);
        let after = self.nodes.partition_point(|node| node.time <= time).clamp(1, self.nodes.len() - 1);
        let (first, last) = (&self.nodes[after - 1], &self.nodes[after]);
        let length = last.time - first.time;
        let share = (time - first.time) / length;
        let rest = 1.0 - share;
        let mut state = first.state;
        for (place, value) in state.iter_mut().enumerate() {
            let (from, to) = (*value, last.state[place]);
            let bend = (first.slope[place] * length - (to - from)) * rest - (last.slope[place] * length - (to - from)) * share;
            *value = rest * from + share * to + share * rest * bend;
        }
        state
    }
}

fn distance(state: &Pair) -> f64 {
    let (x, y) = (state[10] - state[4], state[11] - state[5]);
    (x * x + y * y).sqrt()
}

fn turned_apart(state: &Pair) -> f64 {
    (state[9] - state[3]).abs()
}

fn difference(state: &Pair) -> f64 {
    // What rounding makes of a nudge as large as the tolerance counts as as large.
    (turned_apart(state) / (ANGLE_TOLERANCE * (1.0 - 1e-12))).max(distance(state) / PLACE_TOLERANCE)
}
