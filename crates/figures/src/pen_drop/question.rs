//! The question before `pen-drop`.

use pendrop_kit::question::Question;

/// When does it land? Guesses reach well beyond what anyone would say.
pub(super) static QUESTION: Question = Question {
    least: 0.0,
    greatest: 2.0,
    step: 0.01,
    start: 1.0,
    log: false,
    wording: |_| "{number}\u{202f}s",
    beyond: None,
    ticks: &[0.0, 0.5, 1.0, 1.5, 2.0],
};
