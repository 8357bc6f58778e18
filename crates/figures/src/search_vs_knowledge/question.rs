//! The question before `search-vs-knowledge`.

use pendrop_kit::{label, question::Question};

use super::Strings;

/// From how many units on? By decades, as nobody knows beforehand how large the answer is, and the last one is never.
pub(super) static QUESTION: Question = Question {
    least: 10.0,
    greatest: 1e7,
    step: 0.1,
    start: 100.0,
    log: true,
    wording: label!(guess_units),
    beyond: Some(label!(guess_never)),
    ticks: &[100.0, 1e4, 1e6, 1e7],
};

/// The decades of the axis on which guesses lie.
pub(super) const DECADES: (i32, i32) = (1, 7);
