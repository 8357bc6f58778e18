//! The lower chart: how far off the forecasts of every cut were, the trend's against its rivals'.

use crate::backtest::{BacktestOutcome, Strings, text::years};
use pendrop_science::trend::{Errors, Misses};

use super::{Charts, FORECASTERS};
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, beside, simplified},
    locale::fill,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Width of the rivals' lines, which jump up and down from cut to cut.
const FINE: f64 = 1.25;

/// The errors of each forecast at a cut, in the order of [`FORECASTERS`].
const ERRORS: [fn(&Misses) -> Option<Errors>; 3] = [|misses| Some(misses.trend), |misses| Some(misses.constant), |misses| misses.recent];

/// The error that the axis has to reach to, in powers of ten: all of the trend's, most of the rivals', which at some cuts miss
/// by dozens of them.
pub fn greatest(strip: &[(f64, Option<Misses>)]) -> f64 {
    let greatest = ERRORS.into_iter().zip([1.0, 0.8, 0.5]).map(|(errors, share)| {
        let errors = strip.iter().filter_map(|(_, misses)| misses.as_ref().and_then(errors));
        let mut errors: Vec<f64> = errors.map(|errors| errors.mean_error_decades).collect();
        errors.sort_unstable_by(f64::total_cmp);
        let place = share * (errors.len().max(1) - 1) as f64;
        errors.get(place as usize).copied().unwrap_or(0.0)
    });
    let greatest = greatest.fold(0.0, f64::max);
    if greatest > 0.0 { greatest } else { 1.0 }
}

/// The lower chart in its place.
pub struct Strip {
    title: (Point, String),
    /// The errors over the cuts; nothing while they are hidden.
    errors: Option<Curves>,
}

/// The errors of each forecast.
struct Curves {
    /// Pieces of each curve.
    pieces: [Vec<Vec<Point>>; 3],
    /// Where the name of each stands, if there is room for it.
    names: [Option<Rect>; 3],
}

impl Strip {
    /// The chart of all cuts.
    pub fn new(outcome: &BacktestOutcome, charts: &Charts) -> Self {
        let Charts { style, frame, strip, .. } = charts;
        let s = Strings::of(frame.language);
        let years = years(outcome.horizon, frame.language);
        let [long, short] = [s.backtest_strip_long, s.backtest_strip].map(|title| fill(title, &[("years", &years)]));
        let title = if style.width(&long, true) <= frame.width - strip.plot.left { long } else { short };
        let left = strip.plot.left.min(frame.width - style.width(&title, true)).max(0.0);
        Self { title: ((left, strip.plot.top - 0.55 * style.text), title), errors: outcome.revealed.then(|| Curves::new(outcome, charts)) }
    }

    /// Draws it.
    pub fn draw(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        let Charts { style, frame, strip, factors, .. } = charts;
        factors.draw(painter, style, strip);
        strip.draw_base(painter, style, Some(""), frame.language);
        let (at, title) = &self.title;
        painter.text(*at, title, &style.bold(Token::Ink, Anchor::Start));
        if let Some(errors) = &self.errors {
            errors.draw(painter, charts);
        } else {
            let plot = &strip.plot;
            let hint = Strings::of(frame.language).backtest_strip_hidden;
            // In the middle of the chart, or as near to it as the frame allows.
            let half = style.width(hint, false) / 2.0;
            let x = ((plot.left + plot.right) / 2.0).min(frame.width - half).max(half);
            let text_style = TextStyle { halo: true, ..style.letters(Token::Ink2, Anchor::Middle) };
            painter.text((x, (plot.top + plot.bottom) / 2.0 + style.baseline_offset()), hint, &text_style);
        }
    }
}

impl Curves {
    fn new(outcome: &BacktestOutcome, charts: &Charts) -> Self {
        let pieces = ERRORS.map(|errors| curve(outcome, charts, errors));
        let names = place_names(&pieces, charts);
        Self { pieces, names }
    }

    fn draw(&self, painter: &mut Painter<Svg>, Charts { style, frame, .. }: &Charts) {
        let [trend, constant, recent] = &self.pieces;
        for (pieces, rival) in [constant, recent].into_iter().zip(&FORECASTERS[1..]) {
            for piece in pieces {
                painter.dashed(piece, Stroke(rival.token, FINE), rival.dash);
            }
        }
        for piece in trend {
            painter.line(piece, Stroke(FORECASTERS[0].token, style.line));
        }
        for (place, forecaster) in self.names.iter().zip(&FORECASTERS) {
            if let Some(place) = place {
                let text_style = TextStyle { halo: true, ..style.bold(forecaster.token, Anchor::Start) };
                painter.text((place.left, place.baseline(style.text)), (forecaster.name)(frame.language), &text_style);
            }
        }
    }
}

/// Where the name of each curve stands, if there is room for it.
fn place_names(curves: &[Vec<Vec<Point>>; 3], Charts { style, frame, strip, .. }: &Charts) -> [Option<Rect>; 3] {
    let (mut strict, mut loose) = (Occupancy::within(strip.plot), Occupancy::within(strip.plot));
    curves.iter().flatten().for_each(|piece| strict.keep_line(piece.clone()));
    // The trend may be crossed by no name.
    curves[0].iter().for_each(|piece| loose.keep_line(piece.clone()));
    let sides = [(0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
    [0, 1, 2].map(|which: usize| {
        let pieces = &curves[which];
        let size = (style.width((FORECASTERS[which].name)(frame.language), true), style.text);
        let clear = pieces.iter().find_map(|piece| strict.place_along(piece, size, &sides));
        // Where lines run close to each other a name stands over the rivals' rather than nowhere; a small picture has no room
        // for all three.
        let found = clear.or_else(|| {
            let places = pieces.iter().flatten().flat_map(|at| sides.map(|side| beside(*at, side, size, 3.0)));
            (which < 2 || !frame.narrow).then(|| loose.place(places)).flatten()
        })?;
        strict.keep(found);
        loose.keep(found);
        Some(found)
    })
}

/// The errors of one forecast over the cuts, in pieces where there are none or they leave the chart.
fn curve(outcome: &BacktestOutcome, Charts { strip, factors, .. }: &Charts, errors: fn(&Misses) -> Option<Errors>) -> Vec<Vec<Point>> {
    let top = factors.top;
    let (mut pieces, mut piece) = (Vec::new(), Vec::new());
    let mut before: Option<Point> = None;
    for (cut, misses) in &outcome.strip {
        let now = misses.as_ref().and_then(errors).map(|errors| (*cut, errors.mean_error_decades));
        if let (Some(from), Some(to)) = (before, now)
            && (from.1 > top) != (to.1 > top)
        {
            let crossing = from.0 + (top - from.1) / (to.1 - from.1) * (to.0 - from.0);
            piece.push(strip.at(crossing, top));
        }
        match now {
            Some((cut, error)) if error <= top => piece.push(strip.at(cut, error)),
            _ => pieces.push(std::mem::take(&mut piece)),
        }
        before = now;
    }
    pieces.push(piece);
    pieces.into_iter().filter(|piece| piece.len() > 1).map(|piece| simplified(&piece, 0.25)).collect()
}
