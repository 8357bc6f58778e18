//! The picture of `your-device`: the fastest computers as a staircase through the decades, and how high the device stands.

use super::{
    Ranked,
    history::{beaten, date_told, is_rough, leaders},
    outcome::flop_per_s,
};
use crate::{
    anatomy::{Frame, Mark},
    chart::{Look, Point, Rect, Scale, Sheet, Taken, beside, decades, fixed},
    format::{power_of_ten, with_unit},
    locale::fill,
    svg::{Anchor, Lettering, Stroke, Svg, Token},
    tables,
};

/// Machines whose names help to find one's way, if the table has them.
const NAMED: [&str; 5] = ["CDC 6600", "Cray-1", "ASCI Red", "Earth-Simulator", "El Capitan"];

/// Every so many powers of ten have a number.
const LABELLED: usize = 4;

/// Draws the whole picture.
pub(super) fn draw(svg: &mut Svg, frame: &Frame, ranked: &Ranked) {
    let picture = Picture::of(frame, ranked);
    let sheet = &mut Sheet::new(svg);
    picture.axes(sheet);
    let mut taken = picture.history(sheet);
    picture.level(sheet, &mut taken);
    picture.names(sheet, &mut taken);
}

/// Where the reader can ask.
pub(super) fn marks<'a>(frame: &Frame, ranked: &'a Ranked) -> Vec<Mark<'a>> {
    let picture = Picture::of(frame, ranked);
    ranked.points.iter().map(|point| Mark { at: picture.at(point), name: &point.name }).collect()
}

struct Picture<'a> {
    look: Look,
    frame: &'a Frame,
    ranked: &'a Ranked,
    plot: Rect,
    years: (f64, f64),
    speeds: (f64, f64),
    x: Scale,
    y: Scale,
}

impl<'a> Picture<'a> {
    fn of(frame: &'a Frame, ranked: &'a Ranked) -> Self {
        let look = Look::of(frame);
        let (first, last) = (ranked.points.first(), ranked.points.last());
        let years = (
            (first.map_or(1960.0, |point| point.year) / 10.0).floor() * 10.0,
            (last.map_or(2030.0, |point| point.year) / 10.0).ceil() * 10.0,
        );
        // As high as the history, or as the device where that is higher.
        let device = ranked.level().map(|(speed, _)| speed);
        let highest = last.map_or(1e18, |point| point.value).max(device.unwrap_or(0.0));
        let lowest = first.map_or(1e6, |point| point.value).min(device.unwrap_or(f64::INFINITY));
        let speeds = (10_f64.powf(lowest.log10().floor()), 10_f64.powf(highest.log10().ceil()));
        let plot = Rect {
            left: (look.width(&power_of_ten(18), false) + 12.0).round(),
            top: (3.0 * look.text).round(),
            right: frame.width - 0.5 * look.width("2030", false) - 2.0,
            bottom: (frame.height - 11.0 - look.text).round(),
        };
        let (x, y) = (Scale::linear(years, (plot.left, plot.right)), Scale::log(speeds, (plot.bottom, plot.top)));
        Self { look, frame, ranked, plot, years, speeds, x, y }
    }

    fn at(&self, point: &tables::Point) -> Point {
        (self.x.at(point.year), self.y.at(point.value))
    }

    fn axes(&self, sheet: &mut Sheet<Svg>) {
        let (look, s) = (&self.look, self.frame.language.strings());
        let Rect { left, right, bottom, .. } = self.plot;
        for (value, labelled) in decades(self.speeds.0, self.speeds.1, LABELLED) {
            let y = self.y.at(value);
            if labelled && y < bottom - 0.5 {
                sheet.line(&[(left, y), (right, y)], Stroke(Token::Rule, 1.0));
            }
            sheet.line(&[(left - if labelled { 7.0 } else { 4.0 }, y), (left, y)], Stroke(Token::Edge, look.axis));
            if labelled {
                let text = power_of_ten(value.log10().round() as i32);
                sheet.text((left - 10.0, y + look.drop()), &text, &look.letters(Token::Ink2, Anchor::End));
            }
        }
        sheet.line(&[(left, self.plot.top), (left, bottom)], Stroke(Token::Edge, look.axis));
        sheet.line(&[(left, bottom), (right, bottom)], Stroke(Token::Edge, look.axis));
        let each = if self.frame.narrow { 2 } else { 1 };
        let count = ((self.years.1 - self.years.0) / 10.0).round() as usize;
        for decade in 0..=count {
            let year = self.years.0 + 10.0 * decade as f64;
            let (x, labelled) = (self.x.at(year), decade % each == 0);
            sheet.line(&[(x, bottom), (x, bottom + if labelled { 7.0 } else { 4.0 })], Stroke(Token::Edge, look.axis));
            if labelled {
                let text = fixed(year, 0, self.frame.language);
                sheet.text((x, bottom + 9.0 + 0.8 * look.text), &text, &look.letters(Token::Ink2, Anchor::Middle));
            }
        }
        sheet.text((0.0, 0.85 * look.text), s.device_axis, &look.bold(Token::Ink, Anchor::Start));
        sheet.text((0.0, 2.05 * look.text), s.device_axis_log, &look.letters(Token::Ink2, Anchor::Start));
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
            stairs.push((self.x.at(until), last));
        }
        stairs
    }

    /// The staircase, dashed where only its order of magnitude is known. Gives what names must keep clear of.
    fn history(&self, sheet: &mut Sheet<Svg>) -> Taken {
        let points = &self.ranked.points;
        let known = points.iter().position(|point| !is_rough(point)).unwrap_or(points.len());
        let (rough, known) = points.split_at(known);
        let mut taken = Taken::within(Rect {
            left: self.plot.left + 4.0,
            top: self.plot.top - 0.6 * self.look.text,
            right: self.frame.width,
            ..self.plot
        });
        let last = points.last().map_or(self.years.1, |point| point.year);
        for (points, dashed, until) in [(rough, true, known.first().map_or(last, |point| point.year)), (known, false, last)] {
            let stairs = self.stairs(points, until);
            if dashed {
                sheet.dashed(&stairs, Stroke(Token::Edge, 1.5), (4.0, 4.0));
            } else {
                sheet.line(&stairs, Stroke(Token::Ink3, 1.5));
            }
            taken.keep_line(stairs);
        }
        let radius = if self.frame.narrow { 2.8 } else { 3.6 };
        for point in leaders(points) {
            let at = self.at(point);
            if is_rough(point) {
                sheet.disc(at, radius, Token::Paper);
                sheet.circle(at, radius, Stroke(Token::Ink3, 1.5));
            } else {
                sheet.disc(at, radius, Token::Ink3);
            }
            taken.keep(Rect::around(at, radius + 1.0, radius + 1.0));
        }
        taken
    }

    /// The device: a heavy line for as long as it would have been the fastest, a dashed one from then on.
    fn level(&self, sheet: &mut Sheet<Svg>, taken: &mut Taken) {
        let Some((speed, all)) = self.ranked.level() else { return };
        let (look, language, s) = (&self.look, self.frame.language, self.frame.language.strings());
        let Rect { left, right, bottom, .. } = self.plot;
        let points = &self.ranked.points;
        let y = self.y.at(speed);
        let ever = points.first().is_some_and(|first| first.value <= speed);
        let end = beaten(points, speed).filter(|_| ever);
        let x = if ever { end.map_or(right, |point| self.x.at(point.year)) } else { left };
        sheet.dashed(&[(x, y), (right, y)], Stroke(Token::Ink2, 1.5), (7.0, 5.0));
        sheet.line(&[(left, y), (x, y)], Stroke(Token::Ink, look.line));
        taken.keep_line(vec![(left, y), (right, y)]);
        let line = 1.2 * look.text;
        let name = if all { s.device_all_cores } else { s.device_one_core };
        let value = with_unit(&flop_per_s(speed, language));
        let width = look.width(name, true).max(look.width(&value, false));
        if let Some(end) = end {
            sheet.dashed(&[(x, y), (x, bottom)], Stroke(Token::Ink2, 1.0), (2.0, 3.0));
            sheet.dot((x, y), look.dot, Token::Ink);
            taken.keep_line(vec![(x, y), (x, bottom)]);
            let text = fill(s.device_until, &[("date", &date_told(end, language))]);
            let size = (look.width(&text, false), 1.02 * look.text);
            let rows = [0.8, 2.0, 3.2].map(|row| (x, bottom - row * look.text));
            let found = taken.place(rows.into_iter().flat_map(|at| [1.0, -1.0].map(|side| beside(at, (side, 0.0), size, 7.0))));
            self.write(sheet, found, &text, false);
        }
        // Over its left part the sky is empty; under its right part there is room where it stands high enough.
        let (start, stop) = (left + 7.0, right - width - 2.0);
        let above = y - 0.5 * look.text - 1.02 * look.text - line;
        let below = y + 0.6 * look.text;
        let boxes = [(start, above), (stop, below), (start, below), (stop, above)];
        let boxes = boxes.map(|(left, top)| Rect { left, top, right: left + width, bottom: top + 1.02 * look.text + line });
        if let Some(found) = taken.place(boxes) {
            let first = Rect { bottom: found.bottom - line, ..found };
            self.write(sheet, Some(first), name, true);
            self.write(sheet, Some(found), &value, false);
        }
    }

    fn names(&self, sheet: &mut Sheet<Svg>, taken: &mut Taken) {
        for point in leaders(&self.ranked.points).filter(|point| NAMED.contains(&point.name.as_str())) {
            let size = (self.look.width(&point.name, false), 1.02 * self.look.text);
            let sides = [(1.0, 1.0), (1.0, 0.0), (-1.0, -1.0), (-1.0, 0.0), (1.0, -1.0)];
            let found = taken.place(sides.map(|side| beside(self.at(point), side, size, 8.0)));
            self.write(sheet, found, &point.name, false);
        }
    }

    fn write(&self, sheet: &mut Sheet<Svg>, found: Option<Rect>, text: &str, bold: bool) {
        if let Some(found) = found {
            let token = if bold { Token::Ink } else { Token::Ink2 };
            let lettering = Lettering { halo: true, bold, ..self.look.letters(token, Anchor::Start) };
            sheet.text((found.left, found.baseline(self.look.text)), text, &lettering);
        }
    }
}
