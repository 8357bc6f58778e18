//! The few words that the pipeline itself writes, from `terms.md`.

use crate::{Error, front::Front};

/// The file's name in a language's folder.
pub(crate) const FILE: &str = "terms.md";

/// The words in one language.
pub(crate) struct Terms {
    /// Title of the list of explained words.
    pub(crate) glossary: String,
    /// Title of the list of footnotes.
    pub(crate) notes: String,
    /// Name of one of them, before its number.
    pub(crate) note: String,
    /// Name of the way back, before the number.
    pub(crate) back: String,
}

impl Terms {
    pub(crate) fn read(file: &str, text: Option<&str>) -> Result<Self, Error> {
        let text = text.ok_or_else(|| Error::in_file(file, "is missing"))?;
        let front = Front::split(file, text, &["glossary", "notes", "note", "back"], &[])?;
        Ok(Self { glossary: front.get("glossary"), notes: front.get("notes"), note: front.get("note"), back: front.get("back") })
    }
}
