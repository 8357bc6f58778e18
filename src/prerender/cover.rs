//! The cover: its picture, and a row for every section.

use pendrop_content::{Page as Text, Section};
use pendrop_figures::cover;
use pendrop_kit::{
    label,
    locale::{Label, Language, markup::Strings},
    picture::Frame,
    svg::Svg,
    text::escaped,
};

use super::Lecture;
use crate::{
    parts::picture::layout::view_box,
    route::{Page, Route},
};

/// A picture that a section can have beside its title.
pub struct Row {
    /// What the section's front matter calls it.
    pub name: &'static str,
    label: Label,
    draw: fn(&mut Svg, &Frame),
}

/// All pictures of rows.
pub const ROWS: [Row; 3] = [
    Row { name: "pen", label: label!(cover_row_picture), draw: cover::row_pen_drop },
    Row { name: "compute", label: label!(cover_row_compute), draw: cover::row_dominant_force },
    Row { name: "duel", label: label!(cover_row_duel), draw: cover::row_duel },
];

/// Heights of the large picture and of those in the rows.
const HERO: f64 = 420.0;
const ROW: f64 = 150.0;

/// The picture of a row with this name.
#[must_use]
pub fn row(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.name == name)
}

/// What stands on the cover, HTML.
#[must_use]
pub fn html(lecture: &Lecture, language: Language) -> String {
    let s = Strings::of(language);
    let Some(text) = lecture.content.page(language.code(), "cover") else { return String::new() };
    let sections = lecture.content.sections();
    let first = sections.first().map_or(Page::Cover, |section| Page::Section(&section.slug));
    let first = lecture.href(Route { language, page: first });
    let about = lecture.href(Route { language, page: Page::About });
    let hero = picture(language, HERO, s.cover_picture, cover::hero);
    let rows: String = sections.iter().filter_map(|section| section_row(lecture, language, section)).collect();
    format!(
        "<div class=\"hero\"><div><h1>{}</h1><div class=\"lede\">{}</div><p class=\"begin\"><a class=\"primary\" href=\"{first}\">{}</a><a href=\"{about}\">{}</a></p></div>{hero}</div><ol class=\"contents\">{rows}</ol>",
        escaped(&text.title),
        text.html(),
        s.cover_begin,
        s.cover_about
    )
}

fn section_row(lecture: &Lecture, language: Language, section: &Section) -> Option<String> {
    let Text { title, summary, question, section: number, cover, .. } = lecture.content.page(language.code(), &section.slug)?;
    let row = row(cover)?;
    let href = lecture.href(Route { language, page: Page::Section(&section.slug) });
    Some(format!(
        "<li><span class=\"numeral\" aria-hidden=\"true\">{}</span><div><h2><a href=\"{href}\">{}</a></h2><p>{}</p><p><em>{}</em></p></div>{}</li>",
        (*number)?,
        escaped(title),
        escaped(summary),
        escaped(question),
        picture(language, ROW, (row.label)(language), row.draw)
    ))
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
