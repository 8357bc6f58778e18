//! The sources of all data as a table of the prose: who measured it, under which licence, and in which files it is.

use std::{error::Error, fmt::Write, fs, path::Path};

use pendrop_figures::tables::NAMES;
use pendrop_kit::{
    locale::{Language, markup::Strings},
    tables::{SOURCES_FILE, Source, Tables, read_sources},
    text::escaped,
};

/// What the prose calls the table.
pub const TABLE: &str = "data.sources";

/// A source, and links to the files that hold rows from it.
pub struct Used {
    source: Source,
    links: Vec<String>,
}

/// Every source with its files.
///
/// # Errors
/// A file of sources that cannot be read.
pub fn read(root: &Path, base: &str, tables: &Tables) -> Result<Vec<Used>, Box<dyn Error>> {
    let text = fs::read_to_string(root.join("public/data").join(SOURCES_FILE))?;
    let sources = read_sources(&text).map_err(|error| error.to_string())?;
    let files = |key: &str| {
        let with = NAMES.iter().filter(|name| tables.get(name).is_some_and(|series| series.points.iter().any(|point| point.source == key)));
        with.map(|name| format!("<a rel=\"external\" href=\"{base}/data/{name}.csv\">{name}.csv</a>")).collect()
    };
    Ok(sources.into_iter().map(|source| Used { links: files(&source.key), source }).collect())
}

/// The table as HTML; nothing for an unknown language.
#[must_use]
pub fn table(sources: &[Used], language: &str) -> Option<String> {
    let s = Strings::of(Language::from_code(language)?);
    let mut html = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{0}\"><table class=\"sources\"><thead><tr><th scope=\"col\">{0}</th><th scope=\"col\">{1}</th><th scope=\"col\">{2}</th></tr></thead><tbody>",
        s.sources_source, s.sources_licence, s.sources_files
    );
    for Used { source, links } in sources {
        let (citation, licence) = (escaped(&source.citation), escaped(&source.licence));
        write!(html, "<tr><th scope=\"row\" lang=\"en\">{citation}</th><td lang=\"en\">{licence}</td><td>{}</td></tr>", links.join(", "))
            .ok()?;
    }
    Some(html + "</tbody></table></div>")
}
