//! The picture of `your-device`: the fastest computers as a staircase through the decades, and how high the device stands.

use super::{
    TABLE, YourDeviceOutcome,
    history::{beaten, date_told, is_rough, leaders},
    outcome::flop_per_s,
};
use crate::{datasets::Dataset, your_device::Strings};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Marker, Occupancy, Painter, Point, Rect, Shape, Ticks, beside},
    format::{power_of_ten, with_unit},
    locale::fill,
    picture::{Frame, Mark},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
    tables,
};

/// Machines whose names help to find one's way, if the table has them.
const NAMED: [&str; 5] = ["CDC 6600", "Cray-1", "ASCI Red", "Earth-Simulator", "El Capitan"];

/// Draws the whole picture.
pub(super) fn draw(svg: &mut Svg, frame: &Frame, ranked: &YourDeviceOutcome) {
    let picture = Picture::of(frame, ranked);
    let painter = &mut Painter::new(svg);
    picture.axes(painter);
    let mut taken = picture.history(painter);
    picture.level(painter, &mut taken);
    picture.names(painter, &mut taken);
}

/// Where the reader can ask.
pub(super) fn marks<'a>(frame: &Frame, ranked: &'a YourDeviceOutcome) -> Vec<Mark<'a>> {
    let picture = Picture::of(frame, ranked);
    ranked.points.iter().map(|point| Mark { at: picture.at(point), name: &point.name }).collect()
}

struct Picture<'a> {
    style: ChartStyle,
    frame: &'a Frame,
    ranked: &'a YourDeviceOutcome,
    panel: Axes,
    plot: Rect,
}

impl<'a> Picture<'a> {
    fn of(frame: &'a Frame, ranked: &'a YourDeviceOutcome) -> Self {
        let style = ChartStyle::of(frame);
        let history = Dataset::of(TABLE);
        let (mut first, mut last) = history.decades;
        // As high as the history, or as the device where that is higher.
        if let Some((speed, _)) = ranked.level() {
            first = first.min(speed.log10().floor() as i32);
            last = last.max(speed.log10().ceil() as i32);
        }
        let plot = Rect {
            left: (style.width(&power_of_ten(18), false) + 13.0).round(),
            // On a phone the title has two lines.
            top: (if frame.narrow { 2.9 } else { 1.7 } * style.text).round(),
            right: frame.width - 0.5 * style.width("2030", false) - 2.0,
            bottom: (frame.height - 11.0 - style.text).round(),
        };
        Self { style, frame, ranked, panel: Axes::new(plot, history.year_ticks(), Ticks::decades(first, last)), plot }
    }

    fn at(&self, point: &tables::Point) -> Point {
        self.panel.at(point.year, point.value)
    }

    fn axes(&self, painter: &mut Painter<Svg>) {
        let title = (Dataset::of(TABLE).quantity)(Strings::of(self.frame.language));
        self.panel.draw(painter, &self.style, title, Some(""), self.frame.language);
    }

    /// The speed of the fastest computer between two points of time: level until the next one comes.
    fn stairs(&self, points: &[tables::Point], until: f64) -> Vec<Point> {
        let mut stairs: Vec<Point> = Vec::new();
        for point in points {
            let (x, y) = self.at(point);
            if let Some((_, before)) = stairs.last().copied() {
                stairs.push((x, before));
            }
            stairs.push((x, y));
        }
        if let Some((_, last)) = stairs.last().copied() {
            stairs.push((self.panel.x.at(until), last));
        }
        stairs
    }

    /// The staircase, dashed where only its order of magnitude is known. Gives what names must keep clear of.
    fn history(&self, painter: &mut Painter<Svg>) -> Occupancy {
        let points = &self.ranked.points;
        let known = points.iter().position(|point| !is_rough(point)).unwrap_or(points.len());
        let (rough, known) = points.split_at(known);
        let mut taken = Occupancy::within(Rect {
            left: self.plot.left + 4.0,
            top: self.plot.top - 0.6 * self.style.text,
            right: self.frame.width,
            ..self.plot
        });
        let last = points.last().map_or(self.panel.x_ticks.high(), |point| point.year);
        for (points, dashed, until) in [(rough, true, known.first().map_or(last, |point| point.year)), (known, false, last)] {
            let stairs = self.stairs(points, until);
            if dashed {
                painter.dashed(&stairs, Stroke(Token::Edge, 1.5), (4.0, 4.0));
            } else {
                painter.line(&stairs, Stroke(Token::Ink3, 1.5));
            }
            taken.keep_line(stairs);
        }
        for point in leaders(points) {
            let at = self.at(point);
            painter.disc(at, self.style.point, Token::Paper);
            let marker = if is_rough(point) { Marker::hollow } else { Marker::filled };
            marker(Shape::Circle, &self.style).draw(painter, at);
            taken.keep(Rect::around(at, self.style.point + 1.0, self.style.point + 1.0));
        }
        taken
    }

    /// The device: a heavy line for as long as it would have been the fastest, a dashed one from then on.
    fn level(&self, painter: &mut Painter<Svg>, taken: &mut Occupancy) {
        let Some((speed, all)) = self.ranked.level() else { return };
        let (style, language, s) = (&self.style, self.frame.language, Strings::of(self.frame.language));
        let Rect { left, right, bottom, .. } = self.plot;
        let points = &self.ranked.points;
        let y = self.panel.y.at(speed);
        let ever = points.first().is_some_and(|first| first.value <= speed);
        let end = beaten(points, speed).filter(|_| ever);
        let x = if ever { end.map_or(right, |point| self.panel.x.at(point.year)) } else { left };
        painter.dashed(&[(x, y), (right, y)], Stroke(Token::Ink2, 1.5), (7.0, 5.0));
        painter.line(&[(left, y), (x, y)], Stroke(Token::Ink, style.line));
        taken.keep_line(vec![(left, y), (right, y)]);
        let line = 1.2 * style.text;
        let name = if all { s.device_name } else { s.device_one_core };
        let value = with_unit(&flop_per_s(speed, language));
        let width = style.width(name, true).max(style.width(&value, false));
        if let Some(end) = end {
            painter.dashed(&[(x, y), (x, bottom)], Stroke(Token::Ink2, 1.0), (2.0, 3.0));
            painter.dot((x, y), style.dot, Token::Ink);
            taken.keep_line(vec![(x, y), (x, bottom)]);
            let text = fill(s.device_until, &[("date", &date_told(end, language))]);
            let size = (style.width(&text, false), 1.02 * style.text);
            let rows = [0.8, 2.0, 3.2].map(|row| (x, bottom - row * style.text));
            let found = taken.place(rows.into_iter().flat_map(|at| [1.0, -1.0].map(|side| beside(at, (side, 0.0), size, 7.0))));
            self.write(painter, found, &text, false);
        }
        // Over its left part the sky is empty; under its right part there is room where it stands high enough.
        let (start, stop, last) = (left + 7.0, right - width - 2.0, self.frame.width - width - 4.0);
        let above = y - 0.5 * style.text - 1.02 * style.text - line;
        let below = y + 0.6 * style.text;
        let boxes = [(start, above), (stop, below), (last, below), (start, below), (stop, above)];
        let boxes = boxes.map(|(left, top)| Rect { left, top, right: left + width, bottom: top + 1.02 * style.text + line });
        if let Some(found) = taken.place(boxes) {
            // Letters may be wider than they are thought to be: no name begins right beside one's own.
            taken.keep(found.grown(10.0));
            let first = Rect { bottom: found.bottom - line, ..found };
            self.write(painter, Some(first), name, true);
            self.write(painter, Some(found), &value, false);
        }
    }

    fn names(&self, painter: &mut Painter<Svg>, taken: &mut Occupancy) {
        for point in leaders(&self.ranked.points).filter(|point| NAMED.contains(&point.name.as_str())) {
            let size = (self.style.width(&point.name, false), 1.02 * self.style.text);
            let sides = [(1.0, 1.0), (1.0, 0.0), (-1.0, -1.0), (-1.0, 0.0), (1.0, -1.0)];
            let found = taken.place(sides.map(|side| beside(self.at(point), side, size, 8.0)));
            self.write(painter, found, &point.name, false);
        }
    }

    fn write(&self, painter: &mut Painter<Svg>, found: Option<Rect>, text: &str, bold: bool) {
        if let Some(found) = found {
            let token = if bold { Token::Ink } else { Token::Ink2 };
            let lettering = TextStyle { halo: true, bold, ..self.style.letters(token, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), text, &lettering);
        }
    }
}
