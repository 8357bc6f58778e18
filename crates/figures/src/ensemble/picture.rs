//! The picture of `ensemble`: the histogram of fall times on an axis from zero, which shows how much they differ at all.
//! Where they hardly do, the same bars are seen again through a loupe, over how much later than gravity alone the drops land.

mod chart;
mod marks;

use crate::ensemble::Strings;
use pendrop_science::{ensemble::EnsembleSpec, falling::OBSERVED};

use super::EnsembleOutcome;
use chart::Chart;
use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Rect, Ticks},
    format::{short, significant},
    locale::fill,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, Token},
};

/// Lateness shown (as a share of the fall under gravity alone) where no drop is late at all.
const NOT_LATE: f64 = 1e-3;
/// The loupe begins where gravity alone lands, unless that leaves more than this share of it empty.
const EMPTY: f64 = 0.5;
/// The loupe shows no less than this share of the lateness: its numbers have no more digits.
const FINEST: f64 = 1e-3;
/// A loupe that magnifies less is none.
const MAGNIFIED: f64 = 2.5;

/// How much higher than the mean bar the highest is likely to be, before anything is known.
const PEAK: f64 = 2.8;

/// Into how many bars the histogram is drawn: fewer where few drops would leave most of them empty.
#[must_use]
pub fn bars(plan: &EnsembleSpec, narrow: bool) -> usize {
    match plan.drops {
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

/// Draws the whole picture.
pub fn draw(svg: &mut Svg, frame: &Frame, drops: &EnsembleOutcome) {
    let picture = Picture::of(frame, drops);
    let painter = &mut Painter::new(svg);
    picture.draw_scale(painter);
    if let Some(loupe) = &picture.loupe {
        picture.draw_loupe(painter, loupe);
    }
}

/// The charts, and what they show.
struct Picture<'a> {
    style: ChartStyle,
    frame: Frame,
    drops: &'a EnsembleOutcome,
    /// Fall times from zero.
    scale: Chart,
    /// Latenesses, magnified.
    loupe: Option<Chart>,
    /// Drops in each bar.
    bars: Vec<u32>,
}

/// The latenesses, s, that a loupe shows.
fn window(drops: &EnsembleOutcome, vacuum: f64) -> (f64, f64) {
    let range = drops.tally.range();
    if range.high <= 0.0 {
        return (0.0, NOT_LATE * vacuum);
    }
    if range.low < EMPTY * range.high {
        return (0.0, range.high);
    }
    let margin = (FINEST * range.high - (range.high - range.low)).max(0.0) / 2.0;
    (range.low - margin, range.high + margin)
}

impl<'a> Picture<'a> {
    fn of(frame: &Frame, drops: &'a EnsembleOutcome) -> Self {
        let style = ChartStyle::of(frame);
        let tally = &drops.tally;
        let vacuum = drops.vacuum.unwrap_or(OBSERVED);
        let bars = tally.bars(bars(&drops.plan, frame.narrow));
        // While drops are still being made, the bars grow towards their final height.
        let highest = f64::from(bars.iter().copied().max().unwrap_or(0));
        let share = if tally.made() > 0 { highest / f64::from(tally.made()) } else { PEAK / bars.len() as f64 };
        let grown = (f64::from(drops.plan.drops) * share).max(4.0);

        let steps = if frame.narrow { 5 } else { 6 };
        let times = Ticks::covering(0.0, vacuum + tally.range().high, steps);
        let (from, to) = window(drops, vacuum);
        let (symbol, seconds) = unit(to - from);
        let latenesses = Ticks::covering(from / seconds, to / seconds, steps);
        let factor = times.high() / ((latenesses.high() - latenesses.low()) * seconds);
        let magnified = factor >= MAGNIFIED && (tally.made() == 0 || tally.landed() > 0) && drops.vacuum.is_some();

        let heights = Ticks::covering(0.0, grown, if magnified && frame.narrow { 3 } else { 5 });
        let numbers = heights.values().map(|value| style.width(&heights.label(value, frame.language), false)).fold(0.0, f64::max);
        // The first number of the lower axis may be a long one.
        let first = style.width(&latenesses.label(latenesses.low(), frame.language), false) / 2.0;
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
            drops,
            scale: Chart { panel: Axes::new(upper, times, heights), origin: drops.vacuum.unwrap_or(0.0), seconds: 1.0, symbol: "s" },
            loupe: magnified.then(|| {
                let panel = Axes::new(plot(bottom - tall, bottom), latenesses, heights);
                Chart { panel, origin: 0.0, seconds, symbol }
            }),
            bars,
        }
    }

    /// Latenesses at the edges of the bars.
    fn edges(&self) -> impl Iterator<Item = f64> {
        let (range, count) = (self.drops.tally.range(), self.bars.len());
        (0..=count).map(move |bar| range.low + (range.high - range.low) * (bar as f64 / count as f64))
    }

    /// The upper or only chart: fall times on an axis from zero.
    fn draw_scale(&self, painter: &mut Painter<Svg>) {
        let s = Strings::of(self.frame.language);
        let (chart, style) = (&self.scale, &self.style);
        let plot = chart.panel.plot;
        let title = plot.top - if self.loupe.is_some() { 0.55 } else { 2.85 } * style.text;
        let progress = self.progress();
        // In a very narrow frame the title begins over the numbers.
        let room = plot.width() - style.width(&progress, false) - 0.5 * style.text;
        let left = if style.width(s.picture_drops_per_bar, true) < room { plot.left } else { 0.0 };
        painter.text((left, title), s.picture_drops_per_bar, &style.bold(Token::Ink, Anchor::Start));
        painter.text((plot.right, title), &progress, &style.letters(Token::Ink2, Anchor::End));
        chart.panel.draw(painter, style, "", Some(chart.symbol), self.frame.language);
        if self.drops.vacuum.is_some() {
            let x = chart.x(0.0);
            painter.line(&[(x, plot.bottom), (x, plot.top - 3.0)], Stroke(Token::Accent, 3.0));
        }
        let outline = self.draw_bars(painter, chart);
        match &self.loupe {
            Some(loupe) => self.draw_box(painter, loupe),
            None => self.draw_interval(painter, chart),
        }
        self.draw_scale_names(painter, &outline);
    }

    /// How many drops the bars hold.
    fn progress(&self) -> String {
        let s = Strings::of(self.frame.language);
        let count = |drops: u32| short(f64::from(drops), 6, self.frame.language);
        let (made, all) = (self.drops.tally.made(), self.drops.plan.drops);
        let template = if made < all { s.picture_drops_of } else { s.picture_drops };
        fill(template, &[("count", &count(made)), ("all", &count(all))])
    }

    /// Edges of the part of the upper chart that the loupe shows.
    fn boxed(&self, loupe: &Chart) -> (f64, f64) {
        let ticks = &loupe.panel.x_ticks;
        let [from, to] = [ticks.low(), ticks.high()].map(|value| self.scale.x(value * loupe.seconds));
        (from - 5.0, (to + 5.0).min(self.frame.width - 1.0))
    }

    fn draw_box(&self, painter: &mut Painter<Svg>, loupe: &Chart) {
        let ((from, to), Rect { top, bottom, .. }) = (self.boxed(loupe), self.scale.panel.plot);
        let (top, bottom) = (top - 5.0, bottom + 3.0);
        painter.line(&[(from, top), (to, top), (to, bottom), (from, bottom), (from, top)], Stroke(Token::Edge, 1.25));
    }

    /// The lower chart: the same bars over how much later than gravity alone the drops land.
    fn draw_loupe(&self, painter: &mut Painter<Svg>, loupe: &Chart) {
        let s = Strings::of(self.frame.language);
        let (panel, style) = (&loupe.panel, &self.style);
        let Rect { left, top, bottom, .. } = panel.plot;
        let shown = (panel.x_ticks.high() - panel.x_ticks.low()) * loupe.seconds;
        let factor = significant(self.scale.panel.x_ticks.high() / shown, 2, self.frame.language);
        let titles = [s.picture_box_long, s.picture_box].map(|title| fill(title, &[("factor", &factor)]));
        let title = titles.iter().find(|title| style.width(title, true) < self.frame.width - left).unwrap_or(&titles[1]);
        painter.text((left, top - 2.85 * style.text), title, &style.bold(Token::Ink, Anchor::Start));
        panel.draw(painter, style, "", Some(loupe.symbol), self.frame.language);
        let gravity = panel.x_ticks.low() <= 0.0;
        if gravity {
            let x = loupe.x(0.0);
            painter.line(&[(x, bottom), (x, top - 3.0)], Stroke(Token::Accent, 3.0));
        }
        let outline = self.draw_bars(painter, loupe);
        if gravity {
            self.draw_loupe_name(painter, loupe, &outline);
        }
        self.draw_interval(painter, loupe);
    }
}
