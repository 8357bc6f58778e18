//! What each table's columns hold: the one place where a table is declared.

use Kind::{Date, Month, Positive, Source, Text, Word, Year};
use Role::{Group, List, Name, Nothing, Over, Time, Value};

/// A table of `public/data`.
pub(super) struct Schema {
    pub name: &'static str,
    pub columns: &'static [Column],
}

pub(super) struct Column {
    /// As in the file's first line.
    pub name: &'static str,
    pub kind: Kind,
    /// Whether the cell may be empty.
    pub optional: bool,
    pub role: Role,
}

/// What the cells of a column must be.
#[derive(Clone, Copy)]
pub(super) enum Kind {
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
pub(super) enum Role {
    Time,
    /// The quantity, or what is divided by the column `Over`.
    Value,
    Over,
    Name,
    Group,
    /// The label: which list; a point without one is of no list.
    List,
    Source,
    /// For readers of the file; checked all the same.
    Nothing,
}

const fn column(name: &'static str, kind: Kind, role: Role) -> Column {
    Column { name, kind, optional: false, role }
}

const fn optional(name: &'static str, kind: Kind, role: Role) -> Column {
    Column { name, kind, optional: true, role }
}

const SOURCE: Column = column("source", Source, Role::Source);

pub(super) const SCHEMAS: [Schema; 6] = [
    Schema {
        name: "machines",
        columns: &[
            column("name", Text, Name),
            column("year", Year, Time),
            column("price_usd", Positive, Nothing),
            column("price_usd_1997", Positive, Over),
            column("instructions_per_s", Positive, Value),
            SOURCE,
        ],
    },
    Schema {
        name: "kurzweil",
        columns: &[
            column("machine", Text, Name),
            column("year", Year, Time),
            column("calculations_per_s_per_1000_usd", Positive, Value),
            SOURCE,
        ],
    },
    Schema {
        name: "gpu-prices",
        columns: &[
            column("name", Text, Name),
            column("segment", Word(&[same("consumer"), same("professional")]), Group),
            column("date", Date, Time),
            column("release_price_usd", Positive, Over),
            column("fp32_flop_per_s", Positive, Value),
            SOURCE,
        ],
    },
    Schema {
        name: "transistors",
        columns: &[
            optional("processor", Text, Name),
            column("year", Year, Time),
            column("transistors", Positive, Value),
            column("provenance", Word(&[("digitised from plot", "digitised"), same("named")]), Group),
            SOURCE,
        ],
    },
    Schema {
        name: "supercomputers",
        columns: &[
            column("system", Text, Name),
            column("year", Year, Time),
            optional("list", Month, List),
            column("flop_per_s", Positive, Value),
            column("measure", Text, Nothing),
            SOURCE,
        ],
    },
    Schema {
        name: "training-compute",
        columns: &[
            column("system", Text, Name),
            optional("organization", Text, Nothing),
            column("date", Date, Time),
            column("domain", Word(DOMAINS), Group),
            column("training_compute_flop", Positive, Value),
            column("confidence", Word(CONFIDENCES), Nothing),
            SOURCE,
        ],
    },
];

/// `sources.csv`, which is no series.
pub(super) const SOURCES: Schema = Schema {
    name: "sources",
    columns: &[column("source", Source, Nothing), column("citation", Text, Nothing), column("licence", Text, Nothing)],
};

pub(super) const NAMES: [&str; SCHEMAS.len()] = {
    let mut names = [""; SCHEMAS.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = SCHEMAS[place].name;
        place += 1;
    }
    names
};

const fn same(word: &'static str) -> (&'static str, &'static str) {
    (word, word)
}

const CONFIDENCES: &[(&str, &str)] = &[same("confident"), same("likely"), same("speculative"), same("unknown")];

const DOMAINS: &[(&str, &str)] = &[
    same("Audio"),
    same("Biology"),
    same("Driving"),
    same("Earth science"),
    same("Games"),
    same("Image generation"),
    same("Language"),
    same("Materials science"),
    same("Mathematics"),
    same("Medicine"),
    same("Multimodal"),
    same("Other"),
    same("Recommendation"),
    same("Robotics"),
    same("Search"),
    same("Speech"),
    same("Video"),
    same("Vision"),
];
