//! The tables of `public/data`: the one place where each is declared. What each file holds stands for people in
//! `public/data/README.md`.

use pendrop_kit::tables::{
    Schema,
    schema::{
        Kind::{Date, Month, Positive, Text, Word, Year},
        Role::{Group, List, Name, Nothing, Over, Time, Value},
        SOURCE, column, optional, same,
    },
};

/// All tables.
pub static SCHEMAS: [Schema; 6] = [
    Schema {
        name: "machines",
        columns: &[
            column("name", Text, Name),
            column("year", Year, Time),
            column("era", Word(ERAS), Group),
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
            column("date", Date, Time),
            column("domain", Word(DOMAINS), Group),
            column("training_compute_flop", Positive, Value),
            column("confidence", Word(CONFIDENCES), Nothing),
            SOURCE,
        ],
    },
];

/// What a machine calculates with.
const ERAS: &[(&str, &str)] = &[same("hand"), same("wheels"), ("relays and tubes", "tubes"), same("transistors"), same("chips")];

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

/// The ids of all tables; a table's file is its id with `.csv`.
pub const NAMES: [&str; SCHEMAS.len()] = {
    let mut names = [""; SCHEMAS.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = SCHEMAS[place].name;
        place += 1;
    }
    names
};

/// The declaration of the table with this id.
#[must_use]
pub fn schema(name: &str) -> Option<&'static Schema> {
    SCHEMAS.iter().find(|schema| schema.name == name)
}
