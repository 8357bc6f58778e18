//! How much room a text takes, and where there is room for it.

use super::line::Point;

/// About how wide a text is: a little generous, since the reader's letters are not known.
#[must_use]
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|letter| match letter {
            '\u{202f}' => 0.2,
            ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | '(' | ')' => 0.3,
            'f' | 't' | 'r' | '/' | '-' | '⁻' => 0.39,
            '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => 0.42,
            'm' | 'w' | 'M' | 'W' | '%' => 0.9,
            'A'..='Z' | 'Ä' | 'Ö' | 'Ü' | '−' => 0.69,
            '×' => 0.84,
            _ => 0.6,
        })
        .sum();
    ems * size * if bold { 1.07 } else { 1.0 }
}

/// Width of a finger, in units of the picture.
const FINGER: f64 = 22.0;

/// A box in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The box of a text of this width and size that starts at a point on its baseline.
    #[must_use]
    pub fn of_text((x, baseline): Point, width: f64, size: f64) -> Self {
        Self { left: x, top: baseline - 0.8 * size, right: x + width, bottom: baseline + 0.22 * size }
    }

    /// The box around a point.
    #[must_use]
    pub fn around((x, y): Point, half_width: f64, half_height: f64) -> Self {
        Self { left: x - half_width, top: y - half_height, right: x + half_width, bottom: y + half_height }
    }

    /// The baseline of the text whose box this is.
    #[must_use]
    pub fn baseline(&self, size: f64) -> f64 {
        self.bottom - 0.22 * size
    }

    /// Width.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether a text in this box is taken for the name of a point: it lies within a finger's width of it.
    #[must_use]
    pub fn is_beside(&self, (x, y): Point) -> bool {
        let reached = self.inflated(FINGER);
        (reached.left..=reached.right).contains(&x) && (reached.top..=reached.bottom).contains(&y)
    }

    /// The box with a margin around it.
    #[must_use]
    pub fn inflated(&self, margin: f64) -> Self {
        Self { left: self.left - margin, top: self.top - margin, right: self.right + margin, bottom: self.bottom + margin }
    }

    /// Whether the other box lies in this one.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    /// Whether the two have a place in common.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether a piece of line has a place in the box.
    #[must_use]
    pub fn crossed_by(&self, from: Point, to: Point) -> bool {
        self.crossing(from, to).is_some()
    }

    /// Which part of a piece of line, by shares of its length, lies in the box.
    pub(super) fn crossing(&self, from: Point, to: Point) -> Option<(f64, f64)> {
        // The part of the piece, from 0 to 1, that lies within each pair of edges.
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (start, step, low, high) in [(from.0, to.0 - from.0, self.left, self.right), (from.1, to.1 - from.1, self.top, self.bottom)] {
            if step.abs() < 1e-9 {
                if start < low || start > high {
                    return None;
                }
            } else {
                let (first, second) = ((low - start) / step, (high - start) / step);
                enter = enter.max(first.min(second));
                leave = leave.min(first.max(second));
            }
        }
        (enter <= leave).then_some((enter, leave))
    }
}

/// What a label must keep clear of.
pub struct Occupancy {
    /// Where labels may be at all.
    pub bounds: Rect,
    boxes: Vec<Rect>,
    lines: Vec<Vec<Point>>,
}

impl Occupancy {
    /// Nothing but bounds.
    #[must_use]
    pub fn within(bounds: Rect) -> Self {
        Self { bounds, boxes: Vec::new(), lines: Vec::new() }
    }

    /// Keeps a box clear.
    pub fn keep(&mut self, taken: Rect) {
        self.boxes.push(taken);
    }

    /// Keeps a line clear.
    pub fn keep_line(&mut self, line: Vec<Point>) {
        self.lines.push(line);
    }

    /// Whether a box has a place in common with those that are taken.
    #[must_use]
    pub fn covers(&self, wanted: &Rect) -> bool {
        self.boxes.iter().any(|taken| taken.intersects(wanted))
    }

    /// Whether a box lies within the bounds and keeps clear of everything.
    #[must_use]
    pub fn free(&self, wanted: &Rect) -> bool {
        self.bounds.contains(wanted)
            && !self.covers(wanted)
            && !self.lines.iter().any(|line| line.windows(2).any(|piece| wanted.inflated(3.0).crossed_by(piece[0], piece[1])))
    }

    /// The first of the boxes that is free; it is taken then.
    pub fn place(&mut self, candidates: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        let found = candidates.into_iter().find(|candidate| self.free(candidate))?;
        self.keep(found);
        Some(found)
    }

    /// The first free box of a text beside a line, near its middle rather than near its ends.
    pub fn place_along(&mut self, line: &[Point], (width, height): (f64, f64), sides: &[(f64, f64)]) -> Option<Rect> {
        let (first, last) = (line.first()?.0, line.last()?.0);
        for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9] {
            let x = first + share * (last - first);
            let Some(piece) = line.windows(2).find(|piece| piece[0].0 <= x && x <= piece[1].0) else { continue };
            let length = piece[1].0 - piece[0].0;
            let along = if length > 0.0 { (x - piece[0].0) / length } else { 0.0 };
            let y = piece[0].1 + along * (piece[1].1 - piece[0].1);
            let boxes = sides.iter().map(|side| beside((x, y), *side, (width, height), 8.0));
            if let Some(found) = self.place(boxes) {
                return Some(found);
            }
        }
        None
    }
}

/// A box beside a point: `side` is −1 or 1 to the left or right and above or below, 0 for level with it.
#[must_use]
pub fn beside((x, y): Point, side: (f64, f64), (width, height): (f64, f64), gap: f64) -> Rect {
    let center_x = x + side.0 * (width / 2.0 + gap);
    let center_y = y + side.1 * (height / 2.0 + gap * 0.6);
    Rect::around((center_x, center_y), width / 2.0, height / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_the_points_within_a_fingers_width() {
        let name = Rect { left: 100.0, top: 50.0, right: 160.0, bottom: 64.0 };
        assert!(name.is_beside((92.0, 57.0)) && name.is_beside((170.0, 40.0)));
        assert!(!name.is_beside((70.0, 57.0)) && !name.is_beside((130.0, 90.0)));
    }

    #[test]
    fn a_label_keeps_clear_of_lines_and_boxes() {
        let mut taken = Occupancy::within(Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 });
        taken.keep_line(vec![(0.0, 0.0), (100.0, 100.0)]);
        let sides = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0)];
        let above = taken.place_along(&[(0.0, 0.0), (100.0, 100.0)], (30.0, 10.0), &sides);
        assert!(above.is_some_and(|found| found.left > 50.0 && found.bottom < 50.0));
        let below = taken.place_along(&[(0.0, 0.0), (100.0, 100.0)], (30.0, 10.0), &sides);
        assert!(below.is_some_and(|found| found.right < 50.0 && found.top > 50.0));
    }

    #[test]
    fn wide_letters_are_wide() {
        assert!(text_width("mm", 15.0, false) > text_width("ii", 15.0, false) * 2.0);
        assert!(text_width("0", 15.0, true) > text_width("0", 15.0, false));
    }
}
