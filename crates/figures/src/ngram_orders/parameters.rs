//! The parameters of `ngram-orders`: from how much is learnt, how far models look back, and how counts become probabilities.

use pendrop_kit::{
    label,
    parameter::{ChoiceOption, Control, Parameter, Tick, tick},
    parameters,
};
use pendrop_science::ngram::{STEP_DECADES, Smoothing};

use super::{NgramSpec, Strings};

/// Each model by itself.
pub const ALONE: &str = "alone";
/// Each model mixed with those that look back less far.
pub const MIXED: &str = "mixed";

/// So many characters stand for all that a text has.
const ALL: f64 = 500_000.0;

parameters! {
    /// From what is learnt, and how.
    pub struct NgramOrdersParameters {
        /// How counts become probabilities: [`ALONE`] or [`MIXED`].
        smoothing: &'static str = Parameter::choice(
            label!(ngram_smoothing),
            Control::Radio,
            &[
                ChoiceOption { name: ALONE, label: label!(ngram_alone), preset: &[] },
                ChoiceOption { name: MIXED, label: label!(ngram_mixed), preset: &[] },
            ],
            0,
        ),
        /// How many characters are learnt from, as far as the text has so many; [`ALL`] are all of them.
        characters: f64 = Parameter::whole_log(label!(ngram_characters), (100.0, ALL), STEP_DECADES, 10_000.0).in_names(label!(ngram_named_characters)).ticks(&[
            tick(100.0),
            tick(1000.0),
            tick(10_000.0),
            tick(100_000.0),
            Tick { value: ALL, label: Some(label!(ngram_all)) },
        ]),
        /// How many characters the models look back at most.
        order: f64 = Parameter::whole(label!(ngram_order), (0.0, 7.0), 1.0, 5.0)
            .in_names(label!(ngram_named_order))
            .ticks(&[tick(0.0), tick(1.0), tick(2.0), tick(3.0), tick(4.0), tick(5.0), tick(6.0), tick(7.0)]),
        /// What is added to each count where every model stands by itself.
        add: f64 = Parameter::log(label!(ngram_add), (0.001, 1.0), 0.1, 0.02).in_names(label!(ngram_named_add)).ticks(&[tick(0.001), tick(0.01), tick(0.1), tick(1.0)]).under_more(),
        /// Which random numbers.
        seed: f64 = Parameter::whole(label!(ngram_seed), (0.0, 999.0), 1.0, 1.0)
            .ticks(&[tick(0.0), tick(250.0), tick(500.0), tick(750.0), tick(999.0)])
            .under_more(),
    }
}

impl NgramOrdersParameters {
    /// How counts become probabilities.
    #[must_use]
    pub fn smoothing(&self) -> Smoothing {
        if self.smoothing == MIXED { Smoothing::Interpolated } else { Smoothing::Additive }
    }

    /// How many characters are learnt from at most.
    #[must_use]
    pub fn most(&self) -> f64 {
        if self.characters >= ALL { f64::INFINITY } else { self.characters }
    }

    /// The highest order; a whole number within the bounds of its declaration.
    #[must_use]
    pub fn highest(&self) -> usize {
        self.order as usize
    }
}

impl From<&NgramOrdersParameters> for NgramSpec {
    fn from(parameters: &NgramOrdersParameters) -> Self {
        Self { add: parameters.add, seed: parameters.seed as u64 }
    }
}
