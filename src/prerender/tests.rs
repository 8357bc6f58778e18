mod contract;
mod pages;
mod text;

use std::sync::LazyLock;

use pendrop_figures::{STRINGS, figure};
use pendrop_kit::locale::{Folder, Strings};

use super::*;

/// Every page of the real content, rendered once for all tests.
static PAGES: LazyLock<Result<Vec<(String, String)>, String>> = LazyLock::new(|| {
    pages(include_str!("../index.html"), Program::default(), "/base", "https://example.org").map_err(|error| error.to_string())
});

static LECTURE: LazyLock<Result<Lecture, String>> =
    LazyLock::new(|| Lecture::read(Program::default(), "", "").map_err(|error| error.to_string()));

/// What was made once for all tests; each that needs it says why it could not be made.
fn made<T>(result: &'static LazyLock<Result<T, String>>) -> &'static T {
    result.as_ref().unwrap_or_else(|error| panic!("{error}"))
}

fn page(path: &str) -> &'static str {
    made(&PAGES).iter().find(|(known, _)| known == path).map(|(_, html)| html.as_str()).unwrap_or_else(|| panic!("{path} is missing"))
}

/// What stands between two marks, or up to the end.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("{from} is missing"));
    rest.split_once(to).map_or(rest, |(inner, _)| inner)
}

#[test]
fn every_page_is_there_in_every_language() {
    let sections = made(&LECTURE).content.sections().len();
    assert_eq!(made(&PAGES).len(), LANGUAGES.len() * (2 + sections + FIGURES.len()) + 2);
    for (_, code) in LANGUAGES {
        for section in made(&LECTURE).content.sections() {
            let html = page(&format!("/{code}/{}/", section.slug));
            assert!(html.contains(&format!("<html lang=\"{code}\" data-language=\"{code}\" data-base=\"/base\"")));
            let figures: Vec<_> = html.split(" data-figure=\"").skip(1).map(|rest| between(rest, "", "\"")).collect();
            assert_eq!(figures, section.figures, "{code}/{}", section.slug);
        }
    }
    assert!(page("/404.html").contains("noindex") && page("/").contains("/base/de/"));
}

#[test]
fn pages_hold_no_markers_and_every_name_of_the_contract() {
    for (path, html) in made(&PAGES).iter() {
        assert!(!between(html, "<body>", "</body>").contains("<!"), "{path}");
        for figure in FIGURES.iter().filter(|figure| html.contains(&format!(" data-figure=\"{}\"", figure.id()))) {
            for parameter in figure.parameters() {
                assert!(html.contains(&format!(" name=\"{}\"", parameter.name)), "{} on {path}", parameter.name);
            }
        }
    }
}

/// The program holds no strings.
#[test]
fn pages_bring_the_strings_of_their_figures_in_their_language() {
    let brings = |html: &str, Folder { name, texts }: &Folder, language: Language| {
        let lines = between(html, &format!("<script type=\"text/plain\" data-strings=\"{name}\">"), "</script>");
        assert_eq!(lines.lines().collect::<Vec<_>>(), texts(language), "{name}");
    };
    for (language, code) in LANGUAGES {
        for (path, html) in made(&PAGES).iter().filter(|(path, _)| path.starts_with(&format!("/{code}/"))) {
            let shown: Vec<_> = STRINGS.iter().filter(|(id, _)| html.contains(&format!(" data-figure=\"{id}\""))).collect();
            for folder in shown.iter().flat_map(|(_, folders)| *folders) {
                brings(html, folder, *language);
            }
            assert_eq!(html.contains(" data-strings=\"interface\""), !shown.is_empty(), "{path}");
            if !shown.is_empty() {
                brings(html, &Strings::FOLDER, *language);
            }
        }
    }
}

#[test]
fn every_call_of_a_footnote_finds_it() {
    for (path, html) in made(&PAGES).iter() {
        for call in html.split("href=\"#fn-").skip(1).map(|rest| between(rest, "", "\"")) {
            assert!(html.contains(&format!(" id=\"fn-{call}\"")), "note {call} on {path}");
        }
    }
}

/// The style sheet finds what a question keeps back inside it, and the rest of the page as its neighbour.
#[test]
fn a_question_holds_its_figure_and_what_waits() {
    for section in made(&LECTURE).content.sections() {
        let content = made(&LECTURE).content.page("en", &section.slug).unwrap_or_else(|| panic!("{}", section.slug));
        let asked: Vec<_> = section.figures.iter().zip(&content.questions).filter(|(_, question)| question.is_some()).collect();
        let html = page(&format!("/en/{}/", section.slug));
        let parts: Vec<_> = html.split(" data-question=\"").skip(1).collect();
        assert_eq!(parts.len(), asked.len(), "{}", section.slug);
        for (&(id, _), part) in asked.iter().zip(parts) {
            assert!(figure(id).is_some_and(|figure| figure.question().is_some()), "{id}");
            let figure = format!(" data-figure=\"{id}\"");
            let marks = [figure.as_str(), "class=\"picture prompt\"", "class=\"question\"", "</figure>", "<div class=\"answer\">"];
            let places = marks.map(|mark| part.find(mark).unwrap_or(usize::MAX));
            assert!(places.is_sorted() && places[4] < usize::MAX, "{id}: {places:?}");
        }
        assert_eq!(html.matches("class=\"asked-rest\"").count(), asked.len().min(1), "what follows waits for the first question");
        assert!(html.contains("</div></div><div class=\"rest\">"), "{}", section.slug);
    }
}
