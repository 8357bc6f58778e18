//! What must agree between the content and the figures and pictures that it names.

use pendrop_content::{Page, Site};
use pendrop_figures::{FIGURES, figure};
use pendrop_kit::locale::LANGUAGES;

use super::cover;

/// Pages that are no sections.
const OTHERS: [&str; 2] = ["cover", "about"];

/// Says what the content lacks or names wrongly, and in which file.
pub fn check(content: &Site) -> Result<(), String> {
    if content.sections().is_empty() {
        return Err("content: no page has a section number".to_owned());
    }
    for (_, code) in LANGUAGES {
        for slug in OTHERS {
            content.page(code, slug).ok_or_else(|| format!("content/{code}/{slug}.md is missing"))?;
        }
        for slug in content.slugs() {
            if let Some(page) = content.page(code, slug) {
                check_page(slug, page).map_err(|message| format!("content/{code}/{slug}.md {message}"))?;
            }
        }
        for figure in FIGURES {
            let id = figure.id();
            content.about(code, id).ok_or_else(|| format!("content/{code}/figures/{id}.md is missing"))?;
        }
    }
    Ok(())
}

fn check_page(slug: &str, page: &Page) -> Result<(), String> {
    if page.section.is_none() {
        return if !OTHERS.contains(&slug) {
            Err("is no section: its front matter lacks “section”".to_owned())
        } else if page.figures.is_empty() {
            Ok(())
        } else {
            Err("has a figure slot, but only sections show figures".to_owned())
        };
    }
    if cover::row(&page.cover).is_none() {
        let names: Vec<_> = cover::ROWS.iter().map(|row| row.name).collect();
        return Err(format!("names “{}” as its picture on the cover; there are {}", page.cover, names.join(", ")));
    }
    for (id, question) in page.figures.iter().zip(&page.questions) {
        let Some(figure) = figure(id) else { return Err(format!("has a slot for the figure “{id}”, which does not exist")) };
        if question.is_some() && figure.question().is_none() {
            return Err(format!("asks before the figure “{id}”, which has no question"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use pendrop_content::Question;

    #[test]
    fn what_a_page_names_must_be_there() {
        let section = Page { section: Some(1), cover: "pen".to_owned(), ..Page::default() };
        assert_eq!(check_page("pen-drop", &section), Ok(()));
        let fails = |page: Page, message: &str| assert_eq!(check_page("pen-drop", &page), Err(message.to_owned()));
        fails(
            Page { cover: "moon".to_owned(), ..section.clone() },
            "names “moon” as its picture on the cover; there are pen, compute, duel",
        );
        let figures = vec!["moon".to_owned()];
        fails(Page { figures, questions: vec![None], ..section.clone() }, "has a slot for the figure “moon”, which does not exist");
        let question = Question { title: "When?".to_owned(), text: String::new() };
        let (figures, questions) = (vec!["ensemble".to_owned()], vec![Some(question)]);
        fails(Page { figures, questions, ..section }, "asks before the figure “ensemble”, which has no question");
        fails(Page::default(), "is no section: its front matter lacks “section”");
        assert_eq!(check_page("about", &Page::default()), Ok(()));
    }
}
