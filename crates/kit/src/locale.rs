//! Languages and their strings, made from `locales/*/*.json` when the crate is built: those of the interface and of the kit.
//! Figures have their own beside their code.
//!
//! Natively all texts are compiled in. A program in wasm holds none: a page brings those that it needs, in its own language,
//! and they are loaded before anything on it is shown.

mod loaded;

pub use loaded::{LoadedStrings, load, loaded_texts};

include!(concat!(env!("OUT_DIR"), "/interface.rs"));

/// The strings that only markup shows: no page brings them, since it shows them itself.
#[cfg(not(target_arch = "wasm32"))]
pub mod markup {
    use super::{Folder, Language};
    include!(concat!(env!("OUT_DIR"), "/markup.rs"));
}

/// A folder of locale files.
#[derive(Clone, Copy)]
pub struct Folder {
    /// Its name.
    pub name: &'static str,
    /// Its texts in a language, in the order of their keys.
    pub texts: fn(Language) -> Vec<&'static str>,
}

impl Language {
    /// The language with this code (`"en"`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        LANGUAGES.iter().find(|(_, known)| *known == code).map(|(language, _)| *language)
    }

    /// The code as it stands in addresses and in the `lang` attribute.
    #[must_use]
    pub fn code(self) -> &'static str {
        LANGUAGES[self as usize].1
    }
}

/// How a label is found in whichever language is shown.
pub type Label = fn(Language) -> &'static str;

/// Puts values into a template's `{names}`. A name without a value stays as it is, which a test would show. Where a German
/// compound begins with the value, its words are joined too: `{number}-Fache` becomes 1,7-Billionen-Fache.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = template.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let value_of = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        match piece.split_once('}').and_then(|(name, rest)| Some((value_of(name)?, rest))) {
            Some((value, rest)) => {
                text += &if rest.starts_with("-F") { joined(value) } else { value.to_owned() };
                text += rest;
            }
            None => text = text + "{" + piece,
        }
    }
    text
}

/// A number whose words hang together by hyphens.
fn joined(number: &str) -> String {
    let mut parts = number.split(' ');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |joined, part| {
        let link = if part.starts_with(|letter: char| letter.is_ascii_alphabetic()) { '-' } else { ' ' };
        format!("{joined}{link}{part}")
    })
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_take_the_places_of_their_names() {
        assert_eq!(fill("{a} and {b}, {a}", &[("a", "1"), ("b", "{a}")]), "1 and {a}, 1");
        assert_eq!(fill("{unknown} {a", &[("a", "1")]), "{unknown} {a");
        assert_eq!(fill("das {n}-Fache", &[("n", "1,7 Billionen")]), "das 1,7-Billionen-Fache");
        assert_eq!(fill("das {n}-Fache", &[("n", "2 × 10")]), "das 2 × 10-Fache");
    }
}
