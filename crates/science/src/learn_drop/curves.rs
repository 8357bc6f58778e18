//! One sample and what each learner makes of it: to be looked at.

use serde::{Deserialize, Serialize};

use super::{LearnSpec, Learner, Observation, grid, learner::Notebook};

/// One sample and the predictions learnt from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Curves {
    /// What was seen, in the order in which it came.
    pub observations: Vec<Observation>,
    /// The true distances at the times of [`grid`] (m).
    pub truth: Vec<f64>,
    /// Predicted distances at the times of [`grid`] (m), in the order of [`Learner::ALL`].
    pub predictions: [Vec<f64>; 4],
}

impl Curves {
    /// What is learnt from so many observations of the seed with this number, from 0.
    #[must_use]
    pub fn of(spec: &LearnSpec, of_seed: u32, samples: u32) -> Curves {
        let mut notebook = Notebook::new();
        (0..samples).for_each(|number| notebook.add(spec.observation(of_seed, number)));
        let predictions = Learner::ALL.map(|learner| {
            let fit = notebook.fit(learner);
            grid().map(|time| fit.at(time)).collect()
        });
        let truth = spec.truth();
        Curves { truth: grid().map(|time| truth.fallen(time)).collect(), predictions, observations: notebook.into_seen() }
    }
}
