//! The guess before `fixed-budget`: the reader drags the end of the curve. What the picture shows meanwhile, and what a guess
//! was worth.

use super::{
    chart::Chart,
    growth::FixedBudgetOutcome,
    question::{DECADES, QUESTION, YEARS},
};
use crate::{fixed_budget::Strings, rates::factor};
use pendrop_kit::{
    chart::{Painter, Point, Ticks},
    format::significant,
    locale::{Language, fill},
    outcome::Prediction,
    picture::Frame,
    svg::{Stroke, Svg, Token},
};

fn chart(frame: &Frame) -> Chart {
    Chart::of(frame, YEARS, Ticks::decades(0, DECADES))
}

impl Prediction for FixedBudgetOutcome {
    fn verdict(&self, guess: f64, language: Language) -> String {
        let s = Strings::of(language);
        let growth = self.multiplied(self.parameters.years);
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
                ("added", &factor(self.added(self.parameters.years), language)),
            ],
        )
    }

    fn prompt(&self, language: Language) -> String {
        Strings::of(language).prompt_budget.to_owned()
    }

    /// The axes, and the curve as far as the reader has dragged it.
    fn draw(&self, svg: &mut Svg, frame: &Frame) {
        let chart = chart(frame);
        let painter = &mut Painter::new(svg);
        chart.draw_axes(painter);
        let guess = frame.guess.unwrap_or(QUESTION.start);
        let line = [chart.axes.at(0.0, 1.0), chart.axes.at(YEARS, guess)];
        painter.line(&line, Stroke(Token::Ink, chart.style.line));
        // Before the first guess a number would be a hint.
        let value = frame.guess.map_or_else(String::new, |guess| QUESTION.formatted(guess, frame.language));
        let name = Strings::of(frame.language).picture_budget_yours;
        chart.place_guess(&mut chart.occupancy(&[&line]), &line, line[1], name, value).draw(painter, &chart.style);
    }

    /// The curve ends at the height of the place.
    fn guess_at(&self, frame: &Frame, (_, y): Point) -> Option<f64> {
        let plot = chart(frame).axes.plot;
        Some(10_f64.powf(f64::from(DECADES) * (plot.bottom - y) / plot.height()))
    }

    fn guess_place(&self, frame: &Frame, guess: f64) -> Option<Point> {
        Some(chart(frame).axes.at(YEARS, guess))
    }
}
