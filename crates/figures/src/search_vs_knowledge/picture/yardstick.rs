//! The second yardstick: in which share of the solved positions each player keeps the value of the game. Who forbids stops where
//! others go on.

use pendrop_kit::{
    chart::{ChartStyle, Marker, Occupancy, Painter, Point, Rect, Shape, Ticks, limited},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::{
    DASHES, OPPONENT,
    across::Across,
    axis::{Below, UnitChart},
};
use crate::search_vs_knowledge::{Strings, duel::SearchVsKnowledgeOutcome, text::opponent_name};

/// The shares that the axis holds, %: who moves at random is right in more than a quarter of the positions.
const SHARES: (f64, f64) = (20.0, 100.0);

/// A line of a player, with his name in its place.
struct PlayerLine {
    points: Vec<Point>,
    token: Token,
    name: Option<(Rect, &'static str)>,
}

/// The chart, and what it shows.
pub(super) struct Yardstick {
    chart: UnitChart,
    lines: [PlayerLine; 2],
}

impl Yardstick {
    /// Lines of text that it needs above its axes.
    pub const ABOVE: f64 = 2.3;

    pub fn of(outcome: &SearchVsKnowledgeOutcome, frame: &Frame, place: Rect, across: &Across) -> Self {
        let style = ChartStyle::of(frame);
        let shares = Ticks::covering(SHARES.0, SHARES.1, 4);
        let chart = UnitChart::new(frame, place, (Self::ABOVE, Below::Names), across, shares);
        let Rect { left, right, top, bottom } = chart.axes.plot;
        let at = |units: u64, share: f64| {
            let (x, y) = chart.axes.at(across.of_budget(units)?, 100.0 * share);
            Some((limited(x, (left, right)), limited(y, (top, bottom))))
        };
        let points = outcome.statistics.points();
        let pure: Vec<Point> = points.iter().filter_map(|point| at(point.compute, point.optimal_pure()?)).collect();
        let other: Vec<Point> = points.iter().filter_map(|point| at(point.compute, point.optimal_opponent()?)).collect();
        let mut taken = Occupancy::within(Rect { left: left + 3.0, top: top - 3.0, right, bottom: bottom - 1.0 });
        for line in [&pure, &other] {
            taken.keep_line(line.clone());
            line.iter().for_each(|at| taken.keep(Rect::around(*at, style.point + 2.5, style.point + 2.5)));
        }
        let mut named = |line: &[Point], name: &'static str, sides: &[(f64, f64)]| {
            let size = (style.width(name, true), 1.02 * style.text);
            taken.place_along(line, size, sides).map(|found| (found, name))
        };
        let s = Strings::of(frame.language);
        // Pure search begins below its opponent, and ends where there is room under it.
        let pure_name = named(&pure, s.name_pure, &[(1.0, 1.0), (0.6, 1.0), (0.0, 1.0), (-1.0, -1.0)]);
        let other_name = named(
            &other,
            opponent_name(outcome.spec.opponent, frame.language),
            &[(0.0, -1.0), (-0.6, -1.0), (-1.0, -1.0), (0.0, 1.0), (1.0, 1.0)],
        );
        let line = |points, token, name| PlayerLine { points, token, name };
        Self { lines: [line(pure, Token::Ink, pure_name), line(other, OPPONENT, other_name)], chart }
    }

    pub fn draw(&self, painter: &mut Painter<Svg>) {
        let (style, s) = (&self.chart.style, Strings::of(self.chart.language));
        self.chart.draw(painter, &[s.picture_right, s.picture_right_short], Below::Names);
        let [pure, other] = &self.lines;
        painter.dashed(&other.points, Stroke(OPPONENT, 0.8 * style.line), DASHES);
        painter.line(&pure.points, Stroke(Token::Ink, 0.8 * style.line));
        for line in [other, pure] {
            let marker = Marker { token: line.token, filled: line.token == Token::Ink, ..Marker::hollow(Shape::Circle, style) };
            for at in &line.points {
                if !marker.filled {
                    painter.disc(*at, style.point, Token::Paper);
                }
                marker.draw(painter, *at);
            }
        }
        for line in &self.lines {
            if let Some((found, name)) = line.name {
                let letters = TextStyle { halo: true, ..style.bold(line.token, Anchor::Start) };
                painter.text((found.left, found.baseline(style.text)), name, &letters);
            }
        }
    }
}
