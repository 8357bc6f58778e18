//! The declaration of a table: what each of its columns holds.

use Kind::{Source, Text};
use Role::Nothing;

/// A table of `public/data`.
pub struct Schema {
    /// Its id; its file is the id with `.csv`.
    pub name: &'static str,
    /// Its columns, in the order of the file.
    pub columns: &'static [Column],
}

/// A column of a table.
pub struct Column {
    /// As in the file's first line.
    pub name: &'static str,
    /// What its cells must be.
    pub kind: Kind,
    /// Whether the cell may be empty.
    pub optional: bool,
    /// What it is for a point.
    pub role: Role,
}

/// What the cells of a column must be.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Any text.
    Text,
    /// A finite number above zero.
    Positive,
    /// A year, with a fraction or without.
    Year,
    /// YYYY-MM-DD. No table needs a date of less precision, so none is accepted.
    Date,
    /// YYYY-MM.
    Month,
    /// One of these: as in the file, and as points have it.
    Word(&'static [(&'static str, &'static str)]),
    /// Key of a source.
    Source,
}

/// What a column is for a point.
#[derive(Clone, Copy)]
pub enum Role {
    /// When.
    Time,
    /// The quantity, or what is divided by the column `Over`.
    Value,
    /// What the value is divided by.
    Over,
    /// What the point is called.
    Name,
    /// Which group it belongs to.
    Group,
    /// The label: which list; a point without one is of no list.
    List,
    /// Whose number it is.
    Source,
    /// For readers of the file; checked all the same.
    Nothing,
}

/// A column whose cells are never empty.
#[must_use]
pub const fn column(name: &'static str, kind: Kind, role: Role) -> Column {
    Column { name, kind, optional: false, role }
}

/// A column whose cells may be empty.
#[must_use]
pub const fn optional(name: &'static str, kind: Kind, role: Role) -> Column {
    Column { name, kind, optional: true, role }
}

/// The column that names the source of a row.
pub const SOURCE: Column = column("source", Source, Role::Source);

/// `sources.csv`, which is no series.
pub(super) const SOURCES: Schema = Schema {
    name: "sources",
    columns: &[column("source", Source, Nothing), column("citation", Text, Nothing), column("licence", Text, Nothing)],
};

/// A word that points have as the file has it.
#[must_use]
pub const fn same(word: &'static str) -> (&'static str, &'static str) {
    (word, word)
}
