//! Data points as small shapes. Many of one kind become one path in an SVG: draw them one after the other.

use std::f64::consts::TAU;

use plotters_backend::DrawingBackend;

use super::{axis::ChartStyle, line::Point, painter::Painter};
use crate::svg::{SCALE, Stroke, Token};

/// The shape of a data point. Groups in one chart take them in the order of [`Shape::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// ○
    Circle,
    /// □
    Square,
    /// △
    Triangle,
    /// ◇
    Diamond,
    /// ×, which is never filled.
    Cross,
}

impl Shape {
    /// All shapes, the ones that are told apart best first.
    pub const ALL: [Self; 5] = [Self::Circle, Self::Square, Self::Triangle, Self::Diamond, Self::Cross];

    /// The corners around a point. Shapes of one radius cover about the same area.
    fn corners(self, (x, y): Point, radius: f64) -> Vec<Point> {
        let (count, turn, reach) = match self {
            Self::Circle => (12, 0.0, 1.0),
            Self::Square => (4, 0.125, 1.25),
            Self::Triangle => (3, 0.75, 1.45),
            Self::Diamond => (4, 0.0, 1.3),
            Self::Cross => (4, 0.125, 1.2),
        };
        let corner = |place: i32| {
            let angle = TAU * (f64::from(place) / f64::from(count) + turn);
            (x + reach * radius * angle.cos(), y + reach * radius * angle.sin())
        };
        (0..count).map(corner).collect()
    }
}

/// How a data point is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marker {
    /// Its shape.
    pub shape: Shape,
    /// Whether it is filled or only an outline.
    pub filled: bool,
    /// Its colour.
    pub token: Token,
    /// Its radius: [`ChartStyle::point`], unless it is to stand out.
    pub radius: f64,
}

impl Marker {
    /// An outline in the colour and size of data points.
    #[must_use]
    pub fn hollow(shape: Shape, style: &ChartStyle) -> Self {
        Self { shape, filled: false, token: Token::Ink3, radius: style.point }
    }

    /// The same, filled.
    #[must_use]
    pub fn filled(shape: Shape, style: &ChartStyle) -> Self {
        Self { filled: true, ..Self::hollow(shape, style) }
    }

    /// Draws it around a point.
    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>, at: Point) {
        // On the drawing's own grid all markers of one kind are the same strokes, which pack well.
        let grid = |value: f64| (value * SCALE).round() / SCALE;
        let at = (grid(at.0), grid(at.1));
        let stroke = Stroke(self.token, 1.5);
        if (self.shape, self.filled) == (Shape::Circle, false) {
            return painter.circle(at, self.radius, stroke);
        }
        let corners = self.shape.corners(at, self.radius);
        match (self.shape, self.filled) {
            (Shape::Cross, _) => {
                painter.line(&[corners[0], corners[2]], stroke);
                painter.line(&[corners[1], corners[3]], stroke);
            }
            (_, true) => painter.fill(&corners, self.token),
            (_, false) => {
                // From the middle of a side, so that every corner is a join.
                let (first, last) = (corners[0], corners[corners.len() - 1]);
                let middle = ((first.0 + last.0) / 2.0, (first.1 + last.1) / 2.0);
                let mut outline = vec![middle];
                outline.extend(corners);
                outline.push(middle);
                painter.line(&outline, stroke);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::Language, picture::Frame, svg::Svg};

    fn drawn(shape: Shape, filled: bool, places: &[Point]) -> String {
        let style = ChartStyle::of(&Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None });
        let mut svg = Svg::new(640.0, 480.0);
        for at in places {
            Marker { filled, ..Marker::hollow(shape, &style) }.draw(&mut Painter::new(&mut svg), *at);
        }
        svg.markup()
    }

    #[test]
    fn markers_of_one_kind_are_one_path() {
        for shape in Shape::ALL {
            for filled in [false, true] {
                let markup = drawn(shape, filled, &[(10.0, 20.0), (30.333, 11.777), (50.05, 60.04)]);
                assert_eq!(markup.matches("<path").count(), 1, "{markup}");
            }
        }
    }

    #[test]
    fn markers_of_one_kind_have_the_same_strokes() {
        let markup = drawn(Shape::Circle, true, &[(10.0, 20.0), (30.333, 11.777)]);
        let outlines: Vec<_> =
            markup.split(['m', 'z']).skip(1).filter_map(|outline| outline.split_once('l')).map(|(_, strokes)| strokes).collect();
        assert_eq!(outlines.len(), 2);
        assert_eq!(outlines[0], outlines[1]);
    }

    #[test]
    fn triangles_point_upwards() {
        let corners = Shape::Triangle.corners((0.0, 0.0), 1.0);
        assert!(corners[0].1 < -1.4 && corners[1].1 > 0.7 && corners[2].1 > 0.7);
    }
}
