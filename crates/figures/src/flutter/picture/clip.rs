//! The part of a line that lies in a box.

use pendrop_kit::chart::{Point, Rect};

/// The pieces of a line within a box, in order.
pub(super) fn clipped(points: &[Point], rect: &Rect) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((from, to)) = within(pair[0], pair[1], rect) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces
}

/// The part of one straight piece within a box.
pub(super) fn within(from: Point, to: Point, rect: &Rect) -> Option<(Point, Point)> {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (start, end, low, high) in [(from.0, to.0, rect.left, rect.right), (from.1, to.1, rect.top, rect.bottom)] {
        let step = end - start;
        if step == 0.0 {
            if start < low || start > high {
                return None;
            }
        } else {
            let (first, second) = ((low - start) / step, (high - start) / step);
            enter = enter.max(first.min(second));
            leave = leave.min(first.max(second));
        }
    }
    let at = |share: f64| {
        if share == 0.0 {
            from
        } else if share == 1.0 {
            to
        } else {
            (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
        }
    };
    (enter <= leave).then(|| (at(enter), at(leave)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_leaves_and_comes_back_is_in_two_pieces() {
        let rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (8.0, 15.0), (8.0, 2.0), (9.0, 1.0)];
        let expected = [vec![(0.0, 5.0), (5.0, 5.0), (5.0, 10.0)], vec![(8.0, 10.0), (8.0, 2.0), (9.0, 1.0)]];
        assert_eq!(clipped(&line, &rect), expected);
    }
}
