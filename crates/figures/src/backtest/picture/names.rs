//! The names of the forecasts in the upper chart: at the ends of their lines or beside them, clear of points.

use crate::backtest::BacktestOutcome;
use pendrop_science::trend::LeastSquares;

use super::{
    Charts, FORECASTERS,
    forecast::{Exit, Forecast, arrowhead},
};
use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect},
    format::{power_of_ten, significant},
    locale::Language,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// A name in its place.
pub struct Name {
    text: String,
    token: Token,
    /// Where it stands.
    pub place: Rect,
    /// A thin line from a name that found no room beside its line.
    leader: Option<[Point; 2]>,
}

impl Name {
    /// Whether a line would lie over it or over what leads to it.
    fn is_crossed_by(&self, line: &[Point; 2]) -> bool {
        self.place.inflated(1.5).crossed_by(line[0], line[1]) || self.leader.is_some_and(|own| cross(&own, line))
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

/// What is written in the upper chart keeps clear of points, lines and their ends, and of the cut.
pub fn occupancy(charts: &Charts, forecast: &Forecast, positions: &[Point]) -> Occupancy {
    let (plot, style, x) = (charts.upper.plot, &charts.style, charts.cut_x());
    let mut taken = Occupancy::within(Rect { left: plot.left + 3.0, bottom: plot.bottom - 3.0, ..plot });
    let point = style.point + 2.0;
    for at in positions {
        taken.keep(Rect::around(*at, point, point));
    }
    taken.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
    taken.keep_line(forecast.fitted.clone());
    for (line, exit) in forecast.lines.iter().zip(forecast.exits) {
        match line.last() {
            Some(_) if exit.is_some() => taken.keep_line(arrowhead(line, style.text)),
            Some(end) => taken.keep(Rect::around(*end, 7.0, 7.0)),
            None => {}
        }
        taken.keep_line(line.clone());
    }
    taken
}

/// Finds a place for the name of each forecast that there is, clear of what stands at the cut.
pub fn place(
    outcome: &BacktestOutcome,
    charts: &Charts,
    forecast: &Forecast,
    positions: &[Point],
    cut_label: &Option<(Rect, String)>,
) -> Vec<Name> {
    let Ok(forecasts) = outcome.forecasts else { return Vec::new() };
    let Charts { style, frame, upper, .. } = charts;
    let plot = upper.plot;
    let mut taken = occupancy(charts, forecast, positions);
    taken.bounds.right = frame.width;
    cut_label.iter().for_each(|(place, _)| taken.keep_text(*place));
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
        let crosses_cut = |line: &[Point; 2]| cut_label.as_ref().is_some_and(|(place, _)| place.inflated(1.5).crossed_by(line[0], line[1]));
        let apart = |place: &Rect| {
            leader(place).is_none_or(|leader| !crosses_cut(&leader) && names.iter().all(|name| !name.is_crossed_by(&leader)))
        };
        let others = || forecast.lines.iter().enumerate().filter(|(other, _)| *other != which).map(|(_, line)| line);
        let clear = |place: &Rect| leader(place).is_none_or(|leader| others().all(|line| !cross(&leader, line)));
        let found = [text, (forecaster.short)(frame.language).to_owned()].into_iter().find_map(|text| {
            let size = (style.width(&text, true), 1.05 * style.text);
            let candidates = || beside_line(*first, *end, size, plot.right, style.text).chain(taken.anywhere(*end, size));
            // The name of a line that leaves the chart stands where it leaves.
            let behind = exit.map(|exit| {
                let left = end.0 + 0.7 * style.text;
                let top = if exit == Exit::Top { plot.top } else { plot.bottom - size.1 };
                Rect { left, right: left + size.0, top, bottom: top + size.1 }
            });
            let free: Vec<_> = behind.into_iter().filter(|place| taken.free(place)).collect();
            let free = free.into_iter().next().or_else(|| candidates().find(|place| taken.free(place) && apart(place) && clear(place)));
            let found = free.or_else(|| candidates().find(|place| taken.free(place) && apart(place)));
            found.map(|place| (text, place))
        });
        let Some((text, place)) = found else { continue };
        let leader = leader(&place);
        taken.keep_text(place);
        leader.iter().for_each(|leader| taken.keep_line(leader.to_vec()));
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
    let from = name.inflated(2.0).nearest(to);
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
