//! `pen-drop`: a body is let go, and gravity's prediction is held against the real fall.

mod drop;
mod outcome;
pub mod parameters;
pub mod picture;
mod prediction;
mod question;
mod text;

crate::own_strings!("pen_drop");

use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
    question::Question,
    runs::{Compare, Comparison},
};
use pendrop_science::falling::Release;

pub use drop::{POSTER, PenDropOutcome};
use parameters::PenDropParameters;
pub(crate) use text::ObjectText;

/// The figure.
pub struct PenDrop;

impl Model for PenDrop {
    type Parameters = PenDropParameters;
    type Outcome = PenDropOutcome;

    const ID: &'static str = "pen-drop";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/falling.rs";
    const HEIGHTS: Heights = Heights { narrow: 284.0, wide: 560.0 };
    const QUESTION: Option<&'static Question> = Some(&question::QUESTION);
    const COMPARE: Option<Compare<PenDropOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<PenDropParameters, PenDropOutcome>> = Some(Challenge {
        name: "off-by-ten",
        label: label!(challenge),
        met: |_, outcome| outcome.fall().prediction_error().is_some_and(|error| (error - 0.1).abs() <= 0.005),
    });

    fn solve(parameters: PenDropParameters, _inputs: Inputs) -> PenDropOutcome {
        PenDropOutcome::of(&Release::from(&parameters), parameters.object)
    }
}
