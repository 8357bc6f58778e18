//! What is written beside the points and the line, where there is room for it.

use super::{DASH, Picture, families};
use crate::compute_trend::{Strings, words};
use pendrop_kit::{
    chart::{Marker, Occupancy, Painter, Point, Rect, Shape, beside, between, limited},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
    tables,
};

/// Directions from a point, the most legible first: right, left, above, below, and aslant.
const SIDES: [Point; 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-1.0, -1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, 1.0)];

/// Between the name of a kind of points and anything else, so that its mark is not taken for one of them.
const MARGIN: f64 = 4.0;

impl Picture<'_> {
    /// The points that are named, and what the chart calls them; of several of one name the earliest.
    pub(super) fn named(&self) -> impl Iterator<Item = (&tables::Point, &'static str)> {
        let find = |name: &str| self.trend.points().iter().find(|point| point.name == name);
        families::names(self.trend.dataset).iter().filter_map(move |(name, shown)| find(name).map(|point| (point, *shown)))
    }

    /// What labels keep clear of: points, the line with its band, and the ends of the range.
    fn taken(&self) -> Occupancy {
        let plot = self.panel.plot;
        let bounds = Rect { left: plot.left + 4.0, top: plot.top, right: self.frame.width - 1.0, bottom: plot.bottom - 14.0 };
        let mut taken = Occupancy::within(bounds);
        let reach = self.style.point + 2.0;
        for at in self.places() {
            taken.keep(Rect::around(at, reach, reach));
        }
        for (x, _) in self.ends() {
            taken.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
        }
        let band = self.band();
        taken.keep_line(band);
        for line in self.line(plot.left, plot.right) {
            taken.keep_line(line);
        }
        taken
    }

    fn write(&self, painter: &mut Painter<Svg>, found: Rect, text: &str, token: Token, bold: bool) {
        let lettering = TextStyle { halo: true, bold, ..self.style.letters(token, Anchor::Start) };
        painter.text((found.left, found.baseline(self.style.text)), text, &lettering);
    }

    pub(super) fn draw_labels(&self, painter: &mut Painter<Svg>) {
        let mut taken = self.taken();
        let height = 1.02 * self.style.text;
        self.draw_guess(painter, &mut taken);
        for (point, name) in self.named() {
            let size = (self.style.width(name, false), height);
            let boxes = [7.0, 13.0].into_iter().flat_map(|gap| SIDES.map(|side| beside(self.at(point), side, size, gap)));
            if let Some(found) = taken.place(boxes) {
                let within = self.trend.from <= point.year && point.year <= self.trend.to;
                painter.dot(self.at(point), self.style.point, if within { Token::Ink } else { Token::Edge });
                self.write(painter, found, name, Token::Ink, false);
                taken.keep(found.grown(6.0));
            }
        }
        self.draw_trend_label(painter, &mut taken);
        self.draw_family_labels(painter, &mut taken);
    }

    /// How fast it grows, near the middle of the fitted line, and what line and band are.
    fn draw_trend_label(&self, painter: &mut Painter<Svg>, taken: &mut Occupancy) {
        let s = Strings::of(self.frame.language);
        let Ok(fit) = &self.trend.fit else { return };
        let Some(time) = fit.tenfold_time() else { return };
        let speed = if time > 0.0 { words::tenfold(time, self.frame.language) } else { words::tenth(-time, self.frame.language) };
        let what = if self.trend.intervals.is_some() { s.trend_picture_band } else { s.trend_picture_line };
        let [(from, _), (to, _)] = self.ends();
        let line: Vec<Point> = self.line(from, to).concat();
        for texts in [&[&*speed, what][..], &[&*speed]] {
            let widths = [true, false].map(|bold| self.style.width(texts[usize::from(!bold).min(texts.len() - 1)], bold));
            let size = (widths[0].max(widths[1]), (1.2 * (texts.len() - 1) as f64 + 1.02) * self.style.text);
            if let Some((found, side)) = along(&line, size, taken) {
                for (row, text) in texts.iter().enumerate() {
                    let baseline = found.top + (0.8 + 1.2 * row as f64) * self.style.text;
                    let (x, anchor) = if side < 0.0 { (found.right, Anchor::End) } else { (found.left, Anchor::Start) };
                    let lettering = TextStyle { halo: true, bold: row == 0, ..self.style.letters(Token::Accent, anchor) };
                    painter.text((x, baseline), text, &lettering);
                }
                return;
            }
        }
    }

    /// The kinds of points, each with its mark, as near to its points as there is room.
    fn draw_family_labels(&self, painter: &mut Painter<Svg>, taken: &mut Occupancy) {
        let s = Strings::of(self.frame.language);
        for family in families::of(self.trend.dataset) {
            let Some(label) = family.label else { continue };
            let members: Vec<_> = self.trend.points().iter().filter(|point| family.has(point)).map(|point| self.at(point)).collect();
            if members.is_empty() {
                continue;
            }
            let count = members.len() as f64;
            let (x, y) = members.iter().fold((0.0, 0.0), |(x, y), at| (x + at.0 / count, y + at.1 / count));
            let (text, before) = (label(s), 2.0 * self.style.point + 6.0);
            let half = ((before + self.style.width(text, false)) / 2.0, 0.51 * self.style.text);
            let rings = (1..40).flat_map(|ring| (0..16).map(move |step| (14.0 * f64::from(ring), f64::from(step) / 16.0)));
            let boxes = rings.map(|(reach, turn)| {
                let (sin, cos) = (std::f64::consts::TAU * turn).sin_cos();
                Rect::around((x + reach * cos, y + reach * sin), half.0 + MARGIN, half.1 + MARGIN)
            });
            if let Some(found) = taken.place(boxes).map(|found| found.grown(-MARGIN)) {
                let middle = found.baseline(self.style.text) - self.style.drop();
                Marker::hollow(family.shape, &self.style).draw(painter, (found.left + self.style.point, middle));
                self.write(painter, Rect { left: found.left + before, ..found }, text, Token::Ink2, false);
            }
        }
    }

    /// What the reader guessed, where it would lie; at the edge of the chart where that is beyond it.
    fn draw_guess(&self, painter: &mut Painter<Svg>, taken: &mut Occupancy) {
        let (Some(guess), Some((first, last))) = (self.frame.guess, self.trend.asked()) else { return };
        let y = self.y((first.value * guess).log10());
        let ((top, bottom), room) = (self.heights(), self.style.dot + 5.0);
        let (from, to) = (self.at(first), (self.x(last.year), limited(y, (top + room, bottom - room))));
        for piece in between(&[from, (to.0, y)], self.heights()) {
            painter.dashed(&piece, Stroke(Token::Ink2, 1.5), DASH);
            taken.keep_line(piece);
        }
        Marker { token: Token::Ink, radius: self.style.dot + 1.0, ..Marker::hollow(Shape::Triangle, &self.style) }.draw(painter, to);
        taken.keep(Rect::around(to, self.style.dot + 4.0, self.style.dot + 4.0));
        // Beyond the axis a place would be read as a value.
        let beyond = match y {
            y if y < top - 0.5 => " ↑",
            y if y > bottom + 0.5 => " ↓",
            _ => "",
        };
        let text = &(Strings::of(self.frame.language).trend_picture_guess.to_owned() + beyond);
        let size = (self.style.width(text, false), 1.02 * self.style.text);
        let near = beside(to, (-1.0, 0.0), size, 9.0);
        let boxes = [9.0, 24.0, 44.0, 70.0, 110.0].into_iter().flat_map(|gap| [0.0, -1.0, 1.0].map(|up| beside(to, (-1.0, up), size, gap)));
        // One's own guess is never without its words: among points they stand over them.
        let found = taken.place(boxes).unwrap_or_else(|| {
            taken.keep(near);
            near
        });
        self.write(painter, found, text, Token::Ink, false);
    }
}

/// The first free box beside a line, nearer to it first and then nearer to its middle; and on which side of it.
fn along(line: &[Point], size: Point, taken: &mut Occupancy) -> Option<(Rect, f64)> {
    let (first, last) = (line.first()?.0, line.last()?.0);
    let steep = line.last()?.1 < line.first()?.1;
    let sides = if steep { [(-1.0, -1.0), (1.0, 1.0)] } else { [(1.0, -1.0), (-1.0, 1.0)] };
    for gap in [8.0, 16.0, 28.0, 44.0, 64.0, 90.0, 130.0, 180.0] {
        for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85, 0.0, 1.0] {
            let x = first + share * (last - first);
            let Some(piece) = line.windows(2).find(|piece| piece[0].0 <= x && x <= piece[1].0) else { continue };
            let length = piece[1].0 - piece[0].0;
            let part = if length > 0.0 { (x - piece[0].0) / length } else { 0.0 };
            let y = piece[0].1 + part * (piece[1].1 - piece[0].1);
            for side in sides {
                if let Some(found) = taken.place([beside((x, y), side, size, gap)]) {
                    return Some((found, side.0));
                }
            }
        }
    }
    None
}
