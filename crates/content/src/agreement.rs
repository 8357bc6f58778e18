//! What must agree between pages and between languages.

use std::collections::BTreeMap;

use crate::{Error, Page, Site};

/// Compares every page with its counterpart in the first language, and the sections with one another.
pub(crate) fn check(site: &Site) -> Result<(), Error> {
    let reference = site.reference();
    for language in site.languages() {
        for (slug, page) in site.pages_of(language) {
            let first = Counterpart { file: format!("{reference}/{slug}.md"), page: site.page(reference, slug).unwrap_or(page) };
            let file = format!("{language}/{slug}.md");
            first.check_text(&file, page)?;
            first.check_front(&file, page)?;
            check_cover(&file, page)?;
            if let Some(figure) = page.figures.iter().find(|figure| site.about(language, figure).is_none()) {
                return Err(Error::in_file(&format!("{language}/figures/{figure}.md"), format!("is missing; {file} shows that figure")));
            }
        }
        check_order(site, language)?;
        let ids = |language| site.glossary_of(language).map(|(id, _)| id.clone()).collect::<Vec<_>>();
        let (there, here) = (ids(reference), ids(language));
        if there != here {
            let file = format!("{language}/glossary.md");
            return Err(Error::in_file(
                &file,
                format!("the entries differ from {reference}: {} there, {} here", list(&there), list(&here)),
            ));
        }
    }
    Ok(())
}

/// The same page in the language that the others are compared with.
struct Counterpart<'a> {
    file: String,
    page: &'a Page,
}

impl Counterpart<'_> {
    /// The text has the same figures, questions, headings, states, checks and steps in the same order.
    fn check_text(&self, file: &str, page: &Page) -> Result<(), Error> {
        if page.figures != self.page.figures {
            return self.differ(file, "the figures", &list(&self.page.figures), &list(&page.figures));
        }
        let (there, here) = (asked(self.page), asked(page));
        if there != here {
            return self.differ(file, "the figures with a question before them", &list(&there), &list(&here));
        }
        let (there, here) = (&self.page.steps, &page.steps);
        if there.len() != here.len() {
            return self.differ(file, "the presentation steps", &there.len().to_string(), &here.len().to_string());
        }
        let headings = |page: &Page| page.headings.iter().map(|heading| heading.id.clone()).collect::<Vec<_>>();
        let (there_ids, here_ids) = (headings(self.page), headings(page));
        if there_ids != here_ids {
            return self.differ(file, "the ids of the headings", &list(&there_ids), &list(&here_ids));
        }
        for (number, (block, other)) in page.blocks.iter().zip(&self.page.blocks).enumerate() {
            let (there, here) = (sorted(&other.states), sorted(&block.states));
            if there != here {
                let what = format!("the states that the text leads to, in block {},", number + 1);
                return self.differ(file, &what, &list(&there), &list(&here));
            }
        }
        if page.checks != self.page.checks {
            return self.differ(file, "the check questions and their right answers", &checks(self.page), &checks(page));
        }
        for (number, (step, other)) in here.iter().zip(there).enumerate() {
            if (&step.show, step.block) != (&other.show, other.block) {
                return Err(Error::in_file(file, format!("step {} shows or stands elsewhere in {}", number + 1, self.file)));
            }
        }
        Ok(())
    }

    /// The front matter says the same about the page's place on the cover.
    fn check_front(&self, file: &str, page: &Page) -> Result<(), Error> {
        let number = |page: &Page| page.section.map_or("none".to_owned(), |number| number.to_string());
        if page.section != self.page.section {
            return self.differ(file, "the section numbers", &number(self.page), &number(page));
        }
        if page.cover != self.page.cover {
            return self.differ(file, "the pictures on the cover", or_none(&self.page.cover), or_none(&page.cover));
        }
        let first = self.page;
        for (given, other, key) in [(&page.question, &first.question, "question"), (&page.summary, &first.summary, "summary")] {
            if given.is_empty() != other.is_empty() {
                let (with, without) = if given.is_empty() { (self.file.as_str(), file) } else { (file, self.file.as_str()) };
                return Err(Error::in_file(file, format!("“{key}” is given in {with} but not in {without}")));
            }
        }
        Ok(())
    }

    fn differ(&self, file: &str, what: &str, there: &str, here: &str) -> Result<(), Error> {
        Err(Error::in_file(file, format!("{what} differ from {}: {there} there, {here} here", self.file)))
    }
}

/// Sections, and only they, have a picture on the cover.
fn check_cover(file: &str, page: &Page) -> Result<(), Error> {
    match (page.section, page.cover.as_str()) {
        (Some(_), "") => Err(Error::in_file(file, "a section names its picture on the cover: “cover” is missing")),
        (None, cover) if !cover.is_empty() => Err(Error::in_file(file, "“cover” is for sections, and “section” is missing")),
        _ => Ok(()),
    }
}

/// The sections are numbered from 1 on, each number once.
fn check_order(site: &Site, language: &str) -> Result<(), Error> {
    let mut slugs = BTreeMap::new();
    for (slug, page) in site.pages_of(language) {
        if let Some(number) = page.section
            && let Some(other) = slugs.insert(number, slug)
        {
            return Err(Error::in_file(&format!("{language}/{slug}.md"), format!("“{other}” is section {number} as well")));
        }
    }
    match slugs.iter().zip(1..).find(|((number, _), expected)| **number != *expected) {
        Some(((number, slug), expected)) => {
            Err(Error::in_file(&format!("{language}/{slug}.md"), format!("is section {number}, but no page is section {expected}")))
        }
        None => Ok(()),
    }
}

/// The figures that a page asks about.
fn asked(page: &Page) -> Vec<String> {
    page.figures.iter().zip(&page.questions).filter(|(_, question)| question.is_some()).map(|(id, _)| id.clone()).collect()
}

/// The check questions of a page as a sentence: block and answers of each, the right ones in brackets.
fn checks(page: &Page) -> String {
    let answers = |right: &[bool]| {
        right.iter().zip(1..).map(|(right, n)| if *right { format!("[{n}]") } else { n.to_string() }).collect::<Vec<_>>().join(" ")
    };
    let each: Vec<_> = page.checks.iter().map(|check| format!("{} in block {}", answers(&check.right), check.block + 1)).collect();
    or_none(&each.join(", ")).to_owned()
}

/// Words may stand in another order in another language.
fn sorted(states: &[String]) -> Vec<String> {
    let mut states = states.to_vec();
    states.sort_unstable();
    states
}

fn list(ids: &[String]) -> String {
    or_none(&ids.join(", ")).to_owned()
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}
