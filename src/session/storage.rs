//! The guess of a figure mirrored in this device's storage, where that is allowed.

use pendrop_kit::{
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

/// Takes a stored guess over, if it is one that could be made, and stores what the reader guesses from now on.
pub fn bind(session: Session) {
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
                Some(guess) => browser::remember(&key, &guess.to_string()),
                None => browser::forget(&key),
            }
            last = guess;
        }
    }));
}
