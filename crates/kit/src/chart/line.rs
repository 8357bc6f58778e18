//! Lines of straight pieces.

use super::label::Rect;

/// A place in the picture: units from its left and from its top.
pub type Point = (f64, f64);

/// Cuts a line into dashes; the pattern goes on around corners.
#[must_use]
pub fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut dashes: Vec<Vec<Point>> = Vec::new();
    let (mut drawing, mut left) = (true, on);
    if let Some(first) = points.first() {
        dashes.push(vec![*first]);
    }
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = ((to.0 - from.0).powi(2) + (to.1 - from.1).powi(2)).sqrt();
        let mut done = 0.0;
        // A length that is no number, or endless, has no dashes; neither has a pattern without length.
        while length.is_finite() && on + off > 0.1 && length - done > left {
            done += left;
            let at = (from.0 + (to.0 - from.0) * done / length, from.1 + (to.1 - from.1) * done / length);
            match dashes.last_mut() {
                Some(dash) if drawing => dash.push(at),
                _ => dashes.push(vec![at]),
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - done;
        if let (true, Some(dash)) = (drawing, dashes.last_mut()) {
            dash.push(to);
        }
    }
    dashes.retain(|dash| dash.len() > 1);
    dashes
}

/// The pieces of a line that lie outside all the boxes.
#[must_use]
pub fn cut(line: &[Point], boxes: &[Rect]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = vec![line.to_vec()];
    for hole in boxes {
        let mut left: Vec<Vec<Point>> = Vec::new();
        for piece in pieces {
            left.push(piece.first().copied().into_iter().collect());
            for pair in piece.windows(2) {
                let at = |part: f64| (pair[0].0 + part * (pair[1].0 - pair[0].0), pair[0].1 + part * (pair[1].1 - pair[0].1));
                if let Some((enter, leave)) = hole.crossing(pair[0], pair[1]) {
                    if let Some(last) = left.last_mut() {
                        last.push(at(enter));
                    }
                    left.push(vec![at(leave)]);
                }
                if let Some(last) = left.last_mut() {
                    last.push(pair[1]);
                }
            }
        }
        // What is in the box has become pieces without length.
        let length = |piece: &Vec<Point>| piece.windows(2).map(|pair| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1)).sum::<f64>();
        left.retain(|piece| length(piece) > 1e-9);
        pieces = left;
    }
    pieces
}

/// The line without the points that lie closer than `tolerance` to the line through the others.
#[must_use]
pub fn simplified(points: &[Point], tolerance: f64) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    let mut start = 0;
    for (end, point) in points.iter().enumerate() {
        let skipped = points.get(start + 1..end).unwrap_or(&[]);
        if end == 0 {
            kept.push(*point);
        } else if skipped.iter().any(|skipped| squared_distance(*skipped, points[start], *point) > tolerance * tolerance) {
            start = end - 1;
            kept.push(points[start]);
        }
    }
    if points.len() > 1 {
        kept.extend(points.last());
    }
    kept
}

/// The same for lines of very many points, closed ones too: the method of D. Douglas and T. Peucker, Cartographica 10 (1973)
/// 112-122, whose work grows little faster than the number of points.
#[must_use]
pub fn outlined(points: &[Point], tolerance: f64) -> Vec<Point> {
    let mut kept = vec![false; points.len()];
    let mut spans = vec![(0, points.len().saturating_sub(1))];
    while let Some((first, last)) = spans.pop() {
        if let (Some(from), Some(to)) = (points.get(first), points.get(last)) {
            (kept[first], kept[last]) = (true, true);
            let far = |place: usize| squared_distance(points[place], *from, *to);
            let farthest = (first + 1..last)
                .map(|place| (far(place), place))
                .fold((tolerance * tolerance, 0), |most, next| if next.0 > most.0 { next } else { most });
            if farthest.1 > 0 {
                spans.extend([(first, farthest.1), (farthest.1, last)]);
            }
        }
    }
    points.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// How far a point is from a piece of line, squared: taking the root of each would take longer than everything else.
fn squared_distance(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 { ((point.0 - from.0) * dx + (point.1 - from.1) * dy) / square } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    (point.0 - from.0 - along * dx).powi(2) + (point.1 - from.1 - along * dy).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_go_around_corners() {
        let dashes = dashes(&[(0.0, 0.0), (5.0, 0.0), (5.0, 10.0)], 4.0, 3.0);
        assert_eq!(dashes, [vec![(0.0, 0.0), (4.0, 0.0)], vec![(5.0, 2.0), (5.0, 6.0)], vec![(5.0, 9.0), (5.0, 10.0)]]);
    }

    #[test]
    fn a_straight_line_needs_two_points() {
        let points: Vec<_> = (0..50).map(|x| (f64::from(x), 2.0 * f64::from(x))).collect();
        assert_eq!(simplified(&points, 0.1), [(0.0, 0.0), (49.0, 98.0)]);
    }

    #[test]
    fn a_line_is_cut_where_a_box_is() {
        let hole = Rect { left: 2.0, top: -1.0, right: 6.0, bottom: 1.0 };
        let line = [(0.0, 0.0), (4.0, 0.0), (5.0, 0.0), (9.0, 0.0)];
        assert_eq!(cut(&line, &[hole]), [[(0.0, 0.0), (2.0, 0.0)], [(6.0, 0.0), (9.0, 0.0)]]);
        assert_eq!(cut(&line[1..3], &[hole]), Vec::<Vec<Point>>::new());
        assert_eq!(cut(&line, &[Rect { top: 0.5, ..hole }]), [line]);
    }

    #[test]
    fn a_closed_line_keeps_its_corners() {
        let side = |from: Point, to: Point| {
            (0..20).map(move |part| f64::from(part) / 20.0).map(move |t| (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1)))
        };
        let corners = [(0.0, 0.0), (8.0, 0.0), (8.0, 6.0), (0.0, 6.0), (0.0, 0.0)];
        let ring: Vec<_> = corners.windows(2).flat_map(|pair| side(pair[0], pair[1])).chain([(0.0, 0.0)]).collect();
        assert_eq!(outlined(&ring, 0.1), corners);
        assert_eq!(outlined(&[], 0.1), []);
        assert_eq!(outlined(&[(1.0, 2.0)], 0.1), [(1.0, 2.0)]);
    }

    #[test]
    fn a_corner_stays() {
        assert_eq!(simplified(&[(0.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 9.0)], 0.1), [(0.0, 0.0), (10.0, 0.0), (10.0, 9.0)]);
    }
}
