//! The picture of `backtest`: the data with the forecast made at the cut, and below, over the same years, how far off the
//! forecasts of every cut were.

mod charts;
mod factors;
mod forecast;
mod names;
mod strip;

use std::sync::Arc;

use crate::{
    backtest::Strings,
    datasets::{citation, logged, name},
};
use charts::Charts;
use forecast::Forecast;
use names::Name;
use pendrop_kit::{
    chart::{Marker, Painter, Point, Rect, Shape, cut},
    label,
    locale::{Label, Language, fill},
    picture::{self, Frame, Gesture, Handle, Interaction, Picture, Points},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
    values::Key,
};
use strip::Strip;

use super::{
    BacktestOutcome,
    parameters::key,
    text::{factor, year},
};

/// How a forecast is drawn in both charts.
struct Forecaster {
    name: Label,
    /// Its name where there is no room for that.
    short: Label,
    token: Token,
    /// Dashes and the gaps between them.
    dash: (f64, f64),
    /// Width of its line.
    width: f64,
    /// What marks the end of its line: colours are not all that tells them apart.
    end: Marker,
}

const fn end(shape: Shape, filled: bool, token: Token) -> Marker {
    Marker { shape, filled, token, radius: 3.6 }
}

/// The long trend and its two rivals: nothing changes, and as in the last five years. In this order everywhere.
static FORECASTERS: [Forecaster; 3] = [
    Forecaster {
        name: label!(backtest_trend),
        short: label!(backtest_trend),
        token: Token::Accent,
        dash: (7.0, 5.0),
        width: 2.75,
        end: end(Shape::Square, true, Token::Accent),
    },
    Forecaster {
        name: label!(backtest_constant),
        short: label!(backtest_constant_short),
        token: Token::S1,
        dash: (16.0, 4.0),
        width: 1.75,
        end: end(Shape::Diamond, false, Token::S1),
    },
    Forecaster {
        name: label!(backtest_recent),
        short: label!(backtest_recent_short),
        token: Token::S2,
        dash: (2.0, 4.0),
        width: 2.25,
        end: end(Shape::Triangle, false, Token::S2),
    },
];

/// A forecast and what came of it in a frame.
pub(super) struct BacktestPicture {
    outcome: Arc<BacktestOutcome>,
    charts: Charts,
    /// Where the visible points lie.
    positions: Vec<Point>,
    strip: Strip,
    forecast: Forecast,
    /// The year of the cut in its place.
    cut_label: Option<(Rect, String)>,
    names: Vec<Name>,
}

impl BacktestPicture {
    /// The picture of an outcome in a frame.
    pub fn new(outcome: Arc<BacktestOutcome>, frame: &Frame) -> Self {
        let charts = Charts::new(&outcome, frame);
        let positions: Vec<Point> = outcome.visible().iter().map(|point| charts.at(point)).collect();
        let strip = Strip::new(&outcome, &charts);
        let forecast = Forecast::new(&outcome, &charts);
        let cut_label = charts.cut_label(&mut names::occupancy(&charts, &forecast, &positions));
        let names = names::place(&outcome, &charts, &forecast, &positions, &cut_label);
        Self { outcome, charts, positions, strip, forecast, cut_label, names }
    }

    /// Where the handle of the cut lies; at the edge of the chart for a cut beyond it.
    fn handle(&self) -> Point {
        (self.charts.cut_x(), self.charts.upper.plot.bottom)
    }

    /// The cut: a line in each chart, its handle, and where it lies among all cuts.
    fn draw_cursor(&self, painter: &mut Painter<Svg>) {
        let Charts { style, upper, strip, .. } = &self.charts;
        let x = self.charts.cut_x();
        let hint: Vec<_> = self.strip.hint.iter().map(|(found, _)| found.inflated(3.0)).collect();
        for plot in [&upper.plot, &strip.plot] {
            for piece in cut(&[(x, plot.top), (x, plot.bottom)], &hint) {
                painter.line(&piece, Stroke(Token::Ink2, 1.0));
            }
        }
        painter.dot(self.handle(), style.dot + 1.0, Token::Ink2);
    }

    /// The year of the cut beside its line.
    fn draw_cut_label(&self, painter: &mut Painter<Svg>) {
        let style = &self.charts.style;
        if let Some((place, text)) = &self.cut_label {
            let text_style = TextStyle { halo: true, ..style.bold(Token::Ink, Anchor::Start) };
            painter.text((place.left, place.baseline(style.text)), text, &text_style);
        }
    }
}

impl Picture for BacktestPicture {
    /// What does not depend on the cut.
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        let Charts { style, frame, upper, .. } = &self.charts;
        upper.draw(painter, style, (self.outcome.dataset.quantity)(frame.language), None, frame.language);
        self.strip.draw(painter, &self.charts);
    }

    fn background_key(&self) -> Option<u64> {
        let Self { outcome, .. } = self;
        // Without its table a dataset has no points.
        Some(picture::key((outcome.dataset.id, outcome.points().len(), outcome.horizon.to_bits(), outcome.revealed)))
    }

    /// What the cut moves.
    fn foreground(&self, svg: &mut Svg, _time: f64) {
        let painter = &mut Painter::new(svg);
        self.forecast.draw(painter, &self.outcome, &self.charts, &self.positions);
        self.draw_cursor(painter);
        self.draw_cut_label(painter);
        self.strip.draw_sides(painter, &self.charts);
        for name in &self.names {
            name.draw(painter, &self.charts.style);
        }
    }

    fn points(&self) -> Option<&dyn Points> {
        Some(self)
    }

    fn interaction(&self) -> Option<&dyn Interaction> {
        Some(self)
    }
}

impl Points for BacktestPicture {
    fn count(&self) -> usize {
        self.positions.len()
    }

    fn position(&self, index: usize) -> Point {
        self.positions.get(index).copied().unwrap_or_default()
    }

    fn name(&self, index: usize) -> &str {
        self.outcome.visible().get(index).map_or("", |point| name(point, self.charts.frame.language))
    }

    fn details(&self, index: usize, language: Language) -> String {
        let s = Strings::of(language);
        let Some(point) = self.outcome.visible().get(index).copied() else { return String::new() };
        let (when, decades) = logged(point);
        let value = self.outcome.dataset.formatted(point.value, language);
        let cited = citation(&point.source, language);
        let values = fill(s.trend_mark, &[("year", &year(when, language)), ("value", &value), ("source", cited)]);
        match self.outcome.forecasts {
            Ok(forecasts) if when > self.outcome.cut => {
                let times = factor(forecasts.fit.at(when) - decades, language);
                format!("{values}; {}", fill(s.backtest_foretold, &[("factor", &times)]))
            }
            _ => values,
        }
    }

    fn taken(&self) -> Vec<Rect> {
        let cut = self.cut_label.iter().map(|(place, _)| *place);
        self.names.iter().map(|name| name.place).chain(cut).collect()
    }
}

impl Interaction for BacktestPicture {
    fn handles(&self) -> Vec<Handle> {
        vec![Handle { at: self.handle(), across: Some(key::cut), up: None }]
    }

    fn edit(&self, gesture: Gesture) -> Vec<(Key, f64)> {
        match gesture {
            Gesture::Move { to: (x, _), .. } | Gesture::Press((x, _)) => vec![(key::cut, self.charts.cut_at(x))],
            Gesture::Sweep { .. } => Vec::new(),
        }
    }
}
