//! Strings that are not part of the program: they are loaded, folder by folder, and then stay for as long as the program runs.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::{LANGUAGES, Language};

/// A folder's texts in one language, each in a line of its own.
struct Loaded {
    folder: String,
    language: Language,
    lines: &'static str,
}

/// All that has been loaded, the latest last.
static LOADED: Mutex<Vec<Loaded>> = Mutex::new(Vec::new());

fn all_loaded() -> MutexGuard<'static, Vec<Loaded>> {
    LOADED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Loads a folder's texts in a language: one in each line, in the order of their keys. What is there already stays.
pub fn load(folder: &str, language: Language, lines: &str) {
    let mut loaded = all_loaded();
    if !loaded.iter().any(|known| known.folder == folder && known.language == language) {
        loaded.push(Loaded { folder: folder.to_owned(), language, lines: lines.to_owned().leak() });
    }
}

/// A folder's texts as they were loaded; those that are not there are empty.
#[must_use]
pub fn loaded_texts<const COUNT: usize>(folder: &str, language: Language) -> [&'static str; COUNT] {
    let mut texts = [""; COUNT];
    if let Some(found) = all_loaded().iter().find(|known| known.folder == folder && known.language == language) {
        for (text, line) in texts.iter_mut().zip(found.lines.split('\n')) {
            *text = line;
        }
    }
    texts
}

/// The language itself where something in it has been loaded, else that of what was loaded last.
fn available(language: Language) -> Language {
    let loaded = all_loaded();
    if loaded.iter().any(|known| known.language == language) {
        return language;
    }
    loaded.last().map_or(language, |latest| latest.language)
}

/// A folder's strings in every language, each read when it is first asked for.
pub struct LoadedStrings<S: 'static> {
    languages: [OnceLock<S>; LANGUAGES.len()],
    read: fn(Language) -> S,
}

impl<S> LoadedStrings<S> {
    /// Nothing yet; `read` makes the strings of a language from its texts.
    #[must_use]
    pub const fn new(read: fn(Language) -> S) -> Self {
        Self { languages: [const { OnceLock::new() }; LANGUAGES.len()], read }
    }

    /// The strings of a language; where nothing in it has been loaded, those of the language that has.
    pub fn of(&self, language: Language) -> &S {
        let language = available(language);
        self.languages[language as usize].get_or_init(|| (self.read)(language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One test, since what is loaded is shared by all.
    #[test]
    fn what_was_loaded_is_read_and_another_language_falls_back() {
        static STRINGS: LoadedStrings<[&str; 3]> = LoadedStrings::new(|language| loaded_texts("folder", language));
        assert_eq!(loaded_texts::<1>("folder", Language::De), [""]);
        load("folder", Language::De, "eins\n\ndrei");
        assert_eq!(STRINGS.of(Language::De), &["eins", "", "drei"]);
        assert_eq!(STRINGS.of(Language::En), &["eins", "", "drei"]);
        load("folder", Language::En, "one\ntwo");
        load("folder", Language::De, "anders");
        assert_eq!(STRINGS.of(Language::En), &["one", "two", ""]);
        assert_eq!(STRINGS.of(Language::De), &["eins", "", "drei"]);
        assert_eq!(loaded_texts::<1>("another", Language::De), [""]);
    }
}
