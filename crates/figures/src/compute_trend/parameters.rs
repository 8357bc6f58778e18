//! The parameters of `compute-trend`: which points, over which years, on which axis.

use crate::{compute_trend::Strings, datasets::DATASETS};
use pendrop_kit::{
    label,
    locale::Label,
    parameter::{Choice, ChoiceOption, Control, DisplayUnit, Kind, Parameter, Quantity, Scale, Tick, tick},
    values::Values,
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

static OPTIONS: [ChoiceOption; DATASETS.len()] = [dataset(0), dataset(1), dataset(2), dataset(3), dataset(4), dataset(5)];

const fn option(name: &'static str, label: Label) -> ChoiceOption {
    ChoiceOption { name, label, preset: &[] }
}

static SEGMENTS: [ChoiceOption; 3] = [
    option("all", label!(trend_segment_all)),
    option("consumer", label!(trend_segment_consumer)),
    option("professional", label!(trend_segment_professional)),
];

static SCALES: [ChoiceOption; 2] = [option("log", label!(trend_scale_log)), option("linear", label!(trend_scale_linear))];

const fn choice(name: &'static str, label: Label, front: bool, options: &'static [ChoiceOption], control: Control) -> Parameter {
    Parameter { name, label, front, kind: Kind::Choice(Choice { options, default: 0, control }) }
}

static TICKS: [Tick; 4] = [tick(1900.0), tick(1940.0), tick(1980.0), tick(2020.0)];

const fn year(name: &'static str, label: Label, default: f64) -> Parameter {
    Parameter {
        name,
        label,
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "", factor: 1.0 },
            min: FIRST,
            max: LAST,
            step: 1.0,
            default,
            scale: Scale::Linear,
            ticks: &TICKS,
            accent: false,
        }),
    }
}

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 6] = [
    choice("dataset", label!(trend_dataset), true, &OPTIONS, Control::Select),
    year("from", label!(trend_from), DATASETS[0].span.0),
    year("to", label!(trend_to), DATASETS[0].span.1),
    choice("scale", label!(trend_scale), true, &SCALES, Control::Radio),
    Parameter { name: "frontier", label: label!(trend_frontier), front: true, kind: Kind::Toggle(false) },
    choice("segment", label!(trend_segment), false, &SEGMENTS, Control::Radio),
];

/// The tables of the chosen dataset.
pub(super) fn tables(values: &Values) -> &'static [&'static str] {
    let chosen = values.chosen("dataset");
    crate::tables::NAMES.iter().position(|name| *name == chosen).map_or(&[], |place| &crate::tables::NAMES[place..=place])
}
