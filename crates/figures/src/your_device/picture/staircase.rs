//! The history as a staircase: each number one holds its level until the next one comes.

use crate::your_device::history::{is_rough, leaders};
use pendrop_kit::{
    chart::{ChartStyle, Marker, Occupancy, Painter, Point, Rect, Shape},
    svg::{Stroke, Svg, Token},
    tables,
};

use super::layout::Layout;

/// The staircase in its place.
pub struct Staircase {
    /// Where only the order of magnitude is known.
    rough: Vec<Point>,
    /// The rest.
    known: Vec<Point>,
    /// Where another machine became number one, and whether no more than its order of magnitude is known.
    leaders: Vec<(Point, bool)>,
}

impl Staircase {
    /// The history in a chart; names must keep clear of it.
    pub fn new(points: &[tables::Point], layout: &Layout, taken: &mut Occupancy) -> Self {
        let known = points.iter().position(|point| !is_rough(point)).unwrap_or(points.len());
        let (rough, known) = points.split_at(known);
        let last = points.last().map_or(layout.axes.x_ticks.high(), |point| point.year);
        let rough = stairs(rough, known.first().map_or(last, |point| point.year), layout);
        let known = stairs(known, last, layout);
        taken.keep_line(rough.clone());
        taken.keep_line(known.clone());
        let leaders: Vec<_> = leaders(points).map(|(_, point)| (layout.at(point), is_rough(point))).collect();
        let reach = layout.style.point + 1.0;
        leaders.iter().for_each(|(at, _)| taken.keep(Rect::around(*at, reach, reach)));
        Self { rough, known, leaders }
    }

    /// Draws it, dashed where only the order of magnitude is known.
    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        painter.dashed(&self.rough, Stroke(Token::Edge, 1.5), (4.0, 4.0));
        painter.line(&self.known, Stroke(Token::Ink3, 1.5));
        for (at, rough) in &self.leaders {
            painter.disc(*at, style.point, Token::Paper);
            let marker = if *rough { Marker::hollow } else { Marker::filled };
            marker(Shape::Circle, style).draw(painter, *at);
        }
    }
}

/// The speed of the fastest computer up to a year: level until the next one comes.
fn stairs(points: &[tables::Point], until: f64, layout: &Layout) -> Vec<Point> {
    let mut stairs: Vec<Point> = Vec::new();
    for point in points {
        let (x, y) = layout.at(point);
        if let Some((_, before)) = stairs.last().copied() {
            stairs.push((x, before));
        }
        stairs.push((x, y));
    }
    if let Some((_, last)) = stairs.last().copied() {
        stairs.push((layout.axes.x.at(until), last));
    }
    stairs
}
