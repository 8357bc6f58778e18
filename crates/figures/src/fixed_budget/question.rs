//! The question before `fixed-budget`: the reader drags the end of the curve. What is asked, what the held picture shows, and
//! what a guess was worth.

use super::{Budget, picture::Chart};
use crate::{fixed_budget::Strings, rates::factor};
use pendrop_kit::{
    chart::{Painter, Point, Ticks},
    format::significant,
    locale::{Language, fill},
    picture::Frame,
    question::{Question, TIMES},
    svg::{Stroke, Svg, Token},
};

/// How many times as much after the years at the start? By decades, as nobody knows beforehand how large the answer is; the
/// axis reaches far beyond it and says nothing about it.
pub static QUESTION: Question = Question {
    least: 1.0,
    greatest: 1e6,
    step: 0.1,
    start: 2.0,
    log: true,
    wording: TIMES,
    ticks: &[1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6],
};

/// Decades that can be guessed.
const DECADES: i32 = 6;

/// The years that the question asks about: those at the start.
pub const YEARS: f64 = 20.0;

fn chart(frame: &Frame) -> Chart {
    Chart::of(frame, YEARS, Ticks::decades(0, DECADES))
}

/// Draws the axes, and the curve as far as the reader has dragged it.
pub fn draw_held(svg: &mut Svg, frame: &Frame) {
    let chart = chart(frame);
    let painter = &mut Painter::new(svg);
    chart.draw_axes(painter);
    let guess = frame.guess.unwrap_or(QUESTION.start);
    let line = [chart.panel.at(0.0, 1.0), chart.panel.at(YEARS, guess)];
    painter.line(&line, Stroke(Token::Ink, chart.style.line));
    let words = (Strings::of(frame.language).picture_budget_yours, QUESTION.formatted(guess, frame.language));
    chart.draw_guess(painter, &mut chart.taken(&[&line]), line[1], words);
}

/// The guess that a place in the held picture means: the curve ends at its height.
pub fn guess_at(frame: &Frame, (_, y): Point) -> f64 {
    let plot = chart(frame).panel.plot;
    10_f64.powf(f64::from(DECADES) * (plot.bottom - y) / plot.height())
}

/// What a guess was worth.
pub fn verdict(budget: &Budget, guess: f64, language: Language) -> String {
    let s = Strings::of(language);
    let growth = budget.multiplied(budget.years);
    let decades = (growth / guess).log10();
    let template = match decades {
        // No guess on the slider comes closer.
        decades if decades.abs() < QUESTION.step => s.verdict_budget_close,
        decades if decades > 0.0 => s.verdict_budget_low,
        _ => s.verdict_budget_high,
    };
    fill(
        template,
        &[
            ("guess", &QUESTION.formatted(guess, language)),
            ("growth", &significant(growth, 3, language)),
            ("ratio", &factor(10_f64.powf(decades.abs()), language)),
            ("added", &factor(budget.added(budget.years), language)),
        ],
    )
}
