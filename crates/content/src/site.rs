//! All pages in all languages, checked against one another.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Error, Find,
    files::Files,
    front::Front,
    render::{Kind, Source, Terms, render},
};

/// One page in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title, plain text.
    pub title: String,
    /// What search engines and previews say about it, plain text.
    pub description: String,
    /// The question to the reader on the cover, plain text; may be empty.
    pub question: String,
    /// One sentence for the cover, plain text; may be empty.
    pub summary: String,
    /// Its place among the sections, for those that are sections.
    pub section: Option<u32>,
    /// HTML between the figure slots: one more than there are figures, some may be empty.
    pub blocks: Vec<String>,
    /// Ids of the figures in order.
    pub figures: Vec<String>,
    /// The steps of the presentation in order.
    pub steps: Vec<Step>,
    /// The question before each figure, where there is one.
    pub questions: Vec<Option<Question>>,
    /// HTML of the footnotes, a section with its heading, for the end of the page; empty where there are none.
    pub notes: String,
}

/// A step of the presentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its title, plain text.
    pub title: String,
    /// The figure it shows.
    pub show: Option<Show>,
    /// What the speaker may want to say, HTML.
    pub notes: String,
    /// Index of the block it stands in.
    pub block: usize,
}

/// A question that the reader answers before the figure does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question itself, plain text.
    pub title: String,
    /// What belongs to it, HTML.
    pub text: String,
}

/// A figure in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    /// The figure's id.
    pub figure: String,
    /// Its state as in an address, without the question mark; may be empty.
    pub state: String,
}

/// Everything under `content/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    languages: Vec<String>,
    pages: BTreeMap<(String, String), Page>,
    abouts: BTreeMap<(String, String), String>,
}

const TERMS: &str = "terms.md";

impl Site {
    /// The page with this slug (`pen-drop`) in this language (`en`).
    #[must_use]
    pub fn page(&self, language: &str, slug: &str) -> Option<&Page> {
        self.pages.get(&(language.to_owned(), slug.to_owned()))
    }

    /// “About this model” of a figure, HTML.
    #[must_use]
    pub fn about(&self, language: &str, figure_id: &str) -> Option<&str> {
        self.abouts.get(&(language.to_owned(), figure_id.to_owned())).map(String::as_str)
    }

    /// Codes of the languages, English first.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The slugs of all pages, in alphabetical order.
    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        let reference = self.languages.first();
        self.pages.keys().filter(move |(language, _)| Some(language) == reference).map(|(_, slug)| slug.as_str())
    }

    /// The slugs of the pages that are sections, in order.
    #[must_use]
    pub fn sections(&self) -> Vec<&str> {
        let language = self.languages.first().map_or("", String::as_str);
        let mut sections: Vec<_> = self.slugs().filter_map(|slug| Some((self.page(language, slug)?.section?, slug))).collect();
        sections.sort_unstable();
        sections.into_iter().map(|(_, slug)| slug).collect()
    }

    pub(crate) fn build(files: &Files, readout: Find, table: Find) -> Result<Self, Error> {
        let languages = languages(files)?;
        same_files(files, &languages)?;
        let mut site = Self { languages, ..Self::default() };
        for language in site.languages.clone() {
            let terms_file = format!("{language}/{TERMS}");
            let terms = terms(&terms_file, files.get(&terms_file).map(String::as_str))?;
            for (file, text) in files {
                let Some(name) = file.strip_prefix(&format!("{language}/")) else { continue };
                let source =
                    |kind, text, first_line| Source { file, language: &language, text, first_line, kind, terms: &terms, readout, table };
                match name.strip_suffix(".md").unwrap_or(name).split_once('/') {
                    Some(("figures", id)) => {
                        let mut rendered = render(&source(Kind::About(id), text, 1))?;
                        site.abouts.insert((language.clone(), id.to_owned()), rendered.blocks.swap_remove(0));
                    }
                    Some(_) => return Err(Error::in_file(file, "below a language there is only the folder figures")),
                    None if name == TERMS => {}
                    None => {
                        let front = Front::split(file, text, &["title", "description"], &["question", "summary", "section"])?;
                        let rendered = render(&source(Kind::Page, front.body, front.body_line))?;
                        let page = Page {
                            title: front.get("title"),
                            description: front.get("description"),
                            question: front.get("question"),
                            summary: front.get("summary"),
                            section: front.number("section")?,
                            blocks: rendered.blocks,
                            figures: rendered.figures,
                            steps: rendered.steps,
                            questions: rendered.questions,
                            notes: rendered.notes,
                        };
                        site.pages.insert((language.clone(), name.trim_end_matches(".md").to_owned()), page);
                    }
                }
            }
        }
        site.check()?;
        Ok(site)
    }

    /// What must agree between pages and between languages.
    fn check(&self) -> Result<(), Error> {
        let reference = self.languages.first().map_or("", String::as_str);
        let mut places = BTreeMap::new();
        for ((language, slug), page) in &self.pages {
            let file = format!("{language}/{slug}.md");
            let first = self.page(reference, slug).unwrap_or(page);
            let differs = |what: &str, there: String, here: String| {
                Err(Error::in_file(&file, format!("{what} differ from {reference}/{slug}.md: {there} there, {here} here")))
            };
            if page.figures != first.figures {
                return differs("the figures", list(&first.figures), list(&page.figures));
            }
            if page.steps.len() != first.steps.len() {
                return differs("the presentation steps", first.steps.len().to_string(), page.steps.len().to_string());
            }
            for (number, (step, other)) in page.steps.iter().zip(&first.steps).enumerate() {
                if (&step.show, step.block) != (&other.show, other.block) {
                    return Err(Error::in_file(&file, format!("step {} shows or stands elsewhere in {reference}/{slug}.md", number + 1)));
                }
            }
            let asked = |page: &Page| page.questions.iter().map(Option::is_some).collect::<Vec<_>>();
            if asked(page) != asked(first) {
                return Err(Error::in_file(&file, format!("asks before other figures than {reference}/{slug}.md")));
            }
            if page.section != first.section {
                return Err(Error::in_file(&file, format!("the section differs from {reference}/{slug}.md")));
            }
            for (given, other, key) in [(&page.question, &first.question, "question"), (&page.summary, &first.summary, "summary")] {
                if given.is_empty() != other.is_empty() {
                    return Err(Error::in_file(&file, format!("“{key}” is given in one language but not in {reference} as well")));
                }
            }
            if let Some(figure) = page.figures.iter().find(|figure| self.about(language, figure).is_none()) {
                return Err(Error::in_file(&format!("{language}/figures/{figure}.md"), format!("is missing; {file} shows that figure")));
            }
            if let Some(place) = page.section
                && let Some(other) = places.insert((language, place), slug)
            {
                return Err(Error::in_file(&file, format!("“{other}” is section {place} as well")));
            }
        }
        Ok(())
    }
}

fn list(ids: &[String]) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

fn languages(files: &Files) -> Result<Vec<String>, Error> {
    let mut languages: Vec<String> = Vec::new();
    for code in files.keys().filter_map(|name| name.split('/').next()) {
        if languages.iter().all(|known| known != code) {
            // English is the one the others are compared with.
            languages.insert(if code == "en" { 0 } else { languages.len() }, code.to_owned());
        }
    }
    if languages.is_empty() { Err(Error::in_file("", "no language has any text here")) } else { Ok(languages) }
}

/// Every language must have every file that one of them has.
fn same_files(files: &Files, languages: &[String]) -> Result<(), Error> {
    let names: BTreeSet<&str> = files.keys().filter_map(|file| file.split_once('/')).map(|(_, name)| name).collect();
    for name in names {
        for language in languages {
            let file = format!("{language}/{name}");
            if !files.contains_key(&file) {
                let other = languages.iter().find(|other| files.contains_key(&format!("{other}/{name}"))).map_or("", String::as_str);
                return Err(Error::in_file(&file, format!("is missing; there is {other}/{name}")));
            }
        }
    }
    Ok(())
}

fn terms(file: &str, text: Option<&str>) -> Result<Terms, Error> {
    let text = text.ok_or_else(|| Error::in_file(file, "is missing"))?;
    let front = Front::split(file, text, &["notes", "note", "back"], &[])?;
    Ok(Terms { notes: front.get("notes"), note: front.get("note"), back: front.get("back") })
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
