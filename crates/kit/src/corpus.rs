//! A corpus, the text that a figure learns from: the one of this site in the language of the page, or one that the reader has given it.

use std::sync::Arc;

use crate::locale::Language;

/// What a text must be that a reader gives a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// So many characters at least, each run of white space being one.
    pub least: usize,
    /// So many bytes of UTF-8 at most.
    pub most: usize,
}

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has so few characters.
    TooShort(usize),
    /// It has so many bytes.
    TooLong(usize),
}

impl Bounds {
    /// Whether a text is as it must be.
    ///
    /// # Errors
    /// Why it is not.
    pub fn takes(&self, text: &str) -> Result<(), Refusal> {
        if text.len() > self.most {
            return Err(Refusal::TooLong(text.len()));
        }
        let mut before = ' ';
        let mut count = 0;
        for character in text.trim().chars() {
            count += usize::from(!(character.is_whitespace() && before.is_whitespace()));
            before = character;
        }
        if count < self.least { Err(Refusal::TooShort(count)) } else { Ok(()) }
    }
}

/// Whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// That of this site in a language.
    Site(Language),
    /// The reader's.
    Reader,
}

impl Source {
    /// What a recording knows it by; the reader's is never recorded.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Site(language) => language.code(),
            Self::Reader => "reader",
        }
    }
}

/// A corpus, or its name only as long as it has not come. Two are equal where they are the very same: long contents are not compared.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// Whose.
    pub source: Source,
    /// What it says; nothing as long as it is not there.
    pub content: Option<Arc<str>>,
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.content, &other.content) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        self.source == other.source && same
    }
}

impl Default for Corpus {
    fn default() -> Self {
        Self { source: Source::Site(Language::En), content: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_within_its_bounds_and_else_the_reason_told() {
        let bounds = Bounds { least: 10, most: 40 };
        assert_eq!(bounds.takes("0123456789"), Ok(()));
        assert_eq!(bounds.takes("  012\t \r\n345\u{a0}67  "), Ok(()));
        assert_eq!(bounds.takes("012  3456  "), Err(Refusal::TooShort(8)));
        assert_eq!(bounds.takes(""), Err(Refusal::TooShort(0)));
        // Ten characters of four bytes each.
        assert_eq!(bounds.takes(&"🖊".repeat(10)), Ok(()));
        assert_eq!(bounds.takes(&"🖊".repeat(11)), Err(Refusal::TooLong(44)));
    }

    #[test]
    fn corpora_are_equal_that_are_the_same() {
        let content: Arc<str> = "a".into();
        let corpus = |content: Option<&Arc<str>>| Corpus { source: Source::Reader, content: content.cloned() };
        assert_eq!(corpus(Some(&content)), corpus(Some(&content)));
        assert_ne!(corpus(Some(&content)), corpus(Some(&"a".into())));
        assert_ne!(corpus(Some(&content)), corpus(None));
        assert_ne!(corpus(None), Corpus::default());
    }
}
