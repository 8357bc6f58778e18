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
use pendrop_kit::{locale::Strings, tables::Tables};

use crate::place::{Page, Place};
use figure::FigureView;
use masthead::Masthead;
use prose::{Blocks, ProseBlock, prose};

/// What stands in the body of the page at a place. `base` is where the site lies on its host, `tables` what
/// figures draw from.
#[must_use]
pub fn body(place: Place, base: &str, blocks: &Blocks, tables: &Tables) -> String {
    let language = place.language;
    let s = Strings::of(language);
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
            let mut called = 0;
            let mut kept: Option<AnyView> = None;
            for index in 0..=section.figures.len() {
                let part = if asked { &mut answer } else { &mut opening };
                let html = blocks.get(&index.to_string()).map_or("", String::as_str);
                let (about, text) = html.split_at(if kept.is_some() { html.find("<h2").unwrap_or(html.len()) } else { 0 });
                if let Some(figure) = kept.take() {
                    part.push(view! { <div class="answer">{figure}{prose(about)}</div> }.into_any());
                }
                part.push(prose(text));
                if !asked {
                    called = called.max(last_note(html));
                }
                let Some(id) = section.figures.get(index) else { break };
                let figure = view! { <FigureView id number=Some(index + 1) language base blocks tables/> }.into_any();
                match question::view(id, index + 1, !asked, language, blocks, tables) {
                    None => part.push(figure),
                    Some(question) => {
                        part.push(question);
                        if !asked {
                            called = called.max(blocks.get(&question::text_key(id)).map_or(0, |text| last_note(text)));
                        }
                        if asked {
                            kept = Some(figure);
                        } else {
                            answer.push(figure);
                            asked = true;
                        }
                    }
                }
            }
            let notes = prose(&notes_in_turn(blocks.get("notes").map_or("", String::as_str), if asked { called } else { usize::MAX }));
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

/// The greatest number of a note that a text calls; 0 where it calls none. Notes are numbered as they are first called.
fn last_note(html: &str) -> usize {
    html.split("href=\"#fn-").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).max().unwrap_or(0)
}

/// The notes, of which those after number `called` are marked as waiting with the text that calls them.
fn notes_in_turn(notes: &str, called: usize) -> String {
    if called == 0 {
        return notes.replacen("class=\"footnotes\"", "class=\"footnotes waits\"", 1);
    }
    let mut marked = String::new();
    for (place, part) in notes.split("<li id=\"fn-").enumerate() {
        marked += match place {
            0 => "",
            place if place > called => "<li class=\"waits\" id=\"fn-",
            _ => "<li id=\"fn-",
        };
        marked += part;
    }
    marked
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

    #[test]
    fn notes_wait_with_the_text_that_calls_them() {
        assert_eq!(last_note("<a href=\"#fn-2\">2</a> <a href=\"#fn-1\">1</a> <a href=\"#fnref-9\">"), 2);
        assert_eq!(last_note("<p>none</p>"), 0);
        let notes = "<section class=\"footnotes\"><ol><li id=\"fn-1\">a</li><li id=\"fn-2\">b</li></ol></section>";
        assert_eq!(notes_in_turn(notes, usize::MAX), notes);
        assert_eq!(notes_in_turn(notes, 1), notes.replace("<li id=\"fn-2", "<li class=\"waits\" id=\"fn-2"));
        assert_eq!(notes_in_turn(notes, 0), notes.replace("footnotes", "footnotes waits"));
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
