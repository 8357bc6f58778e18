//! The picture of `backtest`: the data with the forecast made at the cut, and below, over the same years, how far off the
//! forecasts of every cut were.

mod factors;
mod forecast;
mod strip;

use crate::backtest::Strings;
use factors::Factors;
use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Point, Rect, Scale, Ticks, limited},
    label,
    locale::Label,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
    tables,
};

use super::{BacktestOutcome, words::year};

/// Dashes of the trend where it foretells.
const FORECAST: (f64, f64) = (7.0, 5.0);
/// "Nothing changes", in both charts.
const CONSTANT: Rival = Rival { token: Token::S1, dash: (8.0, 4.0), name: label!(backtest_constant) };
/// "As in the last five years", in both charts.
const RECENT: Rival = Rival { token: Token::S2, dash: (2.0, 4.0), name: label!(backtest_recent) };
/// Width of the rivals' lines.
const THIN: f64 = 1.75;

/// How a simpler forecast is drawn.
struct Rival {
    token: Token,
    dash: (f64, f64),
    name: Label,
}

/// The two charts, and what they show.
pub struct Picture<'a> {
    style: ChartStyle,
    frame: Frame,
    tested: &'a BacktestOutcome,
    /// The data and the forecasts.
    upper: Axes,
    /// Errors at every cut, upwards in powers of ten.
    strip: Axes,
    /// What these are as factors.
    factors: Factors,
}

impl<'a> Picture<'a> {
    /// The charts of an outcome in a frame.
    pub fn of(frame: &Frame, tested: &'a BacktestOutcome) -> Self {
        let style = ChartStyle::of(frame);
        let s = Strings::of(frame.language);
        let (years, values) = (years(tested), values(tested));
        // Whether the charts lie a line higher or lower does not change which factors have room.
        let strip = |height: f64| height * if frame.narrow { 0.25 } else { 0.27 };
        let factors = Factors::covering(strip::greatest(&tested.strip), strip(0.8 * frame.height), &style);
        let wide = values.values().map(|value| style.width(&values.label(value, frame.language), false)).fold(0.0, f64::max);
        let (left, right) = ((wide + 13.0).max(factors.width(&style) + 10.0), frame.width - 0.5 * style.width("2000", false) - 1.0);
        let title = left + style.width((tested.dataset.quantity)(s), true) + 0.6 * style.text + style.width(s.axis_log, false);
        let top = if title <= right { 1.55 } else { 2.75 } * style.text;
        let bottom = frame.height - 11.0 - style.text;
        // Between the charts stand the handle and the strip's title.
        let gap = 2.2 * style.text + style.dot;
        let tall = strip(bottom - top - gap);
        let plot = |top: f64, bottom: f64| Rect { left, right, top, bottom };
        Self {
            style,
            frame: *frame,
            tested,
            upper: Axes::new(plot(top, bottom - tall - gap), years, values),
            strip: Axes {
                y: Scale::linear((0.0, factors.top), (bottom, bottom - tall)),
                ..Axes::new(plot(bottom - tall, bottom), years, Ticks::covering(0.0, factors.top, 1))
            },
            factors,
        }
    }

    /// Where a point of the data lies.
    pub fn place(&self, point: &tables::Point) -> Point {
        self.upper.at(point.year, point.value)
    }

    /// Where the handle of the cut lies; at the edge of the chart for a cut beyond it.
    pub fn handle(&self) -> Point {
        (self.x(self.tested.cut), self.upper.plot.bottom)
    }

    /// The cut that a place in the picture means: a whole year within the chart and the bounds of the parameter.
    pub fn cut_at(&self, x: f64) -> f64 {
        let Rect { left, right, .. } = self.upper.plot;
        let (low, high) = (self.upper.x_ticks.low(), self.upper.x_ticks.high());
        (low + (x - left) / (right - left) * (high - low)).round().clamp(low, high).clamp(1895.0, 2025.0)
    }

    /// Where a date lies, at the edge of the chart for one beyond it.
    fn x(&self, year: f64) -> f64 {
        limited(self.upper.x.at(year), (self.upper.plot.left, self.upper.plot.right))
    }

    /// Draws what does not depend on the cut.
    pub fn still(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        let s = Strings::of(self.frame.language);
        self.upper.draw(painter, &self.style, (self.tested.dataset.quantity)(s), None, self.frame.language);
        self.draw_strip(painter);
    }

    /// Draws what the cut moves.
    pub fn moving(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        self.draw_forecast(painter);
        self.draw_cursor(painter);
        self.draw_names(painter);
    }

    /// The cut: a line in each chart, its handle, and where it lies among all cuts.
    fn draw_cursor(&self, painter: &mut Painter<Svg>) {
        let x = self.x(self.tested.cut);
        for plot in [&self.upper.plot, &self.strip.plot] {
            painter.line(&[(x, plot.top), (x, plot.bottom)], Stroke(Token::Ink2, 1.0));
        }
        painter.dot(self.handle(), self.style.dot + 1.0, Token::Ink2);
        if let (true, Ok(test)) = (self.tested.revealed, &self.tested.test) {
            let error = test.trend.mean_error_decades;
            if error <= self.factors.top {
                painter.dot((x, self.strip.y.at(error)), self.style.dot, Token::Accent);
            }
        }
    }

    /// The box of the cut's year beside its line, and the text.
    fn cut_label(&self) -> (Rect, String) {
        let text = year(self.tested.cut, self.frame.language);
        let (width, x, baseline) = (self.style.width(&text, true), self.x(self.tested.cut), self.upper.plot.top + 0.85 * self.style.text);
        let left = if x - width - 7.0 > self.upper.plot.left { x - width - 6.0 } else { x + 6.0 };
        (Rect::of_text((left, baseline), width, self.style.text), text)
    }

    fn draw_cut_label(&self, painter: &mut Painter<Svg>) {
        let (place, text) = self.cut_label();
        let style = TextStyle { halo: true, ..self.style.bold(Token::Ink, Anchor::Start) };
        painter.text((place.left, place.baseline(self.style.text)), &text, &style);
    }
}

/// The years of both charts: of all points that take part.
fn years(tested: &BacktestOutcome) -> Ticks {
    let points = tested.points();
    let (from, to) = match (points.first(), points.last()) {
        (Some(first), Some(last)) => (first.year, last.year),
        _ => tested.dataset.years,
    };
    Ticks::covering(from, to, 8)
}

/// The powers of ten of the upper chart: of all points that take part.
fn values(tested: &BacktestOutcome) -> Ticks {
    let logs = || tested.points().iter().map(|point| point.value.log10());
    let (low, high) = (logs().fold(f64::INFINITY, f64::min), logs().fold(f64::NEG_INFINITY, f64::max));
    if low.is_finite() && high.is_finite() {
        Ticks::decades(low.floor() as i32, high.ceil() as i32)
    } else {
        Ticks::decades(tested.dataset.decades.0, tested.dataset.decades.1)
    }
}
