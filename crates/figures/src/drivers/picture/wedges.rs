//! The wedges: what each driver adds to the decades over the years.

use plotters_backend::DrawingBackend;

use super::{super::contributions::Contribution, token};
use pendrop_kit::{
    chart::{Axes, Painter, Point},
    svg::{Stroke, Token},
};
use pendrop_science::growth::Driver;

/// Between the lines that hatch a wedge.
const HATCH: f64 = 7.0;

/// A driver's wedge, from a point at the start to its range at the end.
pub(super) struct Wedge {
    pub driver: Driver,
    /// How many decades the driver brings.
    pub decades: f64,
    /// Where all wedges begin.
    pub start: Point,
    /// The end of the edge that it lies on.
    pub from: Point,
    /// The end of its other edge.
    pub to: Point,
}

impl Wedge {
    pub fn of(contribution: &Contribution, axes: &Axes, years: f64) -> Self {
        let end = |decades: f64| axes.at(years, 10_f64.powf(decades));
        Self {
            driver: contribution.driver,
            decades: contribution.decades(),
            start: axes.at(0.0, 1.0),
            from: end(contribution.range.0),
            to: end(contribution.range.1),
        }
    }

    /// The lines around it.
    pub fn outline(&self) -> Vec<Point> {
        vec![self.start, self.from, self.to, self.start]
    }

    /// The height of its middle at the end.
    pub fn middle(&self) -> f64 {
        (self.from.1 + self.to.1) / 2.0
    }

    /// Fills or hatches it.
    pub fn draw_area<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        match self.driver {
            Driver::Price => painter.fill(&[self.start, self.from, self.to], Token::Band),
            Driver::Spending => self.hatch(painter, 0.0),
            Driver::Algorithms => self.hatch(painter, 1.0),
        }
    }

    /// Hatches it with lines that fall by `slope` to the right: upright ones for a slope of 0.
    fn hatch<B: DrawingBackend>(&self, painter: &mut Painter<B>, slope: f64) {
        let start = self.start;
        // Rises of the two edges, upwards.
        let rise = |end: Point| (start.1 - end.1) / (end.0 - start.0);
        let (lower, upper) = (rise(self.from).min(rise(self.to)), rise(self.from).max(rise(self.to)));
        let reach = self.from.0 - start.0;
        let stroke = Stroke(token(self.driver), 1.0);
        let mut along = HATCH;
        // Where a line leaves the wedge below, measured to the right; above, it is entered further left.
        while along < reach * (1.0 + slope * (1.0 + upper.abs())) {
            let (left, right) = if slope == 0.0 {
                (along, along)
            } else {
                // height = along × (1 + lower) − x meets the edges at height = rise × x.
                let height = along * (1.0 + lower.max(0.0));
                (height / (1.0 + upper), (height / (1.0 + lower)).min(reach))
            };
            if left <= right && left <= reach {
                let top = start.1 - upper * left;
                let bottom = if slope == 0.0 { start.1 - lower * right } else { top + (right - left) };
                painter.line(&[(start.0 + left, top), (start.0 + right, bottom)], stroke);
            }
            along += if slope == 0.0 { HATCH } else { 1.4 * HATCH };
        }
    }
}

/// Draws the edges between the wedges; the last one, which is what all come to, in any case.
pub(super) fn draw_edges<B: DrawingBackend>(wedges: &[Wedge; 3], painter: &mut Painter<B>, width: f64) {
    for (place, wedge) in wedges.iter().enumerate().filter(|(place, wedge)| *place == 2 || wedge.decades != 0.0) {
        let stroke = match place {
            2 => Stroke(Token::Ink, width),
            0 => Stroke(token(wedge.driver), width),
            _ => Stroke(token(wedge.driver), 2.25),
        };
        painter.line(&[wedge.start, wedge.to], stroke);
    }
}
