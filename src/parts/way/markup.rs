//! Where the reader is in the lecture, and the way on.

use leptos::prelude::*;
use pendrop_content::{Page, Site};
use pendrop_kit::{
    locale::{Language, fill, markup::Strings},
    text::escaped,
};

use crate::route::{self, Route};

/// A section beside the one that is shown.
pub struct Neighbour<'a> {
    /// Whether it comes after.
    next: bool,
    href: String,
    page: &'a Page,
}

/// The sections before and after one of them, as far as there are.
#[must_use]
pub fn neighbours<'a>(content: &'a Site, base: &str, language: Language, page: &Page) -> Vec<Neighbour<'a>> {
    let number = page.section.unwrap_or_default();
    [(false, number.wrapping_sub(2)), (true, number)]
        .into_iter()
        .filter_map(|(next, index)| {
            let slug = &content.sections().get(index)?.slug;
            let href = format!("{base}{}", Route { language, page: route::Page::Section(slug) }.path());
            Some(Neighbour { next, href, page: content.page(language.code(), slug)? })
        })
        .collect()
}

/// The line above the title of a section, HTML: its number, its headings, and small ways to its neighbours.
#[must_use]
pub fn line(numbered: &str, page: &Page, neighbours: &[Neighbour], language: Language) -> String {
    let s = Strings::of(language);
    let items: String =
        page.headings.iter().map(|heading| format!("<li><a href=\"#{}\">{}</a></li>", heading.id, escaped(&heading.title))).collect();
    let headings = if items.is_empty() {
        [String::new(), String::new()]
    } else {
        let name = s.way_headings;
        [format!("<details><summary>{name}</summary></details>"), format!("<nav aria-label=\"{name}\"><ol>{items}</ol></nav>")]
    };
    let links: String = neighbours
        .iter()
        .map(|Neighbour { next, href, page }| {
            let (rel, sign) = if *next { ("next", "→") } else { ("prev", "←") };
            let name = fill(if *next { s.way_next_to } else { s.way_before_to }, &[("title", &page.title)]);
            format!("<a href=\"{href}\" rel=\"{rel}\" aria-label=\"{0}\" title=\"{0}\">{sign}</a>", escaped(&name))
        })
        .collect();
    let [opener, list] = headings;
    // The list is its opener's neighbour, so that it has the whole width below the line.
    format!("<div class=\"where\"><p class=\"section-number\">{numbered}</p>{opener}{list}<span class=\"beside\">{links}</span></div>")
}

/// The way on from the end of a section: its neighbours with their questions.
#[must_use]
pub fn on(neighbours: &[Neighbour], language: Language) -> AnyView {
    let s = Strings::of(language);
    let links = neighbours
        .iter()
        .map(|Neighbour { next, href, page }| {
            let (rel, words) = if *next { ("next", s.way_next) } else { ("prev", s.way_before) };
            view! {
                <a href=href.clone() rel=rel>
                    <span>{words}</span>
                    <b>{page.title.clone()}</b>
                    <em>{page.question.clone()}</em>
                </a>
            }
        })
        .collect_view();
    view! { <nav class="way" aria-label=s.way_label>{links}</nav> }.into_any()
}
