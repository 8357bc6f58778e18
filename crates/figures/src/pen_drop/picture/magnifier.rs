//! The magnifier: what separates the body from the ghost when the picture is too small to show it.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, Ticks},
    format,
    locale::fill,
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::trig::sine_and_cosine;

use super::{shapes::Shape, stage::Stage};
use crate::pen_drop::Strings;

/// Height of the two lines of the caption, in sizes of the letters.
const CAPTIONS: f64 = 2.9;

/// A place for the magnifier, and how much it enlarges.
pub(super) struct Magnifier {
    center: Point,
    radius: f64,
    /// Difference of the two heights, m.
    behind: f64,
    factor: f64,
    /// Whether it is under the place it looks at.
    below: bool,
}

impl Magnifier {
    /// A magnifier for the body at `tip`, if there is a difference that cannot be seen without one, and room for it.
    pub fn of(stage: &Stage, tip: Point, behind: f64, height: f64) -> Option<Self> {
        let units = behind * stage.scale;
        // Differences as small as the rounding of the heights themselves mean nothing.
        if units >= 1.0 || behind < 1e-9 * height || !stage.magnifies {
            return None;
        }
        let style = &stage.style;
        let radius = if stage.roomy { 2.5 } else { 1.6 } * style.text;
        // The factor, a round number, that makes the difference a good half of the radius, or less.
        let target = 0.75 * radius / units;
        let factor = round_down(target);
        let captions = CAPTIONS * style.text;
        let (low, high) = (stage.floor - captions - radius - 4.0, captions + radius + 4.0);
        // Where there is little room, it stands beside the fall, clear of the arrow and its name.
        let (x, reach) = if stage.roomy {
            (stage.right - radius - 0.7 * style.text, 12.0)
        } else {
            (stage.right + 2.0 - radius, stage.arrow + 2.0 * style.text)
        };
        let below = tip.1 < low - radius - reach;
        if !stage.roomy && (x - radius < tip.0 + stage.shape.width / 2.0 + 1.0 || !below && tip.1 < high + radius) {
            return None;
        }
        Some(Self { center: (x, if below { low } else { high }), radius, behind, factor, below })
    }

    /// The box that the magnifier and its caption cover.
    pub fn bounds(&self, stage: &Stage) -> Rect {
        let line = CAPTIONS * stage.style.text;
        let (beside, before) = if stage.roomy { (12.0, 4.0) } else { (1.0, 0.0) };
        let round = Rect::around(self.center, self.radius + beside, self.radius + 3.0);
        let (x, half) = (self.caption_x(stage), self.caption(stage).1 / 2.0);
        let wide = Rect { left: round.left.min(x - half - before), right: round.right.max(x + half), ..round };
        if self.below { Rect { bottom: wide.bottom + line, ..wide } } else { Rect { top: wide.top - line, ..wide } }
    }

    /// The two lines of the caption, and how wide they are.
    fn caption(&self, stage: &Stage) -> ([String; 2], f64) {
        let (style, s) = (&stage.style, Strings::of(stage.language));
        let distance = format::with_unit(&format::prefixed(self.behind, "m", 2, stage.language));
        let factor = format::short(self.factor, 1, stage.language);
        let factor = factor.split_once('×').map_or(factor.as_str(), |(_, power)| power.trim_start_matches(format::NARROW_SPACE));
        // Where there is little room, the numbers have to do.
        let [behind, seen] = if stage.roomy {
            [fill(s.picture_behind, &[("distance", &distance)]), fill(s.picture_seen, &[("factor", factor)])]
        } else {
            [distance, format!("×{factor}")]
        };
        let wide = style.width(&behind, true).max(style.width(&seen, false));
        ([behind, seen], wide)
    }

    /// The middle of the caption: under the magnifier unless that would leave the scene.
    fn caption_x(&self, stage: &Stage) -> f64 {
        self.center.0.min(stage.right + 2.0 - self.caption(stage).1 / 2.0)
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, stage: &Stage, tip: Point, occupancy: &mut Occupancy) {
        let (x, y) = self.center;
        let r = self.radius;
        // The line that leads from the tip to the magnifier.
        // Upward it stays to the right, out of the way of what is written beside the body.
        let (lead_x, reach) = if self.below { (x, y - r) } else { (x + 0.8 * r, y + 0.6 * r) };
        let lead = [(tip.0 + stage.shape.width / 2.0 + 3.0, tip.1 - 1.0), (lead_x, tip.1 - 1.0), (lead_x, reach)];
        painter.line(&lead, Stroke(Token::Edge, 1.25));
        occupancy.keep_line(lead.to_vec());

        // Both tips, the body's higher by the enlarged difference.
        let apart = self.behind * stage.scale * self.factor;
        let (tip_y, ghost_y) = (y - apart / 2.0, y + apart / 2.0);
        let shape = self.enlarged(stage);
        let (body_x, ghost_x) = (x + 0.14 * r, x - 0.54 * r);
        let inside = r - 1.0;
        painter.disc(self.center, r, Token::Paper);
        for piece in clipped(&closed(shape.outline((ghost_x, ghost_y))), self.center, inside) {
            painter.line(&piece, Stroke(stage.gravity, 1.3));
        }
        painter.fill(&within(&shape.outline((body_x, tip_y)), self.center, inside), Token::Ink);
        for (level, from, stroke) in [(tip_y, body_x, Stroke(Token::Edge, 1.0)), (ghost_y, x - r, Stroke(stage.gravity, 1.3))] {
            for piece in clipped(&[(from, level), (x + r, level)], self.center, inside) {
                painter.line(&piece, stroke);
            }
        }
        self.draw_dimension(painter, x + 0.66 * r, tip_y, ghost_y);
        painter.circle(self.center, r, Stroke(Token::Ink2, 1.25));
        self.draw_caption(painter, stage);
    }

    /// The body's shape, large enough that its lower end can be recognised.
    fn enlarged(&self, stage: &Stage) -> Shape {
        let tall = stage.shape.height > 2.0 * stage.shape.width;
        stage.shape.enlarged(if tall { 0.62 * self.radius } else { 0.66 * self.radius })
    }

    /// The dimension arrow between the two tips.
    fn draw_dimension(&self, painter: &mut Painter<Svg>, x: f64, top: f64, bottom: f64) {
        painter.line(&[(x, top), (x, bottom)], Stroke(Token::Ink, 1.25));
        let head = ((bottom - top) / 3.0).min(5.0);
        for (tip, base) in [(top, top + head), (bottom, bottom - head)] {
            painter.fill(&[(x, tip), (x - head / 2.0, base), (x + head / 2.0, base)], Token::Ink);
        }
    }

    fn draw_caption(&self, painter: &mut Painter<Svg>, stage: &Stage) {
        let style = &stage.style;
        let ([behind, seen], x) = (self.caption(stage).0, self.caption_x(stage));
        let first =
            if self.below { self.center.1 + self.radius + 1.25 * style.text } else { self.center.1 - self.radius - 1.8 * style.text };
        painter.text((x, first), &behind, &style.bold(Token::Ink, Anchor::Middle));
        painter.text((x, first + 1.2 * style.text), &seen, &style.letters(Token::Ink2, Anchor::Middle));
    }
}

/// The greatest 1, 2 or 5 times a power of ten that is not above a number.
fn round_down(number: f64) -> f64 {
    // Ticks round up; what they make of the inverse is the inverse of rounding down.
    1.0 / Ticks::covering(0.0, 1.0 / number, 1).step
}

fn closed(mut outline: Vec<Point>) -> Vec<Point> {
    outline.extend(outline.first().copied());
    outline
}

/// The pieces of a line that lie in a circle.
fn clipped(points: &[Point], (x, y): Point, radius: f64) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (fx, fy) = (from.0 - x, from.1 - y);
        let (a, b, c) = (dx * dx + dy * dy, fx * dx + fy * dy, fx * fx + fy * fy - radius * radius);
        let root = b * b - a * c;
        if a <= 0.0 || root <= 0.0 {
            continue;
        }
        let (enter, leave) = (((-b - root.sqrt()) / a).max(0.0), ((-b + root.sqrt()) / a).min(1.0));
        if enter >= leave {
            continue;
        }
        let at = |share: f64| (from.0 + share * dx, from.1 + share * dy);
        match pieces.last_mut() {
            Some(piece) if enter == 0.0 && piece.last() == Some(&from) => piece.push(at(leave)),
            _ => pieces.push(vec![at(enter), at(leave)]),
        }
    }
    pieces
}

/// The part of an outline that lies in a circle (a polygon of 40 corners): each corner's edge cuts off what is outside.
fn within(outline: &[Point], (x, y): Point, radius: f64) -> Vec<Point> {
    let mut kept = outline.to_vec();
    for count in 0..40 {
        let (sin, cos) = sine_and_cosine(std::f64::consts::TAU * f64::from(count) / 40.0);
        let outside = |point: &Point| (point.0 - x) * cos + (point.1 - y) * sin - radius;
        let mut next = Vec::with_capacity(kept.len() + 1);
        for (place, point) in kept.iter().enumerate() {
            let before = &kept[(place + kept.len() - 1) % kept.len()];
            let (was, is) = (outside(before), outside(point));
            if (was > 0.0) != (is > 0.0) {
                let share = was / (was - is);
                next.push((before.0 + share * (point.0 - before.0), before.1 + share * (point.1 - before.1)));
            }
            if is <= 0.0 {
                next.push(*point);
            }
        }
        kept = next;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_round() {
        assert_eq!([round_down(140.0), round_down(4.99), round_down(7e5)], [100.0, 2.0, 5e5]);
    }

    #[test]
    fn lines_and_outlines_stay_in_the_circle() {
        assert_eq!(clipped(&[(-9.0, 0.0), (9.0, 0.0)], (0.0, 0.0), 5.0), [[(-5.0, 0.0), (5.0, 0.0)]]);
        let square = [(-9.0, -9.0), (9.0, -9.0), (9.0, 9.0), (-9.0, 9.0)];
        assert!(within(&square, (0.0, 0.0), 5.0).iter().all(|point| point.0.hypot(point.1) < 5.1));
        assert!(within(&[(8.0, 8.0), (9.0, 8.0), (9.0, 9.0)], (0.0, 0.0), 5.0).is_empty());
    }
}
