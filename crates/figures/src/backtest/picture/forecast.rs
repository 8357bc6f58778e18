//! The upper chart: what was known, what was foretold, what came.

use crate::backtest::Strings;
use pendrop_science::trend::{Intervals, LeastSquares, RECENT as YEARS};

use super::{CONSTANT, FORECAST, Picture, RECENT, THIN};
use pendrop_kit::{
    chart::{Marker, Occupancy, Painter, Point, Rect, Shape, limited},
    format::{power_of_ten, significant},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// From so many points on they are drawn smaller.
const MANY: usize = 200;

/// Pieces of the edge of a band.
const PIECES: i32 = 24;

impl Picture<'_> {
    /// The years over which is foretold, as far as the chart reaches.
    fn ahead(&self) -> (f64, f64) {
        let end = self.upper.x_ticks.high();
        (self.tested.cut.min(end), (self.tested.cut + self.tested.horizon).min(end))
    }

    /// The powers of ten at the ends of the chart.
    fn ends(&self) -> (f64, f64) {
        (self.upper.y_ticks.low().log10(), self.upper.y_ticks.high().log10())
    }

    /// The place of a power of ten at a date; on the edge of the chart for values beyond it.
    fn level(&self, when: f64, decades: f64) -> Point {
        let (low, high) = self.ends();
        self.upper.at(when, 10_f64.powf(decades.clamp(low, high)))
    }

    /// The part of a straight line over some years that lies in the chart.
    fn straight(&self, (from, to): (f64, f64), line: impl Fn(f64) -> f64) -> Vec<Point> {
        let (low, high) = self.ends();
        let (mut from, mut to) = (from.max(self.upper.x_ticks.low()), to.min(self.upper.x_ticks.high()));
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

    /// The three forecasts, each as far as the chart shows it: the trend, nothing changes, as recently. The last begins with
    /// the years that it rests on.
    fn lines(&self) -> [Vec<Point>; 3] {
        let Ok(forecasts) = self.tested.forecasts else { return [const { Vec::new() }; 3] };
        let (cut, end) = self.ahead();
        let recent = |fit: LeastSquares| self.straight((cut - YEARS, end), |when| fit.at(when));
        [
            self.straight((cut, end), |when| forecasts.fit.at(when)),
            self.straight((cut, end), |_| forecasts.level),
            forecasts.recent_fit.map(recent).unwrap_or_default(),
        ]
    }

    pub(super) fn draw_forecast(&self, painter: &mut Painter<Svg>) {
        for (band, token) in self.tested.bands.iter().rev().zip([Token::Tint, Token::Band]) {
            if let Some(intervals) = band {
                painter.area(&[self.band(intervals)], token);
            }
        }
        // The lines lie over the points: hundreds of outcomes would hide what was foretold.
        self.draw_points(painter);
        self.draw_lines(painter);
    }

    /// The outline of a prediction interval from the cut on.
    fn band(&self, intervals: &Intervals) -> Vec<Point> {
        let (cut, end) = self.ahead();
        let at = |piece: i32| cut + (end - cut) * f64::from(piece) / f64::from(PIECES);
        let upper = (0..=PIECES).map(at).map(|when| self.level(when, intervals.prediction(when).high));
        let lower = (0..=PIECES).rev().map(at).map(|when| self.level(when, intervals.prediction(when).low));
        if cut < end { upper.chain(lower).collect() } else { Vec::new() }
    }

    fn draw_lines(&self, painter: &mut Painter<Svg>) {
        let [trend, constant, recent] = self.lines();
        if let Ok(forecasts) = self.tested.forecasts {
            let first = self.tested.points().first().map_or(self.tested.cut, |point| point.year);
            let fitted = self.straight((first, self.ahead().0), |when| forecasts.fit.at(when));
            painter.line(&fitted, Stroke(Token::Accent, 2.25));
        }
        painter.dashed(&constant, Stroke(CONSTANT.token, THIN), CONSTANT.dash);
        painter.dashed(&recent, Stroke(RECENT.token, THIN), RECENT.dash);
        painter.dashed(&trend, Stroke(Token::Accent, 2.25), FORECAST);
        for (line, token) in [(constant, CONSTANT.token), (recent, RECENT.token), (trend, Token::Accent)] {
            if self.beyond(&line).is_some() {
                self.draw_head(painter, &line, token);
            }
        }
    }

    /// Whether a forecast leaves the chart through its upper (or lower) edge before it ends.
    fn beyond(&self, line: &[Point]) -> Option<bool> {
        let (end, plot) = (line.last()?, self.upper.plot);
        let early = end.0 < self.x(self.ahead().1) - 1.0;
        early.then_some(end.1 < (plot.top + plot.bottom) / 2.0)
    }

    /// An arrowhead at the end of a line that goes on beyond the chart.
    fn draw_head(&self, painter: &mut Painter<Svg>, line: &[Point], token: Token) {
        let [.., from, end] = line else { return };
        let length = (end.0 - from.0).hypot(end.1 - from.1).max(1e-9);
        let (dx, dy) = ((end.0 - from.0) / length, (end.1 - from.1) / length);
        let (back, aside) = (0.75 * self.style.text, 0.3 * self.style.text);
        let base = (end.0 - back * dx, end.1 - back * dy);
        painter.fill(&[*end, (base.0 - aside * dy, base.1 + aside * dx), (base.0 + aside * dy, base.1 - aside * dx)], token);
    }

    /// The name of the trend; of one that leaves the chart also where it leads, if there is room for that.
    fn trend_told(&self, line: &[Point], fit: LeastSquares) -> String {
        let language = self.frame.language;
        let name = Strings::of(language).backtest_trend;
        let Some(up) = self.beyond(line) else { return name.to_owned() };
        let arrow = if up { "↑" } else { "↓" };
        if self.frame.narrow {
            return format!("{name} {arrow}");
        }
        let decades = fit.at(self.tested.cut + self.tested.horizon);
        // Values are told where they can be written as numbers at all.
        let value =
            if decades.abs() < 300.0 { significant(10_f64.powf(decades), 1, language) } else { power_of_ten(decades.round() as i32) };
        format!("{name} {arrow} {value}")
    }

    /// Known ones are filled; of those that came, the ones that the forecast is held against stand out.
    fn draw_points(&self, painter: &mut Painter<Svg>) {
        let shown = self.tested.shown();
        let (known, came) = shown.split_at(self.tested.known().min(shown.len()));
        let (outcomes, later) = came.split_at(came.partition_point(|point| point.year <= self.tested.cut + self.tested.horizon));
        let radius = self.style.point * if self.tested.points().len() > MANY { 0.7 } else { 1.0 };
        let hollow = Marker { radius, ..Marker::hollow(Shape::Circle, &self.style) };
        let kinds = [
            (known, Marker { filled: true, ..hollow }),
            (later, Marker { token: Token::Edge, ..hollow }),
            (outcomes, Marker { token: Token::Ink, ..hollow }),
        ];
        for (points, marker) in kinds {
            for point in points {
                marker.draw(painter, self.place(point));
            }
        }
    }

    /// The names of the lines at their ends or beside them, clear of points where that can be had.
    pub(super) fn draw_names(&self, painter: &mut Painter<Svg>) {
        self.draw_cut_label(painter);
        let s = Strings::of(self.frame.language);
        let lines = self.lines();
        let plot = self.upper.plot;
        let bounds = Rect { right: self.frame.width, ..plot };
        let (mut strict, mut loose) = (Occupancy::within(bounds), Occupancy::within(bounds));
        let point = self.style.point + 1.5;
        for place in self.tested.shown().iter().map(|point| self.place(point)) {
            strict.keep(Rect::around(place, point, point));
        }
        let x = self.x(self.tested.cut);
        for taken in [&mut strict, &mut loose] {
            taken.keep(self.cut_label().0);
            taken.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
            lines.iter().for_each(|line| taken.keep_line(line.clone()));
        }
        let Ok(forecasts) = self.tested.forecasts else { return };
        let names = [
            (self.trend_told(&lines[0], forecasts.fit), Token::Accent),
            ((CONSTANT.name)(s).to_owned(), CONSTANT.token),
            ((RECENT.name)(s).to_owned(), RECENT.token),
        ];
        for (line, (name, token)) in lines.iter().zip(&names) {
            let (Some(first), Some(end)) = (line.first(), line.last()) else { continue };
            let size = (self.style.width(name, true), 1.05 * self.style.text);
            let candidates =
                || beside_line(*first, *end, size, plot.right, self.style.text).chain(anywhere(&bounds, *end, size, self.style.text));
            // The name of a line that leaves the chart stands where it leaves, also over points.
            let behind = || {
                let left = end.0 + 0.7 * self.style.text;
                let top = if end.1 < (plot.top + plot.bottom) / 2.0 { plot.top } else { plot.bottom - size.1 };
                let place = Rect { left, right: left + size.0, top, bottom: top + size.1 };
                self.beyond(line).map(|_| place)
            };
            let found = loose.place(behind()).or_else(|| strict.place(candidates())).or_else(|| loose.place(candidates()));
            let Some(found) = found else { continue };
            for taken in [&mut strict, &mut loose] {
                taken.keep(found);
            }
            self.lead(painter, &found, (*first, *end), *token);
            let style = TextStyle { halo: true, ..self.style.bold(*token, Anchor::Start) };
            painter.text((found.left, found.bottom - 0.24 * self.style.text), name, &style);
        }
    }

    /// A thin line from a name that found no room beside its line.
    fn lead(&self, painter: &mut Painter<Svg>, name: &Rect, (first, end): (Point, Point), token: Token) {
        let (dx, dy) = (end.0 - first.0, end.1 - first.1);
        let middle = ((name.left + name.right) / 2.0, (name.top + name.bottom) / 2.0);
        let along = ((middle.0 - first.0) * dx + (middle.1 - first.1) * dy) / (dx * dx + dy * dy).max(1e-9);
        let along = along.clamp(0.0, 1.0);
        let to = (first.0 + along * dx, first.1 + along * dy);
        let from = (limited(to.0, (name.left, name.right)), limited(to.1, (name.top, name.bottom)));
        if (to.0 - from.0).hypot(to.1 - from.1) > 0.9 * self.style.text {
            painter.line(&[from, to], Stroke(token, 1.0));
        }
    }
}

fn centred((x, y): Point, (width, height): Point) -> Rect {
    Rect::around((x, y), width / 2.0, height / 2.0)
}

/// Where the name of a line may stand, the best places first: behind its end, or over and under it, the nearest first.
fn beside_line(first: Point, end: Point, size: Point, right: f64, line: f64) -> impl Iterator<Item = Rect> {
    let most = right - size.0 / 2.0;
    let around = (0..8).flat_map(move |step| {
        let off = (0.95 + 0.5 * f64::from(step)) * line;
        [1.0, 0.5, 0.0].into_iter().flat_map(move |share| {
            let (x, y) = (first.0 + share * (end.0 - first.0), first.1 + share * (end.1 - first.1));
            [-0.5, 0.5, 0.0].into_iter().flat_map(move |side| {
                let x = (x + side * size.0).min(most);
                [centred((x, y - off), size), centred((x, y + off), size)]
            })
        })
    });
    std::iter::once(centred((end.0 + 8.0 + size.0 / 2.0, end.1), size)).chain(around)
}

/// Places all over the chart, the nearest to the end of a line first.
fn anywhere(bounds: &Rect, end: Point, size: Point, line: f64) -> impl Iterator<Item = Rect> {
    let mut places = Vec::new();
    let mut y = bounds.top + size.1 / 2.0;
    while y < bounds.bottom {
        let mut x = bounds.left + size.0 / 2.0 + 2.0;
        while x < bounds.right {
            places.push((x, y));
            x += 1.6 * line;
        }
        y += 0.9 * line;
    }
    let far = move |(x, y): Point| (x - end.0).hypot(y - end.1);
    places.sort_unstable_by(|one, other| far(*one).total_cmp(&far(*other)));
    places.into_iter().map(move |place| centred(place, size))
}
