//! What a reader may guess before a figure answers.

use crate::{
    chart::fixed,
    format::{NARROW_SPACE, power_of_ten, short, spoken},
    locale::{Label, Language, Strings, fill},
    parameter::DisplayUnit,
    typed::typed,
};

/// What a reader guesses before the figure answers: a number that a readout gives for the values at the start.
pub struct Question {
    /// Least guess, in the readout's unit.
    pub least: f64,
    /// Greatest guess.
    pub greatest: f64,
    /// Step between guesses, in positions of the slider: the readout's unit, or decades where guesses lie by decades.
    pub step: f64,
    /// Where a key moves the slider from, and where a curve that can be dragged is drawn at first: not near the answer.
    pub start: f64,
    /// Whether guesses, then all above zero, lie by decades.
    pub log: bool,
    /// A guess with its unit, or in words: a template with `{number}`.
    pub wording: Label,
    /// What the greatest guess says instead of its number: `never`.
    pub beyond: Option<Label>,
    /// Marked guesses.
    pub ticks: &'static [f64],
}

/// The wording of a guess that says how many times as much.
pub const TIMES: Label = label!(guess_times);

impl Question {
    /// Position of a guess on the slider: its logarithm to base ten where guesses lie by decades.
    #[must_use]
    pub fn position(&self, guess: f64) -> f64 {
        if self.log { guess.log10() } else { guess }
    }

    /// The guess at a position on the slider, or at the nearest position that can be chosen. By decades it is a round
    /// number: 2, 5, 10 and not 2.154, 4.642, 10.
    #[must_use]
    pub fn value_at(&self, position: f64) -> f64 {
        let (first, last) = (self.position(self.least), self.position(self.greatest));
        let position = first + ((position.min(last).max(first) - first) / self.step).round() * self.step;
        let guess = if self.log {
            let power = 10_f64.powi((position + 1e-9).floor() as i32);
            let parts = 10_f64.powi(self.digits() as i32 - 1);
            (10_f64.powf(position) / power * parts).round() / parts * power
        } else {
            let parts = 10_f64.powi(self.decimals());
            (position * parts).round() / parts
        };
        guess.min(self.greatest).max(self.least)
    }

    /// The nearest guess that can be made on the slider.
    #[must_use]
    pub fn nearest(&self, guess: f64) -> f64 {
        self.value_at(self.position(guess))
    }

    /// Whether it can be a guess at all.
    #[must_use]
    pub fn allows(&self, guess: f64) -> bool {
        (self.least..=self.greatest).contains(&guess)
    }

    /// Where a guess lies along the slider, from 0 to 1.
    #[must_use]
    pub fn fraction(&self, guess: f64) -> f64 {
        let (first, last) = (self.position(self.least), self.position(self.greatest));
        (self.position(guess) - first) / (last - first)
    }

    /// A guess without its unit: with the decimals of its step, or by decades as a plain number while it is small and then
    /// as a power of ten.
    #[must_use]
    pub fn format_number(&self, guess: f64, language: Language) -> String {
        if let Some(words) = self.beyond_number(guess) {
            return words(language).to_owned();
        }
        if !self.log {
            return fixed(guess, self.decimals(), language);
        }
        if (1e-4..999_999.5).contains(&guess) {
            return short(guess, self.digits(), language);
        }
        let exponent = (guess.log10() + 1e-9).floor();
        let (power, lead) = (power_of_ten(exponent as i32), short(guess / 10_f64.powf(exponent), self.digits(), language));
        // Ten to the twelfth is said as it is, not as once that.
        if lead == "1" { power } else { format!("{lead}{NARROW_SPACE}×{NARROW_SPACE}{power}") }
    }

    /// A guess with its unit.
    #[must_use]
    pub fn formatted(&self, guess: f64, language: Language) -> String {
        if let Some(words) = self.beyond_number(guess) {
            return words(language).to_owned();
        }
        fill((self.wording)(language), &[("number", &self.format_number(guess, language))])
    }

    /// A guess with its unit as it is to be heard: large numbers by their names.
    #[must_use]
    pub fn spoken(&self, guess: f64, language: Language) -> String {
        if !self.log || self.beyond_number(guess).is_some() {
            return self.formatted(guess, language);
        }
        fill((self.wording)(language), &[("number", &spoken(guess, self.digits(), language))])
    }

    /// The number that a text says, with or without the words of the wording; nothing where it says none.
    #[must_use]
    pub fn typed(&self, text: &str, language: Language) -> Option<f64> {
        let (before, after) = (self.wording)(language).split_once("{number}").unwrap_or_default();
        let text = text.trim();
        if self.beyond.is_some_and(|words| text.eq_ignore_ascii_case(words(language))) {
            return Some(self.greatest);
        }
        let text = text.strip_prefix(before.trim()).unwrap_or(text);
        let text = text.strip_suffix(after.trim_matches(['-', ' ', NARROW_SPACE])).unwrap_or(text);
        typed(text.trim_end_matches('-'), &DisplayUnit { unit: "", factor: 1.0 }, language)
    }

    /// What stands under a marked guess.
    #[must_use]
    pub fn mark(&self, guess: f64, language: Language) -> String {
        if let Some(words) = self.beyond_number(guess) {
            return words(language).to_owned();
        }
        let power = guess.log10().round();
        if self.log && guess >= 1e4 && (guess.log10() - power).abs() < 1e-9 {
            power_of_ten(power as i32)
        } else {
            short(guess, 3, language)
        }
    }

    /// What the guess says instead of its number.
    fn beyond_number(&self, guess: f64) -> Option<Label> {
        self.beyond.filter(|_| guess >= self.greatest)
    }

    /// Decimals of the step.
    fn decimals(&self) -> i32 {
        (-self.step.log10()).ceil() as i32
    }

    /// Digits of a guess by decades: as many as its step can tell apart.
    fn digits(&self) -> usize {
        if self.step > 0.25 { 1 } else { 2 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DE: Language = Language::De;
    const EN: Language = Language::En;

    /// How many times as much, from once to 10²⁰ times, so many guesses to a decade.
    fn times(per_decade: f64) -> Question {
        let ticks = &[1.0, 1e5, 1e10, 1e15, 1e20];
        Question { least: 1.0, greatest: 1e20, step: 1.0 / per_decade, start: 1.0, log: true, wording: TIMES, beyond: None, ticks }
    }

    #[test]
    fn guesses_in_a_unit_have_the_decimals_of_their_step() {
        let question = Question {
            least: 0.0,
            greatest: 2.0,
            step: 0.01,
            start: 1.0,
            log: false,
            wording: |_| "{number}\u{202f}s",
            beyond: None,
            ticks: &[0.0, 0.5, 1.0],
        };
        assert_eq!(question.formatted(0.7, EN), "0.70\u{202f}s");
        assert_eq!(question.spoken(0.7, DE), "0,70\u{202f}s");
        assert_eq!(question.nearest(0.698_7), 0.7);
        assert_eq!(question.nearest(0.704_9), 0.7);
        assert_eq!([question.nearest(-3.0), question.nearest(99.0)], [0.0, 2.0]);
        assert_eq!(question.fraction(0.5), 0.25);
        assert_eq!(question.mark(0.5, DE), "0,5");
    }

    #[test]
    fn guesses_can_be_written_as_they_are_shown() {
        let seconds = Question {
            least: 0.0,
            greatest: 2.0,
            step: 0.01,
            start: 1.0,
            log: false,
            wording: |_| "{number}\u{202f}s",
            beyond: None,
            ticks: &[],
        };
        for language in [EN, DE] {
            for guess in [0.0, 0.07, 0.7, 2.0] {
                for text in [seconds.formatted(guess, language), seconds.format_number(guess, language)] {
                    assert_eq!(seconds.typed(&text, language), Some(guess), "{text}");
                }
            }
            for guess in [1.0, 50.0, 1000.0, 2e5, 1e12, 5e12] {
                for text in [times(3.0).formatted(guess, language), times(3.0).format_number(guess, language)] {
                    assert_eq!(times(3.0).typed(&text, language), Some(guess), "{text}");
                }
            }
            assert_eq!([seconds.typed("soon", language), seconds.typed("", language), seconds.typed("3 kg", language)], [None; 3]);
        }
        assert_eq!(seconds.typed("0.7s", EN), Some(0.7));
    }

    #[test]
    fn guesses_by_decades_are_round() {
        let series = |per_decade: f64| (0..=per_decade as i32).map(move |step| times(per_decade).value_at(f64::from(step) / per_decade));
        assert_eq!(series(1.0).collect::<Vec<_>>(), [1.0, 10.0]);
        assert_eq!(series(3.0).collect::<Vec<_>>(), [1.0, 2.0, 5.0, 10.0]);
        assert_eq!(series(10.0).collect::<Vec<_>>(), [1.0, 1.3, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.3, 7.9, 10.0]);
    }

    #[test]
    fn every_guess_by_decades_stays_what_it_is() {
        for per_decade in [1.0, 2.0, 3.0, 10.0] {
            let question = times(per_decade);
            let mut before = 0.0;
            for step in 0..=(20.0 * per_decade) as i32 {
                let guess = question.value_at(f64::from(step) / per_decade);
                assert!(guess > before, "{guess} after {before}");
                assert_eq!(question.nearest(guess), guess);
                // As the device keeps it.
                assert_eq!(guess.to_string().parse(), Ok(guess));
                before = guess;
            }
            assert_eq!(before, 1e20);
        }
    }

    #[test]
    fn factors_are_told_in_both_languages() {
        let question = times(3.0);
        for (guess, english, german) in [
            (1.0, "1 times", "das 1-Fache"),
            (1000.0, "1000 times", "das 1000-Fache"),
            (2e5, "200\u{202f}000 times", "das 200\u{202f}000-Fache"),
            (1e6, "10⁶ times", "das 10⁶-Fache"),
            (1e12, "10¹² times", "das 10¹²-Fache"),
            (5e12, "5\u{202f}×\u{202f}10¹² times", "das 5\u{202f}×\u{202f}10¹²-Fache"),
            (1e20, "10²⁰ times", "das 10²⁰-Fache"),
        ] {
            assert_eq!(question.formatted(guess, EN), english);
            assert_eq!(question.formatted(guess, DE), german);
        }
    }

    #[test]
    fn large_factors_are_heard_by_their_names() {
        let question = times(10.0);
        for (guess, english, german) in [
            (1000.0, "1000 times", "das 1000-Fache"),
            (1e6, "1 million times", "das 1-Millionen-Fache"),
            (2.5e13, "25 trillion times", "das 25-Billionen-Fache"),
            (1.3e9, "1.3 billion times", "das 1,3-Milliarden-Fache"),
            (1e20, "100 quintillion times", "das 100-Trillionen-Fache"),
        ] {
            assert_eq!(question.spoken(guess, EN), english);
            assert_eq!(question.spoken(guess, DE), german);
        }
    }

    #[test]
    fn marks_by_decades_are_powers_of_ten() {
        let marks = |question: &Question| question.ticks.iter().map(|tick| question.mark(*tick, EN)).collect::<Vec<_>>();
        assert_eq!(marks(&times(1.0)), ["1", "10⁵", "10¹⁰", "10¹⁵", "10²⁰"]);
    }

    #[test]
    fn the_greatest_guess_may_be_a_word() {
        let never: Label = |language| if language == EN { "never" } else { "nie" };
        let question = Question { least: 10.0, greatest: 1e7, beyond: Some(never), ..times(10.0) };
        assert_eq!([question.formatted(1e7, EN), question.formatted(1e7, DE)], ["never", "nie"]);
        assert_eq!([question.spoken(1e7, DE), question.mark(1e7, DE), question.format_number(1e7, EN)], ["nie", "nie", "never"]);
        assert_eq!([question.typed("Never", EN), question.typed(" nie ", DE), question.typed("1000", EN)], [1e7, 1e7, 1000.0].map(Some));
        assert_eq!(question.formatted(1e6, EN), "10⁶ times");
    }

    #[test]
    fn what_is_no_guess_is_not_allowed() {
        let question = times(1.0);
        assert!(question.allows(1.0) && question.allows(1e20));
        for guess in [0.0, -5.0, 2e20, f64::NAN, f64::INFINITY] {
            assert!(!question.allows(guess), "{guess}");
        }
    }
}
