//! The parameters of `compute-trend`: which points, over which years, on which axis.

use crate::{
    datasets::DATASETS,
    locale::Label,
    parameter::{Choice, Choosable, Control, Kind, Parameter, Quantity, Scale, Shown, Tick, tick},
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

const fn dataset(place: usize) -> Choosable {
    Choosable { name: DATASETS[place].id, label: DATASETS[place].name, fills: &SPANS[place] }
}

static OPTIONS: [Choosable; DATASETS.len()] = [dataset(0), dataset(1), dataset(2), dataset(3), dataset(4), dataset(5)];

const fn option(name: &'static str, label: Label) -> Choosable {
    Choosable { name, label, fills: &[] }
}

static SEGMENTS: [Choosable; 3] = [
    option("all", |s| s.trend_segment_all),
    option("consumer", |s| s.trend_segment_consumer),
    option("professional", |s| s.trend_segment_professional),
];

static SCALES: [Choosable; 2] = [option("log", |s| s.trend_scale_log), option("linear", |s| s.trend_scale_linear)];

const fn choice(name: &'static str, label: Label, front: bool, options: &'static [Choosable], control: Control) -> Parameter {
    Parameter { name, label, front, kind: Kind::Choice(Choice { options, default: 0, control }) }
}

static TICKS: [Tick; 4] = [tick(1900.0), tick(1940.0), tick(1980.0), tick(2020.0)];

const fn year(name: &'static str, label: Label, default: f64) -> Parameter {
    Parameter {
        name,
        label,
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: Shown { unit: "", factor: 1.0 },
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
    choice("dataset", |s| s.trend_dataset, true, &OPTIONS, Control::Select),
    year("from", |s| s.trend_from, DATASETS[0].span.0),
    year("to", |s| s.trend_to, DATASETS[0].span.1),
    choice("scale", |s| s.trend_scale, true, &SCALES, Control::Radio),
    Parameter { name: "frontier", label: |s| s.trend_frontier, front: true, kind: Kind::Toggle(false) },
    choice("segment", |s| s.trend_segment, false, &SEGMENTS, Control::Radio),
];

/// The tables of the chosen dataset.
pub(super) fn tables(values: &Values) -> &'static [&'static str] {
    let chosen = values.chosen("dataset");
    crate::tables::NAMES.iter().position(|name| *name == chosen).map_or(&[], |place| &crate::tables::NAMES[place..=place])
}
