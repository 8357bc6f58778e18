//! The forces as arrows, all on one scale.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, limited},
    format,
    locale::Language,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::falling::Forces;

use super::{shapes::Shape, stage::Stage};
use crate::pen_drop::Strings;

/// Width of an arrow's shaft; its head is 3.4 times as wide.
const SHAFT: f64 = 4.5;

/// An arrow from its tail, with the name and value of what it stands for.
pub(super) struct Arrow {
    name: &'static str,
    newtons: f64,
    token: Token,
    tail: Point,
    /// Unit vector.
    along: Point,
    length: f64,
    /// Whether it is shorter than its force.
    cut: bool,
}

impl Arrow {
    fn head(&self) -> Point {
        (self.tail.0 + self.along.0 * self.length, self.tail.1 + self.along.1 * self.length)
    }

    /// The box around it.
    pub fn bounds(&self) -> Rect {
        let (tail, head) = (self.tail, self.head());
        let (half_x, half_y) = (1.0 + 6.0 * self.finer() * self.along.1.abs(), 1.0 + 6.0 * self.finer() * self.along.0.abs());
        Rect {
            left: tail.0.min(head.0) - half_x,
            right: tail.0.max(head.0) + half_x,
            top: tail.1.min(head.1) - half_y,
            bottom: tail.1.max(head.1) + half_y,
        }
    }

    /// A short arrow keeps its length and gets finer, so that it stays an arrow.
    fn finer(&self) -> f64 {
        (self.length / 20.0).clamp(0.18, 1.0)
    }

    /// The place so far from the tail and so far to the side.
    fn place(&self, forward: f64, aside: f64) -> Point {
        (self.tail.0 + self.along.0 * forward - self.along.1 * aside, self.tail.1 + self.along.1 * forward + self.along.0 * aside)
    }

    pub fn draw(&self, painter: &mut Painter<Svg>) {
        if self.length < 0.15 {
            return;
        }
        let finer = self.finer();
        let (half, wide) = (SHAFT / 2.0 * finer, SHAFT * 1.7 * finer);
        let neck = (self.length - 12.5 * finer).max(0.0);
        let head = [self.place(neck, wide), self.place(self.length, 0.0), self.place(neck, -wide)];
        let outline =
            [[self.place(neck, -half), self.place(0.0, -half), self.place(0.0, half), self.place(neck, half)].as_slice(), &head].concat();
        let mut rim = outline.clone();
        rim.extend(outline.first().copied());
        painter.line(&rim, Stroke(Token::Paper, 2.5 * finer));
        painter.fill(&outline, self.token);
        if self.cut {
            let gap = [self.place(neck * 0.4, -6.0), self.place(neck * 0.4 + 5.0, 6.0)];
            painter.line(&gap, Stroke(Token::Paper, 3.0));
        }
    }
}

/// The arrows of the forces on a body whose lowest point is at a place.
pub(super) fn of(stage: &Stage, forces: &Forces, (x, y): Point) -> Vec<Arrow> {
    let s = Strings::of(stage.language);
    let Shape { width, height, .. } = stage.shape;
    let longest = 1.5 * stage.arrow;
    let arrow = |name, newtons: f64, token, tail, along, room: f64| {
        let full = newtons.abs() * stage.units_per_newton;
        let length = full.min(longest).min(room.max(0.0));
        Arrow { name, newtons: newtons.abs(), token, tail, along, length, cut: length < full - 0.5 }
    };
    // However far the wind has carried the body, upright arrows stay in the scene.
    let within = (stage.ruler, stage.right - 6.0);
    // Down arrows end at the floor at the latest: then they begin beside the body instead of under it.
    let beside = (width / 2.0).min(4.0) + 8.0;
    let down = |name, newtons: f64, token, shift: f64| {
        let length = (newtons.abs() * stage.units_per_newton).min(longest);
        let over = y + length + 4.0 - stage.floor;
        let (aside, tail) = if over > 0.0 { (beside + shift, y + 2.0 - over) } else { (shift, y + 2.0) };
        // On the side where the scene goes on.
        let side = if x + aside > within.1 && x - aside >= within.0 { -1.0 } else { 1.0 };
        let tail = (limited(x + side * aside, within), tail);
        arrow(name, newtons, token, tail, (0.0, 1.0), f64::INFINITY)
    };
    // Two upward arrows of some length stand side by side.
    let apart = if forces.buoyancy.min(forces.drag_up) * stage.units_per_newton > 4.0 { 8.5 } else { 0.0 };
    let middle = limited(x, (within.0 + apart, within.1 - apart));
    let up = |name, newtons, shift: f64| {
        let tail = (middle + shift, y - height - 2.0);
        arrow(name, newtons, Token::Ink, tail, (0.0, -1.0), tail.1 - 2.0)
    };
    let drag = if forces.drag_up < 0.0 {
        down(s.picture_drag, forces.drag_up, Token::Ink, 17.0)
    } else {
        up(s.picture_drag, forces.drag_up, apart)
    };
    let side = if forces.drag_x < 0.0 { -1.0 } else { 1.0 };
    let tail = (x + side * (width / 2.0 + 2.0), y - height / 2.0);
    let room = if side > 0.0 { stage.right - tail.0 } else { tail.0 - stage.ruler - 3.0 };
    let mut arrows = vec![
        down(s.picture_gravity, forces.gravity, stage.gravity, 0.0),
        drag,
        up(s.picture_buoyancy, forces.buoyancy, -apart),
        arrow(s.picture_wind, forces.drag_x, Token::Ink, tail, (side, 0.0), room),
    ];
    arrows.retain(|arrow| arrow.newtons > 0.0);
    arrows
}

/// Writes names and values beside the arrows, as far as there is room.
pub(super) fn draw_labels(painter: &mut Painter<Svg>, stage: &Stage, arrows: &[Arrow], (x, y): Point, occupancy: &mut Occupancy) {
    let greatest = arrows.iter().map(|arrow| arrow.newtons).fold(0.0, f64::max);
    for arrow in arrows {
        // A thousandth of the greatest is there, but not worth a label.
        if arrow.newtons < 1e-3 * greatest {
            continue;
        }
        let value = newtons(arrow.newtons, greatest, stage.language);
        if arrow.length < 9.0 {
            draw_leader(painter, stage, arrow, &value, (x, y - stage.shape.height), occupancy);
        } else {
            draw_name(painter, stage, arrow, &value, occupancy);
        }
    }
}

/// A force in the unit of the greatest one, so that they can be compared, unless it is very much smaller.
fn newtons(force: f64, greatest: f64, language: Language) -> String {
    let (_, unit) = format::prefixed(greatest, "N", 2, language);
    let (_, own) = format::prefixed(force, "N", 2, language);
    let factor = [("GN", 1e9), ("MN", 1e6), ("kN", 1e3), ("N", 1.0), ("mN", 1e-3), ("µN", 1e-6), ("nN", 1e-9)];
    match factor.iter().find(|(name, _)| *name == unit) {
        Some((_, factor)) if own != unit && force / factor > 0.05 => {
            format::with_unit(&(format::significant(force / factor, 1, language), unit))
        }
        _ => format::with_unit(&format::prefixed(force, "N", 2, language)),
    }
}

/// A name and a value beside an arrow that is long enough to be pointed at by being near.
fn draw_name(painter: &mut Painter<Svg>, stage: &Stage, arrow: &Arrow, value: &str, occupancy: &mut Occupancy) {
    let style = &stage.style;
    let (middle, head) = (arrow.place(arrow.length * 0.5, 0.0), arrow.head());
    let line = 1.2 * style.text;
    let bold = arrow.token == Token::Accent;
    let over = |width: f64, lines: f64, gap: f64| {
        let tall = lines * line;
        let right = Rect::around((middle.0 + gap + width / 2.0, middle.1), width / 2.0, tall / 2.0);
        let left = Rect::around((middle.0 - gap - width / 2.0, middle.1), width / 2.0, tall / 2.0);
        // Under its head, as near to the middle as the ruler lets it.
        let center = head.0.max(stage.ruler + 3.5 + width / 2.0);
        let end = Rect::around((center, head.1 + arrow.along.1 * (tall / 2.0 + 3.0)), width / 2.0, tall / 2.0);
        let above = Rect::around((middle.0, middle.1 - 0.8 * gap - tall / 2.0), width / 2.0, tall / 2.0);
        let below = Rect::around((middle.0, middle.1 + 0.8 * gap + tall / 2.0), width / 2.0, tall / 2.0);
        if arrow.along.0 != 0.0 {
            let ahead = Rect::around((head.0 + arrow.along.0 * (width / 2.0 + 6.0), head.1), width / 2.0, tall / 2.0);
            vec![above, below, ahead]
        } else if arrow.along.1 > 0.0 {
            vec![left, right, end]
        } else {
            vec![right, left]
        }
    };
    let wide = style.width(arrow.name, bold).max(style.width(value, false));
    let with_value = if stage.roomy { occupancy.place(over(wide, 2.0, 10.0)) } else { None };
    let Some(found) = with_value.or_else(|| occupancy.place(over(style.width(arrow.name, bold), 1.0, 10.0))) else { return };
    let (anchor, x) = if found.right < arrow.tail.0 {
        (Anchor::End, found.right)
    } else if found.left > arrow.tail.0 {
        (Anchor::Start, found.left)
    } else {
        (Anchor::Middle, (found.left + found.right) / 2.0)
    };
    // The path may pass behind.
    let text_style = TextStyle { halo: true, bold, ..style.letters(arrow.token, anchor) };
    let first = found.top + 0.5 * line + style.baseline_offset();
    painter.text((x, first), arrow.name, &text_style);
    if with_value.is_some() {
        painter.text((x, first + line), value, &TextStyle { bold: false, ..text_style });
    }
}

/// Name and value of a force too small to be seen, at the end of a line that leads to it from the top of the body.
fn draw_leader(painter: &mut Painter<Svg>, stage: &Stage, arrow: &Arrow, value: &str, (x, top): Point, occupancy: &mut Occupancy) {
    let style = &stage.style;
    let from = x + stage.shape.width / 2.0 + 4.0;
    let line = 1.2 * style.text;
    let whole = format!("{} {value}", arrow.name);
    for lines in [vec![whole.as_str()], vec![arrow.name, value], vec![arrow.name]] {
        let width = lines.iter().map(|text| style.width(text, false)).fold(0.0, f64::max);
        let half = (width / 2.0, lines.len() as f64 * line / 2.0);
        // The first line of letters level with the top of the body, or one above it, or further down.
        let boxes = [0, -1, 1, 2, 3]
            .into_iter()
            .map(|row| Rect::around((from + 12.0 + half.0, top + half.1 + (f64::from(row) - 0.5) * line), half.0, half.1));
        let lead = |found: &Rect| {
            let first = found.top + line / 2.0;
            let end = (found.left - 4.0, first);
            if (first - top).abs() < 1.0 { vec![(from - 1.0, first), end] } else { vec![(from + 3.0, top), (from + 3.0, first), end] }
        };
        let free: Vec<_> = boxes.filter(|found| stage.roomy && occupancy.leads(&lead(found))).collect();
        let Some(found) = occupancy.place(free) else { continue };
        let (lead, first) = (lead(&found), found.top + line / 2.0);
        painter.line(&lead, Stroke(Token::Edge, 1.25));
        occupancy.keep_line(lead);
        for (text, row) in lines.into_iter().zip(0..) {
            painter.text(
                (found.left, first + style.baseline_offset() + f64::from(row) * line),
                text,
                &style.letters(arrow.token, Anchor::Start),
            );
        }
        return;
    }
}
