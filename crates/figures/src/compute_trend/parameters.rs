//! The parameters of `compute-trend`: which points, over which years, on which axis.

use crate::{compute_trend::Strings, datasets::DATASETS};
use pendrop_kit::{
    label,
    locale::Label,
    parameter::{ChoiceOption, Control, Parameter, Tick, tick},
    parameters,
};

/// First year that can be chosen.
pub const FIRST: f64 = 1890.0;
/// Last year that can be chosen.
pub const LAST: f64 = 2030.0;

/// Years between which each dataset is fitted at first.
static SPANS: [[(&str, f64); 2]; DATASETS.len()] = {
    let mut spans = [[("from", 0.0), ("to", 0.0)]; DATASETS.len()];
    let mut place = 0;
    while place < spans.len() {
        spans[place] = [("from", DATASETS[place].span.0), ("to", DATASETS[place].span.1)];
        place += 1;
    }
    spans
};

const fn dataset(place: usize) -> ChoiceOption {
    ChoiceOption { name: DATASETS[place].id, label: DATASETS[place].name, preset: &SPANS[place] }
}

const fn option(name: &'static str, label: Label) -> ChoiceOption {
    ChoiceOption { name, label, preset: &[] }
}

const TICKS: &[Tick] = &[tick(1900.0), tick(1940.0), tick(1980.0), tick(2020.0)];

const fn year(label: Label, default: f64) -> Parameter {
    Parameter::linear(label, (FIRST, LAST), 1.0, default).ticks(TICKS)
}

parameters! {
    /// Which points a trend is fitted to, and how it is shown.
    pub struct TrendParameters {
        /// Id of the dataset.
        dataset: &'static str = Parameter::choice(
            label!(trend_dataset),
            Control::Select,
            &[dataset(0), dataset(1), dataset(2), dataset(3), dataset(4), dataset(5)],
            0,
        ),
        /// First year of the fit, inclusive.
        from: f64 = year(label!(trend_from), DATASETS[0].span.0).in_names(label!(trend_named_from)),
        /// Last year of the fit, inclusive.
        to: f64 = year(label!(trend_to), DATASETS[0].span.1).in_names(label!(trend_named_to)),
        /// The axis of values: `log` or `linear`.
        scale: &'static str = Parameter::choice(
            label!(trend_scale),
            Control::Radio,
            &[option("log", label!(trend_scale_log)), option("linear", label!(trend_scale_linear))],
            0,
        )
        .under_more()
        .of_picture(),
        /// What is fitted to the logarithms: a `line`, or a `curve` (a parabola), which shows whether growth itself grew.
        fit: &'static str = Parameter::choice(
            label!(trend_fit),
            Control::Radio,
            &[option("line", label!(trend_fit_line)), option("curve", label!(trend_fit_curve))],
            0,
        )
        .of_picture(),
        /// Whether only records count.
        frontier: bool = Parameter::toggle(label!(trend_frontier), false).under_more(),
        /// Which graphics cards count: `all`, `consumer` or `professional`.
        segment: &'static str = Parameter::choice(
            label!(trend_segment),
            Control::Radio,
            &[
                option("all", label!(trend_segment_all)),
                option("consumer", label!(trend_segment_consumer)),
                option("professional", label!(trend_segment_professional)),
            ],
            1,
        )
        .under_more(),
    }
}
