//! The tables of real measurements that figures draw from: `public/data/*.csv`, read and checked completely.
//!
//! The same reader serves when the site is built, where a bad row is an error, and on the page, where a damaged file is
//! refused and told. What each file holds stands in `tables/schema.rs`, for people in `public/data/README.md`.

mod cell;
mod malformed;
mod reader;
mod rows;
mod schema;
mod sources;

use std::{error::Error, fmt, io, sync::Arc};

pub use malformed::{Malformed, Problem};
pub use sources::{Source, read_sources};

use schema::SCHEMAS;

/// The ids of all tables; a table's file is its id with `.csv`.
pub const NAMES: &[&str] = &schema::NAMES;

/// The file that explains the sources of all rows.
pub const SOURCES_FILE: &str = "sources.csv";

/// Tables that figures draw from, as far as they are there. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    series: [Option<Arc<Series>>; SCHEMAS.len()],
}

/// Equal where both hold the very same tables: contents are not compared.
impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        self.series.iter().zip(&other.series).all(|pair| match pair {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        })
    }
}

impl Tables {
    /// The table with this id, if it is there.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Series> {
        self.series.get(place(name)?)?.as_deref()
    }

    /// Whether all these tables are there.
    #[must_use]
    pub fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.get(name).is_some())
    }

    /// A copy with this table, read from CSV text, added or replaced.
    ///
    /// # Errors
    /// The first thing about the text that is not as the table must be, or a name that no table has.
    pub fn with(&self, name: &str, text: &str) -> Result<Self, Malformed> {
        self.with_known(name, text, &|_| true)
    }

    fn with_known(&self, name: &str, text: &str, known: &dyn Fn(&str) -> bool) -> Result<Self, Malformed> {
        let unknown = Malformed { table: "", line: 0, column: "", problem: Problem::NoSuchTable };
        let place = place(name).ok_or(unknown)?;
        let series = reader::series(&SCHEMAS[place], text, known)?;
        let mut tables = self.clone();
        tables.series[place] = Some(Arc::new(series));
        Ok(tables)
    }
}

fn place(name: &str) -> Option<usize> {
    NAMES.iter().position(|known| *known == name)
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
    /// The table's quantity, finite and above zero: `machines` instructions/s per 1997 dollar, `kurzweil` calculations/s
    /// per 1000 dollars, `gpu-prices` FP32 FLOP/s per dollar at release, `transistors` transistors per chip,
    /// `supercomputers` FLOP/s, `training-compute` FLOP.
    pub value: f64,
    /// What it is called; empty where the source does not say (most of `transistors`).
    pub name: String,
    /// `gpu-prices`: `"consumer"` or `"professional"`; `supercomputers`: `"list"` or `"earlier"`, which is an order of
    /// magnitude only; `training-compute`: the domain as the source has it (`"Language"`); `transistors`: `"digitised"`
    /// (read off a plot) or `"named"` (from a list of processors); else empty.
    pub group: &'static str,
    /// `supercomputers`: the month of the list (`"1993-06"`); else empty.
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

/// Reads every table and checks that `sources.csv` explains each row's source. `read` gives the text of a file by its
/// name (`"machines.csv"`). For the site's build and for tests.
///
/// # Errors
/// A file that cannot be read or is malformed.
pub fn read_all(read: &dyn Fn(&str) -> io::Result<String>) -> Result<Tables, Unread> {
    let text = |name: String| read(&name).map_err(|error| Unread::File(name, error));
    let sources = read_sources(&text(SOURCES_FILE.to_owned())?)?;
    let known = |key: &str| sources.iter().any(|source| source.key == key);
    let mut tables = Tables::default();
    for name in NAMES {
        tables = tables.with_known(name, &text(format!("{name}.csv"))?, &known)?;
    }
    Ok(tables)
}
