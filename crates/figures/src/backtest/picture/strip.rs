//! The lower chart: how far off the forecasts of every cut were, the trend's against its rivals'.

use crate::backtest::{Strings, words::years};
use pendrop_science::trend::{Errors, Misses};

use super::{CONSTANT, Picture, RECENT};
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, beside, simplified},
    locale::fill,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Width of the rivals' lines, which jump up and down from cut to cut.
const FINE: f64 = 1.25;

/// Which forecast of a cut.
type Which = fn(&Misses) -> Option<Errors>;

const TREND: Which = |misses| Some(misses.trend);
const LEVEL: Which = |misses| Some(misses.constant);
const LATELY: Which = |misses| misses.recent;

/// The error that the axis has to reach to, in powers of ten: all of the trend's, most of the rivals', which at some cuts miss
/// by dozens of them.
pub fn greatest(strip: &[(f64, Option<Misses>)]) -> f64 {
    let within = |which: Which, share: f64| {
        let mut errors: Vec<f64> =
            strip.iter().filter_map(|(_, misses)| misses.as_ref().and_then(which)).map(|errors| errors.mean_error_decades).collect();
        errors.sort_unstable_by(f64::total_cmp);
        let place = share * (errors.len().max(1) - 1) as f64;
        errors.get(place as usize).copied().unwrap_or(0.0)
    };
    let greatest = within(TREND, 1.0).max(within(LEVEL, 0.8)).max(within(LATELY, 0.5));
    if greatest > 0.0 { greatest } else { 1.0 }
}

impl Picture<'_> {
    pub(super) fn draw_strip(&self, painter: &mut Painter<Svg>) {
        let s = Strings::of(self.frame.language);
        let years = years(self.tested.horizon, self.frame.language);
        let titles = [s.backtest_strip_long, s.backtest_strip].map(|title| fill(title, &[("years", &years)]));
        let room = self.frame.width - self.strip.plot.left;
        let title = titles.iter().find(|title| self.style.width(title, true) <= room).unwrap_or(&titles[1]);
        let from = self.strip.plot.left.min(self.frame.width - self.style.width(title, true)).max(0.0);
        self.factors.draw(painter, &self.style, &self.strip);
        self.strip.draw_base(painter, &self.style, Some(""), self.frame.language);
        painter.text((from, self.strip.plot.top - 0.55 * self.style.text), title, &self.style.bold(Token::Ink, Anchor::Start));
        if self.tested.revealed {
            self.draw_errors(painter);
        } else {
            let plot = &self.strip.plot;
            let at = ((plot.left + plot.right) / 2.0, (plot.top + plot.bottom) / 2.0 + self.style.drop());
            painter.text(at, s.backtest_strip_hidden, &TextStyle { halo: true, ..self.style.letters(Token::Ink2, Anchor::Middle) });
        }
    }

    fn draw_errors(&self, painter: &mut Painter<Svg>) {
        let s = Strings::of(self.frame.language);
        let [trend, constant, recent] = [TREND, LEVEL, LATELY].map(|which| self.errors(which));
        for piece in &constant {
            painter.dashed(piece, Stroke(CONSTANT.token, FINE), CONSTANT.dash);
        }
        for piece in &recent {
            painter.dashed(piece, Stroke(RECENT.token, FINE), RECENT.dash);
        }
        for piece in &trend {
            painter.line(piece, Stroke(Token::Accent, self.style.line));
        }
        let lines = [
            (trend, s.backtest_trend, Token::Accent),
            (constant, (CONSTANT.name)(s), CONSTANT.token),
            (recent, (RECENT.name)(s), RECENT.token),
        ];
        let (mut strict, mut loose) = (Occupancy::within(self.strip.plot), Occupancy::within(self.strip.plot));
        lines.iter().flat_map(|(pieces, ..)| pieces).for_each(|piece| strict.keep_line(piece.clone()));
        // The trend may be crossed by no name.
        lines[0].0.iter().for_each(|piece| loose.keep_line(piece.clone()));
        let sides = [(0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
        for (rank, (pieces, name, token)) in lines.iter().enumerate() {
            let size = (self.style.width(name, true), self.style.text);
            let clear = pieces.iter().find_map(|piece| strict.place_along(piece, size, &sides));
            // Where lines run close to each other a name stands over the rivals' rather than nowhere; a small picture has no room
            // for all three.
            let found = clear.or_else(|| {
                let places = pieces.iter().flatten().flat_map(|at| sides.map(|side| beside(*at, side, size, 3.0)));
                (rank < 2 || !self.frame.narrow).then(|| loose.place(places)).flatten()
            });
            let Some(found) = found else { continue };
            strict.keep(found);
            loose.keep(found);
            let style = TextStyle { halo: true, ..self.style.bold(*token, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), name, &style);
        }
    }

    /// The errors of one forecast over the cuts, in pieces where there are none or they leave the chart.
    fn errors(&self, which: Which) -> Vec<Vec<Point>> {
        let top = self.factors.top;
        let (mut pieces, mut piece) = (Vec::new(), Vec::new());
        let mut before: Option<Point> = None;
        for (cut, misses) in &self.tested.strip {
            let now = misses.as_ref().and_then(which).map(|errors| (*cut, errors.mean_error_decades));
            if let (Some(from), Some(to)) = (before, now)
                && (from.1 > top) != (to.1 > top)
            {
                let crossing = from.0 + (top - from.1) / (to.1 - from.1) * (to.0 - from.0);
                piece.push(self.strip.at(crossing, top));
            }
            match now {
                Some((cut, error)) if error <= top => piece.push(self.strip.at(cut, error)),
                _ => pieces.push(std::mem::take(&mut piece)),
            }
            before = now;
        }
        pieces.push(piece);
        pieces.into_iter().filter(|piece| piece.len() > 1).map(|piece| simplified(&piece, 0.25)).collect()
    }
}
