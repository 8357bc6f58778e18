//! Where a speed stands in the history of the fastest computers.

use crate::your_device::Strings;
use pendrop_kit::{
    locale::{Language, fill},
    number,
    tables::Point,
};

/// The table that holds the history.
pub(super) const TABLE: &str = "supercomputers";

/// The last of the points up to which a speed (FLOP/s) would have been the fastest: the latest number one that was no faster.
pub(super) fn matched(points: &[Point], speed: f64) -> Option<&Point> {
    points.iter().take_while(|point| point.value <= speed).last()
}

/// The first of the points that is faster.
pub(super) fn beaten(points: &[Point], speed: f64) -> Option<&Point> {
    points.iter().find(|point| point.value > speed)
}

/// When a point was number one, as the document holds it: the month of the list, or the year of a machine from before them.
pub(super) fn date(point: &Point) -> String {
    if point.label.is_empty() { number::fixed(point.year.floor(), 0) } else { point.label.clone() }
}

/// The same in the reader's language. There are lists in June and in November.
pub(super) fn date_text(point: &Point, language: Language) -> String {
    let s = Strings::of(language);
    match point.label.split_once('-') {
        Some((year, "06")) => format!("{} {year}", s.device_june),
        Some((year, "11")) => format!("{} {year}", s.device_november),
        _ => date(point),
    }
}

/// When a point was number one, as it stands in a sentence that is about that time.
pub(super) fn when(point: &Point, language: Language) -> String {
    let s = Strings::of(language);
    let template = if point.label.is_empty() { s.device_when_year } else { s.device_when_month };
    fill(template, &[("date", &date_text(point, language))])
}

/// The points at which another machine became number one, each with its index.
pub(super) fn leaders(points: &[Point]) -> impl Iterator<Item = (usize, &Point)> {
    let is_new = |index: usize| index == 0 || points[index - 1].name != points[index].name;
    points.iter().enumerate().filter(move |(index, _)| is_new(*index))
}

/// Whether no more than the order of magnitude is known of a point.
pub(super) fn is_rough(point: &Point) -> bool {
    point.group == "earlier"
}
