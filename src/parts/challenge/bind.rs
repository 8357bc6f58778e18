//! Checks whether a challenge is met, and says so.

use pendrop_kit::{
    locale::Strings,
    state::{Command, Origin},
};
use web_sys::Element;

use super::names::{DONE, ROOT};
use crate::{
    browser::dom::{bind_attribute, find, need},
    session::Session,
};

/// Shows whether the challenge is met, where the figure has one.
pub fn bind(session: Session, figure: &Element) {
    let Some(root) = find(figure, ROOT) else { return };
    let met = move || Some(if session.challenges().is_empty() { "false" } else { "true" }.to_owned());
    bind_attribute(need(&root, DONE), "data-met", Box::new(met));
}

/// Checks what the reader has brought about, once it has come to rest; what is to be announced if the challenge is met for the first
/// time.
#[must_use]
pub fn check(session: Session) -> Option<String> {
    let (name, _) = session.figure.challenge()?;
    let (values, evaluation) = session.try_by_hand()?;
    let known = session.state().challenges.iter().any(|met| met == name);
    if known || !session.figure.meets(&values, evaluation.outcome) {
        return None;
    }
    session.dispatch(Command::Meet(name.to_owned()), Origin::Clock);
    Some(Strings::of(session.language).challenge_met.to_owned())
}
