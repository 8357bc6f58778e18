//! The page of a section: its text with its figures, and what waits for an answer.

use leptos::prelude::*;
use pendrop_content::{Page, Question};
use pendrop_figures::figure;
use pendrop_kit::{
    locale::{Language, fill, markup::Strings},
    text::escaped,
};

use super::{Lecture, footnotes};
use crate::parts::{
    figure::markup::FigureView,
    prose::{Blocks, prose},
    question::markup::{text_key, title_key},
    way::markup::{self as way, Neighbour},
};

/// A section. Each question keeps back the answer of its figure, and the text that speaks of it: all before the next heading. The
/// rest of the page waits for the first.
pub fn view(lecture: &Lecture, language: Language, page: &Page) -> AnyView {
    let blocks = questions(page);
    let neighbours = way::neighbours(&lecture.content, lecture.base, language, page);
    let (mut opening, mut rest) = (Vec::new(), Vec::new());
    // The footnotes that the opening calls, and the figure that the last question keeps back.
    let (mut called, mut kept) = (Vec::new(), None::<AnyView>);
    let (mut asked, mut opened) = (false, false);
    for (index, block) in page.blocks.iter().enumerate() {
        let text = match kept.take() {
            Some(figure) => {
                let (id, first) = (page.figures[index - 1].clone(), !opened);
                let waits = first.then(|| view! { <p class="asked-rest">{Strings::of(language).question_rest}</p> });
                let answer = view! { <div class="asked" data-question=id>{figure}{waits}<div class="answer">{prose(&block.before_heading)}</div></div> };
                if opened { &mut rest } else { &mut opening }.push(answer.into_any());
                // What stands before the rest ends with the first answer.
                opened = true;
                block.from_heading.clone()
            }
            None if index == 0 => title(lecture, language, page, &neighbours) + &block.html(),
            None => block.html(),
        };
        let part = if opened { &mut rest } else { &mut opening };
        part.push(prose(&text));
        if !asked {
            called.extend(&block.calls);
        }
        let Some(figure) = page.figures.get(index).and_then(|id| figure(id)) else { continue };
        let (id, number) = (figure.id(), index + 1);
        let (base, tables) = (lecture.base, &lecture.tables);
        let view = view! { <FigureView id number=Some(number) language base blocks=&blocks tables/> }.into_any();
        if page.questions.get(index).is_some_and(Option::is_some) {
            kept = Some(view);
            asked = true;
        } else {
            part.push(view);
        }
    }
    if opened { &mut rest } else { &mut opening }.push(way::on(&neighbours, language));
    let notes = prose(&(footnotes::html(page, asked.then_some(called.as_slice())) + &page.glossary));
    let rest = asked.then(|| view! { <div class="rest">{rest}</div> });
    let headings = format!("--headings:{}", page.headings.len());
    view! { <article class="section" style=headings>{opening}{rest}{notes}</article> }.into_any()
}

/// The questions of a page by the names under which the part asks for them.
fn questions(page: &Page) -> Blocks {
    let mut blocks = Blocks::new();
    for (id, question) in page.figures.iter().zip(&page.questions) {
        if let Some(Question { title, text }) = question {
            blocks.insert(title_key(id), title.clone());
            blocks.insert(text_key(id), text.clone());
        }
    }
    blocks
}

/// The section's title, and above it where it stands.
fn title(lecture: &Lecture, language: Language, page: &Page, neighbours: &[Neighbour]) -> String {
    let s = Strings::of(language);
    let (number, count) = (page.section.unwrap_or(1).to_string(), lecture.content.sections().len());
    let numbered = if count > 1 {
        fill(s.section_of, &[("number", &number), ("count", &count.to_string())])
    } else {
        fill(s.section_one, &[("number", &number)])
    };
    format!("{}<h1>{}</h1>", way::line(&numbered, page, neighbours, language), escaped(&page.title))
}
