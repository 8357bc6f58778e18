//! Where things are on the map, and what is drawn around and under it.

use std::sync::Arc;

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect, ScalarGrid, Scale, cut, decades, outlined},
    format::{NARROW_SPACE, short},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, Token},
};

use super::{TOLERANCE, labels::Label};
use crate::dominance_map::{
    CONTOURS, DominanceMapOutcome, Strings,
    parameters::{AREAS, MASSES},
};

/// Errors of two faint lines, so that the shading has numbers where no heavier line passes.
const FAINT: [f64; 2] = [1e-4, 1e-3];

/// From the edge of the map to the letters around it.
const EDGE: f64 = 10.5;

/// Where the map lies in the frame.
pub(super) struct Layout {
    pub style: ChartStyle,
    pub plot: Rect,
    mass: Scale,
    area: Scale,
}

impl Layout {
    fn of(frame: &Frame) -> Self {
        let style = ChartStyle::of(frame);
        let plot = Rect {
            left: (style.width(&short(1e4, 1, frame.language), false) + 12.0).round(),
            // The reader's point may stand on the edge, and covers no letters there.
            top: (EDGE + 1.1 * style.text).round(),
            right: frame.width - 9.0,
            bottom: (frame.height - EDGE - 2.5 * style.text).round(),
        };
        let mass = Scale::log((MASSES.min, MASSES.max), (plot.left, plot.right));
        let area = Scale::log((AREAS.min, AREAS.max), (plot.bottom, plot.top));
        Self { style, plot, mass, area }
    }

    pub fn at(&self, (mass, area): (f64, f64)) -> Point {
        (self.mass.at(mass), self.area.at(area))
    }
}

/// Where everything on the map is, but for its labels.
pub(super) struct Scene {
    pub outcome: Arc<DominanceMapOutcome>,
    pub frame: Frame,
    pub layout: Layout,
    /// Where bodies land; beyond its left edge they do not.
    pub land: Rect,
    /// The reader's point.
    pub point: Point,
}

impl Scene {
    pub fn of(outcome: Arc<DominanceMapOutcome>, frame: &Frame) -> Self {
        let layout = Layout::of(frame);
        let left = outcome.map.grid.map_or(layout.plot.right, |grid| layout.mass.at(grid.mass.0));
        let (land, point) = (Rect { left, ..layout.plot }, layout.at(outcome.point()));
        Self { outcome, frame: *frame, layout, land, point }
    }

    /// log10 of the error over the map.
    pub fn logs(&self) -> ScalarGrid<'_> {
        self.outcome.map.logs(self.land)
    }

    /// The errors that have a line, and whether it is a heavy one. Phones have no room for faint ones.
    pub fn contours(&self) -> impl Iterator<Item = (f64, bool)> {
        let faint: &[f64] = if self.frame.narrow { &[] } else { &FAINT };
        CONTOURS.iter().map(|error| (*error, true)).chain(faint.iter().map(|error| (*error, false)))
    }

    /// The error at the reader's point; nothing where nothing lands.
    pub fn error(&self) -> Option<f64> {
        self.outcome.drop.fall().prediction_error()
    }

    /// Lines of an error across the map.
    pub fn lines(&self, error: f64) -> Vec<Vec<Point>> {
        let lines = self.logs().lines(error.log10());
        lines.iter().map(|line| outlined(line, TOLERANCE)).collect()
    }

    pub fn draw_label(&self, painter: &mut Painter<Svg>, label: &Label) {
        let style = &self.layout.style;
        let letters = if label.bold { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink, Anchor::Start) };
        painter.text((label.found.left, label.found.baseline(style.text)), &label.text, &letters);
    }

    /// Lines at the labelled decades, where they leave these boxes clear.
    pub fn draw_rules(&self, painter: &mut Painter<Svg>, clear: &[Rect]) {
        let Rect { left, top, right, bottom } = self.layout.plot;
        let areas = decades(AREAS.min, AREAS.max, 2).filter(|(_, labelled)| *labelled).map(|(area, _)| self.layout.area.at(area));
        let masses = decades(MASSES.min, MASSES.max, 2).filter(|(_, labelled)| *labelled).map(|(mass, _)| self.layout.mass.at(mass));
        let across = areas.filter(|y| *y < bottom - 0.5).map(|y| [(left, y), (right, y)]);
        let up = masses.filter(|x| *x > left + 0.5).map(|x| [(x, top), (x, bottom)]);
        for piece in across.chain(up).flat_map(|line| cut(&line, clear)) {
            painter.line(&piece, Stroke(Token::Rule, 1.0));
        }
    }

    /// Axes with a tick at every decade, numbers, quantities and units.
    pub fn draw_axes(&self, painter: &mut Painter<Svg>) {
        let (style, language) = (&self.layout.style, self.frame.language);
        let s = Strings::of(language);
        let Rect { left, top, right, bottom } = self.layout.plot;
        let (edge, numbers) = (Stroke(Token::Edge, style.axis), |anchor| style.letters(Token::Ink2, anchor));
        painter.line(&[(left, top), (left, bottom), (right, bottom)], edge);
        for (area, labelled) in decades(AREAS.min, AREAS.max, 2) {
            let y = self.layout.area.at(area);
            painter.line(&[(left - 4.0, y), (left, y)], edge);
            if labelled {
                let text = short(area / AREAS.display.factor, 2, language);
                painter.text((left - EDGE, y + style.baseline_offset()), &text, &numbers(Anchor::End));
            }
        }
        let baseline = bottom + EDGE + 0.75 * style.text;
        for (mass, labelled) in decades(MASSES.min, MASSES.max, 2) {
            let x = self.layout.mass.at(mass);
            painter.line(&[(x, bottom), (x, bottom + if labelled { 7.0 } else { 4.0 })], edge);
            let text = short(mass / MASSES.display.factor, 2, language);
            if mass > 0.9 * MASSES.max {
                painter.text((right + 8.0, baseline), &format!("{text}{NARROW_SPACE}{}", MASSES.display.unit), &numbers(Anchor::End));
            } else if labelled {
                painter.text((x, baseline), &text, &numbers(Anchor::Middle));
            }
        }
        painter.text((left, top - EDGE - 0.2 * style.text), s.picture_map_area, &style.bold(Token::Ink, Anchor::Start));
        painter.text((right + 8.0, baseline + 1.4 * style.text), s.picture_map_mass, &style.bold(Token::Ink, Anchor::End));
    }

    /// Marks the part of the map where nothing lands, and leaves these boxes clear.
    pub fn draw_hatching(&self, painter: &mut Painter<Svg>, clear: &[Rect]) {
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
                for piece in cut(&[(from, bottom - (from - start)), (to, bottom - (to - start))], clear) {
                    painter.line(&piece, Stroke(Token::Rule, 1.0));
                }
            }
            start += 9.0;
        }
        for piece in cut(&[(right, top), (right, bottom)], clear) {
            painter.line(&piece, Stroke(Token::Edge, 1.25));
        }
    }
}
