//! The chart: how different the two are, in units of what is tolerated, over time.

mod axes;

use std::sync::Arc;

use crate::flutter::Strings;
use plotters_backend::DrawingBackend;

use super::{
    super::{falls::FlutterOutcome, trajectory::Sample},
    layout::Layout,
};
use axes::DifferenceAxes;
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, beside, cut, simplified},
    format::significant,
    locale::{Language, fill},
    picture::TimeAxis,
    svg::{Anchor, Stroke, TextStyle, Token},
};

/// How the line is dashed where arithmetic cannot tell it.
const BEYOND: (f64, f64) = (2.0, 3.0);

/// A label that has found its place: its box, its text, whether it is bold.
struct PlacedLabel {
    place: Rect,
    text: String,
    bold: bool,
}

/// The chart's axes, and what it shows.
pub(super) struct Chart {
    outcome: Arc<FlutterOutcome>,
    language: Language,
    axes: DifferenceAxes,
    /// The difference at all samples.
    points: Vec<Point>,
    /// The same as the line that is drawn, as far as it is known, and beyond.
    curve: Vec<Point>,
    beyond: Vec<Point>,
    /// Those that do not move: where prediction ends, and what the tolerance is.
    labels: Vec<PlacedLabel>,
}

impl Chart {
    pub fn of(outcome: Arc<FlutterOutcome>, layout: &Layout) -> Self {
        let axes = DifferenceAxes::of(&outcome, layout);
        let points: Vec<Point> = outcome.trajectory.samples.iter().map(|sample| axes.at(sample)).collect();
        let mut chart =
            Self { outcome, language: layout.language, axes, points, curve: Vec::new(), beyond: Vec::new(), labels: Vec::new() };
        [chart.curve, chart.beyond] = chart.parts(&chart.points);
        chart.place_labels();
        chart
    }

    /// Where the scrubber belongs.
    pub fn time_axis(&self) -> TimeAxis {
        let Rect { left, right, .. } = self.axes.plot;
        TimeAxis { left, right, end: self.axes.ticks.high() }
    }

    /// The line through the first points: as far as it is known, and beyond.
    fn parts(&self, points: &[Point]) -> [Vec<Point>; 2] {
        let known = self.outcome.trajectory.samples.partition_point(|sample| self.outcome.is_known(sample.time)).min(points.len());
        [simplified(&points[..known], 0.25), simplified(&points[known.saturating_sub(1)..], 0.25)]
    }

    /// Where prediction ends, along the time axis; nothing if it never does.
    fn parting(&self) -> Option<f64> {
        self.outcome.predictable_for().map(|time| self.axes.x.at(time))
    }

    /// The line from the time axis upwards where the paths are known no longer; nothing if they are to the end.
    fn horizon(&self) -> Option<[Point; 2]> {
        let (Rect { bottom, .. }, level) = (self.axes.plot, self.axes.tolerance());
        let descent = &self.outcome.descent;
        let known = Some(descent.known_until()).filter(|known| *known < descent.release().duration);
        known.map(|known| self.axes.x.at(known)).map(|x| [(x, 0.5 * (level + bottom)), (x, bottom)])
    }

    /// What labels must keep clear of: the curve, the tolerance, the end of prediction, the frame, labels already placed.
    fn occupancy(&self) -> Occupancy {
        let Rect { left, top, right, bottom } = self.axes.plot;
        let mut taken = Occupancy::within(Rect { left: left + 2.0, top: top - 2.0, right: right + 8.0, bottom: bottom - 1.0 });
        let level = self.axes.tolerance();
        taken.keep_line(self.curve.clone());
        taken.keep_line(self.beyond.clone());
        taken.keep_line(vec![(left, level), (right, level)]);
        if let Some(x) = self.parting() {
            taken.keep_line(vec![(x, top), (x, bottom)]);
        }
        if let Some(line) = self.horizon() {
            taken.keep_line(line.to_vec());
        }
        for label in &self.labels {
            taken.keep_text(label.place);
        }
        taken
    }

    fn place_labels(&mut self) {
        let (s, style) = (Strings::of(self.language), &self.axes.style);
        let (Rect { left, right, .. }, level) = (self.axes.plot, self.axes.tolerance());
        let mut taken = self.occupancy();
        let parting = self.outcome.predictable_for().and_then(|time| {
            let x = self.axes.x.at(time);
            // With its name if there is room, else the time alone.
            let time = significant(time, 3, self.language);
            let sides = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)];
            [fill(s.flutter_ends, &[("time", &time)]), time].into_iter().find_map(|text| {
                let place = self.place_beside(&mut taken, (x, level), &text, &sides)?;
                Some(PlacedLabel { place, text, bold: true })
            })
        });
        let tolerance = [s.flutter_tolerance, s.flutter_tolerance_short].into_iter().find_map(|text| {
            let width = style.width(text, false);
            let starts = [left + 6.0, right - width, 0.5 * (left + right - width)];
            let places = [1.0, -1.0].into_iter().flat_map(|side| starts.map(|start| (start, side)));
            let boxes = places.map(|(start, side)| beside((start - 8.0, level), (1.0, side), (width, 1.02 * style.text), 8.0));
            Some(PlacedLabel { place: taken.place(boxes)?, text: text.to_owned(), bold: false })
        });
        let unknown = self.horizon().and_then(|[_, (x, bottom)]| {
            let text = fill(s.flutter_known, &[("time", &significant(self.outcome.descent.known_until(), 3, self.language))]);
            let size = (style.width(&text, false), 1.02 * style.text);
            let rows = (1..12).map(|row| bottom - 0.6 * style.text * f64::from(row));
            let place = taken.place(rows.flat_map(|y| [-1.0, 1.0].map(|side| beside((x, y), (side, -1.0), size, 4.0))))?;
            Some(PlacedLabel { place, text, bold: false })
        });
        self.labels = parting.into_iter().chain(tolerance).chain(unknown).collect();
    }

    /// The first place for a bold text beside a point that is free.
    fn place_beside(&self, taken: &mut Occupancy, at: Point, text: &str, sides: &[(f64, f64)]) -> Option<Rect> {
        let style = &self.axes.style;
        let size = (style.width(text, true), 1.02 * style.text);
        let gaps = [8.0, 14.0, 24.0, 36.0];
        taken.place(gaps.into_iter().flat_map(|gap| sides.iter().map(move |side| beside(at, *side, size, gap))))
    }

    pub fn background<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        self.axes.draw(painter);
        let (Rect { left, right, bottom, .. }, level) = (self.axes.plot, self.axes.tolerance());
        painter.line(&self.curve, Stroke(Token::Edge, 1.25));
        painter.dashed(&self.beyond, Stroke(Token::Edge, 1.25), BEYOND);
        painter.line(&[(left, level), (right, level)], Stroke(Token::Ink2, 1.25));
        if let Some(x) = self.parting() {
            painter.dashed(&[(x, level), (x, bottom)], Stroke(Token::Ink2, 1.25), (3.0, 3.0));
        }
        if let Some(line) = self.horizon() {
            painter.dashed(&line, Stroke(Token::Ink2, 1.25), BEYOND);
        }
        for label in &self.labels {
            self.write(painter, label);
        }
    }

    pub fn foreground<B: DrawingBackend>(&self, painter: &mut Painter<B>, now: &Sample) {
        let (style, Rect { top, bottom, .. }) = (&self.axes.style, self.axes.plot);
        let at = self.axes.at(now);
        let text = significant(now.difference, 2, self.language);
        let sides = [(1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0)];
        let known = self.outcome.is_known(now.time);
        let value = known.then(|| self.place_beside(&mut self.occupancy(), at, &text, &sides)).flatten();
        let written: Vec<_> = self.labels.iter().map(|label| label.place).chain(value).map(|found| found.inflated(1.5)).collect();
        for piece in cut(&[(at.0, top - 3.0), (at.0, bottom)], &written) {
            painter.line(&piece, Stroke(Token::Ink2, 1.0));
        }
        let mut so_far = self.points[..self.outcome.trajectory.count_before(now.time)].to_vec();
        so_far.push(at);
        let [known, beyond] = self.parts(&so_far);
        painter.line(&known, Stroke(Token::Ink, style.line));
        painter.dashed(&beyond, Stroke(Token::Ink, style.line), BEYOND);
        painter.dot(at, style.dot, Token::Ink);
        if let Some(place) = value {
            self.write(painter, &PlacedLabel { place, text, bold: true });
        }
    }

    fn write<B: DrawingBackend>(&self, painter: &mut Painter<B>, label: &PlacedLabel) {
        let style = &self.axes.style;
        let token = if label.bold { Token::Ink } else { Token::Ink2 };
        let text_style = TextStyle { halo: true, bold: label.bold, ..style.letters(token, Anchor::Start) };
        painter.text((label.place.left, label.place.baseline(style.text)), &label.text, &text_style);
    }
}
