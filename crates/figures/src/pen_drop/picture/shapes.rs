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
    /// An outline in a colour: the ghost.
    Outline(Token),
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
            "feather" => feather_vane().into_iter().map(|(across, up)| (x + across * w, y - up * h)).collect(),
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
                if self.object == "feather" {
                    self.draw_shaft(painter, at, [token, Token::Paper]);
                }
            }
            Fill::Outline(token) if self.is_ball() => painter.circle(center, self.width / 2.0 - 0.6, Stroke(token, 1.3)),
            Fill::Outline(token) => {
                let mut outline = self.outline(at);
                outline.extend(outline.first().copied());
                painter.line(&outline, Stroke(token, 1.3));
                if self.object == "feather" {
                    self.draw_shaft(painter, at, [token, token]);
                }
            }
        }
    }

    /// The shaft of a feather: bare at its lower end, and from there on within the vane, each part in its own colour.
    fn draw_shaft(&self, painter: &mut Painter<Svg>, (x, y): Point, [bare, within]: [Token; 2]) {
        let points = |from: f64, to: f64| -> Vec<Point> {
            let along = (0..=8).map(|count| from + (to - from) * f64::from(count) / 8.0).map(feather_shaft);
            along.map(|(across, up)| (x + across * self.width, y - up * self.height)).collect()
        };
        painter.line(&points(0.0, QUILL + 0.02), Stroke(bare, (0.016 * self.width).clamp(1.3, 3.0)));
        painter.line(&points(QUILL, 0.94), Stroke(within, (0.011 * self.width).clamp(0.8, 2.0)));
    }
}

/// The part of a feather's shaft that has no vane.
const QUILL: f64 = 0.24;

/// The shaft of a feather in shares of its width and height: it bends upwards towards its tip.
fn feather_shaft(along: f64) -> Point {
    (along - 0.5, 0.42 - 0.62 * along + 0.75 * along * along)
}

/// The outline of a feather's vane: broad after the quill, pointed at the tip, wider on the side that trails, where the barbs
/// have parted in two places. All of it lies between 0 and 1 upwards.
fn feather_vane() -> Vec<Point> {
    // Where the edge is along the vane (0 to 1), and what is left of its width there.
    const WHOLE: [(f64, f64); 12] = [
        (0.0, 1.0),
        (0.04, 1.0),
        (0.1, 1.0),
        (0.2, 1.0),
        (0.32, 1.0),
        (0.45, 1.0),
        (0.58, 1.0),
        (0.7, 1.0),
        (0.8, 1.0),
        (0.89, 1.0),
        (0.96, 1.0),
        (1.0, 1.0),
    ];
    const PARTED: [(f64, f64); 16] = [
        (0.0, 1.0),
        (0.04, 1.0),
        (0.1, 1.0),
        (0.2, 1.0),
        (0.26, 1.0),
        (0.28, 0.35),
        (0.33, 1.0),
        (0.45, 1.0),
        (0.56, 1.0),
        (0.6, 0.4),
        (0.64, 1.0),
        (0.7, 1.0),
        (0.8, 1.0),
        (0.89, 1.0),
        (0.96, 1.0),
        (1.0, 1.0),
    ];
    let edge = |(along, left): (f64, f64), wide: f64| {
        let (across, up) = feather_shaft(QUILL + (1.0 - QUILL) * along);
        let reach = left * sine_and_cosine(PI * along.powf(0.62)).0.max(0.0).powf(0.7);
        // The barbs lean towards the tip.
        (across + 0.07 * reach * (1.0 - along), up + wide * reach)
    };
    let upper = WHOLE.iter().map(|place| edge(*place, 0.36));
    let lower = PARTED.iter().rev().map(|place| edge(*place, -0.29));
    upper.chain(lower).collect()
}
