//! The sheet a picture is drawn on.

use plotters_backend::{BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::{label::Rect, line::Point};
use crate::svg::{Dashed, Raster, SCALE, Stroke, Svg, TextStyle, Token, fine};

/// Any plotters backend, drawn on in units of the picture. The first error stops the drawing and is kept.
pub struct Painter<'a, B: DrawingBackend> {
    backend: &'a mut B,
    outcome: Result<(), DrawingErrorKind<B::ErrorType>>,
}

fn place(point: &Point) -> BackendCoord {
    (fine(point.0), fine(point.1))
}

impl<'a, B: DrawingBackend> Painter<'a, B> {
    /// A sheet on a backend.
    pub fn new(backend: &'a mut B) -> Self {
        Self { backend, outcome: Ok(()) }
    }

    /// What went wrong, if something did.
    pub fn outcome(self) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        self.outcome
    }

    /// How wide the sheet is.
    #[must_use]
    pub fn width(&self) -> f64 {
        f64::from(self.backend.get_size().0) / SCALE
    }

    /// A line through the points.
    pub fn line(&mut self, points: &[Point], stroke: Stroke) {
        self.stroke(points, &stroke);
    }

    /// A dashed line through the points; the pattern goes on around corners.
    pub fn dashed(&mut self, points: &[Point], stroke: Stroke, pattern: (f64, f64)) {
        self.stroke(points, &Dashed(stroke, pattern));
    }

    fn stroke<S: BackendStyle>(&mut self, points: &[Point], style: &S) {
        if self.outcome.is_ok() && points.len() > 1 {
            self.outcome = self.backend.draw_path(points.iter().map(place), style);
        }
    }

    /// A filled outline.
    pub fn fill(&mut self, points: &[Point], token: Token) {
        if self.outcome.is_ok() && points.len() > 2 {
            self.outcome = self.backend.fill_polygon(points.iter().map(place), &token);
        }
    }

    /// A filled area with these outlines, holes among them running the other way round. It stands by itself: a translucent one
    /// adds to what is under it.
    pub fn area(&mut self, outlines: &[Vec<Point>], token: Token) {
        self.apart();
        for outline in outlines {
            self.fill(outline, token);
        }
        self.apart();
    }

    /// Keeps what comes from being joined to what was drawn.
    fn apart(&mut self) {
        if self.outcome.is_ok() {
            self.outcome = self.backend.present();
        }
    }

    /// A filled circle.
    pub fn disc(&mut self, center: Point, radius: f64, token: Token) {
        if self.outcome.is_ok() {
            self.outcome = self.backend.draw_circle(place(&center), fine(radius).max(0) as u32, &token, true);
        }
    }

    /// The outline of a circle.
    pub fn circle(&mut self, center: Point, radius: f64, stroke: Stroke) {
        if self.outcome.is_ok() {
            self.outcome = self.backend.draw_circle(place(&center), fine(radius).max(0) as u32, &stroke, false);
        }
    }

    /// A dot that stands out from the lines under it by a ring of paper.
    pub fn dot(&mut self, center: Point, radius: f64, token: Token) {
        self.disc(center, radius + 1.5, Token::Paper);
        self.disc(center, radius, token);
    }

    /// A text from a point on its baseline.
    pub fn text(&mut self, at: Point, text: &str, lettering: &TextStyle) {
        if self.outcome.is_ok() {
            self.outcome = self.backend.draw_text(text, lettering, place(&at));
        }
    }
}

impl Painter<'_, Svg> {
    /// A grey picture that fills a box. No other backend has any.
    pub fn image(&mut self, place: &Rect, raster: &Raster) {
        self.backend.image(place, raster);
    }
}

#[cfg(all(test, debug_assertions))]
mod tests {
    use super::*;
    use crate::{chart::Scale, svg::Svg};

    #[test]
    #[should_panic(expected = "NaN in a picture")]
    fn a_place_that_is_no_number_is_not_drawn() {
        Painter::new(&mut Svg::new(10.0, 10.0)).line(&[(0.0, 0.0), (5.0, f64::NAN)], Stroke(Token::Ink, 1.0));
    }

    #[test]
    #[should_panic(expected = "inf in a picture")]
    fn a_radius_without_bounds_is_not_drawn() {
        Painter::new(&mut Svg::new(10.0, 10.0)).disc((5.0, 5.0), f64::INFINITY, Token::Ink);
    }

    #[test]
    #[should_panic(expected = "no number on a scale")]
    fn what_is_no_number_has_no_place_on_a_scale() {
        let _ = Scale::linear((0.0, 1.0), (0.0, 10.0)).at(f64::NAN);
    }
}
