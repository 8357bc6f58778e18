//! A drop that has been computed: what words and picture are made from.

use pendrop_kit::{locale::Language, svg::Token};
use pendrop_science::falling::{Fall, Force, Release};

use super::text::ObjectText;

/// The moment shown first, as a share of the fall: late enough that speed and air have shown, early enough that the object
/// still hangs in the air. Labels leave room for it.
pub const POSTER: f64 = 0.72;

/// A drop that has been computed.
pub struct PenDropOutcome {
    fall: Fall,
    object: &'static str,
}

impl PenDropOutcome {
    /// The drop of an object, named as in the declaration of parameters, that is let go like this.
    #[must_use]
    pub fn of(release: &Release, object: &'static str) -> Self {
        Self { fall: Fall::solve(release), object }
    }

    /// The solved fall.
    #[must_use]
    pub fn fall(&self) -> &Fall {
        &self.fall
    }

    /// The object's name in the declaration of parameters; it decides the shape.
    #[must_use]
    pub fn object(&self) -> &'static str {
        self.object
    }

    /// The colour of what belongs to gravity: the accent where it is the force that dominates.
    pub(super) fn gravity_token(&self) -> Token {
        if self.fall.dominant_force() == Some(Force::Gravity) { Token::Accent } else { Token::Ink2 }
    }

    pub(super) fn object_text(&self, language: Language) -> ObjectText {
        ObjectText::of(self.object, language)
    }
}
