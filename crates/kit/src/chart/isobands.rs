//! Lines and areas of equal value over a grid of values, by marching squares.
//!
//! Source of the method: W. E. Lorensen, H. E. Cline, "Marching cubes", Computer Graphics 21 (1987) 163-169, in the plane.
//! Between nodes values are taken to run evenly, so that it is exact for planes; give it logarithms of power laws.

use super::{label::Rect, line::Point};

/// Values at the nodes of a grid that fills a box.
pub struct ScalarGrid<'a> {
    /// Where the outer nodes lie.
    pub plot: Rect,
    /// Nodes in a row.
    pub across: usize,
    /// The values by rows from left to right, the lowest row first.
    pub values: &'a [f64],
}

/// No edge.
const NONE: u32 = u32::MAX;

/// The sides of a cell.
#[derive(Clone, Copy)]
enum Side {
    Bottom,
    Right,
    Top,
    Left,
}

impl ScalarGrid<'_> {
    /// Lines of this value from where they enter the box to where they leave it; closed ones end where they begin. What is
    /// below the value lies to their left.
    #[must_use]
    pub fn lines(&self, value: f64) -> Vec<Vec<Point>> {
        self.trace(value, 0)
    }

    /// Outlines of where values lie below this one, along the edge of the box too. They are closed; holes go the other way
    /// round.
    #[must_use]
    pub fn below(&self, value: f64) -> Vec<Vec<Point>> {
        self.trace(value, 1)
    }

    /// The value at a place in the box, by shares of its width and height from the lower left.
    #[must_use]
    pub fn at(&self, (x, y): (f64, f64)) -> f64 {
        let (cell, part) = within(x, self.across);
        let (row, rise) = within(y, self.rows());
        let value = |right, up| self.node((cell + right) as i32, (row + up) as i32);
        let (low, high) = (lerp(value(0, 0), value(1, 0), part), lerp(value(0, 1), value(1, 1), part));
        lerp(low, high, rise)
    }

    fn rows(&self) -> usize {
        self.values.len() / self.across.max(1)
    }

    /// The value of a node; endless around the grid.
    fn node(&self, across: i32, up: i32) -> f64 {
        let inside = (0..self.across as i32).contains(&across) && (0..self.rows() as i32).contains(&up);
        let value = inside.then(|| self.values.get(up as usize * self.across + across as usize).copied());
        value.flatten().filter(|value| !value.is_nan()).unwrap_or(f64::INFINITY)
    }

    /// The place of a node; what lies around the grid lies on its edge.
    fn place(&self, (across, up): (i32, i32)) -> Point {
        let share = |node: i32, nodes: usize| f64::from(node).min(nodes as f64 - 1.0).max(0.0) / (nodes as f64 - 1.0);
        let Rect { left, bottom, .. } = self.plot;
        (left + share(across, self.across) * self.plot.width(), bottom - share(up, self.rows()) * self.plot.height())
    }

    /// Traces a value through the cells of the grid and of a rim of so many cells around it.
    fn trace(&self, value: f64, rim: i32) -> Vec<Vec<Point>> {
        let (across, rows) = (self.across as i32, self.rows() as i32);
        if across < 2 || rows < 2 {
            return Vec::new();
        }
        // Every edge of the grid that the line crosses is left for exactly one other; edges are numbered by their first node.
        let width = across + 2 * rim;
        let number = |x: i32, y: i32, upright: bool| (2 * ((y + rim) * width + x + rim) + i32::from(upright)) as u32;
        let edges = (2 * width * (rows + 2 * rim)) as usize;
        let (mut next, mut entered, mut starts) = (vec![NONE; edges], vec![false; edges], Vec::new());
        let row = |y: i32| -> Vec<u8> { (-rim..across + rim).map(|x| u8::from(self.node(x, y) < value)).collect() };
        let mut lower = row(-rim);
        for y in -rim..rows - 1 + rim {
            let upper = row(y + 1);
            for (x, (low, high)) in (-rim..).zip(lower.windows(2).zip(upper.windows(2))) {
                let below = low[0] | low[1] << 1 | high[1] << 2 | high[0] << 3;
                // Most cells are crossed by nothing.
                if below == 0 || below == 15 {
                    continue;
                }
                // Where corners alternate, the mean decides whether the lower ones hang together.
                let joined = || self.node(x, y) + self.node(x + 1, y) + self.node(x + 1, y + 1) + self.node(x, y + 1) < 4.0 * value;
                for (from, to) in pieces(below, joined).into_iter().flatten() {
                    let edge = |side| match side {
                        Side::Bottom => number(x, y, false),
                        Side::Right => number(x + 1, y, true),
                        Side::Top => number(x, y + 1, false),
                        Side::Left => number(x, y, true),
                    };
                    let (from, to) = (edge(from), edge(to));
                    next[from as usize] = to;
                    entered[to as usize] = true;
                    starts.push(from);
                }
            }
            lower = upper;
        }
        let crossing = |edge: u32| {
            let (first, upright) = (edge as i32 / 2, edge as i32 % 2);
            let from = (first % width - rim, first / width - rim);
            let to = (from.0 + 1 - upright, from.1 + upright);
            self.crossing(from, to, value)
        };
        // First the lines that come from the edge of the grid, then those that close.
        let mut lines = Vec::new();
        for closed in [false, true] {
            for start in &starts {
                let mut edge = *start;
                if next[edge as usize] == NONE || (entered[edge as usize] && !closed) {
                    continue;
                }
                let mut line = vec![crossing(edge)];
                while next[edge as usize] != NONE {
                    edge = std::mem::replace(&mut next[edge as usize], NONE);
                    line.push(crossing(edge));
                }
                lines.push(line);
            }
        }
        lines
    }

    /// Where the value lies between two nodes, of which one lies below it.
    fn crossing(&self, first: (i32, i32), second: (i32, i32), value: f64) -> Point {
        let (a, b) = (self.node(first.0, first.1), self.node(second.0, second.1));
        // From the lower one on: the other may be endless.
        let (low, high, low_value, high_value) = if a < b { (first, second, a, b) } else { (second, first, b, a) };
        let (from, to) = (self.place(low), self.place(high));
        let part = if high_value.is_finite() { (value - low_value) / (high_value - low_value) } else { 0.0 };
        (lerp(from.0, to.0, part), lerp(from.1, to.1, part))
    }
}

/// The pieces of line in a cell of which these corners lie below the value, one bit each, counted around from the lower left:
/// what is below lies to their left.
fn pieces(below: u8, joined: impl Fn() -> bool) -> [Option<(Side, Side)>; 2] {
    use Side::{Bottom, Left, Right, Top};
    let one = |from, to| [Some((from, to)), None];
    match below {
        1 => one(Bottom, Left),
        2 => one(Right, Bottom),
        3 => one(Right, Left),
        4 => one(Top, Right),
        5 if joined() => [Some((Bottom, Right)), Some((Top, Left))],
        5 => [Some((Bottom, Left)), Some((Top, Right))],
        6 => one(Top, Bottom),
        7 => one(Top, Left),
        8 => one(Left, Top),
        9 => one(Bottom, Top),
        10 if joined() => [Some((Left, Bottom)), Some((Right, Top))],
        10 => [Some((Right, Bottom)), Some((Left, Top))],
        11 => one(Right, Top),
        12 => one(Left, Right),
        13 => one(Bottom, Right),
        14 => one(Left, Bottom),
        _ => [None, None],
    }
}

fn lerp(from: f64, to: f64, part: f64) -> f64 {
    from + part * (to - from)
}

/// The cell and the part of it at a share of so many nodes.
fn within(share: f64, nodes: usize) -> (usize, f64) {
    let cells = nodes.saturating_sub(1).max(1);
    let along = share.clamp(0.0, 1.0) * cells as f64;
    let cell = (along as usize).min(cells - 1);
    (cell, along - cell as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { left: -2.0, top: -2.0, right: 2.0, bottom: 2.0 };

    /// A function at the nodes of a grid over -2..2, up counting as positive.
    fn sampled(nodes: usize, function: impl Fn(f64, f64) -> f64) -> Vec<f64> {
        let at = |node: usize| -2.0 + 4.0 * node as f64 / (nodes - 1) as f64;
        (0..nodes).flat_map(|y| (0..nodes).map(move |x| (at(x), at(y)))).map(|(x, y)| function(x, y)).collect()
    }

    /// Twice the area of outlines, counted positive where they run anticlockwise as seen.
    fn area(rings: &[Vec<Point>]) -> f64 {
        let ring = |ring: &Vec<Point>| ring.windows(2).map(|p| (p[0].1 * p[1].0 - p[0].0 * p[1].1) / 2.0).sum::<f64>();
        rings.iter().map(ring).sum()
    }

    #[test]
    fn a_slope_has_a_straight_line() {
        let values = sampled(9, |x, y| x + 0.5 * y);
        let lines = ScalarGrid { plot: BOX, across: 9, values: &values }.lines(0.3);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].iter().all(|(x, y)| (x - 0.5 * y - 0.3).abs() < 1e-12));
        // Below is to the left: it comes from above, where the left of a descending line is the right.
        let ends = [lines[0][0].1, lines[0][lines[0].len() - 1].1];
        assert_eq!(ends, [2.0, -2.0]);
    }

    #[test]
    fn a_cone_has_circles() {
        let values = sampled(97, f64::hypot);
        let field = ScalarGrid { plot: BOX, across: 97, values: &values };
        for radius in [0.3, 1.0, 1.7] {
            let lines = field.lines(radius);
            assert_eq!(lines.len(), 1);
            assert_eq!(lines[0][0], lines[0][lines[0].len() - 1]);
            assert!(lines[0].iter().all(|(x, y)| (x.hypot(*y) - radius).abs() < 1e-3));
            assert!((area(&field.below(radius)) - std::f64::consts::PI * radius * radius).abs() < 1e-2);
        }
    }

    #[test]
    fn a_hole_runs_the_other_way_round() {
        let values = sampled(97, |x, y| -x.hypot(y));
        let rings = ScalarGrid { plot: BOX, across: 97, values: &values }.below(-1.0);
        assert_eq!(rings.len(), 2);
        assert!((area(&rings) - (16.0 - std::f64::consts::PI)).abs() < 1e-2);
    }

    #[test]
    fn outlines_follow_the_edge_and_the_corners() {
        let values = sampled(5, |x, _| x);
        let field = ScalarGrid { plot: BOX, across: 5, values: &values };
        assert!((area(&field.below(0.5)) - 10.0).abs() < 1e-12);
        assert!((area(&field.below(9.0)) - 16.0).abs() < 1e-12);
        assert!(field.below(-9.0).is_empty() && field.lines(9.0).is_empty());
    }

    #[test]
    fn a_saddle_is_decided_by_its_mean() {
        for (level, joined) in [(0.1, true), (-0.1, false)] {
            let values = [-1.0, 1.0, 1.0, -1.0];
            let field = ScalarGrid { plot: BOX, across: 2, values: &values };
            assert_eq!(field.below(level).len(), if joined { 1 } else { 2 });
            assert_eq!(field.lines(level).len(), 2);
        }
    }

    #[test]
    fn between_nodes_values_run_evenly() {
        let values = sampled(5, |x, y| 3.0 * x - y);
        let field = ScalarGrid { plot: BOX, across: 5, values: &values };
        assert!((field.at((0.6, 0.1)) - (3.0 * 0.4 + 1.6)).abs() < 1e-12);
        assert_eq!(field.at((1.0, 1.0)), 4.0);
    }

    #[test]
    fn what_is_no_number_and_no_grid_breaks_nothing() {
        let values = [0.0, f64::NAN, f64::INFINITY, 0.0];
        assert!(
            ScalarGrid { plot: BOX, across: 2, values: &values }.below(1.0).iter().flatten().all(|(x, y)| x.is_finite() && y.is_finite())
        );
        assert!(ScalarGrid { plot: BOX, across: 0, values: &[] }.below(1.0).is_empty());
        assert!(ScalarGrid { plot: BOX, across: 1, values: &[1.0] }.lines(2.0).is_empty());
    }
}
