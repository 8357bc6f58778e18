//! The guess before `pen-drop`: when does it land? What the picture shows meanwhile, and what a guess was worth.

use pendrop_kit::{
    format::{short, significant, with_unit},
    locale::{Language, fill},
    outcome::Prediction,
    picture::Frame,
    svg::Svg,
};

use super::{Strings, drop::PenDropOutcome, picture, question::QUESTION, text::seconds};

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
                ("height", &self.height_text(language)),
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
