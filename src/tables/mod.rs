//! The tables that figures draw from: fetched when a page needs them, kept as long as the program runs.

use futures_util::{
    FutureExt,
    future::{LocalBoxFuture, Shared, join},
};
use pendrop_kit::{
    locale::{Language, Strings, fill},
    tables::{Malformed, Tables, text_file},
};

use crate::{
    browser::{self, Base, root_element},
    reactive::*,
};

/// Reads a table by its name from its text and adds it to the others; nothing where no table has this name.
pub type ReadTable = fn(&Tables, &str, &str) -> Option<Result<Tables, Malformed>>;

/// Brings the code that reads tables, which not every page needs; nothing where it cannot be had.
pub type LoadReader = fn() -> LocalBoxFuture<'static, Option<ReadTable>>;

/// The tables that have been fetched. One for all pages.
#[derive(Clone, Copy)]
pub struct TableStore {
    base: Base,
    tables: RwSignal<Tables>,
    reader: LoadReader,
    /// In-flight requests; concurrent callers share one future.
    in_flight: StoredValue<Vec<(String, PendingFetch)>>,
}

/// A request that is on its way.
type PendingFetch = Shared<LocalBoxFuture<'static, Result<(), LoadError>>>;

/// Why a table is not there.
#[derive(Clone, PartialEq)]
pub enum LoadError {
    /// It did not arrive.
    Missing(String),
    /// Less of it arrived than there is.
    Incomplete(String),
    /// What arrived is no such table.
    Malformed(Malformed),
}

impl LoadError {
    /// The error as a sentence.
    #[must_use]
    pub fn formatted(&self, language: Language) -> String {
        let s = Strings::of(language);
        let why = match self {
            Self::Missing(table) => fill(s.table_missing, &[("table", table)]),
            Self::Incomplete(table) => fill(s.table_incomplete, &[("table", table)]),
            Self::Malformed(malformed) => malformed.formatted(language),
        };
        format!("{why} {} ", s.table_stays)
    }
}

impl TableStore {
    /// An empty one, which reads with what `reader` brings.
    #[must_use]
    pub fn new(base: Base, reader: LoadReader) -> Self {
        Self { base, tables: RwSignal::new(Tables::default()), reader, in_flight: StoredValue::new(Vec::new()) }
    }

    /// What is there; reading it in an effect subscribes.
    #[must_use]
    pub fn tables(self) -> Tables {
        self.tables.get()
    }

    /// Fetches those that are not there yet, all at once.
    ///
    /// # Errors
    /// The first that cannot be had.
    pub async fn fetch(self, names: &[&str]) -> Result<(), LoadError> {
        let missing = names.iter().filter(|name| !self.tables.with_untracked(|tables| tables.has(&[name])));
        browser::join_all(missing.map(|name| self.pending(name).boxed_local())).await.into_iter().collect()
    }

    /// Fetches the text of the site in a language, if it is not there yet.
    ///
    /// # Errors
    /// It cannot be had.
    pub async fn fetch_text(self, language: Language) -> Result<(), LoadError> {
        let is_there = |tables: &Tables| tables.clone().reading(language, None).corpus().content.is_some();
        if self.tables.with_untracked(is_there) {
            return Ok(());
        }
        let name = text_file(language.code());
        let Some(text) = browser::fetch_file(&self.base.url(&format!("/data/{name}"))).await else { return Err(LoadError::Missing(name)) };
        if size(&name).is_some_and(|bytes| bytes != text.len()) {
            return Err(LoadError::Incomplete(name));
        }
        self.tables.update(|tables| *tables = tables.clone().with_text(language, &text));
        Ok(())
    }

    /// The request for a table, begun if it is not under way.
    fn pending(self, name: &str) -> PendingFetch {
        let known =
            |in_flight: &Vec<(String, PendingFetch)>| in_flight.iter().find(|(known, _)| known == name).map(|(_, pending)| pending.clone());
        self.in_flight.with_value(known).unwrap_or_else(|| {
            let pending = self.load(name.to_owned()).boxed_local().shared();
            self.in_flight.update_value(|in_flight| in_flight.push((name.to_owned(), pending.clone())));
            pending
        })
    }

    async fn load(self, name: String) -> Result<(), LoadError> {
        let address = self.base.url(&format!("/data/{name}.csv"));
        let (text, read) = join(browser::fetch_file(&address), (self.reader)()).await;
        self.in_flight.update_value(|in_flight| in_flight.retain(|(known, _)| *known != name));
        let (Some(text), Some(read)) = (text, read) else { return Err(LoadError::Missing(name)) };
        // Others may have come meanwhile: this one is added to what is there now.
        let tables = read(&self.tables.get_untracked(), &name, &text);
        let tables = tables.ok_or_else(|| LoadError::Missing(name.clone()))?.map_err(LoadError::Malformed)?;
        // A file cut off at the end of a line looks whole but for the number of its rows.
        let count = tables.get(&name).map_or(0, |series| series.points.len());
        if size(&name).is_some_and(|rows| rows != count) {
            return Err(LoadError::Incomplete(name));
        }
        self.tables.set(tables);
        Ok(())
    }
}

/// How many rows a table has, or how many bytes a text, by what the page says; nothing where it says nothing.
fn size(name: &str) -> Option<usize> {
    let all = root_element()?.get_attribute("data-rows")?;
    all.split(' ').find_map(|table| table.strip_prefix(name)?.strip_prefix(':')?.parse().ok())
}
