//! The picture of `fixed-budget`: the exponential and the straight line that begins as it does.

use super::{
    chart::{Chart, GuessMark, TextBlock},
    growth::{FixedBudgetOutcome, format_flops},
    parameters::LOG,
    question::{QUESTION, YEARS},
};
use crate::{fixed_budget::Strings, rates::times};
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, Ticks},
    format::with_unit,
    locale::fill,
    picture::{Frame, Picture},
    svg::{Anchor, Stroke, Svg, Token},
};

/// How the straight line is dashed.
const DASHES: (f64, f64) = (7.0, 5.0);

/// Both curves, and the labels in their places.
pub(super) struct FixedBudgetPicture {
    chart: Chart,
    /// What multiplying gives.
    exponential: Vec<Point>,
    /// What adding expects.
    straight: Vec<Point>,
    guess: Option<GuessMark>,
    exponential_label: TextBlock,
    straight_label: TextBlock,
    /// A piece of the straight line beside its label, where that is not beside the line itself.
    sample: Option<[Point; 2]>,
}

impl FixedBudgetPicture {
    pub fn of(outcome: &FixedBudgetOutcome, frame: &Frame) -> Self {
        let years = outcome.parameters.years;
        let top = outcome.multiplied(years);
        let log = outcome.parameters.scale == LOG;
        let factors = if log { Ticks::decades(0, top.log10().ceil() as i32) } else { Ticks::covering(0.0, top, 5) };
        let chart = Chart::of(frame, years, factors);
        let exponential = chart.curve(|years| outcome.multiplied(years));
        let straight = chart.curve(|years| outcome.added(years));
        let mut taken = chart.occupancy(&[&exponential, &straight]);
        let guess = frame.guess.filter(|_| years >= YEARS).map(|guess| guess_mark(&chart, &mut taken, guess));
        let exponential_label = exponential_label(&chart, &mut taken, outcome, &exponential);
        let (straight_label, sample) = straight_label(&chart, &mut taken, outcome, &straight);
        Self { chart, exponential, straight, guess, exponential_label, straight_label, sample }
    }
}

impl Picture for FixedBudgetPicture {
    fn background(&self, svg: &mut Svg) {
        let (painter, style) = (&mut Painter::new(svg), &self.chart.style);
        self.chart.draw_axes(painter);
        painter.dashed(&self.straight, Stroke(Token::Ink3, 2.25), DASHES);
        painter.line(&self.exponential, Stroke(Token::Accent, style.line));
        if let Some(guess) = &self.guess {
            guess.draw(painter, style);
        }
        self.exponential_label.draw(painter, style);
        if let Some(sample) = &self.sample {
            painter.dashed(sample, Stroke(Token::Ink3, 2.25), DASHES);
        }
        self.straight_label.draw(painter, style);
    }
}

/// What the reader has guessed. A guess beyond the axis stands at its end, and says so.
fn guess_mark(chart: &Chart, taken: &mut Occupancy, guess: f64) -> GuessMark {
    let end = chart.axes.y_ticks.high();
    let beyond = if guess > end { " ↑" } else { "" };
    let value = format!("{}{beyond}", times(QUESTION.nearest(guess), chart.language));
    chart.place_guess(taken, chart.axes.at(YEARS, guess.min(end)), Strings::of(chart.language).picture_guess, value)
}

/// How much the exponential comes to, at its end.
fn exponential_label(chart: &Chart, taken: &mut Occupancy, outcome: &FixedBudgetOutcome, curve: &[Point]) -> TextBlock {
    let (style, language, years) = (&chart.style, chart.language, outcome.parameters.years);
    let factor = (times(outcome.multiplied(years), language), style.bold(Token::Accent, Anchor::End));
    let bought = outcome.compute(years).map(|compute| with_unit(&format_flops(compute, language)));
    let bought = bought.map(|text| (text, style.letters(Token::Ink2, Anchor::End)));
    let sides = [(-1.0, 0.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];
    chart.place_or_corner(taken, [factor].into_iter().chain(bought).collect(), near_end(curve, 16, &sides))
}

/// What the straight line is: beside it, or where there is no room for that, with a piece of it in the corner that is empty
/// under any exponential.
fn straight_label(chart: &Chart, taken: &mut Occupancy, outcome: &FixedBudgetOutcome, line: &[Point]) -> (TextBlock, Option<[Point; 2]>) {
    let (style, s) = (&chart.style, Strings::of(chart.language));
    let end = times(outcome.added(outcome.parameters.years), chart.language);
    let [long, short] = [s.picture_budget_added, s.picture_budget_added_short]
        .map(|text| vec![(fill(text, &[("times", &end)]), style.letters(Token::Ink2, Anchor::End))]);
    let sides = [(-1.0, -1.0), (-0.85, -0.85), (0.0, -1.0), (-1.0, 0.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 1.0)];
    for lines in [&long, &short] {
        if let Some(place) = chart.place(taken, lines, near_end(line, 10, &sides)) {
            return (TextBlock { place, lines: lines.clone() }, None);
        }
    }
    let (corner, length) = (chart.corner(&long), 2.0 * style.text);
    let y = (corner.top + corner.bottom) / 2.0;
    let aside = length + style.text;
    let place = Rect { left: corner.left + aside, right: corner.right + aside, ..corner };
    (TextBlock { place, lines: long }, Some([(corner.left, y), (corner.left + length, y)]))
}

/// Places beside a line, from its end so many twentieths of it backwards.
fn near_end<'a>(line: &'a [Point], back: u32, sides: &'a [(f64, f64)]) -> impl Iterator<Item = (Point, (f64, f64))> + 'a {
    let (first, last) = (line.first().map_or(0.0, |point| point.0), line.last().map_or(0.0, |point| point.0));
    (0..=back).flat_map(move |step| {
        let x = last - f64::from(step) / 20.0 * (last - first);
        let piece = line.windows(2).find(|piece| piece[0].0 <= x && x <= piece[1].0);
        piece.into_iter().flat_map(move |piece| {
            let length = piece[1].0 - piece[0].0;
            // At the end of a steep line its last point counts, not the one before it.
            let along = if length > 0.0 { (x - piece[0].0) / length } else { 1.0 };
            let y = piece[0].1 + along * (piece[1].1 - piece[0].1);
            sides.iter().map(move |side| ((x, y), *side))
        })
    })
}
