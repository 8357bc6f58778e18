//! The wedges: what each driver adds to the decades over the years.

use plotters_backend::DrawingBackend;

use super::{super::contributions::Contribution, token};
use pendrop_kit::{
    chart::{Axes, Painter, Point},
    svg::{Stroke, Token},
};
use pendrop_science::growth::{Driver, Level};

/// Between the lines that hatch a wedge, along an axis.
const HATCH: f64 = 7.0;

/// Directions of hatches.
const UPRIGHT: Point = (0.0, 1.0);
const LEVEL: Point = (1.0, 0.0);
const FALLING: Point = (1.0, 1.0);
const RISING: Point = (1.0, -1.0);

/// A driver's wedge, from a point at the start to its range at the end.
pub(super) struct Wedge {
    pub driver: Driver,
    /// Its colour.
    pub token: Token,
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
    pub fn of(contribution: &Contribution, axes: &Axes, years: f64, dominant: Option<Level>) -> Self {
        let end = |decades: f64| axes.at(years, 10_f64.powf(decades));
        Self {
            driver: contribution.driver,
            token: token(contribution.driver, dominant),
            decades: contribution.decades(),
            start: axes.at(0.0, 1.0),
            from: end(contribution.range.0),
            to: end(contribution.range.1),
        }
    }

    /// The lines around it.
    pub fn outline(&self) -> Vec<Point> {
        let [start, from, to] = self.corners();
        vec![start, from, to, start]
    }

    /// Lines so close that no label finds room between them: those around it, and rays through it.
    pub fn covering(&self) -> Vec<Vec<Point>> {
        let rays = ((self.to.1 - self.from.1).abs() / HATCH).ceil().max(1.0) as u32;
        let ray = |step: u32| {
            let share = f64::from(step) / f64::from(rays);
            vec![self.start, (self.from.0 + share * (self.to.0 - self.from.0), self.from.1 + share * (self.to.1 - self.from.1))]
        };
        [self.outline()].into_iter().chain((1..rays).map(ray)).collect()
    }

    /// The height of its middle at the end.
    pub fn middle(&self) -> f64 {
        (self.from.1 + self.to.1) / 2.0
    }

    /// Fills or hatches it.
    pub fn draw_area<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        match self.driver {
            _ if self.token == Token::Accent => painter.fill(&self.corners(), Token::Band),
            Driver::Price => self.hatch(painter, RISING),
            Driver::Spending => self.hatch(painter, UPRIGHT),
            Driver::Other => self.hatch(painter, LEVEL),
            Driver::Algorithms => self.hatch(painter, FALLING),
        }
    }

    fn corners(&self) -> [Point; 3] {
        [self.start, self.from, self.to]
    }

    /// Hatches it with lines in a direction.
    fn hatch<B: DrawingBackend>(&self, painter: &mut Painter<B>, (along, down): Point) {
        // How far a point lies across the lines, counted from the start.
        let across = |(x, y): Point| (x - self.start.0) * down - (y - self.start.1) * along;
        let corners = self.corners();
        let (low, high) =
            corners.iter().map(|corner| across(*corner)).fold((0.0_f64, 0.0_f64), |(low, high), at| (low.min(at), high.max(at)));
        // Slanting lines lie closer than they are apart along the axes.
        let gap = if along * down == 0.0 { HATCH } else { 1.4 * HATCH };
        for number in (low / gap).ceil() as i32..=(high / gap).floor() as i32 {
            let at = f64::from(number) * gap;
            let sides = [(corners[0], corners[1]), (corners[1], corners[2]), (corners[2], corners[0])];
            let mut crossed: Vec<_> = sides
                .into_iter()
                .filter_map(|(one, other)| {
                    let (before, after) = (across(one) - at, across(other) - at);
                    // Half-open, so that a line through a corner meets one of its two sides.
                    let share = ((before < 0.0) != (after < 0.0)).then(|| before / (before - after))?;
                    Some((one.0 + share * (other.0 - one.0), one.1 + share * (other.1 - one.1)))
                })
                .collect();
            // There and back, so that the steps from one line to the next are alike: they pack well.
            if number % 2 == 0 {
                crossed.reverse();
            }
            painter.line(&crossed, Stroke(self.token, 1.0));
        }
    }
}

/// Draws the edges of the wedges. Compute ends in ink, like the whole, unless it is what dominates; the whole is drawn in any case.
pub(super) fn draw_edges<B: DrawingBackend>(wedges: &[Wedge; 4], painter: &mut Painter<B>, width: f64, dominant: Option<Level>) {
    for (place, wedge) in wedges.iter().enumerate().filter(|(place, wedge)| *place > 1 || wedge.decades != 0.0) {
        let stroke = match place {
            3 => Stroke(Token::Ink, width),
            2 if dominant == Some(Level::Compute) => Stroke(Token::Accent, width),
            2 => Stroke(Token::Ink, 1.5),
            _ => Stroke(wedge.token, 2.25),
        };
        painter.line(&[wedge.start, wedge.to], stroke);
    }
}
