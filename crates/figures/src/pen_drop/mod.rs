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
    figure::{Heights, Inputs, Model},
    locale::Folder,
    question::Question,
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

    fn solve(parameters: PenDropParameters, _inputs: Inputs) -> PenDropOutcome {
        PenDropOutcome::of(&Release::from(&parameters), parameters.object)
    }
}
