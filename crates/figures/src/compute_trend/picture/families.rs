//! Which points of a dataset are of one kind, and how each kind is marked.

use crate::{compute_trend::Strings, datasets::Dataset};
use pendrop_kit::{chart::Shape, label, locale::Label, tables::Point};

/// Points of one kind.
pub(super) struct Family {
    /// The groups of the table that belong to it; none for every group that no other family has.
    groups: &'static [&'static str],
    /// The groups of the others.
    others: &'static [&'static str],
    /// How its points are marked.
    pub shape: Shape,
    /// What it is called; nothing where all points are of one kind.
    pub label: Option<Label>,
}

impl Family {
    const fn named(groups: &'static [&'static str], shape: Shape, label: Label) -> Self {
        Self { groups, others: &[], shape, label: Some(label) }
    }

    /// Whether a point belongs to it.
    pub fn has(&self, point: &Point) -> bool {
        if self.groups.is_empty() { !self.others.contains(&point.group) } else { self.groups.contains(&point.group) }
    }
}

static ONE: [Family; 1] = [Family { groups: &[], others: &[], shape: Shape::Circle, label: None }];

/// What they calculate with. Nobody asks what a hand does.
static MACHINES: [Family; 5] = [
    Family::named(&["wheels"], Shape::Circle, label!(trend_family_wheels)),
    Family::named(&["tubes"], Shape::Triangle, label!(trend_family_tubes)),
    Family::named(&["transistors"], Shape::Square, label!(trend_family_transistors)),
    Family::named(&["chips"], Shape::Diamond, label!(trend_family_chips)),
    Family { groups: &["hand"], others: &[], shape: Shape::Cross, label: None },
];

static CARDS: [Family; 2] = [
    Family::named(&["consumer"], Shape::Circle, label!(trend_family_consumer)),
    Family::named(&["professional"], Shape::Triangle, label!(trend_family_professional)),
];

static CHIPS: [Family; 2] = [
    Family::named(&["digitised"], Shape::Circle, label!(trend_family_digitised)),
    Family::named(&["named"], Shape::Square, label!(trend_family_named)),
];

static COMPUTERS: [Family; 2] = [
    Family::named(&["list"], Shape::Circle, label!(trend_family_list)),
    Family::named(&["earlier"], Shape::Cross, label!(trend_family_earlier)),
];

static SYSTEMS: [Family; 4] = [
    Family::named(&["Language"], Shape::Circle, label!(trend_family_language)),
    Family::named(&["Vision"], Shape::Square, label!(trend_family_vision)),
    Family::named(&["Games"], Shape::Triangle, label!(trend_family_games)),
    Family { groups: &[], others: &["Language", "Vision", "Games"], shape: Shape::Diamond, label: Some(label!(trend_family_other)) },
];

/// The families of a dataset.
pub(super) fn of(dataset: &Dataset) -> &'static [Family] {
    match dataset.id {
        "machines" => &MACHINES,
        "gpu-prices" => &CARDS,
        "transistors" => &CHIPS,
        "supercomputers" => &COMPUTERS,
        "training-compute" => &SYSTEMS,
        _ => &ONE,
    }
}

/// The points that a chart names if it has room, the most telling first, and what it calls them.
pub(super) fn names(dataset: &Dataset) -> &'static [(&'static str, &'static str)] {
    match dataset.id {
        "machines" => &[
            ("IBM Tabulator", "IBM Tabulator"),
            ("Colossus", "Colossus"),
            ("ENIAC", "ENIAC"),
            ("Commodore 64", "Commodore 64"),
            ("Gateway G6-200", "Gateway G6-200"),
        ],
        "kurzweil" => &[
            ("Analytical Engine (Babbage)", "Analytical Engine"),
            ("Colossus", "Colossus"),
            ("DEC PDP-8", "DEC PDP-8"),
            ("Cray 1", "Cray-1"),
            ("Pentium II", "Pentium II"),
        ],
        "gpu-prices" => &[
            ("NVIDIA GeForce 8800 GTX", "8800 GTX"),
            ("NVIDIA GeForce GTX 580", "GTX 580"),
            ("NVIDIA Quadro P6000", "Quadro P6000"),
            ("NVIDIA GeForce RTX 4090", "RTX 4090"),
        ],
        "transistors" => &[("Apple M2 Ultra 192GB", "M2 Ultra"), ("Xeon E5-2690", "Xeon E5-2690"), ("M1", "M1")],
        "supercomputers" => &[
            ("CDC 6600", "CDC 6600"),
            ("Cray-2", "Cray-2"),
            ("ASCI Red", "ASCI Red"),
            ("Roadrunner", "Roadrunner"),
            ("El Capitan", "El Capitan"),
        ],
        "training-compute" => &[
            ("Theseus", "Theseus"),
            ("Perceptron Mark I", "Perceptron"),
            ("AlexNet", "AlexNet"),
            ("AlphaGo Zero", "AlphaGo Zero"),
            ("GPT-4", "GPT-4"),
        ],
        _ => &[],
    }
}
