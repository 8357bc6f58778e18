//! What can be wrong with a table's text.

use std::{error::Error, fmt};

use crate::locale::{Language, Strings, fill};

/// A text that is not the table it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Id of the table.
    pub table: &'static str,
    /// Line in the file, from 1; 0 where it is about the whole file.
    pub line: usize,
    /// Name of the column; empty where it is about the whole line.
    pub column: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text holds no rows.
    Empty,
    /// The first line does not name the columns: another file, or a page of HTML.
    Header,
    /// The text ends in the middle of a line or within quotes.
    Truncated,
    /// More or fewer fields than columns.
    Fields,
    /// The cell is empty, or has spaces at its ends or control characters in it.
    Text,
    /// The cell is not a finite number above zero.
    Number,
    /// The cell is not a date of the calendar, YYYY-MM-DD, between 1800 and 2100.
    Date,
    /// The cell is not a year between 1800 and 2100.
    Year,
    /// The cell is not a month, YYYY-MM, between 1800 and 2100.
    Month,
    /// The cell is none of the words that the column allows.
    Word,
    /// No source has this key.
    Source,
    /// An earlier row is the same in every cell.
    Duplicate,
}

impl Problem {
    fn english(self) -> &'static str {
        match self {
            Self::Empty => "there are no rows",
            Self::Header => "the first line does not name the table's columns",
            Self::Truncated => "the text ends in the middle of a line or within quotes",
            Self::Fields => "the number of fields is not the number of columns",
            Self::Text => "the text is empty, or has stray spaces or control characters",
            Self::Number => "this is not a finite number above zero",
            Self::Date => "this is not a date YYYY-MM-DD between 1800 and 2100",
            Self::Year => "this is not a year between 1800 and 2100",
            Self::Month => "this is not a month YYYY-MM between 1800 and 2100",
            Self::Word => "this is none of the words allowed here",
            Self::Source => "no source has this key",
            Self::Duplicate => "an earlier row is the same",
        }
    }
}

impl Malformed {
    /// The sentence for readers of the page.
    #[must_use]
    pub fn formatted(&self, language: Language) -> String {
        let line = self.line.max(1).to_string();
        fill(Strings::of(language).table_malformed, &[("table", self.table), ("line", &line)])
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.csv, line {}", self.table, self.line)?;
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.problem.english())
    }
}

impl Error for Malformed {}
