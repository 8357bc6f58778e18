//! How far models look back, and how numbers are said.

use pendrop_kit::{
    format::{short, significant},
    locale::{Language, fill},
};

use super::Strings;

/// How far a model looks back, in words: not at all, one character, several.
pub(super) fn looking_back(order: usize, language: Language) -> String {
    let s = Strings::of(language);
    match order {
        0 => s.back_none.to_owned(),
        1 => s.back_one.to_owned(),
        order => fill(s.back_several, &[("order", &short(order as f64, 2, language))]),
    }
}

/// Who looks back that far, as a subject.
pub(super) fn model(order: usize, language: Language) -> String {
    let s = Strings::of(language);
    match order {
        0 => s.model_none.to_owned(),
        1 => s.model_one.to_owned(),
        order => fill(s.model_several, &[("order", &short(order as f64, 2, language))]),
    }
}

/// A count of characters, with all of its digits.
pub(super) fn count(characters: u32, language: Language) -> String {
    short(f64::from(characters), 7, language)
}

/// Bits per character.
pub(super) fn bits(value: f64, language: Language) -> String {
    significant(value, if value < 1.0 { 2 } else { 3 }, language)
}
