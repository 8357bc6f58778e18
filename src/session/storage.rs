//! The guess of a figure, and the challenge that is met, mirrored in this device's storage, where that is allowed.

use pendrop_kit::{
    number,
    query::number,
    state::{Command, Origin},
};

use super::Session;
use crate::{
    browser::{self, dom::effect},
    reactive::*,
};

/// The name under which a guess is stored, before the figure's id; the inline script in the page's head reads it too.
pub const GUESS: &str = "pendrop-guess-";

/// Stored guess, if it parses as a number.
#[must_use]
pub fn stored_guess(id: &str) -> Option<f64> {
    number(&browser::remembered(&format!("{GUESS}{id}"))?)
}

/// The name under which the challenge that is met is stored, before the figure's id.
const CHALLENGE: &str = "pendrop-challenge-";

/// Takes over what is stored, and stores what the reader does from now on.
pub fn bind(session: Session) {
    challenge(session);
    guess(session);
}

/// A challenge that was met stays so; one that has another name by now was another one.
fn challenge(session: Session) {
    let Some((name, _)) = session.figure.challenge() else { return };
    let key = format!("{CHALLENGE}{}", session.figure.id());
    if browser::remembered(&key).is_some_and(|stored| stored == name) {
        session.dispatch(Command::Meet(name.to_owned()), Origin::Storage);
    }
    effect(Box::new(move || {
        if session.challenges().iter().any(|met| met == name) {
            browser::remember(&key, name);
        }
    }));
}

/// Takes a stored guess over, if it is one that could be made, and stores what the reader guesses.
fn guess(session: Session) {
    let Some(question) = session.figure.question() else { return };
    let key = format!("{GUESS}{}", session.figure.id());
    let stored = stored_guess(session.figure.id());
    match stored.filter(|guess| question.allows(*guess)) {
        Some(guess) => session.dispatch(Command::Guess(Some(guess)), Origin::Storage),
        None if stored.is_some() => browser::forget(&key),
        None => {}
    }
    let mut last = untrack(|| session.guess());
    effect(Box::new(move || {
        let guess = session.guess();
        if guess != last {
            match guess {
                Some(guess) => browser::remember(&key, &number::plain(guess)),
                None => browser::forget(&key),
            }
            last = guess;
        }
    }));
}
