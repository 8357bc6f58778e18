//! The picture of `fixed-budget`: the exponential and the straight line that begins as it does.

use super::{
    chart::{Chart, GuessMark, TextBlock, near_end},
    growth::{FixedBudgetOutcome, format_flops},
    parameters::LOG,
    question::{DECADES, QUESTION, YEARS},
};
use crate::{fixed_budget::Strings, rates::times};
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Ticks, simplified},
    format::with_unit,
    locale::fill,
    picture::{Frame, Picture},
    runs::{Mark, Run, RunLabel},
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
    /// What the reader drew.
    guess: Option<(Vec<Point>, GuessMark)>,
    /// What they come to, where there is room to say so.
    exponential_label: Option<TextBlock>,
    straight_label: Option<TextBlock>,
    /// A piece of the straight line beside its label, where that is not beside the line itself.
    sample: Option<[Point; 2]>,
    /// What multiplying gives in other runs, with their labels.
    others: Vec<(Mark, Vec<Point>, Option<RunLabel>)>,
}

impl FixedBudgetPicture {
    /// The picture of an outcome, with other runs beside it on axes that hold them all.
    pub fn of(outcome: &FixedBudgetOutcome, frame: &Frame, runs: &[Run<FixedBudgetOutcome>]) -> Self {
        let years = outcome.parameters.years;
        let reach = |outcome: &FixedBudgetOutcome| (outcome.parameters.years, outcome.multiplied(outcome.parameters.years));
        let reached = runs.iter().map(|run| reach(&run.outcome));
        let (last, top) = reached.fold(reach(outcome), |(last, top), (years, factor)| (last.max(years), top.max(factor)));
        let guess = frame.guess.filter(|_| years >= YEARS);
        let factors = factors(outcome, top, guess);
        let chart = Chart::of(frame, last, factors);
        let exponential = chart.curve(years, |years| outcome.multiplied(years));
        let straight = chart.curve(years, |years| outcome.added(years));
        let lines: Vec<_> =
            runs.iter().map(|run| chart.curve(run.outcome.parameters.years, |years| run.outcome.multiplied(years))).collect();
        let drawn = guess.map_or_else(Vec::new, |guess| guess_line(&chart, guess));
        let mut taken = chart.occupancy(&[&exponential, &straight, &drawn]);
        lines.iter().for_each(|line| taken.keep_line(line.clone()));
        let guess = guess.map(|guess| guess_mark(&chart, &mut taken, &drawn, guess)).map(|mark| (drawn, mark));
        let exponential_label = exponential_label(&chart, &mut taken, outcome, &exponential);
        let (straight_label, sample) = straight_label(&chart, &mut taken, outcome, &straight);
        sample.iter().for_each(|sample| taken.keep_line(sample.to_vec()));
        let rooms = std::slice::from_mut(&mut taken);
        let other = |(run, line): (&Run<FixedBudgetOutcome>, Vec<Point>)| {
            let label = RunLabel::place(run.labels(chart.language), &[(0, &line)], rooms, &chart.style);
            (run.mark, line, label)
        };
        let others = runs.iter().zip(lines).map(other).collect();
        Self { chart, exponential, straight, guess, exponential_label, straight_label, sample, others }
    }
}

impl Picture for FixedBudgetPicture {
    fn background(&self, svg: &mut Svg) {
        let (painter, style) = (&mut Painter::new(svg), &self.chart.style);
        self.chart.draw_axes(painter);
        for (mark, line, _) in &self.others {
            mark.line(painter, line);
        }
        painter.dashed(&self.straight, Stroke(Token::Ink3, 2.25), DASHES);
        painter.line(&self.exponential, Stroke(Token::Accent, style.line));
        if let Some((drawn, mark)) = &self.guess {
            painter.line(drawn, Stroke(Token::Ink, 1.5));
            mark.draw(painter, style);
        }
        if let Some(sample) = &self.sample {
            painter.dashed(sample, Stroke(Token::Ink3, 2.25), DASHES);
        }
        for label in self.exponential_label.iter().chain(&self.straight_label) {
            label.draw(painter, style);
        }
        self.others.iter().filter_map(|(_, _, label)| label.as_ref()).for_each(|label| label.draw(painter, style));
    }

    fn extent(&self) -> Option<String> {
        let Chart { axes, language, .. } = &self.chart;
        let years = format!("{} {}", axes.x_ticks.label(axes.x_ticks.high(), *language), Strings::of(*language).unit_years);
        Some(format!("{}, {years}", times(axes.y_ticks.high(), *language)))
    }
}

/// The axis of factors. Beside a guess it is the one that the guess was made on, as long as that holds the answer; a linear one
/// holds a guess that leaves the answer a fifth of its height.
fn factors(outcome: &FixedBudgetOutcome, top: f64, guess: Option<f64>) -> Ticks {
    if outcome.parameters.scale == LOG {
        let decades = top.log10().ceil() as i32;
        return Ticks::decades(0, if guess.is_some() { decades.max(DECADES) } else { decades });
    }
    Ticks::covering(0.0, guess.filter(|guess| *guess < 5.0 * top).map_or(top, |guess| top.max(guess)), 5)
}

/// The curve that the reader drew the end of, as far as the chart shows it: on a log axis a straight line, as it was drawn.
fn guess_line(chart: &Chart, guess: f64) -> Vec<Point> {
    let end = YEARS * (chart.axes.y_ticks.high().ln() / guess.ln()).clamp(0.0, 1.0);
    let at = |share: f64| chart.axes.at(share * end, guess.powf(share * end / YEARS));
    simplified(&(0..=60).map(|piece| at(f64::from(piece) / 60.0)).collect::<Vec<_>>(), 0.1)
}

/// What the reader has guessed. A guess beyond the axis stands at its end, and says so.
fn guess_mark(chart: &Chart, taken: &mut Occupancy, drawn: &[Point], guess: f64) -> GuessMark {
    let end = chart.axes.y_ticks.high();
    let beyond = if guess > end { " ↑" } else { "" };
    let value = format!("{}{beyond}", times(QUESTION.nearest(guess), chart.language));
    chart.place_guess(taken, drawn, chart.axes.at(YEARS, guess.min(end)), Strings::of(chart.language).picture_guess, value)
}

/// How much the exponential comes to, at its end.
fn exponential_label(chart: &Chart, taken: &mut Occupancy, outcome: &FixedBudgetOutcome, curve: &[Point]) -> Option<TextBlock> {
    let (style, language, years) = (&chart.style, chart.language, outcome.parameters.years);
    let factor = (times(outcome.multiplied(years), language), style.bold(Token::Accent, Anchor::End));
    let bought = outcome.compute(years).map(|compute| with_unit(&format_flops(compute, language)));
    let bought = bought.map(|text| (text, style.letters(Token::Ink2, Anchor::End)));
    let sides = [(-1.0, 0.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];
    let lines: Vec<_> = [factor.clone()].into_iter().chain(bought).collect();
    let text = chart.placed(taken, lines.clone(), near_end(curve, 16, &sides));
    let text = text.or_else(|| chart.placed(taken, vec![factor], near_end(curve, 16, &sides)));
    text.or_else(|| chart.in_corner(taken, lines, 0.0))
}

/// What the straight line is: beside it, or where there is no room for that, with a piece of it in the corner that is empty
/// under any exponential.
fn straight_label(
    chart: &Chart,
    taken: &mut Occupancy,
    outcome: &FixedBudgetOutcome,
    line: &[Point],
) -> (Option<TextBlock>, Option<[Point; 2]>) {
    let (style, s) = (&chart.style, Strings::of(chart.language));
    let end = times(outcome.added(outcome.parameters.years), chart.language);
    let [long, short] = [s.picture_budget_added, s.picture_budget_added_short]
        .map(|text| vec![(fill(text, &[("times", &end)]), style.letters(Token::Ink2, Anchor::End))]);
    let sides = [(-1.0, -1.0), (-0.85, -0.85), (0.0, -1.0), (-1.0, 0.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 1.0)];
    for lines in [&long, &short] {
        if let Some(place) = chart.place(taken, lines, near_end(line, 10, &sides)) {
            return (Some(TextBlock { place, lines: lines.clone() }), None);
        }
    }
    let length = 2.0 * style.text;
    let Some(text) = chart.in_corner(taken, long, length + style.text).or_else(|| chart.in_corner(taken, short, length + style.text))
    else {
        return (None, None);
    };
    let (x, y) = (text.place.left - length - style.text, (text.place.top + text.place.bottom) / 2.0);
    (Some(text), Some([(x, y), (x + length, y)]))
}
