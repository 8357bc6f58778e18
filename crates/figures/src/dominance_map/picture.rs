//! The picture of `dominance-map`: a shaded map with lines of equal error, the objects, and the reader's point.

mod labels;

use crate::dominance_map::Strings;
use plotters_backend::DrawingBackend;

use super::{
    CONTOURS,
    map::Map,
    parameters::{bounds, quantity},
};
use labels::{Labels, Word};
use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect, Scale, cut, decades, outlined},
    format::{NARROW_SPACE, short},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// How far a simplified outline may be from the true one, in units: less than can be seen.
const TOLERANCE: f64 = 0.2;

/// log10 of the errors from which the shading is one degree weaker: half decades from 0.01 % on.
const DEGREES: [f64; 8] = [-4.0, -3.5, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5];

/// Errors of two faint lines, so that the shading has numbers where no heavier line passes.
const FAINT: [f64; 2] = [1e-4, 1e-3];

/// From the edge of the map to the letters around it.
const EDGE: f64 = 10.5;

/// What the axes show in one of the screen's units: SI units.
const GRAM: f64 = 1e-3;
const SQUARE_CENTIMETRE: f64 = 1e-4;

/// Where the map lies in the frame.
struct Layout {
    style: ChartStyle,
    plot: Rect,
    mass: Scale,
    area: Scale,
}

impl Layout {
    fn of(frame: &Frame) -> Self {
        let style = ChartStyle::of(frame);
        let plot = Rect {
            left: (style.width(&short(1e4, 1, frame.language), false) + 12.0).round(),
            // The reader's point may stand on the edge, and covers no letters there.
            top: (EDGE + 0.9 * style.text).round(),
            right: frame.width - 9.0,
            bottom: (frame.height - EDGE - 2.5 * style.text).round(),
        };
        let mass = Scale::log(bounds("mass"), (plot.left, plot.right));
        let area = Scale::log(bounds("area"), (plot.bottom, plot.top));
        Self { style, plot, mass, area }
    }

    fn at(&self, (mass, area): (f64, f64)) -> Point {
        (self.mass.at(mass), self.area.at(area))
    }
}

/// The place of a mass (kg) and an area (m²).
#[must_use]
pub fn place(frame: &Frame, point: (f64, f64)) -> Point {
    Layout::of(frame).at(point)
}

/// The mass (kg) and the area (m²) at a place, to three digits and within the bounds.
#[must_use]
pub fn values_at(frame: &Frame, (x, y): Point) -> (f64, f64) {
    let Rect { left, right, top, bottom } = Layout::of(frame).plot;
    let along = |name: &str, share: f64| {
        let Some(quantity) = quantity(name) else { return f64::NAN };
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        let value = quantity.value_at(quantity.first() + share * (quantity.last() - quantity.first()));
        let digits = 10_f64.powi(2 - value.log10().floor() as i32);
        quantity.nearest((value * digits).round() / digits)
    };
    (along("mass", (x - left) / (right - left)), along("area", (bottom - y) / (bottom - top)))
}

/// The picture for one frame.
pub struct Picture<'a> {
    frame: &'a Frame,
    layout: Layout,
    map: &'a Map,
    /// Where bodies land; beyond its left edge they do not.
    land: Rect,
    point: Point,
    error: Option<f64>,
}

impl<'a> Picture<'a> {
    /// A map with the reader's point, its mass (kg) and area (m²), and the error there.
    #[must_use]
    pub fn of(frame: &'a Frame, map: &'a Map, point: (f64, f64), error: Option<f64>) -> Self {
        let layout = Layout::of(frame);
        let left = map.plane.map_or(layout.plot.right, |plane| layout.mass.at(plane.mass.0));
        let (land, point) = (Rect { left, ..layout.plot }, layout.at(point));
        Self { frame, layout, map, land, point, error }
    }

    /// Draws the map.
    pub fn still(&self, svg: &mut Svg) {
        self.draw_still(&mut Painter::new(svg));
    }

    /// Draws the reader's point.
    pub fn moving(&self, svg: &mut Svg) {
        self.draw_moving(&mut Painter::new(svg));
    }

    /// The errors that have a line, and whether it is a heavy one. Phones have no room for faint ones.
    fn contours(&self) -> impl Iterator<Item = (f64, bool)> {
        let faint: &[f64] = if self.frame.narrow { &[] } else { &FAINT };
        CONTOURS.iter().map(|error| (*error, true)).chain(faint.iter().map(|error| (*error, false)))
    }

    /// Lines of an error across the map.
    fn lines(&self, error: f64) -> Vec<Vec<Point>> {
        let lines = self.map.field(self.land).lines(error.log10());
        lines.iter().map(|line| outlined(line, TOLERANCE)).collect()
    }

    fn draw_still<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        self.grid(painter);
        for degree in DEGREES {
            let outlines: Vec<Vec<Point>> =
                self.map.field(self.land).below(degree).iter().map(|outline| outlined(outline, TOLERANCE)).collect();
            painter.area(&outlines, Token::Tint);
        }
        self.hatch(painter);
        let labels = Labels::of(self);
        let clear = labels.clear();
        for (line, heavy) in &labels.lines {
            let stroke = if *heavy { Stroke(Token::Ink, 1.75) } else { Stroke(Token::Edge, 1.0) };
            for piece in cut(line, &clear) {
                painter.line(&piece, stroke);
            }
        }
        self.axes(painter);
        for object in &labels.objects {
            painter.disc(*object, self.layout.style.dot - 0.5, Token::Paper);
            painter.circle(*object, self.layout.style.dot - 0.5, Stroke(Token::Ink, 1.5));
        }
        for word in &labels.words {
            self.word(painter, word);
        }
    }

    fn draw_moving<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let labels = Labels::of(self);
        let dot = self.layout.style.dot;
        painter.disc(self.point, dot + 5.5, Token::Paper);
        painter.circle(self.point, dot + 4.0, Stroke(Token::Ink, 1.75));
        painter.disc(self.point, dot, Token::Ink);
        if let Some(value) = &labels.value {
            self.word(painter, value);
        }
    }

    fn word<B: DrawingBackend>(&self, painter: &mut Painter<B>, word: &Word) {
        let style = &self.layout.style;
        let letters = if word.bold { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink, Anchor::Start) };
        // A rim of paper would be a hole in the shading; over the hatching it is needed.
        let lettering = TextStyle { halo: word.found.left < self.land.left, ..letters };
        painter.text((word.found.left, word.found.baseline(style.text)), &word.text, &lettering);
    }

    /// Lines at the labelled decades.
    fn grid<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let Rect { left, top, right, bottom } = self.layout.plot;
        for (area, _) in self.areas().filter(|(_, labelled)| *labelled) {
            let y = self.layout.area.at(area);
            if y < bottom - 0.5 {
                painter.line(&[(left, y), (right, y)], Stroke(Token::Rule, 1.0));
            }
        }
        for (mass, _) in self.masses().filter(|(_, labelled)| *labelled) {
            let x = self.layout.mass.at(mass);
            if x > left + 0.5 {
                painter.line(&[(x, top), (x, bottom)], Stroke(Token::Rule, 1.0));
            }
        }
    }

    fn masses(&self) -> impl Iterator<Item = (f64, bool)> + use<> {
        let (low, high) = bounds("mass");
        decades(low, high, 2)
    }

    fn areas(&self) -> impl Iterator<Item = (f64, bool)> + use<> {
        let (low, high) = bounds("area");
        decades(low, high, 2)
    }

    /// Axes with a tick at every decade, numbers, quantities and units.
    fn axes<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, language) = (&self.layout.style, self.frame.language);
        let s = Strings::of(language);
        let Rect { left, top, right, bottom } = self.layout.plot;
        let (edge, numbers) = (Stroke(Token::Edge, style.axis), |anchor| style.letters(Token::Ink2, anchor));
        painter.line(&[(left, top), (left, bottom), (right, bottom)], edge);
        for (area, labelled) in self.areas() {
            let y = self.layout.area.at(area);
            painter.line(&[(left - 4.0, y), (left, y)], edge);
            if labelled {
                let text = short(area / SQUARE_CENTIMETRE, 2, language);
                painter.text((left - EDGE, y + style.drop()), &text, &numbers(Anchor::End));
            }
        }
        let baseline = bottom + EDGE + 0.75 * style.text;
        let greatest = bounds("mass").1;
        for (mass, labelled) in self.masses() {
            let x = self.layout.mass.at(mass);
            painter.line(&[(x, bottom), (x, bottom + if labelled { 7.0 } else { 4.0 })], edge);
            let text = short(mass / GRAM, 2, language);
            if mass > 0.9 * greatest {
                painter.text((right + 8.0, baseline), &format!("{text}{NARROW_SPACE}g"), &numbers(Anchor::End));
            } else if labelled {
                painter.text((x, baseline), &text, &numbers(Anchor::Middle));
            }
        }
        painter.text((left, top - EDGE), s.picture_map_area, &style.bold(Token::Ink, Anchor::Start));
        painter.text((right + 8.0, baseline + 1.4 * style.text), s.picture_map_mass, &style.bold(Token::Ink, Anchor::End));
    }

    /// Marks the part of the map where nothing lands.
    fn hatch<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let Rect { left, top, bottom, .. } = self.layout.plot;
        let right = self.land.left;
        if right - left < 0.5 {
            return;
        }
        let mut start = left - (bottom - top);
        while start < right {
            // From the lower left upwards, cut at both sides.
            let (from, to) = (start.max(left), (start + bottom - top).min(right));
            if to > from {
                painter.line(&[(from, bottom - (from - start)), (to, bottom - (to - start))], Stroke(Token::Rule, 1.0));
            }
            start += 9.0;
        }
        painter.line(&[(right, top), (right, bottom)], Stroke(Token::Edge, 1.25));
    }
}
