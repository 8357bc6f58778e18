//! The learners, from the one that is told most to the one that is told least.

use serde::{Deserialize, Serialize};

use super::{
    Observation,
    drag::Terminal,
    flexible::{BELLS, Bells, bells},
    truth::{DURATION, FILTER},
};
use crate::{falling::fallen, linear::least_squares};

/// Who learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Learner {
    /// Told that only gravity acts: `g t^2 / 2`. Nothing to learn.
    Gravity,
    /// Told the law of gravity and quadratic drag: one number to learn, the terminal speed, by least squares.
    Drag,
    /// Told that the curve is a cubic: four numbers, by least squares; of fewer observations than that, as many as there are.
    Cubic,
    /// Told that the curve is smooth: 25 Gaussian bells, by ridge regression.
    Flexible,
}

impl Learner {
    /// All, in the order of their place in arrays.
    pub const ALL: [Learner; 4] = [Learner::Gravity, Learner::Drag, Learner::Cubic, Learner::Flexible];

    /// How many numbers it learns.
    #[must_use]
    pub fn parameters(self) -> usize {
        match self {
            Learner::Gravity => 0,
            Learner::Drag => 1,
            Learner::Cubic => 4,
            Learner::Flexible => BELLS,
        }
    }
}

/// What a learner has learnt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fit {
    /// Nothing.
    Gravity,
    /// The terminal speed (m/s).
    Drag(f64),
    /// The coefficients of a polynomial (m), the constant first, in the time scaled from -1 to 1.
    Cubic(Vec<f64>),
    /// Heights of the bells (m).
    Flexible(Vec<f64>),
}

impl Fit {
    /// The predicted distance at a time (s), in m.
    #[must_use]
    pub fn at(&self, time: f64) -> f64 {
        match self {
            Fit::Gravity => 0.5 * FILTER.gravity * time * time,
            Fit::Drag(terminal) => fallen(FILTER.gravity, *terminal, time).0,
            Fit::Cubic(coefficients) => coefficients.iter().rev().fold(0.0, |sum, c| sum * scaled(time) + c),
            Fit::Flexible(heights) => bells(time).iter().zip(heights).map(|(bell, height)| bell * height).sum(),
        }
    }
}

fn scaled(time: f64) -> f64 {
    2.0 * time / DURATION - 1.0
}

/// What has been seen so far, with the sums that the learners need.
#[derive(Clone, Debug)]
pub(super) struct Notebook {
    seen: Vec<Observation>,
    terminal: Terminal,
    bells: Bells,
}

impl Notebook {
    pub fn new() -> Notebook {
        Notebook { seen: Vec::new(), terminal: Terminal::default(), bells: Bells::new() }
    }

    pub fn len(&self) -> usize {
        self.seen.len()
    }

    pub fn add(&mut self, observation: Observation) {
        self.terminal.add(&observation);
        self.bells.add(observation.time, observation.fallen);
        self.seen.push(observation);
    }

    /// What a learner makes of it.
    pub fn fit(&self, learner: Learner) -> Fit {
        match learner {
            Learner::Gravity => Fit::Gravity,
            Learner::Drag => Fit::Drag(self.terminal.fit(&self.seen).0),
            Learner::Cubic => Fit::Cubic(self.polynomial(Learner::Cubic.parameters())),
            Learner::Flexible => Fit::Flexible(self.bells.fit()),
        }
    }

    /// The polynomial with this many coefficients, or as many as the observations determine.
    fn polynomial(&self, coefficients: usize) -> Vec<f64> {
        let fallen: Vec<f64> = self.seen.iter().map(|seen| seen.fallen).collect();
        let power = |power: usize| self.seen.iter().map(|seen| (0..power).fold(1.0, |product, _| product * scaled(seen.time))).collect();
        (1..=coefficients).rev().find_map(|count| least_squares((0..count).map(power).collect(), fallen.clone())).unwrap_or_default()
    }
}
