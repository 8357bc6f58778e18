//! The body of a page.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{LANGUAGES, Language, markup::Strings},
    text::escaped,
};

use super::{Lecture, cover, footnotes, section};
use crate::{
    parts::{
        figure::markup::FigureView,
        masthead::markup::Masthead,
        prose::{Blocks, about_key, prose},
        strings,
    },
    route::{Page, Route},
};

/// The body of the page at a route, HTML.
#[must_use]
pub fn body(lecture: &Lecture, route: Route) -> String {
    let s = Strings::of(route.language);
    let alone = matches!(route.page, Page::Figure(_));
    let base = lecture.base;
    let about = lecture.href(Route { page: Page::About, ..route });
    let html = view! {
        {(!alone).then(|| view! { <Masthead route base/> })}
        <div class="notice failure" role="alert" hidden>
            <p>{s.loading_failed}</p>
            <button type="button">{s.try_again}</button>
        </div>
        <div class="notice failure program-failed" role="alert">
            <p class="elsewhere">{s.program_failed}</p>
            <p class="framed">{s.program_framed}" "<a href="" target="_blank">{s.program_alone}</a></p>
            <button type="button">{s.try_again}</button>
        </div>
        <noscript><p class="notice failure">{s.without_script}</p></noscript>
        <p class="page-waiting" role="status" hidden>{s.page_waiting}</p>
        <p class="announcer" role="status"></p>
        <main id="main" tabindex="-1" class=alone.then_some("alone")>{content(lecture, route)}</main>
        {(!alone).then(|| view! { <footer><p>{s.footer}</p><a href=about>{s.cover_about}</a></footer> })}
    }
    .to_html();
    without_markers(&html) + &strings::markup::html(&figures(lecture, route), route.language)
}

/// Ids of the figures on the page at a route.
fn figures<'a>(lecture: &'a Lecture, Route { language, page }: Route<'a>) -> Vec<&'a str> {
    match page {
        Page::Section(slug) => {
            let page = lecture.content.page(language.code(), slug);
            page.into_iter().flat_map(|page| page.figures.iter().map(String::as_str)).collect()
        }
        Page::Figure(id) => vec![id],
        Page::Cover | Page::About | Page::NotFound => Vec::new(),
    }
}

fn content(lecture: &Lecture, Route { language, page }: Route) -> AnyView {
    let text = |slug: &str| lecture.content.page(language.code(), slug);
    match page {
        Page::Cover => view! { <article class="cover">{prose(&cover::html(lecture, language))}</article> }.into_any(),
        Page::Section(slug) => text(slug).map(|page| section::view(lecture, language, page)).into_any(),
        Page::About => {
            let html = text("about")
                .map(|page| format!("<h1>{}</h1>{}{}", escaped(&page.title), page.html(), footnotes::html(page, None) + &page.glossary));
            view! { <article class="text">{prose(&html.unwrap_or_default())}</article> }.into_any()
        }
        Page::Figure(id) => single(lecture, language, id),
        Page::NotFound => view! { <article class="text">{prose(&not_found(lecture))}</article> }.into_any(),
    }
}

/// A figure alone, with "About this model" on the page, and a link to the section it stands in.
fn single(lecture: &Lecture, language: Language, id: &str) -> AnyView {
    let Some(figure) = pendrop_figures::figure(id) else { return ().into_any() };
    let (id, base, tables) = (figure.id(), lecture.base, &lecture.tables);
    let about = lecture.content.about(language.code(), id).unwrap_or_default();
    let blocks = Blocks::from([(about_key(id), about.to_owned())]);
    let section = lecture.content.section_of(id);
    let link = section.and_then(|section| Some((section, lecture.content.page(language.code(), &section.slug)?))).map(|(section, page)| {
        let href = lecture.href(Route { language, page: Page::Section(&section.slug) });
        format!("{}: <a href=\"{href}\">{}</a> · Pendrop", Strings::of(language).figure_in_section, escaped(&page.title))
    });
    view! {
        <article class="single">
            {prose("<h1>Pendrop</h1>")}
            <FigureView id number=None language base blocks=&blocks tables/>
            {prose(&format!("<p class=\"from\">{}</p>", link.unwrap_or_default()))}
        </article>
    }
    .into_any()
}

/// Says in every language that nothing is here: an unknown address may name none.
fn not_found(lecture: &Lecture) -> String {
    let parts = LANGUAGES.iter().enumerate().map(|(index, (language, code))| {
        let s = Strings::of(*language);
        let level = if index == 0 { 1 } else { 2 };
        let cover = lecture.href(Route { language: *language, page: Page::Cover });
        format!(
            "<div lang=\"{code}\"><h{level}>{}</h{level}><p>{}</p><p><a href=\"{cover}\">{}</a></p></div>",
            s.not_found_title, s.not_found_text, s.not_found_link
        )
    });
    parts.collect()
}

/// Leaves out the comments that mark places for Leptos's own hydration, which this site does without.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!--<() />-->", "")
}
