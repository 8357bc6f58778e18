//! The parameters of `structure-vs-scale`: which pictures, how much training, and who is trained.

use pendrop_kit::{
    label,
    parameter::{CUSTOM, ChoiceOption, Control, Parameter, tick},
    parameters,
};

use super::Strings;

/// What a pixel's noise is shown in: per cent of the way from black to white.
const PERCENT: f64 = 0.01;
/// What training is shown in (FLOP).
pub(super) const GIGA: f64 = 1e9;

/// The plain network with fewer hidden units,
pub const NARROW: &str = "64";
/// and the one with more.
pub const WIDE: &str = "256";

/// What stands across: what training has cost,
pub const FLOP: &str = "flop";
/// pictures learnt from,
pub const SEEN: &str = "pictures";
/// or how long it took.
pub const TIME: &str = "time";

/// What is looked at: how much learners tell right,
pub const CURVES: &str = "curves";
/// pictures that they are tested on,
pub const SAMPLES: &str = "pictures";
/// those that they get wrong,
pub const MISTAKES: &str = "mistakes";
/// what their first layers look for,
pub const FILTERS: &str = "filters";
/// or what is measured for the hand-made learner.
pub const FEATURES: &str = "features";

/// A pixel's noise and how many strokes.
const fn kind(noise: f64, clutter: f64) -> [(&'static str, f64); 2] {
    [("noise", noise), ("clutter", clutter)]
}

static CLEAN: [(&str, f64); 2] = kind(0.0, 0.0);
static NOISY: [(&str, f64); 2] = kind(0.15, 1.0);
static CROWDED: [(&str, f64); 2] = kind(0.0, 3.0);
static HARD: [(&str, f64); 2] = kind(0.3, 2.0);

/// Kinds of pictures.
pub static KINDS: [ChoiceOption; 5] = [
    ChoiceOption { name: "clean", label: label!(svs_clean), preset: &CLEAN },
    ChoiceOption { name: "noisy", label: label!(svs_noisy), preset: &NOISY },
    ChoiceOption { name: "crowded", label: label!(svs_crowded), preset: &CROWDED },
    ChoiceOption { name: "hard", label: label!(svs_hard), preset: &HARD },
    ChoiceOption { name: CUSTOM, label: label!(svs_custom), preset: &[] },
];

parameters! {
    /// Which pictures, how much training, and who is trained.
    pub struct StructureVsScaleParameters {
        /// Which of the [`KINDS`], by noise and clutter.
        pictures: &'static str = Parameter::choice(
            label!(svs_pictures),
            Control::Radio,
            &KINDS,
            1,
        ),
        /// How much training may cost (FLOP).
        compute: f64 = Parameter::log(label!(svs_compute), (1e7, 1e11), 0.1, 3e10)
            .unit("GFLOP", GIGA)
            .ticks(&[tick(1e7), tick(1e8), tick(1e9), tick(1e10), tick(1e11)]),
        /// Standard deviation of each pixel's noise, black being 0 and white 1.
        noise: f64 = Parameter::linear(label!(svs_noise), (0.0, 0.4), 0.01, 0.15)
            .unit("%", PERCENT)
            .ticks(&[tick(0.0), tick(0.1), tick(0.2), tick(0.3), tick(0.4)]),
        /// Strokes that belong to no shape.
        clutter: f64 = Parameter::whole(label!(svs_clutter), (0.0, 3.0), 1.0, 1.0).ticks(&[tick(0.0), tick(1.0), tick(2.0), tick(3.0)])
            .under_more(),
        /// Hidden units of the plain network: [`NARROW`] or [`WIDE`].
        width: &'static str = Parameter::choice(
            label!(svs_width),
            Control::Radio,
            &[
                ChoiceOption { name: NARROW, label: label!(svs_width_64), preset: &[] },
                ChoiceOption { name: WIDE, label: label!(svs_width_256), preset: &[] },
            ],
            0,
        )
        .under_more(),
        /// How often everything is learnt anew, from other first weights and other pictures.
        seeds: f64 = Parameter::whole(label!(svs_seeds), (1.0, 5.0), 1.0, 3.0)
            .ticks(&[tick(1.0), tick(2.0), tick(3.0), tick(4.0), tick(5.0)])
            .under_more(),
        /// What stands across: [`FLOP`], [`SEEN`] or [`TIME`].
        axis: &'static str = Parameter::choice(
            label!(svs_axis),
            Control::Radio,
            &[
                ChoiceOption { name: FLOP, label: label!(svs_axis_flop), preset: &[] },
                ChoiceOption { name: SEEN, label: label!(svs_axis_pictures), preset: &[] },
                ChoiceOption { name: TIME, label: label!(svs_axis_time), preset: &[] },
            ],
            0,
        )
        .of_picture()
        .under_more(),
        /// What is looked at: [`CURVES`], [`SAMPLES`], [`MISTAKES`], [`FILTERS`] or [`FEATURES`].
        view: &'static str = Parameter::choice(
            label!(svs_view),
            Control::Select,
            &[
                ChoiceOption { name: CURVES, label: label!(svs_view_curves), preset: &[] },
                ChoiceOption { name: SAMPLES, label: label!(svs_view_pictures), preset: &[] },
                ChoiceOption { name: MISTAKES, label: label!(svs_view_mistakes), preset: &[] },
                ChoiceOption { name: FILTERS, label: label!(svs_view_filters), preset: &[] },
                ChoiceOption { name: FEATURES, label: label!(svs_view_features), preset: &[] },
            ],
            0,
        )
        .of_picture(),
    }
}
