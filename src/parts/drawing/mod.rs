//! A pad to draw on, and what the learners of a figure find that the picture shows.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
mod pad;

use pendrop_kit::{
    format::with_unit,
    locale::{Language, Strings, fill},
    number,
};

/// What a judge finds most probable, and how probable: "disc 93 %".
fn verdict(probabilities: &[f64], things: &[&str]) -> String {
    let most = probabilities.iter().zip(things).max_by(|(one, _), (other, _)| one.total_cmp(other));
    most.map_or_else(String::new, |(share, thing)| format!("{thing} {}", with_unit(&(number::fixed(100.0 * share, 0), "%".to_owned()))))
}

/// Where the keys are on the pad, counted from 1, and what is there, for people who do not see it.
fn cell_told(column: usize, row: usize, bright: bool, language: Language) -> String {
    let s = Strings::of(language);
    let [column, row] = [column, row].map(|place| number::plain((place + 1) as f64));
    fill(if bright { s.drawing_bright } else { s.drawing_dark }, &[("row", &row), ("column", &column)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_is_what_is_most_probable() {
        assert_eq!(verdict(&[0.04, 0.934, 0.026], &["disc", "ring", "star"]), "ring 93\u{202f}%");
        assert_eq!(verdict(&[], &[]), "");
    }

    #[test]
    fn cells_are_told_from_the_left_upper_corner() {
        assert_eq!(cell_told(4, 2, false, Language::En), "row 3, column 5, dark");
        assert_eq!(cell_told(0, 15, true, Language::De), "Zeile 16, Spalte 1, hell");
    }
}
