//! The question before `fixed-budget`.

use pendrop_kit::question::{Question, TIMES};

/// How many times as much after the years at the start? By decades, as nobody knows beforehand how large the answer is; the
/// axis reaches far beyond it and says nothing about it.
pub(super) static QUESTION: Question = Question {
    least: 1.0,
    greatest: 1e4,
    step: 0.1,
    start: 2.0,
    log: true,
    wording: TIMES,
    beyond: None,
    ticks: &[1.0, 10.0, 100.0, 1e3, 1e4],
};

/// Decades that can be guessed.
pub(super) const DECADES: i32 = 4;

/// The years that the question asks about: those at the start.
pub(super) const YEARS: f64 = 20.0;
