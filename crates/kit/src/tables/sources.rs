//! Where the rows come from.

use super::{Malformed, Problem, cell, rows::rows, schema::SOURCES};

/// A source of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As rows name it.
    pub key: String,
    /// Who, what, where and when.
    pub citation: String,
    /// Under which licence its facts are used.
    pub licence: String,
}

/// Reads `sources.csv`.
///
/// # Errors
/// The first thing about the text that is not as it must be; two sources of one key are a duplicate.
pub fn read_sources(text: &str) -> Result<Vec<Source>, Malformed> {
    let mut sources: Vec<Source> = Vec::new();
    for row in rows(&SOURCES, text)? {
        let at = |column, problem| Malformed { table: SOURCES.name, line: row.line, column, problem };
        for (column, text) in SOURCES.columns.iter().zip(&row.cells) {
            cell::read(column, text, &|_| true).map_err(|problem| at(column.name, problem))?;
        }
        let Ok([key, citation, licence]) = <[String; 3]>::try_from(row.cells) else { continue };
        if sources.iter().any(|source| source.key == key) {
            return Err(at("source", Problem::Duplicate));
        }
        sources.push(Source { key, citation, licence });
    }
    Ok(sources)
}
