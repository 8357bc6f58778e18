//! The question before a figure: a guess is made, kept on this device, held against the answer, and made again.
//!
//! Whether a page is open stands in `data-open` of the root element, where the style sheet reads it: `address` where the
//! address asks for a state or a place, `guess` where a guess has been made. The script in the page's head sets it before
//! the first paint; a page that the reader comes to from another one is set here by the same rule.

use leptos::prelude::*;
use pendrop_figures::{
    anatomy::{Frame, Question},
    locale::fill,
    query::number,
};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{
    browser,
    dom::{find, find_as, focus_in_place, follow, on, set_attribute, set_flag, set_style, set_text},
    state::FigureState,
    transport::play,
};
use crate::layout::{GUESS, WIDE_FROM, drawn, served_frame, view_box};

const OPEN: &str = "data-open";

/// Opens the page that is about to be shown, or keeps it closed.
pub fn open_page(question: Option<&Element>) {
    let asked = browser::query_pairs().iter().any(|(name, _)| name.contains('.'))
        || window().location().hash().is_ok_and(|hash| hash.len() > 1 && !hash.starts_with("#fn"));
    let guessed = question.is_some_and(|question| kept(question).is_some());
    set_open(if guessed { Some("guess") } else { asked.then_some("address") });
}

fn key(question: &Element) -> String {
    format!("{GUESS}{}", question.get_attribute("data-question").unwrap_or_default())
}

/// The guess that has been made on this device; what is no number is none.
fn kept(question: &Element) -> Option<f64> {
    number(&browser::remembered(&key(question))?)
}

/// Brings the question before a figure to life, if there is one.
pub fn attach(state: FigureState, body: &Element) {
    let Some(question) = state.figure.question() else { return };
    let Some(element) = find(body, &format!("[data-question={}]", state.figure.id())) else { return };
    let kept = kept(&element).filter(|guess| (question.least..=question.greatest).contains(guess));
    state.guess.set(kept);
    if kept.is_none() && is_open("guess") {
        browser::forget(&key(&element));
        set_open(None);
    }
    // The first drop is watched before it is judged.
    let watched = RwSignal::new(true);
    let figure = find(body, &format!("figure[data-figure={}]", state.figure.id()));
    guess(state, question, &element, figure.as_ref(), watched);

    held(state, body);

    let words = find(&element, ".verdict p");
    let section = element.clone();
    follow(Box::new(move || {
        let guess = state.guess.get();
        set_attribute(&section, "data-answered", guess.map(|_| ""));
        if !watched.get_untracked() && !state.playing.get() {
            watched.set(true);
            if let Some(figure) = &figure {
                set_flag(figure, "data-watching", false);
            }
        }
        if let (Some(words), Some(guess)) = (&words, guess) {
            let told = question.told(guess, state.language);
            let verdict = if watched.get() {
                state.start().0.verdict(guess, state.language)
            } else {
                fill(state.language.strings().question_watch, &[("guess", &told)])
            };
            set_text(words, &verdict);
        }
    }));
}

/// Draws what stands in the figure's place at the true width of its box, so that text keeps its size.
fn held(state: FigureState, body: &Element) {
    let Some(picture) = find(body, ".held .picture") else { return };
    let layouts = [false, true].map(|narrow| {
        (
            served_frame(state.figure, state.language, narrow),
            find(&picture, if narrow { "[data-layout=narrow]" } else { "[data-layout=wide]" }),
        )
    });
    browser::observe_width(&picture, move |width| {
        for (served, svg) in &layouts {
            let (Some(svg), true) = (svg, (width < WIDE_FROM) == served.narrow) else { continue };
            let frame = Frame { width, ..*served };
            set_attribute(svg, "viewBox", Some(&view_box(&frame)));
            if let Some(group) = find(svg, "g") {
                group.set_inner_html(&drawn(&frame, |svg, frame| state.start().0.draw_held(svg, frame)));
            }
        }
    });
}

fn guess(state: FigureState, question: &'static Question, element: &Element, figure: Option<&Element>, watched: RwSignal<bool>) {
    let (Some(range), Some(commit), Some(again)) = (
        find_as::<HtmlInputElement>(element, ".guess-range"),
        find_as::<HtmlElement>(element, "[data-guess=commit]"),
        find_as::<HtmlElement>(element, "[data-guess=again]"),
    ) else {
        return;
    };
    let number = find(element, ".guess-number b");
    let value = RwSignal::new(state.guess.get_untracked().unwrap_or(question.start));
    let (slider, button) = (range.clone(), commit.clone());
    follow(Box::new(move || {
        let (value, language) = (value.get(), state.language);
        let told = question.told(value, language);
        slider.set_value(&value.to_string());
        set_style(&slider, "--at", &format!("{:.4}", (value - question.least) / (question.greatest - question.least)));
        set_attribute(&slider, "aria-valuetext", Some(&told));
        set_text(&button, &fill(language.strings().question_commit, &[("value", &told)]));
        if let Some(number) = &number {
            set_text(number, &question.written(value, language));
        }
    }));
    let slider = range.clone();
    on(&range, "input", Box::new(move |_| drop(slider.value().parse().map(|moved| value.set(moved)))));

    let place = element.clone();
    let opener = again.clone();
    let figure = figure.cloned();
    on(
        &commit,
        "click",
        Box::new(move |_| {
            browser::remember(&key(&place), &value.get_untracked().to_string());
            // Whatever was tried before, the guess is about the start.
            state.reset();
            set_open(Some("guess"));
            // The first drop is as fast as life; who asks for less motion sees its outcome at once.
            if !browser::media("(prefers-reduced-motion: reduce)") && !state.playing.get_untracked() {
                state.seek(0.0);
                play(state);
                watched.set(false);
            }
            if let Some(figure) = &figure {
                set_flag(figure, "data-watching", !watched.get_untracked());
            }
            state.guess.set(Some(value.get_untracked()));
            // What has been opened begins here; the focus must not be lost with the button.
            focus_in_place(&opener);
            // The drop is to be seen as a whole, and above it, where there is room, what it is held against.
            if let Some(show) = figure.as_ref().and_then(|figure| find(figure, ".show")) {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::End);
                show.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }),
    );
    let place = element.clone();
    on(
        &again,
        "click",
        Box::new(move |_| {
            browser::forget(&key(&place));
            state.guess.set(None);
            state.reset();
            set_open(None);
            // The slider is there again.
            let _ = range.focus();
        }),
    );
}

fn is_open(why: &str) -> bool {
    browser::root_element().and_then(|root| root.get_attribute(OPEN)).as_deref() == Some(why)
}

fn set_open(why: Option<&str>) {
    if let Some(root) = browser::root_element() {
        set_attribute(&root, OPEN, why);
    }
}
