//! The question before the answer: when does it land?

use pendrop_kit::{
    format::{short, significant, with_unit},
    locale::{Language, fill},
    outcome::Prediction,
    picture::Frame,
    question::Question,
    svg::Svg,
};

use super::{PenDropOutcome, Strings, picture, text::seconds};

/// When does it land? Guesses reach well beyond what anyone would say.
pub(super) static QUESTION: Question = Question {
    least: 0.0,
    greatest: 2.0,
    step: 0.01,
    start: 1.0,
    log: false,
    wording: |_| "{number}\u{202f}s",
    ticks: &[0.0, 0.5, 1.0, 1.5, 2.0],
};

impl PenDropOutcome {
    /// The height of the release, as short as it can be written.
    fn height_text(&self, language: Language) -> String {
        with_unit(&(short(self.fall().release().height, 3, language), "m".to_owned()))
    }
}

impl Prediction for PenDropOutcome {
    fn verdict(&self, guess: f64, language: Language) -> String {
        let s = Strings::of(language);
        let Ok(landing) = self.fall().landing() else { return String::new() };
        let late = landing.time - guess;
        let template = match late {
            late if late.abs() <= QUESTION.step / 2.0 => s.verdict_exact,
            late if late < 0.0 => s.verdict_sooner,
            _ => s.verdict_later,
        };
        fill(
            template,
            &[
                ("guess", &QUESTION.formatted(guess, language)),
                ("Object", self.object_text(language).start),
                ("time", &with_unit(&seconds(landing.time, language))),
                ("difference", &with_unit(&(significant(late.abs(), 2, language), "s".to_owned()))),
            ],
        )
    }

    fn prompt(&self, language: Language) -> String {
        let template = Strings::of(language).prompt_pen_drop;
        fill(template, &[("Object", self.object_text(language).start), ("height", &self.height_text(language))])
    }

    fn draw(&self, svg: &mut Svg, frame: &Frame) {
        let label = fill(Strings::of(frame.language).picture_prompt, &[("height", &self.height_text(frame.language))]);
        picture::draw_prompt(svg, frame, self, &label, QUESTION.greatest);
    }
}
