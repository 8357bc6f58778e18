//! The lower chart: at every cut, how many times closer the trend came than "nothing changes", or how many times further off.

use crate::backtest::{ALIKE, BacktestOutcome, Strings, text::years};
use pendrop_science::trend::Misses;

use super::Charts;
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, limited},
    locale::fill,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Which part of the distance between two cuts a bar fills.
const FILLED: f64 = 0.7;
/// The share of cuts whose bars the axis holds whole: at a few a forecast misses by dozens of powers of ten.
const HELD: f64 = 0.9;

/// How many powers of ten the trend came closer than "nothing changes"; below 0 where it was further off.
fn ahead(misses: &Misses) -> f64 {
    misses.constant.mean_error_decades - misses.trend.mean_error_decades
}

/// Every cut at which there is something to compare, and how far the trend was ahead.
fn leads(strip: &[(f64, Option<Misses>)]) -> impl Iterator<Item = (f64, f64)> {
    strip.iter().filter_map(|(cut, misses)| Some((*cut, ahead(misses.as_ref()?))))
}

/// The powers of ten that the axis has to reach to, either way.
pub fn greatest(strip: &[(f64, Option<Misses>)]) -> f64 {
    let mut leads: Vec<f64> = leads(strip).map(|(_, lead)| lead.abs()).collect();
    leads.sort_unstable_by(f64::total_cmp);
    let place = HELD * (leads.len().max(1) - 1) as f64;
    leads.get(place as usize).copied().unwrap_or(0.0).max(0.3)
}

/// The lower chart in its place.
pub struct Strip {
    title: (Point, String),
    /// The bars; nothing while they are hidden.
    bars: Option<Bars>,
    /// What is said in their place while they are.
    pub hint: Option<(Rect, &'static str)>,
}

/// A bar for every cut.
struct Bars {
    /// Each from where neither is ahead.
    bars: Vec<(Rect, Token)>,
    /// What it means that they go up, and what that they go down, where there is room to say so.
    sides: [Option<(Rect, &'static str)>; 2],
}

impl Strip {
    /// The chart of all cuts.
    pub fn new(outcome: &BacktestOutcome, charts: &Charts) -> Self {
        let Charts { style, frame, strip, .. } = charts;
        let s = Strings::of(frame.language);
        let years = years(outcome.horizon, frame.language);
        let titles = [s.backtest_strip_long, s.backtest_strip].map(|title| fill(title, &[("years", &years)]));
        let room = frame.width - strip.plot.left;
        let [long, short] = titles;
        let title = if 1.05 * style.width(&long, true) <= room { long } else { short };
        let left = strip.plot.left.min(frame.width - 1.05 * style.width(&title, true)).max(0.0);
        let plot = strip.plot;
        let hint = (!outcome.revealed).then(|| {
            let wide = style.width(s.backtest_strip_hidden, false);
            // In the middle of the chart, or as near to it as the frame allows.
            let left = (0.5 * (plot.left + plot.right - wide)).min(frame.width - wide).max(0.0);
            let at = (left, (plot.top + plot.bottom) / 2.0 + style.baseline_offset());
            (Rect::of_text(at, wide, style.text), s.backtest_strip_hidden)
        });
        let bars = outcome.revealed.then(|| Bars::new(outcome, charts));
        Self { title: ((left, plot.top - 0.75 * style.text), title), bars, hint }
    }

    /// Draws what does not depend on the cut.
    pub fn draw(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        let Charts { style, frame, strip, factors, .. } = charts;
        if self.bars.is_some() {
            factors.draw(painter, style, strip);
        }
        strip.draw_base(painter, style, Some(""), frame.language);
        let (at, title) = &self.title;
        painter.text(*at, title, &style.bold(Token::Ink, Anchor::Start));
        if let Some(bars) = &self.bars {
            bars.draw(painter, charts);
        }
        if let Some((found, hint)) = &self.hint {
            painter.text((found.left, found.baseline(style.text)), hint, &style.letters(Token::Ink2, Anchor::Start));
        }
    }

    /// Says which way is which, out of the way of the cut.
    pub fn draw_sides(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        if let Some(bars) = &self.bars {
            bars.draw_sides(painter, charts);
        }
    }
}

impl Bars {
    fn new(outcome: &BacktestOutcome, charts: &Charts) -> Self {
        let Charts { style, frame, strip, factors, .. } = charts;
        let (plot, level, s) = (strip.plot, strip.y.at(0.0), Strings::of(frame.language));
        let years = strip.x_ticks.high() - strip.x_ticks.low();
        let half = (0.5 * FILLED * plot.width() / years).max(0.6);
        let mut taken = Occupancy::within(plot);
        let bars = leads(&outcome.strip).filter(|(_, lead)| lead.abs() > ALIKE).map(|(cut, lead)| {
            let (x, y) = (strip.x.at(cut), strip.y.at(limited(lead, (-factors.top, factors.top))));
            let (left, right) = ((x - half).max(plot.left), (x + half).min(plot.right));
            let bar = Rect { left, right, top: y.min(level), bottom: y.max(level) };
            (bar, if lead > 0.0 { Token::Accent } else { Token::Ink3 })
        });
        let bars: Vec<_> = bars.collect();
        bars.iter().for_each(|(bar, _)| taken.keep(bar.inflated(3.0)));
        let cut = charts.cut_x();
        taken.keep_line(vec![(cut, plot.top), (cut, plot.bottom)]);
        // Anywhere on their own side, from the left on.
        let side = |text: &'static str, y: f64, taken: &mut Occupancy| {
            let (width, tall) = (style.width(text, false), 1.02 * style.text);
            let (first, last) = (plot.left + 6.0, plot.right - width);
            let places = (0..40).map(|step| first + f64::from(step) / 39.0 * (last - first).max(0.0));
            let rows = [0.5, 0.25, 0.75];
            let boxes = rows.into_iter().flat_map(|row| {
                let middle = level + row * (y - level);
                places.clone().map(move |left| Rect { left, right: left + width, top: middle - tall / 2.0, bottom: middle + tall / 2.0 })
            });
            taken.place(boxes).map(|found| (found, text))
        };
        let sides = [side(s.backtest_closer, plot.top, &mut taken), side(s.backtest_further, plot.bottom, &mut taken)];
        Self { bars, sides }
    }

    fn draw(&self, painter: &mut Painter<Svg>, Charts { strip, .. }: &Charts) {
        let Rect { left, right, .. } = strip.plot;
        for (Rect { left, top, right, bottom }, token) in &self.bars {
            painter.fill(&[(*left, *top), (*right, *top), (*right, *bottom), (*left, *bottom)], *token);
        }
        let level = strip.y.at(0.0);
        painter.line(&[(left, level), (right, level)], Stroke(Token::Edge, 1.25));
    }

    fn draw_sides(&self, painter: &mut Painter<Svg>, Charts { style, .. }: &Charts) {
        for (found, text) in self.sides.iter().flatten() {
            let text_style = TextStyle { halo: true, ..style.letters(Token::Ink2, Anchor::Start) };
            painter.text((found.left, found.baseline(style.text)), text, &text_style);
        }
    }
}
