//! The question before a figure: a guess is made, kept on this device, held against the answer, and made again.
//!
//! What need not be asked stands in the root element, where the style sheet reads it: in `data-open` the ids of the
//! figures that the address asks for (none for another place of the page, which opens what follows the first question), and in
//! `data-guessed` those that have been guessed. The script in the page's head sets both before the first paint; a page that the
//! reader comes to from another one is set by the same rules ([`open`]). A question that is answered on the page says so itself, in
//! `data-answered`.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
pub mod open;
mod prompt;

use pendrop_kit::{outcome::Prediction, picture::Frame};

use crate::parts::picture::layout::drawn;

/// Whether guesses can be made in the picture before the guess.
#[must_use]
pub fn takes_guesses(prediction: &dyn Prediction, frame: &Frame) -> bool {
    prediction.guess_at(frame, (frame.width / 2.0, frame.height / 2.0)).is_some()
}

/// The picture before the guess, with the guess that is being made, if there is one, where the picture takes guesses.
#[must_use]
pub fn prompt_picture(prediction: &dyn Prediction, frame: &Frame, guess: Option<f64>) -> String {
    let guess = guess.filter(|_| takes_guesses(prediction, frame));
    let frame = Frame { guess, ..*frame };
    drawn(&frame, &|svg| prediction.draw(svg, &frame))
}

#[cfg(test)]
mod tests {
    use pendrop_kit::{chart::Point, locale::Language, svg::Svg};

    use super::*;

    /// A prediction of which only the picture matters: its right edge is a guess from 0 at the bottom to 1 at the top.
    struct Drawn {
        takes_guesses: bool,
    }

    impl Prediction for Drawn {
        fn verdict(&self, _: f64, _: Language) -> String {
            String::new()
        }
        fn prompt(&self, _: Language) -> String {
            String::new()
        }
        fn guess_at(&self, frame: &Frame, (_, y): Point) -> Option<f64> {
            self.takes_guesses.then_some(1.0 - y / frame.height)
        }
        fn draw(&self, _: &mut Svg, frame: &Frame) {
            assert_eq!(frame.guess, self.takes_guesses.then_some(0.25));
        }
    }

    #[test]
    fn the_guess_is_drawn_where_the_picture_takes_guesses() {
        let frame = Frame { width: 350.0, height: 300.0, narrow: true, language: Language::En, guess: None };
        for drawn in [true, false].map(|takes_guesses| Drawn { takes_guesses }) {
            assert_eq!(takes_guesses(&drawn, &frame), drawn.takes_guesses);
            assert!(prompt_picture(&drawn, &frame, Some(0.25)).is_empty());
        }
    }
}
