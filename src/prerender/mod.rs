//! Every route in every language as finished HTML with its text, its pictures and its numbers.
//!
//! Natively only. The program in the browser holds none of this markup: it finds the elements by the names of the contract.

mod body;
mod check;
pub mod corpus;
mod cover;
mod files;
mod footnotes;
mod head;
mod policy;
mod program;
mod section;
mod sources;
mod style;
mod tables;

use std::{error::Error, fs, path::Path};

use pendrop_content::{Known, Site};
use pendrop_figures::{FIGURES, tables::SCHEMAS};
use pendrop_kit::{
    locale::{LANGUAGES, Language},
    tables::{Tables, read_all},
};

pub use files::write;
pub use program::Program;

use crate::route::{Page, Route};

/// All pages with their paths under the site's base: one that ends in a slash is a folder's `index.html`. `shell` is
/// `src/index.html`, of which the names of the workers may have been filled in, `program` what the pages load. `base` is where the site lies on its host
/// (`""` or `"/base"`), `origin` the host (`"https://example.org"`) or nothing where it is not known.
///
/// # Errors
/// Content and data that are missing or wrong.
pub fn pages(shell: &str, program: Program, base: &str, origin: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let lecture = Lecture::read(program, base, origin)?;
    let shell = shell.replace("{rows}", &tables::rows(&lecture.tables));
    let mut pages =
        lecture.routes().map(|route| Ok((route.path(), lecture.page(&shell, route)?))).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    let not_found = Route { language: Language::En, page: Page::NotFound };
    pages.push(("/404.html".to_owned(), lecture.page(&shell, not_found)?));
    pages.push(("/".to_owned(), head::start(&lecture)));
    Ok(pages)
}

/// What the pages are made from.
struct Lecture<'a> {
    content: Site,
    tables: Tables,
    style: String,
    program: Program,
    base: &'a str,
    origin: &'a str,
}

impl<'a> Lecture<'a> {
    /// Reads everything that this repository holds for the pages, and checks it.
    fn read(program: Program, base: &'a str, origin: &'a str) -> Result<Self, Box<dyn Error>> {
        let root = root();
        // A malformed table ends the build here, never on a reader's screen.
        let read = |file: &str| fs::read_to_string(root.join("public/data").join(file));
        let tables = read_all(&SCHEMAS, &read).map_err(|error| error.to_string())?;
        let sources = sources::read(root, base, &tables)?;
        let readout = |language: &str, name: &str| tables::readout(&tables, language, name);
        let table = |language: &str, name: &str| {
            if name == sources::TABLE { sources::table(&sources, language) } else { tables::table(language, name) }
        };
        let languages: Vec<_> = LANGUAGES.iter().map(|(_, code)| *code).collect();
        let state = |language: &str, target: &str| Ok(format!("{base}{}", tables::state(&tables, language, target)?));
        let known = Known { readout: &readout, table: &table, state: &state };
        let content = pendrop_content::load(&root.join("content"), &languages, known).map_err(|error| error.to_string())?;
        check::check(&content)?;
        let style = style::read(&root.join("style"), &asked(&content))?;
        Ok(Self { content, tables, style, program, base, origin })
    }

    /// Every page that has an address of its own.
    fn routes(&self) -> impl Iterator<Item = Route<'_>> {
        LANGUAGES.iter().flat_map(move |(language, _)| {
            let sections = self.content.sections().iter().map(|section| Page::Section(&section.slug));
            let figures = FIGURES.iter().map(|figure| Page::Figure(figure.id()));
            let pages = [Page::Cover, Page::About].into_iter().chain(sections).chain(figures);
            pages.map(move |page| Route { language: *language, page })
        })
    }

    fn page(&self, shell: &str, route: Route) -> Result<String, Box<dyn Error>> {
        let body = body::body(self, route);
        let links = self.program.links(self.base, &body)?;
        // The placeholders are replaced before the body is put in: a text may contain the same words.
        Ok(shell
            .replace("{lang}", route.language.code())
            .replace("{base}", self.base)
            .replace("<!--head-->", &head::head(self, route, &links))
            .replace("<!--body-->", &body))
    }

    /// The address of a page on the site's host.
    fn href(&self, route: Route) -> String {
        format!("{}{}", self.base, route.path())
    }
}

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Ids of the figures that pages ask about.
fn asked(content: &Site) -> Vec<&str> {
    let language = content.languages().first().map_or("", String::as_str);
    let pages = content.slugs().filter_map(|slug| content.page(language, slug));
    pages
        .flat_map(|page| page.figures.iter().zip(&page.questions))
        .filter(|(_, question)| question.is_some())
        .map(|(id, _)| id.as_str())
        .collect()
}

#[cfg(test)]
mod tests;
