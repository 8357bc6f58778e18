//! The picture of `ensemble`: the histogram of fall times on an axis from zero, which shows how much they differ at all.
//! Where they hardly do, the same bars are seen again in an inset, over how much later than gravity alone the drops land.

mod chart;
mod labels;

use std::sync::Arc;

use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Rect, Ticks},
    format::{short, significant},
    locale::fill,
    picture::{Frame, Picture},
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::{ensemble::EnsembleSpec, falling::OBSERVED};

use super::{EnsembleOutcome, Strings};
use chart::Chart;

/// Delay shown (as a share of the fall under gravity alone) where no drop is late at all.
const NOT_LATE: f64 = 1e-3;
/// The inset begins where gravity alone lands, unless that leaves more than this share of it empty.
const EMPTY: f64 = 0.5;
/// The inset shows no less than this share of the delay: its numbers have no more digits.
const FINEST: f64 = 1e-3;
/// An inset that magnifies less is none.
const MAGNIFIED: f64 = 2.5;

/// How much higher than the mean bar the highest is likely to be, before anything is known.
const PEAK: f64 = 2.8;

/// Into how many bars the histogram is drawn: fewer where few drops would leave most of them empty.
#[must_use]
pub fn bars(spec: &EnsembleSpec, narrow: bool) -> usize {
    match spec.drops {
        ..100 => 16,
        _ if narrow => 32,
        100..1000 => 32,
        _ => 64,
    }
}

/// A unit of time that suits a length of time: symbol and seconds.
fn unit(late: f64) -> (&'static str, f64) {
    let units = [("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)];
    units.into_iter().find(|(_, seconds)| late >= *seconds).unwrap_or(("ns", 1e-9))
}

/// The charts, and what they show.
pub struct EnsemblePicture {
    outcome: Arc<EnsembleOutcome>,
    style: ChartStyle,
    frame: Frame,
    /// Fall times from zero.
    scale: Chart,
    /// Delays, magnified.
    inset: Option<Chart>,
    /// Drops in each bar.
    bars: Vec<u32>,
}

impl Picture for EnsemblePicture {
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        self.draw_scale(painter);
        if let Some(inset) = &self.inset {
            self.draw_inset(painter, inset);
        }
    }
}

/// The delays, s, that an inset shows.
fn window(outcome: &EnsembleOutcome, vacuum: f64) -> (f64, f64) {
    let range = outcome.statistics.range();
    if range.high <= 0.0 {
        return (0.0, NOT_LATE * vacuum);
    }
    if range.low < EMPTY * range.high {
        return (0.0, range.high);
    }
    let margin = (FINEST * range.high - (range.high - range.low)).max(0.0) / 2.0;
    (range.low - margin, range.high + margin)
}

impl EnsemblePicture {
    /// Lays out the charts.
    #[must_use]
    pub fn of(outcome: Arc<EnsembleOutcome>, frame: &Frame) -> Self {
        let style = ChartStyle::of(frame);
        let statistics = &outcome.statistics;
        let vacuum = outcome.vacuum.unwrap_or(OBSERVED);
        let bars = statistics.bars(bars(&outcome.spec, frame.narrow));
        // While drops are still being made, the bars grow towards their final height.
        let highest = f64::from(bars.iter().copied().max().unwrap_or(0));
        let share = if statistics.made() > 0 { highest / f64::from(statistics.made()) } else { PEAK / bars.len() as f64 };
        let grown = (f64::from(outcome.spec.drops) * share).max(4.0);

        let steps = if frame.narrow { 5 } else { 6 };
        let times = Ticks::covering(0.0, vacuum + statistics.range().high, steps);
        let (from, to) = window(&outcome, vacuum);
        let (symbol, seconds) = unit(to - from);
        let delays = Ticks::covering(from / seconds, to / seconds, steps);
        let factor = times.high() / ((delays.high() - delays.low()) * seconds);
        let magnified = factor >= MAGNIFIED && (statistics.made() == 0 || statistics.landed() > 0) && outcome.vacuum.is_some();

        let heights = Ticks::covering(0.0, grown, if magnified && frame.narrow { 3 } else { 5 });
        let numbers = heights.values().map(|value| style.width(&heights.label(value, frame.language), false)).fold(0.0, f64::max);
        // The first number of the lower axis may be a long one.
        let first = style.width(&delays.label(delays.low(), frame.language), false) / 2.0;
        let left = if magnified { first.max(numbers + 12.0) } else { numbers + 12.0 };
        let right = frame.width - 9.0;
        let (title, row, bracket) = (1.55 * style.text, 11.0 + style.text, 2.3 * style.text);
        let (bottom, gap) = (frame.height - row, if frame.narrow { 0.5 } else { 1.0 } * style.text);
        let tall = (frame.height - 2.0 * (title + row) - bracket - gap) / 2.0;
        let plot = |top: f64, bottom: f64| Rect { left, right, top, bottom };
        let upper = if magnified { plot(title, title + tall) } else { plot(title + bracket, bottom) };
        Self {
            style,
            frame: *frame,
            scale: Chart { axes: Axes::new(upper, times, heights), origin: outcome.vacuum.unwrap_or(0.0), seconds: 1.0, symbol: "s" },
            inset: magnified.then(|| {
                let axes = Axes::new(plot(bottom - tall, bottom), delays, heights);
                Chart { axes, origin: 0.0, seconds, symbol }
            }),
            bars,
            outcome,
        }
    }

    /// Delays at the edges of the bars.
    fn edges(&self) -> impl Iterator<Item = f64> {
        let (range, count) = (self.outcome.statistics.range(), self.bars.len());
        (0..=count).map(move |bar| range.low + (range.high - range.low) * (bar as f64 / count as f64))
    }

    /// The upper or only chart: fall times on an axis from zero.
    fn draw_scale(&self, painter: &mut Painter<Svg>) {
        let s = Strings::of(self.frame.language);
        let (chart, style) = (&self.scale, &self.style);
        let plot = chart.axes.plot;
        let title = plot.top - if self.inset.is_some() { 0.75 } else { 2.85 } * style.text;
        let progress = self.progress();
        // In a very narrow frame the title begins over the numbers; what has no room then is among the settings.
        let (wide, whole) = (style.width(&progress, false) + style.text, style.width(s.picture_drops_per_bar, true));
        let left = plot.left.min(plot.right - wide - whole).max(0.0);
        painter.text((left, title), s.picture_drops_per_bar, &style.bold(Token::Ink, Anchor::Start));
        if left + whole + wide <= plot.right {
            painter.text((plot.right, title), &progress, &style.letters(Token::Ink2, Anchor::End));
        }
        chart.axes.draw(painter, style, "", Some(chart.symbol), self.frame.language);
        if self.outcome.vacuum.is_some() {
            let x = chart.x(0.0);
            painter.line(&[(x, plot.bottom), (x, plot.top - 3.0)], Stroke(self.outcome.gravity, 3.0));
        }
        let outline = self.draw_bars(painter, chart);
        match &self.inset {
            Some(inset) => self.draw_box(painter, inset),
            None => self.draw_interval(painter, chart),
        }
        self.draw_scale_names(painter, &outline);
    }

    /// How many drops the bars hold.
    fn progress(&self) -> String {
        let s = Strings::of(self.frame.language);
        let count = |drops: u32| short(f64::from(drops), 6, self.frame.language);
        let (made, all) = (self.outcome.statistics.made(), self.outcome.spec.drops);
        let template = if made < all { s.picture_drops_of } else { s.picture_drops };
        fill(template, &[("count", &count(made)), ("all", &count(all))])
    }

    /// Edges of the part of the upper chart that the inset shows.
    fn boxed(&self, inset: &Chart) -> (f64, f64) {
        let ticks = &inset.axes.x_ticks;
        let [from, to] = [ticks.low(), ticks.high()].map(|value| self.scale.x(value * inset.seconds));
        (from - 5.0, (to + 5.0).min(self.frame.width - 1.0))
    }

    fn draw_box(&self, painter: &mut Painter<Svg>, inset: &Chart) {
        let ((from, to), Rect { top, bottom, .. }) = (self.boxed(inset), self.scale.axes.plot);
        let (top, bottom) = (top - 5.0, bottom + 3.0);
        painter.line(&[(from, top), (to, top), (to, bottom), (from, bottom), (from, top)], Stroke(Token::Edge, 1.25));
    }

    /// The lower chart: the same bars over how much later than gravity alone the drops land.
    fn draw_inset(&self, painter: &mut Painter<Svg>, inset: &Chart) {
        let s = Strings::of(self.frame.language);
        let (axes, style) = (&inset.axes, &self.style);
        let Rect { left, top, bottom, .. } = axes.plot;
        let shown = (axes.x_ticks.high() - axes.x_ticks.low()) * inset.seconds;
        let factor = significant(self.scale.axes.x_ticks.high() / shown, 2, self.frame.language);
        let titles = [s.picture_box_long, s.picture_box].map(|title| fill(title, &[("factor", &factor)]));
        let title = titles.iter().find(|title| style.width(title, true) < self.frame.width - left).unwrap_or(&titles[1]);
        painter.text((left, top - 2.85 * style.text), title, &style.bold(Token::Ink, Anchor::Start));
        axes.draw(painter, style, "", Some(inset.symbol), self.frame.language);
        let gravity = axes.x_ticks.low() <= 0.0;
        if gravity {
            let x = inset.x(0.0);
            painter.line(&[(x, bottom), (x, top - 3.0)], Stroke(self.outcome.gravity, 3.0));
        }
        let outline = self.draw_bars(painter, inset);
        if gravity {
            self.draw_inset_name(painter, inset, &outline);
        }
        self.draw_interval(painter, inset);
    }
}
