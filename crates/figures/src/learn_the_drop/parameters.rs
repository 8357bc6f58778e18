//! The parameters of `learn-the-drop`: how wrong the built-in law is, and how much is measured, how well.

use pendrop_kit::{
    label,
    parameter::{Parameter, bare, tick},
};
use pendrop_science::learn_drop::LearnSpec;

use super::Strings;

/// A centimetre, m.
pub(super) const CM: f64 = 0.01;

pendrop_kit::parameters! {
    /// What is learnt from.
    pub struct LearnDropParameters {
        /// Amplitude of the flutter that no learner is told about, m.
        flutter: f64 = Parameter::linear(label!(learn_flutter), (0.0, 0.06), 0.005, 0.02)
            .unit("cm", CM)
            .in_names(label!(learn_named_flutter))
            .ticks(&[tick(0.0), bare(0.01), tick(0.02), bare(0.03), tick(0.04), bare(0.05), tick(0.06)]),
        /// How many measurements there are at most.
        samples: f64 = Parameter::whole_log(label!(learn_samples), (2.0, 5000.0), 0.1, 1000.0)
            .in_names(label!(learn_named_samples))
            .ticks(&[tick(2.0), tick(10.0), tick(100.0), tick(1000.0), tick(5000.0)]),
        /// Standard deviation of a measurement, m.
        noise: f64 = Parameter::linear(label!(learn_noise), (0.0, 0.05), 0.001, 0.01)
            .unit("cm", CM)
            .in_names(label!(learn_named_noise))
            .ticks(&[tick(0.0), tick(0.01), tick(0.02), tick(0.03), tick(0.04), tick(0.05)]),
        /// How often everything is measured and learnt anew.
        seeds: f64 = Parameter::whole(label!(learn_seeds), (5.0, 50.0), 1.0, 20.0)
            .in_names(label!(learn_named_seeds))
            .ticks(&[tick(5.0), tick(20.0), tick(35.0), tick(50.0)])
            .under_more(),
        /// Which random numbers.
        seed: f64 = Parameter::whole(label!(learn_seed), (0.0, 999.0), 1.0, 1.0)
            .ticks(&[tick(0.0), tick(250.0), tick(500.0), tick(750.0), tick(999.0)])
            .under_more(),
    }
}

impl From<&LearnDropParameters> for LearnSpec {
    fn from(parameters: &LearnDropParameters) -> Self {
        let LearnDropParameters { flutter, samples, noise, seeds, seed } = *parameters;
        // Counts are whole numbers within the bounds of their declarations.
        Self { flutter, noise, samples: samples as u32, seeds: seeds as u32, seed: seed as u64 }
    }
}
