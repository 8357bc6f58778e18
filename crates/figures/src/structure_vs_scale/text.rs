//! How learners are called, and how numbers are said.

use pendrop_kit::{
    format::{percent, short, significant, with_unit},
    locale::{Language, fill},
};
use pendrop_science::vision::{Feature, Shape};

use super::{Strings, contest::Role, parameters::GIGA};

/// What a learner is called in the picture and in the table.
pub(super) fn name(role: Role, language: Language) -> &'static str {
    let s = Strings::of(language);
    match role {
        Role::Hand => s.learner_hand,
        Role::Cnn => s.learner_cnn,
        Role::Mlp => s.learner_mlp,
    }
}

/// What a learner is called at the place of a subject.
pub(super) fn subject(role: Role, language: Language) -> &'static str {
    let s = Strings::of(language);
    match role {
        Role::Hand => s.subject_hand,
        Role::Cnn => s.subject_cnn,
        Role::Mlp => s.subject_mlp,
    }
}

/// A cost that is set, as its slider shows it.
pub(super) fn cost(flop: f64, language: Language) -> String {
    with_unit(&(short(flop / GIGA, 3, language), unit()))
}

/// A cost that lies between tests: other seeds would give it another second digit.
pub(super) fn about(flop: f64, language: Language) -> (String, String) {
    (significant(flop / GIGA, 2, language), unit())
}

fn unit() -> String {
    "GFLOP".to_owned()
}

/// A share of pictures told right: of 3000 it is known to about a hundredth.
pub(super) fn share(told: f64, language: Language) -> (String, String) {
    percent(told, 2, language)
}

/// The same in one text.
pub(super) fn told(share_of_one: f64, language: Language) -> String {
    with_unit(&share(share_of_one, language))
}

/// A cost as [`about`] has it, in one text.
pub(super) fn about_text(flop: f64, language: Language) -> String {
    with_unit(&about(flop, language))
}

/// What a shape is called.
pub(super) fn shape(shape: Shape, language: Language) -> &'static str {
    let s = Strings::of(language);
    match shape {
        Shape::Disc => s.shape_disc,
        Shape::Square => s.shape_square,
        Shape::Triangle => s.shape_triangle,
        Shape::Ring => s.shape_ring,
        Shape::Plus => s.shape_plus,
        Shape::Star => s.shape_star,
    }
}

/// What is measured.
pub(super) fn feature(feature: Feature, language: Language) -> String {
    let s = Strings::of(language);
    let text = match feature {
        Feature::Area => s.feature_area,
        Feature::Perimeter => s.feature_perimeter,
        Feature::Compactness => s.feature_compactness,
        Feature::Hu(number) => return fill(s.feature_hu, &[("number", &short(f64::from(number), 1, language))]),
        Feature::Euler => s.feature_euler,
        Feature::MeanRadius => s.feature_mean_radius,
        Feature::RadiusSpread => s.feature_radius_spread,
        Feature::RadiusRatio => s.feature_radius_ratio,
    };
    text.to_owned()
}
