//! The names of the forecasts in the upper chart: at the ends of their lines or beside them, clear of points where that can
//! be had.

use crate::backtest::BacktestOutcome;
use pendrop_science::trend::LeastSquares;

use super::{
    Charts, FORECASTERS,
    forecast::{Exit, Forecast},
};
use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect, limited},
    format::{power_of_ten, significant},
    locale::Language,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// A name in its place.
pub struct Name {
    text: String,
    token: Token,
    place: Rect,
    /// A thin line from a name that found no room beside its line.
    leader: Option<[Point; 2]>,
}

impl Name {
    /// Whether a line would lie over it or over what leads to it.
    fn is_crossed_by(&self, line: &[Point; 2]) -> bool {
        self.place.crossed_by(line[0], line[1]) || self.leader.is_some_and(|own| cross(&own, line))
    }

    /// Draws it.
    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        if let Some(leader) = &self.leader {
            painter.line(leader, Stroke(self.token, 1.0));
        }
        let text_style = TextStyle { halo: true, ..style.bold(self.token, Anchor::Start) };
        painter.text((self.place.left, self.place.bottom - 0.24 * style.text), &self.text, &text_style);
    }
}

/// Finds a place for the name of each forecast that there is.
pub fn place(outcome: &BacktestOutcome, charts: &Charts, forecast: &Forecast, positions: &[Point]) -> Vec<Name> {
    let Ok(forecasts) = outcome.forecasts else { return Vec::new() };
    let Charts { style, frame, upper, .. } = charts;
    let plot = upper.plot;
    let bounds = Rect { right: frame.width, ..plot };
    // A name may stand over points where there is no other room, but never over a line.
    let (mut strict, mut loose) = (Occupancy::within(bounds), Occupancy::within(bounds));
    let point = style.point + 1.5;
    for at in positions {
        strict.keep(Rect::around(*at, point, point));
    }
    let x = charts.cut_x();
    for taken in [&mut strict, &mut loose] {
        taken.keep(charts.cut_label().0);
        taken.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
        taken.keep_line(forecast.fitted.clone());
        for line in &forecast.lines {
            taken.keep_line(line.clone());
            line.last().into_iter().for_each(|end| taken.keep(Rect::around(*end, 5.0, 5.0)));
        }
    }
    let mut names: Vec<Name> = Vec::new();
    for (which, (line, forecaster)) in forecast.lines.iter().zip(&FORECASTERS).enumerate() {
        let (Some(first), Some(end)) = (line.first(), line.last()) else { continue };
        let exit = forecast.exits[which];
        let name = (forecaster.name)(frame.language);
        let text = match exit {
            Some(exit) if which == 0 => trend_name(name, exit, outcome, forecasts.fit, frame.narrow, frame.language),
            _ => name.to_owned(),
        };
        let leader = |place: &Rect| leader(place, (*first, *end), style.text);
        // What leads to a line crosses nothing that belongs to another one; its dashes, where there is no other way.
        let apart = |place: &Rect| leader(place).is_none_or(|leader| names.iter().all(|name| !name.is_crossed_by(&leader)));
        let others = || forecast.lines.iter().enumerate().filter(|(other, _)| *other != which).map(|(_, line)| line);
        let clear = |place: &Rect| leader(place).is_none_or(|leader| others().all(|line| !cross(&leader, line)));
        let found = [text, (forecaster.short)(frame.language).to_owned()].into_iter().find_map(|text| {
            let size = (style.width(&text, true), 1.05 * style.text);
            let candidates = || beside_line(*first, *end, size, plot.right, style.text).chain(anywhere(&bounds, *end, size, style.text));
            // The name of a line that leaves the chart stands where it leaves, also over points.
            let behind = exit.map(|exit| {
                let left = end.0 + 0.7 * style.text;
                let top = if exit == Exit::Top { plot.top } else { plot.bottom - size.1 };
                Rect { left, right: left + size.0, top, bottom: top + size.1 }
            });
            let found = loose.place(behind);
            let found = found.or_else(|| strict.place(candidates().filter(|place| apart(place) && clear(place))));
            let found = found.or_else(|| loose.place(candidates().filter(|place| apart(place) && clear(place))));
            let found = found.or_else(|| loose.place(candidates().filter(apart)));
            found.map(|place| (text, place))
        });
        let Some((text, place)) = found else { continue };
        let leader = leader(&place);
        for taken in [&mut strict, &mut loose] {
            taken.keep(place);
            leader.iter().for_each(|leader| taken.keep_line(leader.to_vec()));
        }
        names.push(Name { text, token: forecaster.token, place, leader });
    }
    names
}

/// The name of a trend that leaves the chart, with where it leads if there is room for that.
fn trend_name(name: &str, exit: Exit, outcome: &BacktestOutcome, fit: LeastSquares, narrow: bool, language: Language) -> String {
    let arrow = if exit == Exit::Top { "↑" } else { "↓" };
    if narrow {
        return format!("{name} {arrow}");
    }
    let decades = fit.at(outcome.cut + outcome.horizon);
    // Beyond this there is no number left to write.
    let value = if decades.abs() < 300.0 { significant(10_f64.powf(decades), 1, language) } else { power_of_ten(decades.round() as i32) };
    format!("{name} {arrow} {value}")
}

/// Whether two straight lines cross.
fn cross(one: &[Point; 2], other: &[Point]) -> bool {
    let &[from, to] = other else { return false };
    let side = |(a, b): (Point, Point), (x, y): Point| (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0);
    let parts = |line: (Point, Point), a, b| side(line, a) * side(line, b) < 0.0;
    parts((one[0], one[1]), from, to) && parts((from, to), one[0], one[1])
}

/// A thin line from a name to the nearest place of its line, where that is far.
fn leader(name: &Rect, (first, end): (Point, Point), text: f64) -> Option<[Point; 2]> {
    let (dx, dy) = (end.0 - first.0, end.1 - first.1);
    let middle = ((name.left + name.right) / 2.0, (name.top + name.bottom) / 2.0);
    let along = ((middle.0 - first.0) * dx + (middle.1 - first.1) * dy) / (dx * dx + dy * dy).max(1e-9);
    let along = along.clamp(0.0, 1.0);
    let to = (first.0 + along * dx, first.1 + along * dy);
    let from = (limited(to.0, (name.left, name.right)), limited(to.1, (name.top, name.bottom)));
    ((to.0 - from.0).hypot(to.1 - from.1) > 0.9 * text).then_some([from, to])
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
