//! What of lines and areas lies between two heights.

use super::line::Point;

/// A place between two others, or the nearer of them; the second one where they have changed sides, as the edges of a
/// chart do in a frame that has no room for it.
#[must_use]
pub fn limited(place: f64, (least, greatest): (f64, f64)) -> f64 {
    // `f64::clamp` panics there.
    place.max(least).min(greatest)
}

/// The part of a closed outline between two heights, the upper one first.
#[must_use]
pub fn clipped(outline: &[Point], (top, bottom): (f64, f64)) -> Vec<Point> {
    half(&half(outline, top, 1.0), bottom, -1.0)
}

/// The part of a closed outline below a height (`side` 1) or above it (−1).
fn half(outline: &[Point], height: f64, side: f64) -> Vec<Point> {
    let inside = |point: Point| side * (point.1 - height) >= 0.0;
    let mut kept = Vec::with_capacity(outline.len() + 2);
    for (place, &to) in outline.iter().enumerate() {
        let from = outline[(place + outline.len() - 1) % outline.len()];
        if inside(from) != inside(to) {
            kept.push(crossing(from, to, height));
        }
        if inside(to) {
            kept.push(to);
        }
    }
    kept
}

/// The pieces of a line between two heights, the upper one first.
#[must_use]
pub fn between(line: &[Point], (top, bottom): (f64, f64)) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in line.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if from.1.max(to.1) < top || from.1.min(to.1) > bottom {
            continue;
        }
        let end = |point: Point| match point.1 {
            y if y < top => crossing(from, to, top),
            y if y > bottom => crossing(from, to, bottom),
            _ => point,
        };
        let (first, last) = (end(from), end(to));
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&first) => piece.push(last),
            _ => pieces.push(vec![first, last]),
        }
    }
    pieces
}

/// Where a piece of line passes a height.
fn crossing(from: Point, to: Point, height: f64) -> Point {
    (from.0 + (to.0 - from.0) * (height - from.1) / (to.1 - from.1), height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_limited_also_where_there_is_no_room() {
        assert_eq!([-1.0, 0.5, 2.0].map(|place| limited(place, (0.0, 1.0))), [0.0, 0.5, 1.0]);
        assert_eq!([0.0, 48.0, 90.0].map(|place| limited(place, (51.45, 45.0))), [45.0; 3]);
    }

    #[test]
    fn a_line_is_kept_between_two_heights() {
        let line = [(0.0, -10.0), (10.0, 10.0), (20.0, 10.0), (30.0, 30.0), (40.0, 10.0)];
        let pieces = between(&line, (0.0, 20.0));
        assert_eq!(pieces, [vec![(5.0, 0.0), (10.0, 10.0), (20.0, 10.0), (25.0, 20.0)], vec![(35.0, 20.0), (40.0, 10.0)]]);
        assert!(between(&line, (40.0, 50.0)).is_empty());
        assert!(between(&[(1.0, 1.0)], (0.0, 2.0)).is_empty());
    }

    #[test]
    fn a_steep_line_stays_where_it_is() {
        let pieces = between(&[(0.0, 1e7), (10.0, -1e7)], (0.0, 100.0));
        assert!(pieces.len() == 1 && pieces[0].iter().all(|point| (point.0 - 5.0).abs() < 1e-4));
    }

    #[test]
    fn an_area_is_cut_off_at_both_heights() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let mut corners = clipped(&square, (2.0, 7.0));
        corners.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(corners, [(0.0, 2.0), (0.0, 7.0), (10.0, 2.0), (10.0, 7.0)]);
        assert!(clipped(&square, (20.0, 30.0)).is_empty());
        assert!(clipped(&[], (0.0, 1.0)).is_empty());
    }
}
