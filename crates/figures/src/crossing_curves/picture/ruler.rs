//! The years from today on, as a ruler over the chart.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Point, Rect},
    format::short,
    locale::fill,
    picture::Frame,
};

use crate::{crossing_curves::Strings, rates::span};

/// The ruler has a tick every so many years.
const EVERY: f64 = 5.0;
/// How far apart its words stand.
const APART: f64 = 5.0;

/// A year on the ruler: its place from the left, and what is written there and where.
pub(super) struct Year {
    pub x: f64,
    pub text: Option<(Point, String)>,
    /// Today, and the end of the years that are looked ahead.
    pub main: bool,
}

impl Year {
    /// Its line: through the whole chart, or between the two that matter only a tick.
    pub fn line(&self, plot: &Rect) -> [Point; 2] {
        [(self.x, plot.top), (self.x, if self.main { plot.bottom } else { plot.top + 9.0 })]
    }
}

/// Today, every few years from then on, and the end of the years that are looked ahead, as far as their words have room.
pub(super) fn ruler(axes: &Axes, style: &ChartStyle, frame: &Frame, ahead: f64, place: impl Fn(f64) -> f64) -> Vec<Year> {
    let s = Strings::of(frame.language);
    let row = axes.plot.top - 0.9 * style.text;
    let between = (1..).map(|count| EVERY * f64::from(count)).take_while(|years| *years < ahead);
    let in_years = |years: f64| fill(s.picture_in, &[("span", &span(years, frame.language))]);
    let mut taken = Occupancy::within(Rect { left: 0.0, top: 0.0, right: frame.width, bottom: frame.height }.inflated(APART));
    // The words in their place, the box kept clear around them; `share` of them stands to the left of their line.
    let mut year = |years: f64, texts: &[String], share: f64| {
        let (x, main) = (place(years), share != 0.5);
        let found = texts.iter().find_map(|text| {
            let width = style.width(text, main);
            let left = (x + 3.0 * (2.0 * share - 1.0) - share * width).min(frame.width - width).max(0.0);
            let rows = [row, row - 1.45 * style.text].map(|baseline| Rect::of_text((left, baseline), width, style.text));
            let apart = rows.map(|text| Rect { left: text.left - APART, right: text.right + APART, ..text });
            let found = taken.place(apart.into_iter().take(if main { 2 } else { 1 }))?;
            Some(((left, found.baseline(style.text)), text.clone()))
        });
        Year { x, text: found, main }
    };
    let mut years = vec![year(0.0, &[s.picture_today.to_owned()], 1.0)];
    if ahead > 0.0 {
        years.push(year(ahead, &[in_years(ahead)], 0.0));
    }
    years.extend(between.map(|years| year(years, &[in_years(years), short(years, 2, frame.language)], 0.5)));
    years
}
