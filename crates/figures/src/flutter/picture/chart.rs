//! The chart: how different the two are, in units of what is tolerated, over time.

use crate::flutter::Strings;
use plotters_backend::DrawingBackend;

use super::{Fall, Layout, time_ticks};
use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect, Scale, Ticks, beside, decades, fixed, simplified},
    format::{power_of_ten, significant},
    locale::{Language, fill},
    picture::Frame,
    svg::{Anchor, Stroke, TextStyle, Token},
};

use super::super::course::Sample;

/// Differences below this are drawn as this.
const LEAST: f64 = 1e-12;

/// The chart's axes, and what it shows.
pub(super) struct Chart<'a> {
    style: ChartStyle,
    language: Language,
    fall: &'a Fall<'a>,
    plot: Rect,
    x: Scale,
    y: Scale,
    ticks: Ticks,
    range: (f64, f64),
    /// Every so many decades one is labelled.
    each: i32,
}

impl<'a> Chart<'a> {
    pub fn of(frame: &Frame, layout: &Layout, fall: &'a Fall<'a>) -> Self {
        let plot = layout.chart;
        let (mut low, mut high) = (1.0_f64, 1.0_f64);
        for moment in &fall.course.moments {
            low = low.min(moment.difference.max(LEAST));
            high = high.max(moment.difference);
        }
        let exponents = (low.log10().floor() as i32, (high.log10() + 0.15).ceil().max(1.0) as i32);
        // As many labels as have a line and a half of room; the lowest decade and that of 1 are labelled.
        let room = (plot.height() / (1.65 * layout.style.text)).min(5.0);
        let each = [1, 2, 4, 6].into_iter().find(|each| f64::from(exponents.1 - exponents.0) / f64::from(*each) <= room).unwrap_or(6);
        let range = (10_f64.powi(exponents.0.div_euclid(each) * each), 10_f64.powi(exponents.1));
        let ticks = time_ticks(fall);
        let x = Scale::linear((ticks.low(), ticks.high()), (plot.left, plot.right));
        let y = Scale::log(range, (plot.bottom, plot.top));
        Self { style: layout.style, language: frame.language, fall, plot, x, y, ticks, range, each }
    }

    fn at(&self, time: f64, difference: f64) -> Point {
        (self.x.at(time), self.y.at(difference.max(LEAST)))
    }

    fn curve(&self, moments: impl Iterator<Item = Sample>) -> Vec<Point> {
        let points: Vec<Point> = moments.map(|moment| self.at(moment.time, moment.difference)).collect();
        simplified(&points, 0.25)
    }

    /// What labels must keep clear of: the curve, the tolerance, the frame.
    fn taken(&self) -> Occupancy {
        let Rect { left, top, right, bottom } = self.plot;
        let mut taken = Occupancy::within(Rect { left: left + 2.0, top: top - 2.0, right: right + 8.0, bottom: bottom - 1.0 });
        taken.keep_line(self.curve(self.fall.course.moments.iter().copied()));
        let level = self.y.at(1.0);
        taken.keep_line(vec![(left, level), (right, level)]);
        taken
    }

    /// Where prediction ends, and what the tolerance is: the labels that do not move, with where they stand.
    fn labels(&self, taken: &mut Occupancy) -> Vec<(Rect, String, bool)> {
        let s = Strings::of(self.language);
        let (style, Rect { left, top, right, bottom }) = (&self.style, self.plot);
        let level = self.y.at(1.0);
        let mut labels = Vec::new();
        if let Some(parting) = self.fall.descent.predictable_for() {
            let x = self.x.at(parting);
            taken.keep_line(vec![(x, top), (x, bottom)]);
            // With its name if there is room, else the time alone.
            let time = significant(parting, 3, self.language);
            let sides = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)];
            let texts = [fill(s.flutter_ends, &[("time", &time)]), time];
            labels.extend(texts.into_iter().find_map(|text| Some((self.beside(taken, (x, level), &text, &sides)?, text, true))));
        }
        let tolerance = [s.flutter_tolerance, s.flutter_tolerance_short].into_iter().find_map(|text| {
            let width = style.width(text, false);
            let starts = [left + 6.0, right - width, 0.5 * (left + right - width)];
            let places = [1.0, -1.0].into_iter().flat_map(|side| starts.map(|start| (start, side)));
            let boxes = places.map(|(start, side)| beside((start - 8.0, level), (1.0, side), (width, 1.02 * style.text), 8.0));
            Some((taken.place(boxes)?, text.to_owned(), false))
        });
        labels.extend(tolerance);
        labels
    }

    pub fn still<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        self.axes(painter);
        let Rect { left, right, bottom, .. } = self.plot;
        let level = self.y.at(1.0);
        painter.line(&self.curve(self.fall.course.moments.iter().copied()), Stroke(Token::Edge, 1.25));
        painter.line(&[(left, level), (right, level)], Stroke(Token::Ink2, 1.25));
        if let Some(parting) = self.fall.descent.predictable_for() {
            let x = self.x.at(parting);
            painter.dashed(&[(x, level), (x, bottom)], Stroke(Token::Ink2, 1.25), (3.0, 3.0));
        }
        for (found, text, bold) in self.labels(&mut self.taken()) {
            self.write(painter, &found, &text, bold);
        }
    }

    fn write<B: DrawingBackend>(&self, painter: &mut Painter<B>, found: &Rect, text: &str, bold: bool) {
        let token = if bold { Token::Ink } else { Token::Ink2 };
        let lettering = TextStyle { halo: true, bold, ..self.style.letters(token, Anchor::Start) };
        painter.text((found.left, found.baseline(self.style.text)), text, &lettering);
    }

    /// The first place for a bold text beside a point that is free.
    fn beside(&self, taken: &mut Occupancy, at: Point, text: &str, sides: &[(f64, f64)]) -> Option<Rect> {
        let size = (self.style.width(text, true), 1.02 * self.style.text);
        let gaps = [8.0, 14.0, 24.0, 36.0];
        taken.place(gaps.into_iter().flat_map(|gap| sides.iter().map(move |side| beside(at, *side, size, gap))))
    }

    /// Grid, axes and numbers, with the quantity above.
    fn axes<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
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
                painter.text((left - 8.0, y + style.drop()), &text, &style.letters(Token::Ink2, Anchor::End));
            }
            painter.line(&[(left - if labelled { 5.0 } else { 3.0 }, y), (left, y)], Stroke(Token::Edge, style.axis));
        }
        painter.line(&[(left, top), (left, bottom), (right, bottom)], Stroke(Token::Edge, style.axis));
        let titles = [s.flutter_difference, s.flutter_difference_short];
        let title = titles.into_iter().find(|title| style.width(title, true) < right + 8.0 - left).unwrap_or(titles[1]);
        painter.text((left, top - 0.55 * style.text), title, &style.bold(Token::Ink, Anchor::Start));

        // The last number stands at the end of the axis, the quantity before its beginning; of the others as many as have room.
        let last = self.ticks.high();
        let baseline = bottom + 9.0 + 0.8 * style.text;
        let text = self.ticks.label(last, self.language);
        let end = right + 8.0;
        painter.text((end, baseline), &text, &style.letters(Token::Ink2, Anchor::End));
        painter.text((left - 8.0, baseline), s.flutter_column_time, &style.letters(Token::Ink2, Anchor::End));
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

    pub fn moving<B: DrawingBackend>(&self, painter: &mut Painter<B>, now: &Sample) {
        let Rect { top, bottom, .. } = self.plot;
        let x = self.x.at(now.time);
        painter.line(&[(x, top - 3.0), (x, bottom)], Stroke(Token::Ink2, 1.0));
        painter.line(&self.curve(self.fall.course.until(*now)), Stroke(Token::Ink, self.style.line));
        let at = self.at(now.time, now.difference);
        painter.dot(at, self.style.dot, Token::Ink);
        let mut taken = self.taken();
        self.labels(&mut taken);
        let text = significant(now.difference, 2, self.language);
        if let Some(found) = self.beside(&mut taken, at, &text, &[(1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0)]) {
            self.write(painter, &found, &text, true);
        }
    }
}
