//! The markup of pages, written when the site is built. The program in the browser holds none of it: it finds the
//! elements by the names of the contract and brings them to life (`live`).

mod choice;
mod figure;
mod marks;
mod masthead;
mod panels;
pub mod prose;
pub mod question;
mod readouts;
mod slider;
mod toggle;
mod transport;

use leptos::prelude::*;
use pendrop_figures::tables::Tables;

use crate::place::{Page, Place};
use figure::FigureView;
use masthead::Masthead;
use prose::{Blocks, ProseBlock, prose};

/// What stands in the body of the page at a place. `base` is where the site lies on its host, `tables` what
/// figures draw from.
#[must_use]
pub fn body(place: Place, base: &str, blocks: &Blocks, tables: &Tables) -> String {
    let language = place.language;
    let s = language.strings();
    let alone = matches!(place.page, Page::Figure(_));
    let about = format!("{base}{}", Place { page: Page::About, ..place }.path());
    let html = view! {
        {(!alone).then(|| view! { <Masthead place base/> })}
        <div class="notice failure" role="alert" hidden>
            <p>{s.loading_failed}</p>
            <button type="button">{s.try_again}</button>
        </div>
        <p class="notice failure program-failed" role="alert">{s.program_failed}</p>
        <main id="main" tabindex="-1" class=alone.then_some("alone")>{content(place, base, blocks, tables)}</main>
        {(!alone).then(|| view! { <footer><p>{s.footer}</p><a href=about>{s.cover_about}</a></footer> })}
    }
    .to_html();
    without_markers(&html)
}

fn content(place: Place, base: &str, blocks: &Blocks, tables: &Tables) -> AnyView {
    let language = place.language;
    match place.page {
        Page::Section(section) => {
            // What follows the first question waits for its answer; each later question keeps back its own figure, and the
            // text that speaks of it: all before the next heading.
            let (mut opening, mut answer, mut asked) = (Vec::new(), Vec::new(), false);
            let mut kept: Option<AnyView> = None;
            for index in 0..=section.figures.len() {
                let part = if asked { &mut answer } else { &mut opening };
                let html = blocks.get(&index.to_string()).map_or("", String::as_str);
                let (about, text) = html.split_at(if kept.is_some() { html.find("<h2").unwrap_or(html.len()) } else { 0 });
                if let Some(figure) = kept.take() {
                    part.push(view! { <div class="answer">{figure}{prose(about)}</div> }.into_any());
                }
                part.push(prose(text));
                let Some(id) = section.figures.get(index) else { break };
                let figure = view! { <FigureView id number=Some(index + 1) language base blocks tables/> }.into_any();
                match question::view(id, index + 1, language, blocks, tables) {
                    None => part.push(figure),
                    Some(question) => {
                        part.push(question);
                        if asked {
                            kept = Some(figure);
                        } else {
                            answer.push(figure);
                            asked = true;
                        }
                    }
                }
            }
            // Notes are called from all of the text, so they do not wait.
            let notes = view! { <ProseBlock blocks key="notes".to_owned()/> };
            view! { <article class="section">{opening}<div class="answer">{answer}</div>{notes}</article> }.into_any()
        }
        Page::Figure(id) => view! {
            <article class="single">
                <ProseBlock blocks key="0".to_owned()/>
                <FigureView id number=None language base blocks tables/>
                <ProseBlock blocks key="1".to_owned()/>
            </article>
        }
        .into_any(),
        Page::Cover => view! { <article class="cover"><ProseBlock blocks key="0".to_owned()/></article> }.into_any(),
        Page::About | Page::NotFound => view! { <article class="text"><ProseBlock blocks key="0".to_owned()/></article> }.into_any(),
    }
}

/// Leaves out the comments that mark places for Leptos's own hydration, which this site does without.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!--<() />-->", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_no_markers_and_every_name_of_the_contract() {
        for path in ["/en/pen-drop/", "/de/figure/pen-drop/"] {
            let html = body(Place::from_path(path), "", &Blocks::new(), &Tables::default());
            assert!(!html.contains("<!"), "{path}");
            for figure in pendrop_figures::FIGURES.iter().filter(|figure| path.contains(figure.id())) {
                for parameter in figure.parameters() {
                    assert!(html.contains(&format!(" name=\"{}\"", parameter.name)), "{} on {path}", parameter.name);
                }
            }
        }
    }

    /// The style sheet finds what a question keeps back as its second neighbour.
    #[test]
    fn a_question_is_followed_by_what_is_held_and_what_waits() {
        for section in crate::place::SECTIONS {
            let asked = section.figures.iter().filter(|id| pendrop_figures::figure(id).is_some_and(|figure| figure.question().is_some()));
            let blocks: Blocks = asked.clone().map(|id| (question::title_key(id), "When?".to_owned())).collect();
            let html = body(Place::from_path(&format!("/en/{}/", section.slug)), "", &blocks, &Tables::default());
            let parts: Vec<_> = html.split(" data-question=").skip(1).collect();
            assert_eq!(parts.len(), asked.clone().count(), "{}", section.slug);
            for (id, part) in asked.zip(parts) {
                let marks = [format!("\"{id}\""), "</section><div class=\"held\">".into(), "</div><div class=\"answer\">".into()];
                let places = marks.map(|mark| part.find(&mark).unwrap_or(usize::MAX));
                let figure = part.find(&format!("<figure data-figure=\"{id}\"")).unwrap_or_default();
                assert!(places.is_sorted() && places[2] < figure, "{id}: {places:?}, {figure}");
            }
        }
    }
}
