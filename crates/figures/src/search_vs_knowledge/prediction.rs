//! The guess before `search-vs-knowledge`: where on the line at one half the curve will pass. What the picture shows meanwhile, and
//! what a guess was worth.

use pendrop_kit::{
    chart::{Painter, Point, Rect},
    format::significant,
    locale::{Language, fill},
    outcome::Prediction,
    picture::Frame,
    svg::Svg,
};

use super::{
    Strings,
    duel::SearchVsKnowledgeOutcome,
    picture::{Across, Below, RateChart},
    question::{DECADES, QUESTION},
    text::{count, units},
};

/// A guess within this factor is close.
const CLOSE: f64 = 2.0;

fn chart(frame: &Frame) -> RateChart {
    RateChart::of(frame, Rect { left: 0.0, top: 0.0, right: frame.width, bottom: frame.height }, &Across::guesses(), Below::Names)
}

impl Prediction for SearchVsKnowledgeOutcome {
    fn verdict(&self, guess: f64, language: Language) -> String {
        let s = Strings::of(language);
        let crossing = self.crossing();
        let ratio = crossing.map_or(1.0, |crossing| guess / crossing);
        let never = guess >= QUESTION.greatest;
        let template = match crossing {
            None if never => s.verdict_never_right,
            None => s.verdict_none,
            Some(_) if never => s.verdict_never,
            Some(_) if (CLOSE.recip()..=CLOSE).contains(&ratio) => s.verdict_close,
            Some(_) if ratio < 1.0 => s.verdict_low,
            Some(_) => s.verdict_high,
        };
        fill(
            template,
            &[
                ("guess", &QUESTION.formatted(guess, language)),
                ("units", &units(crossing.unwrap_or(0.0), language)),
                ("ratio", &significant(ratio.max(ratio.recip()), 2, language)),
                ("most", &count(self.spec.compute as f64, language)),
            ],
        )
    }

    fn prompt(&self, language: Language) -> String {
        Strings::of(language).prompt.to_owned()
    }

    /// The axes, and the place on the line at one half that the reader has dragged the mark to.
    fn draw(&self, svg: &mut Svg, frame: &Frame) {
        let chart = chart(frame);
        let painter = &mut Painter::new(svg);
        chart.draw_axes(painter);
        let guess = frame.guess.unwrap_or(QUESTION.start);
        // Before the first guess a number would be a hint.
        let value = frame.guess.map(|guess| QUESTION.formatted(guess, frame.language));
        chart.draw_guess(painter, &mut chart.occupancy(), guess, &value.unwrap_or_default());
    }

    fn guess_at(&self, frame: &Frame, (x, _): Point) -> Option<f64> {
        let Rect { left, right, .. } = chart(frame).plot();
        let (first, last) = (f64::from(DECADES.0), f64::from(DECADES.1));
        Some(10_f64.powf(first + (last - first) * (x - left) / (right - left)))
    }

    fn guess_place(&self, frame: &Frame, guess: f64) -> Option<Point> {
        Some(chart(frame).half(guess))
    }
}
