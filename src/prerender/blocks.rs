//! The blocks of prose on each page, from the content and the pictures of the cover.

use pendrop_content::Site;
use pendrop_figures::cover;
use pendrop_kit::{
    locale::{Language, Strings, fill},
    picture::Frame,
    svg::Svg,
};

use crate::{
    layout::view_box,
    page::{
        prose::{Blocks, about_key},
        question::{text_key, title_key},
    },
    place::{Page, Place, SECTIONS},
};

/// The prose of a page.
#[must_use]
pub fn of(content: &Site, place: Place, base: &str) -> Blocks {
    let (language, s) = (place.language, Strings::of(place.language));
    let code = language.code();
    let mut blocks = Blocks::new();
    match place.page {
        Page::Section(section) => {
            if let Some(page) = content.page(code, section.slug) {
                for (index, html) in page.blocks.iter().enumerate() {
                    blocks.insert(index.to_string(), html.clone());
                }
                for (id, question) in page.figures.iter().zip(&page.questions) {
                    if let Some(question) = question {
                        blocks.insert(title_key(id), question.title.clone());
                        blocks.insert(text_key(id), question.text.clone());
                    }
                }
                let number = page.section.unwrap_or(1).to_string();
                let numbered = if SECTIONS.len() > 1 {
                    fill(s.section_of, &[("number", &number), ("count", &SECTIONS.len().to_string())])
                } else {
                    fill(s.section_one, &[("number", &number)])
                };
                let head = format!("<p class=\"section-number\">{numbered}</p><h1>{}</h1>", escaped(&page.title));
                blocks.entry("0".to_owned()).and_modify(|block| block.insert_str(0, &head));
                blocks.insert("notes".to_owned(), page.notes.clone());
            }
        }
        Page::Figure(id) => {
            blocks.insert(about_key(id), content.about(code, id).unwrap_or_default().to_owned());
            let section = SECTIONS.iter().find(|section| section.figures.contains(&id));
            let link = section.and_then(|section| Some((section, content.page(code, section.slug)?))).map(|(section, page)| {
                let path = Place { language, page: Page::Section(section) }.path();
                format!("{}: <a href=\"{base}{path}\">{}</a> · Pendrop", s.figure_in_section, escaped(&page.title))
            });
            blocks.insert("0".to_owned(), "<h1>Pendrop</h1>".to_owned());
            blocks.insert("1".to_owned(), format!("<p class=\"from\">{}</p>", link.unwrap_or_default()));
        }
        Page::Cover => {
            blocks.insert("0".to_owned(), cover_html(content, language, base));
        }
        Page::About => {
            if let Some(page) = content.page(code, "about") {
                blocks.insert("0".to_owned(), format!("<h1>{}</h1>{}{}", escaped(&page.title), page.blocks.join(""), page.notes));
            }
        }
        Page::NotFound => {
            blocks.insert("0".to_owned(), not_found(base));
        }
    }
    blocks
}

/// Text as it may stand in HTML and in attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Says in every language that nothing is here: an unknown address may name none.
fn not_found(base: &str) -> String {
    let parts = pendrop_kit::locale::LANGUAGES.iter().enumerate().map(|(index, (language, code))| {
        let s = Strings::of(language);
        let level = if index == 0 { 1 } else { 2 };
        format!(
            "<div lang=\"{code}\"><h{level}>{}</h{level}><p>{}</p><p><a href=\"{base}/{code}/\">{}</a></p></div>",
            s.not_found_title, s.not_found_text, s.not_found_link
        )
    });
    parts.collect()
}

fn cover_html(content: &Site, language: Language, base: &str) -> String {
    let (s, code) = (Strings::of(language), language.code());
    let Some(page) = content.page(code, "cover") else { return String::new() };
    let first = Place { language, page: Page::Section(&SECTIONS[0]) }.path();
    let about = Place { language, page: Page::About }.path();
    let hero = picture(language, 420.0, s.cover_picture, cover::hero);
    let rows: String = SECTIONS
        .iter()
        .filter_map(|section| Some((section, content.page(code, section.slug)?)))
        .map(|(section, page)| {
            let path = Place { language, page: Page::Section(section) }.path();
            let (label, draw): (_, fn(&mut Svg, &Frame)) = match section.slug {
                "dominant-force" => (s.cover_row_compute, cover::row_dominant_force),
                _ => (s.cover_row_picture, cover::row_pen_drop),
            };
            let row = picture(language, 150.0, label, draw);
            format!(
                "<li><span class=\"numeral\" aria-hidden=\"true\">{}</span><div><h2><a href=\"{base}{path}\">{}</a></h2><p>{}</p><p><em>{}</em></p></div>{row}</li>",
                page.section.unwrap_or(1),
                escaped(&page.title),
                escaped(&page.summary),
                escaped(&page.question)
            )
        })
        .collect();
    format!(
        "<div class=\"hero\"><div><h1>{}</h1><div class=\"lede\">{}</div><p class=\"begin\"><a class=\"primary\" href=\"{base}{first}\">{}</a><a href=\"{base}{about}\">{}</a></p></div>{hero}</div><ol class=\"contents\">{rows}</ol>",
        escaped(&page.title),
        page.blocks.join(""),
        s.cover_begin,
        s.cover_about
    )
}

/// A picture of the cover in the wide and in the narrow layout, of which the style shows one.
fn picture(language: Language, height: f64, label: &str, draw: fn(&mut Svg, &Frame)) -> String {
    let layouts = [("wide", 400.0), ("narrow", 280.0)].map(|(layout, width)| {
        let frame = Frame { width, height, narrow: layout == "narrow", language, guess: None };
        let mut svg = Svg::new(width, height);
        draw(&mut svg, &frame);
        format!(
            "<svg class=\"picture\" data-layout=\"{layout}\" role=\"img\" aria-label=\"{}\" viewBox=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">{}</svg>",
            escaped(label),
            view_box(&frame),
            svg.markup()
        )
    });
    layouts.concat()
}
