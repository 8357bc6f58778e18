//! What stands in the columns of the hand-made learner's weights. A column is narrower than the name of what is measured: below the
//! columns each name has a line of its own, and stands to the left of the stroke that leads to it.

use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Point, Rect},
    locale::Language,
};
use pendrop_science::vision::{FEATURES, Feature};

use crate::structure_vs_scale::{Strings, text::feature};

/// A name, and its stroke.
pub(super) struct Column {
    /// Where the name stands.
    pub place: Rect,
    /// What is measured.
    pub name: String,
    /// From its columns to the name.
    pub stroke: Vec<Point>,
}

/// The names below columns, within a place; nothing where they have no room. The moments of Hu, which are many, have one name.
pub(super) fn names(columns: &Rect, place: Rect, style: &ChartStyle, language: Language) -> Option<Vec<Column>> {
    let (pitch, line) = (columns.width() / FEATURES as f64, 1.2 * style.text);
    let middle = |number: usize| columns.left + pitch * (number as f64 + 0.5);
    let (top, below) = (columns.bottom + 3.0, |row: usize| columns.bottom + 8.0 + line * row as f64);
    let named = |row: usize, name: String, stroke: Vec<Point>, left: f64| {
        let place = Rect { left, top: below(row), right: left + style.width(&name, false), bottom: below(row) + 1.02 * style.text };
        Column { place, name, stroke }
    };
    let is_hu = |number: &usize| matches!(Feature::ALL[*number], Feature::Hu(_));
    let (first, last) = ((0..FEATURES).find(is_hu)?, (0..FEATURES).rfind(is_hu)?);
    let others = (0..FEATURES).filter(|number| !is_hu(number)).map(|number| {
        // From each side of the moments line by line downwards, so that no name lies under the stroke of another.
        let row = if number < first { number } else { number - last };
        let (name, x) = (feature(Feature::ALL[number], language), middle(number));
        let left = x - 4.0 - style.width(&name, false);
        named(row, name, vec![(x, top), (x, below(row) + style.text)], left)
    });
    let hu = Strings::of(language).picture_svs_hu.to_owned();
    let left = 0.5 * (middle(first) + middle(last) - style.width(&hu, false));
    let moments = named(0, hu, vec![(middle(first), top), (middle(last), top)], left);
    let columns: Vec<_> = others.chain([moments]).collect();
    let mut taken = Occupancy::within(place);
    columns.iter().for_each(|column| taken.keep_around(column.stroke.clone(), 1.0));
    columns.iter().all(|column| taken.place([column.place]).is_some()).then_some(columns)
}
