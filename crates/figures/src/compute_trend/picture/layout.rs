//! Where the years and the values of a trend lie in a frame.

use crate::datasets::Dataset;
use pendrop_kit::{
    chart::{Axes, ChartStyle, Point, Rect, Ticks, log_note_fits_beside_title},
    picture::Frame,
    tables,
};

/// The chart of a dataset in a frame.
pub struct Layout {
    /// Sizes of letters, lines and points.
    pub style: ChartStyle,
    /// The frame.
    pub frame: Frame,
    /// Years and values.
    pub axes: Axes,
}

impl Layout {
    /// The chart whose values reach over these ticks.
    pub fn new(frame: &Frame, dataset: &Dataset, values: Ticks) -> Self {
        let style = ChartStyle::of(frame);
        let label = |value| style.width(&values.label(value, frame.language), false);
        let widest = values.values().map(label).fold(0.0, f64::max);
        let years = dataset.year_ticks();
        let last = style.width(&years.label(years.high(), frame.language), false) / 2.0;
        let (left, right) = (widest + 15.0, frame.width - last - 2.0);
        let beside = log_note_fits_beside_title(&style, (dataset.quantity)(frame.language), (left, right), frame.language);
        let plot = Rect { left, top: if beside { 1.8 } else { 3.0 } * style.text, right, bottom: frame.height - 1.2 * style.text - 9.0 };
        Self { style, frame: *frame, axes: Axes::new(plot, years, values) }
    }

    /// Place of a year, also of one beyond the axis.
    pub fn x(&self, year: f64) -> f64 {
        let (Rect { left, right, .. }, ticks) = (self.axes.plot, &self.axes.x_ticks);
        left + (right - left) * (year - ticks.low()) / (ticks.high() - ticks.low())
    }

    /// The year at a place, within the axis.
    pub fn year_at(&self, x: f64) -> f64 {
        let (Rect { left, right, .. }, ticks) = (self.axes.plot, &self.axes.x_ticks);
        ticks.low() + (ticks.high() - ticks.low()) * ((x - left) / (right - left)).clamp(0.0, 1.0)
    }

    /// Place of a log10 value, also of one beyond the axis; far beyond it no place can be told apart from another.
    pub fn y(&self, decades: f64) -> f64 {
        let (Rect { top, bottom, .. }, ticks) = (self.axes.plot, &self.axes.y_ticks);
        let share = if ticks.log {
            (decades - ticks.low().log10()) / (ticks.high() / ticks.low()).log10()
        } else {
            10_f64.powf(decades) / ticks.high()
        };
        bottom - (bottom - top) * share.clamp(-1e6, 1e6)
    }

    /// Place of a point of the table.
    pub fn at(&self, point: &tables::Point) -> Point {
        (self.x(point.year), self.y(point.value.log10()))
    }

    /// Upper and lower edge of the chart.
    pub fn heights(&self) -> (f64, f64) {
        (self.axes.plot.top, self.axes.plot.bottom)
    }

    /// Evenly spaced places on the axis of years, and their years.
    pub fn across(&self, left: f64, right: f64, pieces: usize) -> impl Iterator<Item = (f64, f64)> {
        (0..=pieces).map(move |piece| left + (right - left) * piece as f64 / pieces as f64).map(|x| (x, self.year_at(x)))
    }
}
