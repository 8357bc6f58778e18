//! How learners are called, and how errors are said.

use pendrop_kit::{
    format::{prefixed, short, with_unit},
    label,
    locale::{Label, Language},
};
use pendrop_science::learn_drop::Learner;

use super::{Strings, parameters::CM};

/// An error, m, that is nothing but roundings of the arithmetic.
pub(super) const EXACT: f64 = 1e-9;

/// What a learner is called in the picture and in the table.
pub(super) fn name(learner: Learner, language: Language) -> &'static str {
    let s = Strings::of(language);
    match learner {
        Learner::Gravity => s.picture_gravity_alone,
        Learner::Drag => s.learner_drag,
        Learner::Cubic => s.learner_cubic,
        Learner::Flexible => s.learner_flexible,
    }
}

/// What a learner is called at the place of a subject.
pub(super) fn subject(learner: Learner, language: Language) -> &'static str {
    let s = Strings::of(language);
    match learner {
        Learner::Gravity => s.subject_gravity,
        Learner::Drag => s.subject_drag,
        Learner::Cubic => s.subject_cubic,
        Learner::Flexible => s.subject_flexible,
    }
}

/// Name and label of the readout of a learner's error.
pub(super) fn readout(learner: Learner) -> (&'static str, Label) {
    match learner {
        Learner::Gravity => ("error_gravity", label!(readout_error_gravity)),
        Learner::Drag => ("error_drag", label!(readout_error_drag)),
        Learner::Cubic => ("error_cubic", label!(readout_error_cubic)),
        Learner::Flexible => ("error_flexible", label!(readout_error_flexible)),
    }
}

/// A length with two digits: what scatters has no more.
pub(super) fn length(value: f64, language: Language) -> (String, String) {
    prefixed(if value < EXACT { 0.0 } else { value }, "m", 2, language)
}

/// The same as one text.
pub(super) fn said(value: f64, language: Language) -> String {
    with_unit(&length(value, language))
}

/// A length that has been set, as its slider shows it.
pub(super) fn centimetres(value: f64, language: Language) -> String {
    with_unit(&(short(value / CM, 4, language), "cm".to_owned()))
}
