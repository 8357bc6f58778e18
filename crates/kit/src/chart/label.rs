//! How much room a text takes, and where there is room for it.

use std::ops::RangeInclusive;

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

    /// The place in the box that is nearest to a point.
    #[must_use]
    pub fn nearest(&self, (x, y): Point) -> Point {
        (x.max(self.left).min(self.right), y.max(self.top).min(self.bottom))
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
    #[inline]
    pub(super) fn crossing(&self, from: Point, to: Point) -> Option<(f64, f64)> {
        // Most pieces lie on one side of it: there is nothing to divide.
        if from.0.max(to.0) < self.left || from.0.min(to.0) > self.right || from.1.max(to.1) < self.top || from.1.min(to.1) > self.bottom {
            return None;
        }
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
    /// Boxes by the bands of the picture, from above to below, in which they have a place: hundreds of points are looked at for each
    /// of hundreds of places.
    bands: Vec<Vec<Rect>>,
    lines: Vec<Line>,
}

/// A line that labels keep clear of.
struct Line {
    points: Vec<Point>,
    /// How far from it they stay.
    margin: f64,
    /// What it lies within.
    around: Rect,
}

impl Line {
    /// Whether it comes nearer to a box than this margin.
    fn comes_near(&self, wanted: &Rect, margin: f64) -> bool {
        let wanted = wanted.inflated(margin);
        wanted.left <= self.around.right
            && wanted.right >= self.around.left
            && wanted.top <= self.around.bottom
            && wanted.bottom >= self.around.top
            && crossed(&wanted, &self.points)
    }
}

/// How far from a line a label stays.
const MARGIN: f64 = 3.0;
/// Height of a band, about that of a text.
const BAND: f64 = 16.0;

impl Occupancy {
    /// Nothing but bounds.
    #[must_use]
    pub fn within(bounds: Rect) -> Self {
        // Some rooms have no end.
        let count = ((bounds.height() / BAND).ceil() as usize).clamp(1, 100);
        Self { bounds, bands: vec![Vec::new(); count], lines: Vec::new() }
    }

    /// The bands that have something between these heights; the first and the last hold what lies beyond the bounds.
    fn bands(&self, top: f64, bottom: f64) -> RangeInclusive<usize> {
        let band = |y: f64| (((y - self.bounds.top) / BAND) as usize).min(self.bands.len() - 1);
        band(top)..=band(bottom)
    }

    /// Keeps a box clear.
    pub fn keep(&mut self, taken: Rect) {
        let bands = self.bands(taken.top, taken.bottom);
        self.bands[bands].iter_mut().for_each(|band| band.push(taken));
    }

    /// Keeps a text clear, and more than a space before it and after it: the reader's letters may be wider than the estimate.
    pub fn keep_text(&mut self, found: Rect) {
        let space = (0.6 * found.height()).min(7.0);
        self.keep(Rect { left: found.left - space, right: found.right + space, ..found });
    }

    /// Keeps a line clear.
    pub fn keep_line(&mut self, line: Vec<Point>) {
        self.keep_around(line, MARGIN);
    }

    /// Keeps a line clear, and a margin on both sides of it: that of the marks that move along it.
    pub fn keep_around(&mut self, line: Vec<Point>, margin: f64) {
        let nothing = Rect { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };
        let around = line.iter().fold(nothing, |around, (x, y)| Rect {
            left: around.left.min(*x),
            top: around.top.min(*y),
            right: around.right.max(*x),
            bottom: around.bottom.max(*y),
        });
        self.lines.push(Line { points: line, margin, around });
    }

    /// Whether a box has a place in common with those that are taken.
    #[must_use]
    pub fn covers(&self, wanted: &Rect) -> bool {
        self.bands[self.bands(wanted.top, wanted.bottom)].iter().flatten().any(|taken| taken.intersects(wanted))
    }

    /// Whether a box lies within the bounds and keeps clear of everything.
    #[must_use]
    pub fn free(&self, wanted: &Rect) -> bool {
        self.bounds.contains(wanted) && !self.covers(wanted) && !self.lines.iter().any(|line| line.comes_near(wanted, line.margin))
    }

    /// Whether every line but one of its own lies further from a box than so far: who reads it takes it for its own line's.
    #[must_use]
    pub fn is_nearest(&self, wanted: &Rect, own: &[Point], far: f64) -> bool {
        !self.lines.iter().any(|line| line.points != own && line.comes_near(wanted, far))
    }

    /// Whether a line touches no box that is taken.
    #[must_use]
    pub fn leads(&self, line: &[Point]) -> bool {
        const MARGIN: f64 = 1.5;
        !line.windows(2).any(|piece| {
            let bands = self.bands(piece[0].1.min(piece[1].1) - MARGIN, piece[0].1.max(piece[1].1) + MARGIN);
            self.bands[bands].iter().flatten().any(|taken| taken.inflated(MARGIN).crossed_by(piece[0], piece[1]))
        })
    }

    /// Boxes of a text all over the bounds, the nearest to a point first.
    #[must_use]
    pub fn anywhere(&self, near: Point, (width, height): (f64, f64)) -> Vec<Rect> {
        let Rect { left, top, right, bottom } = self.bounds;
        let steps = |from: f64, to: f64, step: f64| (0..).map(move |count| from + f64::from(count) * step).take_while(move |at| *at <= to);
        let places = steps(top, bottom - height, 0.6 * height);
        let places = places.flat_map(|top| steps(left, right - width, 1.5 * height).map(move |left| (left, top)));
        let boxes = places.map(|(left, top)| Rect { left, top, right: left + width, bottom: top + height });
        let mut boxes: Vec<_> = boxes.map(|found| (distance(found.nearest(near), near), found)).collect();
        boxes.sort_by(|one, other| one.0.total_cmp(&other.0));
        boxes.into_iter().map(|(_, found)| found).collect()
    }

    /// A free box of a text that is not beside its line, and the leader from the line to it, which crosses nothing that is written.
    pub fn place_led(&mut self, line: &[Point], size: (f64, f64)) -> Option<(Rect, [Point; 2])> {
        let mut points: Vec<_> = along(line, size, &[(0.0, 0.0)], 0.0).map(|(at, _)| at).collect();
        let middle = *points.first()?;
        // From where something lies on the line, nothing leads anywhere.
        points.retain(|at| self.leads(&[*at, *at]));
        let boxes = self.anywhere(middle, size).into_iter().filter(|found| self.free(found));
        let mut led = boxes.filter_map(|found| {
            let leaders = points.iter().map(|from| [*from, found.inflated(2.0).nearest(*from)]);
            let mut leaders: Vec<_> = leaders.map(|leader| (distance(leader[0], leader[1]), leader)).collect();
            leaders.sort_by(|one, other| one.0.total_cmp(&other.0));
            Some((found, leaders.into_iter().find(|(_, leader)| self.leads(leader))?.1))
        });
        let (found, leader) = led.next()?;
        self.keep_text(found);
        self.keep_line(leader.to_vec());
        Some((found, leader))
    }

    /// The first of the boxes that is free; it is taken then, with a space before it and one after it.
    pub fn place(&mut self, candidates: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        let found = candidates.into_iter().find(|candidate| self.free(candidate))?;
        self.keep_text(found);
        Some(found)
    }

    /// The first free box of a text beside a line: as near to it as can be, and then near its middle rather than near its ends.
    pub fn place_along(&mut self, line: &[Point], size: (f64, f64), sides: &[(f64, f64)]) -> Option<Rect> {
        [8.0, 12.0, 17.0, 24.0].into_iter().find_map(|gap| self.place(along(line, size, sides, gap).map(|(_, found)| found)))
    }
}

fn distance(one: Point, other: Point) -> f64 {
    let (across, down) = (one.0 - other.0, one.1 - other.1);
    (across * across + down * down).sqrt()
}

fn crossed(found: &Rect, line: &[Point]) -> bool {
    line.windows(2).any(|piece| found.crossed_by(piece[0], piece[1]))
}

/// Places along a line and boxes beside them, near its middle first, measured along it: what is steep has its places higher up.
pub fn along(line: &[Point], size: (f64, f64), sides: &[(f64, f64)], gap: f64) -> impl Iterator<Item = (Point, Rect)> {
    /// Places along the line, from its middle to its ends.
    const STEPS: [i32; 19] = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9];
    let lengths: Vec<f64> = line.windows(2).map(|piece| (piece[1].0 - piece[0].0).hypot(piece[1].1 - piece[0].1)).collect();
    let whole: f64 = lengths.iter().sum();
    let at = move |share: f64| {
        let mut left = share * whole;
        for (piece, length) in line.windows(2).zip(&lengths) {
            if left <= *length && *length > 0.0 {
                let part = left / length;
                return Some((piece[0].0 + part * (piece[1].0 - piece[0].0), piece[0].1 + part * (piece[1].1 - piece[0].1)));
            }
            left -= length;
        }
        None
    };
    let points = STEPS.into_iter().map(|step| 0.5 + 0.054 * f64::from(step)).filter_map(at);
    points.flat_map(move |at| sides.iter().map(move |side| (at, beside(at, *side, size, gap))))
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
    fn a_text_without_room_beside_its_line_is_led_to() {
        let mut room = Occupancy::within(Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 });
        let line = [(0.0, 90.0), (100.0, 90.0)];
        room.keep_line(line.to_vec());
        room.keep(Rect { left: 0.0, top: 40.0, right: 60.0, bottom: 100.0 });
        let (found, [from, to]) = room.place_led(&line, (50.0, 10.0)).expect("there is room");
        assert!(room.bounds.contains(&found) && from.1 == 90.0 && from.0 > 60.0, "what leads to it crosses nothing");
        assert!(found.inflated(2.0).nearest(from) == to);
        // What comes next keeps a space from it, and clear of its leader.
        assert!(
            !room.free(&Rect { left: found.right + 2.0, ..found }) && !room.leads(&[(found.left, found.top), (found.right, found.bottom)])
        );
        room.keep(room.bounds);
        assert_eq!(room.place_led(&line, (50.0, 10.0)), None);
    }

    #[test]
    fn a_label_is_nearest_to_its_own_line() {
        let mut room = Occupancy::within(Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 });
        let (own, other) = ([(0.0, 50.0), (100.0, 50.0)], [(0.0, 20.0), (100.0, 20.0)]);
        room.keep_line(own.to_vec());
        room.keep_line(other.to_vec());
        let between = Rect { left: 10.0, top: 30.0, right: 60.0, bottom: 40.0 };
        assert!(room.is_nearest(&between, &own, 9.0) && !room.is_nearest(&between, &own, 11.0));
    }

    #[test]
    fn wide_letters_are_wide() {
        assert!(text_width("mm", 15.0, false) > text_width("ii", 15.0, false) * 2.0);
        assert!(text_width("0", 15.0, true) > text_width("0", 15.0, false));
    }
}
