//! All pages in all languages.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Block, Error, Known, Page, agreement,
    files::Files,
    front::Front,
    glossary::{self, Glossary, Term},
    html::escaped,
    render::{Kind, Source, render},
    terms::{self, Terms},
};

/// Everything under `content/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    languages: Vec<String>,
    pages: BTreeMap<(String, String), Page>,
    abouts: BTreeMap<(String, String), String>,
    glossaries: BTreeMap<String, Glossary>,
    sections: Vec<Section>,
}

/// A section of the lecture, the same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in addresses: its file's.
    pub slug: String,
    /// Ids of its figures in the order of the page.
    pub figures: Vec<String>,
}

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

    /// Ids of the words that texts may explain, the same in every language, in alphabetical order.
    pub fn glossary(&self) -> impl Iterator<Item = &str> {
        self.glossary_of(self.reference()).map(|(id, _)| id.as_str())
    }

    /// Codes of the languages; the others are compared with the first.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The slugs of all pages, in alphabetical order.
    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.pages_of(self.reference()).map(|(slug, _)| slug)
    }

    /// The sections in order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section that a figure stands in.
    #[must_use]
    pub fn section_of(&self, figure_id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.figures.iter().any(|id| id == figure_id))
    }

    /// The language that the others are compared with.
    pub(crate) fn reference(&self) -> &str {
        self.languages.first().map_or("", String::as_str)
    }

    /// The pages of one language with their slugs, in alphabetical order.
    pub(crate) fn pages_of(&self, language: &str) -> impl Iterator<Item = (&str, &Page)> {
        self.pages.iter().filter(move |((of, _), _)| of == language).map(|((_, slug), page)| (slug.as_str(), page))
    }

    /// The words that texts of one language may explain.
    pub(crate) fn glossary_of(&self, language: &str) -> impl Iterator<Item = (&String, &Term)> {
        self.glossaries.get(language).into_iter().flatten()
    }

    pub(crate) fn build(files: &Files, languages: &[&str], known: Known) -> Result<Self, Error> {
        let languages: Vec<String> = languages.iter().map(|code| (*code).to_owned()).collect();
        known_languages(files, &languages)?;
        same_files(files, &languages)?;
        let mut site = Self { languages, ..Self::default() };
        for language in site.languages.clone() {
            let terms_file = format!("{language}/{}", terms::FILE);
            let terms = Terms::read(&terms_file, files.get(&terms_file).map(String::as_str))?;
            let none = Glossary::new();
            let file = format!("{language}/{}", glossary::FILE);
            let text = files.get(&file).map_or("", String::as_str);
            let entries =
                Source { file: &file, language: &language, text, first_line: 1, kind: Kind::Entry, terms: &terms, glossary: &none, known };
            let glossary = glossary::read(&entries)?;
            for (file, text) in files {
                let Some(name) = file.strip_prefix(&format!("{language}/")) else { continue };
                let source = |kind, text, first_line| Source { file, text, first_line, kind, glossary: &glossary, ..entries };
                match name.strip_suffix(".md").unwrap_or(name).split_once('/') {
                    Some(("figures", id)) => {
                        site.abouts.insert((language.clone(), id.to_owned()), about(&source(Kind::About(id), text, 1))?);
                    }
                    Some(_) => return Err(Error::in_file(file, "below a language there is only the folder figures")),
                    None if [terms::FILE, glossary::FILE].contains(&name) => {}
                    None => {
                        let front = Front::split(file, text, &["title", "description"], &["question", "summary", "section", "cover"])?;
                        let page = page(&front, &source(Kind::Page, front.body, front.body_line))?;
                        site.pages.insert((language.clone(), name.trim_end_matches(".md").to_owned()), page);
                    }
                }
            }
            site.glossaries.insert(language.clone(), glossary);
        }
        agreement::check(&site)?;
        site.sections = sections(&site);
        Ok(site)
    }
}

fn page(front: &Front, source: &Source) -> Result<Page, Error> {
    let rendered = render(source)?;
    Ok(Page {
        title: front.get("title"),
        description: front.get("description"),
        question: front.get("question"),
        summary: front.get("summary"),
        section: front.number("section")?,
        cover: front.get("cover"),
        blocks: rendered.blocks,
        figures: rendered.figures,
        steps: rendered.steps,
        questions: rendered.questions,
        checks: rendered.checks,
        headings: rendered.headings,
        glossary: glossary::list(&rendered.terms, &source.terms.glossary, "", 2),
        terms: rendered.terms,
        footnotes: rendered.footnotes,
        footnotes_title: source.terms.notes.clone(),
    })
}

/// The text about a figure's model, with its footnotes below it.
fn about(source: &Source) -> Result<String, Error> {
    let rendered = render(source)?;
    let mut html: String = rendered.blocks.iter().map(Block::html).collect();
    if !rendered.footnotes.is_empty() {
        html += &format!("<ol class=\"footnotes\" aria-label=\"{}\">\n", escaped(&source.terms.notes));
        html.extend(rendered.footnotes.iter().map(|footnote| format!("<li id=\"{}\">{}</li>\n", footnote.id, footnote.html)));
        html += "</ol>\n";
    }
    Ok(html + &glossary::list(&rendered.terms, &source.terms.glossary, &source.prefix(), 3))
}

fn sections(site: &Site) -> Vec<Section> {
    let pages = site.pages_of(site.reference());
    let mut sections: Vec<_> = pages.filter_map(|(slug, page)| Some((page.section?, slug, page))).collect();
    sections.sort_unstable_by_key(|(number, ..)| *number);
    sections.into_iter().map(|(_, slug, page)| Section { slug: slug.to_owned(), figures: page.figures.clone() }).collect()
}

/// Every folder must be that of a language of the site.
fn known_languages(files: &Files, languages: &[String]) -> Result<(), Error> {
    match files.keys().filter_map(|file| file.split_once('/')).find(|(code, _)| languages.iter().all(|known| known != code)) {
        Some((code, _)) => Err(Error::in_file(code, format!("is no language of the site; these are {}", languages.join(", ")))),
        None if files.is_empty() => Err(Error::in_file("", "no language has any text here")),
        None => Ok(()),
    }
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

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
