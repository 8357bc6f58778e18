//! What the objects look like from the side.

use std::f64::consts::{PI, TAU};

use pendrop_kit::{
    chart::{Painter, Point},
    locale::Language,
    svg::{Stroke, Svg, Token},
};
use pendrop_science::{falling::Release, trig::sine_and_cosine};

use crate::pen_drop::Strings;

/// How an object is filled.
#[derive(Clone, Copy)]
pub(crate) enum Fill {
    /// All in one colour.
    Solid(Token),
    /// An outline of the ghost.
    Outline,
}

/// An object's outline in the picture: its kind, and its width and height in units.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    object: &'static str,
    pub width: f64,
    pub height: f64,
}

/// What a curve or a body is called.
pub(crate) fn name(object: &str, language: Language) -> &'static str {
    let s = Strings::of(language);
    match object {
        "pen" => s.picture_pen,
        "ping-pong-ball" => s.picture_ping_pong_ball,
        "coffee-filter" => s.picture_coffee_filter,
        "feather" => s.picture_feather,
        "paper-sheet" => s.picture_paper_sheet,
        "steel-ball" => s.picture_steel_ball,
        _ => s.picture_custom,
    }
}

/// Width and height of an object in m, and the least length of its longer side in the picture, in units.
fn size(object: &str, release: &Release) -> (f64, f64, f64) {
    match object {
        // Barrel 8 mm, 149 mm long.
        "pen" => (0.008, 0.149, 34.0),
        "ping-pong-ball" => (0.04, 0.04, 12.0),
        "coffee-filter" => (0.15, 0.045, 34.0),
        "feather" => (0.11, 0.045, 36.0),
        // A4 falling flat, seen from its long side.
        "paper-sheet" => (0.21, 0.012, 38.0),
        "steel-ball" => (0.02, 0.02, 9.0),
        _ => {
            let side = release.area.sqrt();
            (side, side, 11.0)
        }
    }
}

impl Shape {
    /// The shape of an object where a metre has `scale` units: true to scale, but neither too small to be seen nor wider
    /// or taller than there is room.
    pub fn of(object: &'static str, release: &Release, scale: f64, (width_max, height_max): (f64, f64)) -> Self {
        let (width, height, least) = size(object, release);
        let scale = scale.max(least / width.max(height)).min(width_max / width).min(height_max / height);
        let (thin, flat) = match object {
            "pen" => (5.0, 0.0),
            "paper-sheet" => (0.0, 4.5),
            _ => (0.0, 0.0),
        };
        Self { object, width: (width * scale).max(thin), height: (height * scale).max(flat) }
    }

    /// A pen of this length in the picture.
    pub fn pen(length: f64) -> Self {
        Self { object: "pen", width: (length * 8.0 / 149.0).max(5.0), height: length }
    }

    /// The same object, so much larger that it is this wide.
    pub fn enlarged(&self, width: f64) -> Self {
        Self { width, height: self.height * width / self.width, ..*self }
    }

    fn is_ball(&self) -> bool {
        matches!(self.object, "ping-pong-ball" | "steel-ball")
    }

    /// The outline, closed, around the lowest point's place.
    pub fn outline(&self, (x, y): Point) -> Vec<Point> {
        let (w, h) = (self.width, self.height);
        let at = |points: &[(f64, f64)]| points.iter().map(|(across, up)| (x + across * w, y - up * h)).collect();
        match self.object {
            "pen" => at(&[
                (-0.32, 1.0),
                (0.32, 1.0),
                (0.32, 0.965),
                (0.5, 0.965),
                (0.5, 0.2),
                (0.24, 0.035),
                (0.16, 0.008),
                (0.06, 0.0),
                (-0.06, 0.0),
                (-0.16, 0.008),
                (-0.24, 0.035),
                (-0.5, 0.2),
                (-0.5, 0.965),
                (-0.32, 0.965),
            ]),
            "ping-pong-ball" | "steel-ball" => (0..32)
                .map(|count| {
                    let (sin, cos) = sine_and_cosine(TAU * f64::from(count) / 32.0);
                    (x + sin * w / 2.0, y - h / 2.0 + cos * h / 2.0)
                })
                .collect(),
            "coffee-filter" => at(&[
                (-0.5, 0.92),
                (-0.42, 1.0),
                (-0.33, 0.9),
                (-0.24, 1.0),
                (-0.14, 0.9),
                (-0.05, 1.0),
                (0.05, 0.9),
                (0.15, 1.0),
                (0.24, 0.9),
                (0.33, 1.0),
                (0.42, 0.9),
                (0.5, 0.97),
                (0.3, 0.0),
                (-0.3, 0.0),
            ]),
            "feather" => {
                // A bent shaft with a vane on both sides of it, bare at its lower end, with a notch.
                let shaft = |along: f64| (x + (along - 0.5) * w, y - h * (0.16 + 0.62 * along * along - 0.2 * along));
                let vane = |along: f64| {
                    if along < 0.2 { 0.03 } else { 0.42 * sine_and_cosine((along - 0.2) / 0.8 * PI).0.max(0.0).powf(0.6) + 0.03 }
                };
                let notch = |along: f64| if (0.62..0.68).contains(&along) { 0.3 } else { 1.0 };
                let upper = (0..=14).map(|count| f64::from(count) / 14.0).map(|along| (shaft(along), vane(along)));
                let lower =
                    (0..=14).rev().map(|count| f64::from(count) / 14.0).map(|along| (shaft(along), -0.75 * vane(along) * notch(along)));
                upper.chain(lower).map(|((x, y), half)| (x, y - half * h)).collect()
            }
            "paper-sheet" => at(&[
                (-0.5, 1.0),
                (-0.25, 0.52),
                (0.0, 0.36),
                (0.25, 0.52),
                (0.5, 1.0),
                (0.5, 0.7),
                (0.25, 0.18),
                (0.0, 0.0),
                (-0.25, 0.18),
                (-0.5, 0.7),
            ]),
            _ => at(&[(-0.5, 0.0), (-0.5, 1.0), (0.5, 1.0), (0.5, 0.0)]),
        }
    }

    /// Draws the object with its lowest point at a place.
    pub fn draw(&self, painter: &mut Painter<Svg>, at: Point, fill: Fill) {
        let center = (at.0, at.1 - self.height / 2.0);
        match fill {
            Fill::Solid(token) if self.is_ball() => {
                painter.disc(center, self.width / 2.0, token);
                if self.object == "steel-ball" {
                    // A gleam tells steel from celluloid.
                    let aside = 0.17 * self.width;
                    painter.disc((center.0 - aside, center.1 - aside), (0.1 * self.width).max(0.8), Token::Paper);
                }
            }
            Fill::Solid(token) => {
                painter.fill(&self.outline(at), token);
                if self.object == "pen" {
                    let (edge, high) = (self.width / 2.0, at.1 - 0.93 * self.height);
                    let clip = at.0 + edge + (0.3 * self.width).max(2.2);
                    painter.line(&[(at.0 + edge, high), (clip, high), (clip, at.1 - 0.64 * self.height)], Stroke(token, 1.3));
                }
            }
            Fill::Outline if self.is_ball() => painter.circle(center, self.width / 2.0 - 0.6, Stroke(Token::Accent, 1.3)),
            Fill::Outline => {
                let mut outline = self.outline(at);
                outline.extend(outline.first().copied());
                painter.line(&outline, Stroke(Token::Accent, 1.3));
            }
        }
    }
}
