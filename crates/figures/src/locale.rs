//! Languages and their strings, made from `locales/*.json` when the crate is built.

include!(concat!(env!("OUT_DIR"), "/strings.rs"));

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

    /// The strings of the language.
    #[must_use]
    pub fn strings(self) -> &'static Strings {
        &STRINGS[self as usize]
    }
}

/// How a label is found in whichever language is shown.
pub type Label = fn(&'static Strings) -> &'static str;

/// Puts values into a template's `{names}`. A name without a value stays as it is, which a test would show.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}
