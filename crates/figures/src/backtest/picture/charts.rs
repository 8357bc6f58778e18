//! Where the two charts lie, and what their axes reach over.

use crate::backtest::{BacktestOutcome, Strings, parameters::CUTS, text::year};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Point, Rect, Scale, Ticks, limited},
    picture::Frame,
    tables,
};

use super::{factors::Factors, strip};

/// The two charts in a frame.
pub struct Charts {
    /// Sizes of letters, lines and points.
    pub style: ChartStyle,
    /// The frame.
    pub frame: Frame,
    /// The data and the forecasts.
    pub upper: Axes,
    /// How far the trend was ahead at every cut, upwards in powers of ten.
    pub strip: Axes,
    /// What these are as factors.
    pub factors: Factors,
    /// The date up to which points are known.
    cut: f64,
}

impl Charts {
    /// The charts of an outcome in a frame.
    pub fn new(outcome: &BacktestOutcome, frame: &Frame) -> Self {
        let style = ChartStyle::of(frame);
        let (years, values) = (years(outcome), values(outcome));
        // Whether the charts lie a line higher or lower does not change which factors have room.
        let strip = |height: f64| height * if frame.narrow { 0.27 } else { 0.29 };
        let factors = Factors::covering(strip::greatest(&outcome.strip), strip(0.8 * frame.height), &style);
        let wide = values.values().map(|value| style.width(&values.label(value, frame.language), false)).fold(0.0, f64::max);
        let (left, right) = ((wide + 13.0).max(factors.width(&style) + 10.0), frame.width - 0.5 * style.width("2000", false) - 1.0);
        let (quantity, note) = ((outcome.dataset.quantity)(frame.language), Strings::of(frame.language).axis_log);
        let title = left + style.width(quantity, true) + 0.6 * style.text + style.width(note, false);
        let top = if title <= right { 1.55 } else { 2.75 } * style.text;
        let bottom = frame.height - 11.0 - style.text;
        // Between the charts stand the handle and the strip's title.
        let gap = 2.2 * style.text + style.dot;
        let tall = strip(bottom - top - gap);
        let plot = |top: f64, bottom: f64| Rect { left, right, top, bottom };
        Self {
            style,
            frame: *frame,
            upper: Axes::new(plot(top, bottom - tall - gap), years, values),
            strip: Axes {
                y: Scale::linear((-factors.top, factors.top), (bottom, bottom - tall)),
                ..Axes::new(plot(bottom - tall, bottom), years, Ticks::covering(0.0, factors.top, 1))
            },
            factors,
            cut: outcome.cut,
        }
    }

    /// Where a point of the data lies.
    pub fn at(&self, point: &tables::Point) -> Point {
        self.upper.at(point.year, point.value)
    }

    /// Where a date lies, at the edge of the chart for one beyond it.
    pub fn x(&self, year: f64) -> f64 {
        limited(self.upper.x.at(year), (self.upper.plot.left, self.upper.plot.right))
    }

    /// Where the cut lies.
    pub fn cut_x(&self) -> f64 {
        self.x(self.cut)
    }

    /// The cut that a place in the picture means: a whole year within the chart and the bounds of the parameter.
    pub fn cut_at(&self, x: f64) -> f64 {
        let Rect { left, right, .. } = self.upper.plot;
        let (low, high) = (self.upper.x_ticks.low(), self.upper.x_ticks.high());
        (low + (x - left) / (right - left) * (high - low)).round().min(high).max(low).clamp(CUTS.0, CUTS.1)
    }

    /// The box of the cut's year beside its line, near the top of the chart rather than further down, and the text.
    pub fn cut_label(&self, taken: &mut Occupancy) -> Option<(Rect, String)> {
        let (text, size, x) = (year(self.cut, self.frame.language), self.style.text, self.cut_x());
        let width = self.style.width(&text, true);
        let lefts = if x - width - 7.0 > self.upper.plot.left { [x - width - 6.0, x + 6.0] } else { [x + 6.0, x - width - 6.0] };
        let rows = ((self.upper.plot.height() / (0.5 * size)) as i32).max(0);
        let places = (0..rows).flat_map(|row| {
            let baseline = self.upper.plot.top + (0.85 + 0.5 * f64::from(row)) * size;
            lefts.map(|left| Rect::of_text((left, baseline), width, size))
        });
        Some((taken.place(places)?, text))
    }
}

/// The years of both charts: of all points that take part.
fn years(outcome: &BacktestOutcome) -> Ticks {
    let points = outcome.points();
    let (from, to) = match (points.first(), points.last()) {
        (Some(first), Some(last)) => (first.year, last.year),
        _ => outcome.dataset.years,
    };
    Ticks::covering(from, to, 8)
}

/// The powers of ten of the upper chart: of all points that take part.
fn values(outcome: &BacktestOutcome) -> Ticks {
    let points = outcome.points();
    let logs = || points.iter().map(|point| point.value.log10());
    let (low, high) = (logs().fold(f64::INFINITY, f64::min), logs().fold(f64::NEG_INFINITY, f64::max));
    if low.is_finite() && high.is_finite() { Ticks::decades(low.floor() as i32, high.ceil() as i32) } else { outcome.dataset.value_ticks() }
}
