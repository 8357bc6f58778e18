//! The upper chart: what was known, what was foretold, what came.

use crate::backtest::BacktestOutcome;
use pendrop_science::trend::{Intervals, LeastSquares, RECENT as YEARS};

use super::{Charts, FORECASTERS};
use pendrop_kit::{
    chart::{ChartStyle, Marker, Painter, Point, Shape},
    svg::{Stroke, Svg, Token},
};

/// From so many points on they are drawn smaller.
const MANY: usize = 200;

/// Pieces of the edge of a band.
const PIECES: i32 = 24;

/// What was foretold, in the chart.
pub struct Forecast {
    /// Outlines of the wide and the narrow prediction interval from the cut on.
    bands: Vec<(Vec<Point>, Token)>,
    /// The trend up to the cut.
    pub fitted: Vec<Point>,
    /// The three forecasts, each as far as the chart shows it. That of the last years begins with the years that it rests on.
    pub lines: [Vec<Point>; 3],
    /// For each of them, the edge of the chart through which it leaves before it ends.
    pub exits: [Option<Exit>; 3],
}

/// An edge of the chart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The upper one.
    Top,
    /// The lower one.
    Bottom,
}

impl Forecast {
    /// What an outcome foretells.
    pub fn new(outcome: &BacktestOutcome, charts: &Charts) -> Self {
        let chart = Chart { charts, ahead: ahead(outcome, charts) };
        let (cut, end) = chart.ahead;
        let bands = outcome.bands.iter().rev().zip([Token::Tint, Token::Band]);
        let bands = bands.filter_map(|(band, token)| band.as_ref().map(|intervals| (chart.band(intervals), token))).collect();
        let (mut fitted, mut lines) = (Vec::new(), [const { Vec::new() }; 3]);
        if let Ok(forecasts) = outcome.forecasts {
            let first = outcome.points().first().map_or(outcome.cut, |point| point.year);
            let recent = |fit: LeastSquares| chart.straight((cut - YEARS, end), |when| fit.at(when));
            fitted = chart.straight((first, cut), |when| forecasts.fit.at(when));
            lines = [
                chart.straight((cut, end), |when| forecasts.fit.at(when)),
                chart.straight((cut, end), |_| forecasts.level),
                forecasts.recent_fit.map(recent).unwrap_or_default(),
            ];
        }
        let exits = [0, 1, 2].map(|forecaster: usize| chart.exit(&lines[forecaster]));
        Self { bands, fitted, lines, exits }
    }

    /// Draws bands, points and lines.
    pub fn draw(&self, painter: &mut Painter<Svg>, outcome: &BacktestOutcome, charts: &Charts, positions: &[Point]) {
        for (outline, token) in &self.bands {
            painter.area(std::slice::from_ref(outline), *token);
        }
        // The lines lie over the points: hundreds of outcomes would hide what was foretold.
        draw_points(painter, outcome, &charts.style, positions);
        painter.line(&self.fitted, Stroke(FORECASTERS[0].token, FORECASTERS[0].width));
        // The trend lies over its rivals.
        let order = [1, 2, 0];
        for (line, forecaster) in order.map(|which| (&self.lines[which], &FORECASTERS[which])) {
            painter.dashed(line, Stroke(forecaster.token, forecaster.width), forecaster.dash);
        }
        for (which, forecaster) in order.map(|which| (which, &FORECASTERS[which])) {
            match self.lines[which].last() {
                _ if self.exits[which].is_some() => painter.fill(&arrowhead(&self.lines[which], charts.style.text), forecaster.token),
                Some(end) => {
                    painter.disc(*end, forecaster.end.radius, Token::Paper);
                    forecaster.end.draw(painter, *end);
                }
                None => {}
            }
        }
    }
}

/// The years over which is foretold, as far as the chart reaches.
fn ahead(outcome: &BacktestOutcome, charts: &Charts) -> (f64, f64) {
    let end = charts.upper.x_ticks.high();
    (outcome.cut.min(end), (outcome.cut + outcome.horizon).min(end))
}

/// The upper chart with the years over which is foretold.
struct Chart<'a> {
    charts: &'a Charts,
    ahead: (f64, f64),
}

impl Chart<'_> {
    /// The powers of ten at the ends of the chart.
    fn ends(&self) -> (f64, f64) {
        (self.charts.upper.y_ticks.low().log10(), self.charts.upper.y_ticks.high().log10())
    }

    /// The place of a power of ten at a date; on the edge of the chart for values beyond it.
    fn level(&self, when: f64, decades: f64) -> Point {
        let (low, high) = self.ends();
        self.charts.upper.at(when, 10_f64.powf(decades.min(high).max(low)))
    }

    /// The part of a straight line over some years that lies in the chart.
    fn straight(&self, (from, to): (f64, f64), line: impl Fn(f64) -> f64) -> Vec<Point> {
        let (low, high) = self.ends();
        let years = &self.charts.upper.x_ticks;
        let (mut from, mut to) = (from.max(years.low()), to.min(years.high()));
        let (start, rise) = (line(from), (line(to) - line(from)) / (to - from));
        if rise != 0.0 && rise.is_finite() {
            let meets = |decades: f64| from + (decades - start) / rise;
            let (one, other) = (meets(low), meets(high));
            (from, to) = (from.max(one.min(other)), to.min(one.max(other)));
        }
        let inside = |decades: f64| (low - 1e-6..=high + 1e-6).contains(&decades);
        if from < to && inside(line(from)) && inside(line(to)) {
            vec![self.level(from, line(from)), self.level(to, line(to))]
        } else {
            Vec::new()
        }
    }

    /// The outline of a prediction interval from the cut on.
    fn band(&self, intervals: &Intervals) -> Vec<Point> {
        let (cut, end) = self.ahead;
        let at = |piece: i32| cut + (end - cut) * f64::from(piece) / f64::from(PIECES);
        let upper = (0..=PIECES).map(at).map(|when| self.level(when, intervals.prediction(when).high));
        let lower = (0..=PIECES).rev().map(at).map(|when| self.level(when, intervals.prediction(when).low));
        if cut < end { upper.chain(lower).collect() } else { Vec::new() }
    }

    /// The edge of the chart through which a forecast leaves before it ends.
    fn exit(&self, line: &[Point]) -> Option<Exit> {
        let (end, plot) = (line.last()?, self.charts.upper.plot);
        let early = end.0 < self.charts.x(self.ahead.1) - 1.0;
        early.then_some(if end.1 < (plot.top + plot.bottom) / 2.0 { Exit::Top } else { Exit::Bottom })
    }
}

/// Known ones are filled; of those that came, the ones that the forecast is compared with stand out.
fn draw_points(painter: &mut Painter<Svg>, outcome: &BacktestOutcome, style: &ChartStyle, positions: &[Point]) {
    let visible = outcome.visible();
    let (known, reached) = (outcome.known(), visible.partition_point(|point| point.year <= outcome.cut + outcome.horizon));
    let radius = style.point * if outcome.points().len() > MANY { 0.7 } else { 1.0 };
    let hollow = Marker { radius, ..Marker::hollow(Shape::Circle, style) };
    let kinds = [
        (&positions[..known], Marker { filled: true, ..hollow }),
        (&positions[reached..], Marker { token: Token::Edge, ..hollow }),
        (&positions[known..reached], Marker { token: Token::Ink, ..hollow }),
    ];
    for (positions, marker) in kinds {
        for at in positions {
            marker.draw(painter, *at);
        }
    }
}

/// The arrowhead at the end of a line that goes on beyond the chart; nothing for no line.
pub fn arrowhead(line: &[Point], text: f64) -> Vec<Point> {
    let [.., from, end] = line else { return Vec::new() };
    let length = (end.0 - from.0).hypot(end.1 - from.1).max(1e-9);
    let (dx, dy) = ((end.0 - from.0) / length, (end.1 - from.1) / length);
    let (back, aside) = (0.75 * text, 0.3 * text);
    let base = (end.0 - back * dx, end.1 - back * dy);
    vec![*end, (base.0 - aside * dy, base.1 + aside * dx), (base.0 + aside * dy, base.1 - aside * dx)]
}
