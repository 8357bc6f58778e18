//! The chart's axes: time to the right, the difference upwards by decades.

use crate::flutter::Strings;
use plotters_backend::DrawingBackend;

use super::super::{
    super::{falls::FlutterOutcome, trajectory::Sample},
    layout::Layout,
};
use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect, Scale, Ticks, decades, fixed},
    format::power_of_ten,
    locale::Language,
    svg::{Anchor, Stroke, Token},
};

/// Differences below this are drawn as this.
const LEAST: f64 = 1e-12;

/// The axes.
pub(super) struct DifferenceAxes {
    pub style: ChartStyle,
    language: Language,
    /// The box between the axes.
    pub plot: Rect,
    /// Time.
    pub x: Scale,
    y: Scale,
    /// Ticks of the time axis: it ends at the first one after the fall.
    pub ticks: Ticks,
    /// Differences at the ends of the vertical axis.
    range: (f64, f64),
    /// Every so many decades one is labelled.
    each: i32,
}

impl DifferenceAxes {
    pub fn of(outcome: &FlutterOutcome, layout: &Layout) -> Self {
        let Layout { style, language, chart: plot, .. } = *layout;
        let (mut low, mut high) = (1.0_f64, 1.0_f64);
        for sample in &outcome.trajectory.samples {
            low = low.min(sample.difference.max(LEAST));
            high = high.max(sample.difference);
        }
        let exponents = (low.log10().floor() as i32, (high.log10() + 0.15).ceil().max(1.0) as i32);
        // As many labels as have a line and a half of room; the lowest decade and that of 1 are labelled.
        let room = (plot.height() / (1.65 * style.text)).min(5.0);
        let each = [1, 2, 4, 6].into_iter().find(|each| f64::from(exponents.1 - exponents.0) / f64::from(*each) <= room).unwrap_or(6);
        let range = (10_f64.powi(exponents.0.div_euclid(each) * each), 10_f64.powi(exponents.1));
        let ticks = Ticks::covering(0.0, outcome.descent.release().duration, 6);
        let x = Scale::linear((ticks.low(), ticks.high()), (plot.left, plot.right));
        let y = Scale::log(range, (plot.bottom, plot.top));
        Self { style, language, plot, x, y, ticks, range, each }
    }

    /// The place of a sample.
    pub fn at(&self, sample: &Sample) -> Point {
        (self.x.at(sample.time), self.y.at(sample.difference.max(LEAST)))
    }

    /// The height of what is tolerated.
    pub fn tolerance(&self) -> f64 {
        self.y.at(1.0)
    }

    /// Grid, axes and numbers, with the quantity above.
    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let s = Strings::of(self.language);
        let (style, Rect { left, top, right, bottom }) = (&self.style, self.plot);
        for (value, labelled) in decades(self.range.0, self.range.1, self.each as usize) {
            let y = self.y.at(value);
            if labelled {
                if y < bottom - 0.5 {
                    painter.line(&[(left, y), (right, y)], Stroke(Token::Rule, 1.0));
                }
                let exponent = value.log10().round() as i32;
                let text = if (0..2).contains(&exponent) { fixed(value, 0, self.language) } else { power_of_ten(exponent) };
                painter.text((left - 8.0, y + style.baseline_offset()), &text, &style.letters(Token::Ink2, Anchor::End));
            }
            painter.line(&[(left - if labelled { 5.0 } else { 3.0 }, y), (left, y)], Stroke(Token::Edge, style.axis));
        }
        painter.line(&[(left, top), (left, bottom), (right, bottom)], Stroke(Token::Edge, style.axis));
        let titles = [s.flutter_difference, s.flutter_difference_short];
        let title = titles.into_iter().find(|title| style.width(title, true) < right + 8.0 - left).unwrap_or(titles[1]);
        let letters = style.bold(Token::Ink, Anchor::Start).within(style.width(title, true), right + 8.0 - left);
        painter.text((left, top - 0.75 * style.text), title, &letters);
        self.draw_times(painter);
    }

    /// Ticks and numbers of the time axis. The last number stands at its end, the quantity before its beginning; of the others
    /// as many as have room.
    fn draw_times<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, Rect { left, right, bottom, .. }) = (&self.style, self.plot);
        let last = self.ticks.high();
        let baseline = bottom + 9.0 + 0.8 * style.text;
        let text = self.ticks.label(last, self.language);
        let end = right + 8.0;
        painter.text((end, baseline), &text, &style.letters(Token::Ink2, Anchor::End));
        let quantity = Strings::of(self.language).flutter_column_time;
        painter.text((left - 8.0, baseline), quantity, &style.letters(Token::Ink2, Anchor::End));
        let mut limit = end - style.width(&text, false) - 0.5 * style.text;
        let mut values: Vec<f64> = self.ticks.values().filter(|value| *value < last).collect();
        values.reverse();
        for value in self.ticks.values() {
            let x = self.x.at(value);
            painter.line(&[(x, bottom), (x, bottom + 7.0)], Stroke(Token::Edge, style.axis));
        }
        for value in values {
            let text = self.ticks.label(value, self.language);
            let (x, half) = (self.x.at(value), style.width(&text, false) / 2.0);
            if x + half < limit {
                painter.text((x, baseline), &text, &style.letters(Token::Ink2, Anchor::Middle));
                limit = x - half - 0.5 * style.text;
            }
        }
    }
}
