//! The tables of real measurements that figures draw from: `public/data/*.csv`, read and checked completely.
//!
//! The same reader serves when the site is built, where a bad row is an error, and on the page, where a damaged file is
//! refused and told. Which tables there are, the figures declare ([`Schema`]).

mod cell;
mod date;
mod malformed;
mod reader;
mod rows;
pub mod schema;
mod sources;

use std::{error::Error, fmt, io, sync::Arc};

pub use malformed::{Malformed, Problem};
pub use sources::{Source, read_sources};

pub use schema::Schema;

use crate::{
    corpus::{Corpus, Source as Origin},
    locale::{LANGUAGES, Language},
};

/// The file that explains the sources of all rows.
pub const SOURCES_FILE: &str = "sources.csv";

/// The file that holds the text of this site in the language with this code.
#[must_use]
pub fn text_file(code: &str) -> String {
    format!("text-{code}.txt")
}

/// Tables that figures draw from, as far as they are there, and the text that they learn from. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    series: Vec<(&'static str, Arc<Series>)>,
    texts: Vec<(Language, Arc<str>)>,
    corpus: Corpus,
}

/// Equal where both hold the very same tables: contents are not compared.
impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        let pairs = || self.series.iter().zip(&other.series);
        self.series.len() == other.series.len()
            && self.texts == other.texts
            && self.corpus == other.corpus
            && pairs().all(|(one, other)| one.0 == other.0 && Arc::ptr_eq(&one.1, &other.1))
    }
}

impl Tables {
    /// The table with this id, if it is there.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|(known, _)| *known == name).map(|(_, series)| &**series)
    }

    /// Whether all these tables are there.
    #[must_use]
    pub fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.get(name).is_some())
    }

    /// What is learnt from here: [`Tables::reading`] says it.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The same with the text of this site in a language added.
    #[must_use]
    pub fn with_text(mut self, language: Language, text: &str) -> Self {
        self.texts.retain(|(known, _)| *known != language);
        self.texts.push((language, text.into()));
        self
    }

    /// The same for a page in a language: what is learnt from is the text that the reader has given, or else that of this site, as
    /// far as it is there.
    #[must_use]
    pub fn reading(mut self, language: Language, given: Option<Arc<str>>) -> Self {
        let own = || self.texts.iter().find(|(known, _)| *known == language).map(|(_, text)| text.clone());
        self.corpus = match given {
            Some(text) => Corpus { source: Origin::Reader, content: Some(text) },
            None => Corpus { source: Origin::Site(language), content: own() },
        };
        self
    }

    /// A copy with this table, read from CSV text, added or replaced.
    ///
    /// # Errors
    /// The first thing about the text that is not as the table must be.
    pub fn with(&self, schema: &'static Schema, text: &str) -> Result<Self, Malformed> {
        self.with_known(schema, text, &|_| true)
    }

    fn with_known(&self, schema: &'static Schema, text: &str, known: &dyn Fn(&str) -> bool) -> Result<Self, Malformed> {
        let series = Arc::new(reader::series(schema, text, known)?);
        let mut tables = self.clone();
        tables.series.retain(|(name, _)| *name != schema.name);
        tables.series.push((schema.name, series));
        Ok(tables)
    }
}

/// One quantity over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Sorted by year; points of the same year in the order of the file.
    pub points: Vec<Point>,
}

/// One measured machine, chip or system.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Decimal year. A date is year + (month − 1)/12 + (day − 1)/365; a year without a fraction stays as it is.
    pub year: f64,
    /// The table's quantity, finite and above zero, in the unit that the figures' list of tables gives.
    pub value: f64,
    /// What it is called; empty where the source does not say.
    pub name: String,
    /// Which of the table's groups it belongs to; empty where the table has none.
    pub group: &'static str,
    /// Which list it stands on (`"1993-06"`); empty where the table has no lists.
    pub label: String,
    /// Key of the source, explained in `sources.csv`.
    pub source: String,
}

/// Why the tables could not be read.
#[derive(Debug)]
pub enum Unread {
    /// A file cannot be read.
    File(String, io::Error),
    /// A file is not as it must be.
    Malformed(Malformed),
}

impl From<Malformed> for Unread {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(name, error) => write!(f, "{name}: {error}"),
            Self::Malformed(malformed) => malformed.fmt(f),
        }
    }
}

impl Error for Unread {}

/// Reads every table and every text, and checks that `sources.csv` explains each row's source. `read` gives the text of a file by its
/// name (`"machines.csv"`). For the site's build and for tests.
///
/// # Errors
/// A file that cannot be read or is malformed.
pub fn read_all(schemas: &'static [Schema], read: &dyn Fn(&str) -> io::Result<String>) -> Result<Tables, Unread> {
    let text = |name: String| read(&name).map_err(|error| Unread::File(name, error));
    let sources = read_sources(&text(SOURCES_FILE.to_owned())?)?;
    let known = |key: &str| sources.iter().any(|source| source.key == key);
    let mut tables = Tables::default();
    for schema in schemas {
        tables = tables.with_known(schema, &text(format!("{}.csv", schema.name))?, &known)?;
    }
    for (language, code) in LANGUAGES {
        tables = tables.with_text(*language, &text(text_file(code))?);
    }
    Ok(tables.reading(Language::En, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_reads_the_text_of_its_language_or_the_readers() {
        let tables = Tables::default().with_text(Language::En, "pen").with_text(Language::De, "Stift");
        let read = |language, given: Option<&str>| tables.clone().reading(language, given.map(Into::into)).corpus().clone();
        let content = |corpus: &Corpus| corpus.content.as_deref().map(str::to_owned);
        let german = read(Language::De, None);
        assert_eq!((german.source, content(&german).as_deref()), (Origin::Site(Language::De), Some("Stift")));
        assert_eq!(german, read(Language::De, None));
        let given = read(Language::De, Some("mein Text"));
        assert_eq!((given.source, content(&given).as_deref()), (Origin::Reader, Some("mein Text")));
        // One that has not come is named all the same.
        let missing = Tables::default().reading(Language::De, None);
        assert_eq!((missing.corpus().source, content(missing.corpus())), (Origin::Site(Language::De), None));
        assert_ne!(missing, tables.clone().reading(Language::De, None));
    }
}
