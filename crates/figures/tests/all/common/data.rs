//! The tables of `public/data`, read once.

use std::{fs, sync::LazyLock};

use pendrop_figures::tables::SCHEMAS;
use pendrop_kit::tables::{Tables, read_all};

pub fn tables() -> Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/");
        read_all(&SCHEMAS, &|name| fs::read_to_string(format!("{folder}{name}"))).expect("every table is well formed")
    });
    TABLES.clone()
}
