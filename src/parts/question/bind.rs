//! The question before a figure: a guess is made, kept on this device, held against the answer, and made again.
//!
//! What need not be asked stands in the root element, where the style sheet reads it: `data-open="address"` where the
//! address asks for a state or a place, which opens all of the page, and in `data-guessed` the ids of the figures that have
//! been guessed. The script in the page's head sets both before the first paint; a page that the reader comes to from
//! another one is set here by the same rules.

mod held;

use pendrop_kit::{
    locale::{Strings, fill},
    query::number,
    question::Question,
};
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{
    browser,
    dom::{all, find, find_as, focus_in_place, follow, on, set_attribute, set_flag, set_style, set_text},
    state::FigureState,
    transport::play,
};
use crate::layout::GUESS;

const OPEN: &str = "data-open";
const GUESSED: &str = "data-guessed";

/// Opens what need not be asked on the page that is about to be shown, and closes the rest.
pub fn open_page(body: &Element) {
    let asked = browser::query_pairs().iter().any(|(name, _)| name.contains('.'))
        || window().location().hash().is_ok_and(|hash| hash.len() > 1 && !hash.starts_with("#fn"));
    set_root(OPEN, asked.then_some("address"));
    set_root(GUESSED, None);
    for question in all(body, "[data-question]").iter().filter(|question| kept(question).is_some()) {
        set_guessed(&id(question), true);
    }
}

/// The ids of the questions that the reader has stepped around.
#[must_use]
pub fn shown_anyway(body: &Element) -> Vec<String> {
    all(body, "[data-question]").iter().filter(|question| find(question, ".show-anyway[open]").is_some()).map(id).collect()
}

/// Steps around these questions, as the reader has done before.
pub fn show_anyway(body: &Element, ids: &[String]) {
    for question in all(body, "[data-question]").iter().filter(|question| ids.contains(&id(question))) {
        step_around(question);
    }
}

/// Steps around all questions of the page but this one.
fn show_others(question: &Element) {
    let Some(body) = document().body() else { return };
    all(&body, "[data-question]").iter().filter(|other| *other != question).for_each(step_around);
}

fn step_around(question: &Element) {
    if let Some(details) = find(question, ".show-anyway") {
        set_flag(&details, "open", true);
    }
}

fn id(question: &Element) -> String {
    question.get_attribute("data-question").unwrap_or_default()
}

fn key(question: &Element) -> String {
    format!("{GUESS}{}", id(question))
}

/// The guess that has been made on this device; what is no number is none.
fn kept(question: &Element) -> Option<f64> {
    number(&browser::remembered(&key(question))?)
}

/// Brings the question before a figure to life, if there is one.
pub fn attach(state: FigureState, body: &Element) {
    let Some(question) = state.figure.question() else { return };
    let Some(element) = find(body, &format!("[data-question={}]", state.figure.id())) else { return };
    let stored = kept(&element);
    let kept = stored.filter(|guess| question.allows(*guess));
    state.guess.set(kept);
    if stored != kept {
        browser::forget(&key(&element));
    }
    set_guessed(state.figure.id(), kept.is_some());
    // The first drop is watched before it is judged.
    let watched = RwSignal::new(true);
    let figure = find(body, &format!("figure[data-figure={}]", state.figure.id()));
    let value = RwSignal::new(kept.unwrap_or(question.start));
    guess(state, question, &element, figure.as_ref(), value, watched);
    held::attach(state, question, &element, value);

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
            let told = question.formatted(guess, state.language);
            let verdict = if watched.get() {
                state.start().0.verdict(guess, state.language)
            } else {
                fill(Strings::of(state.language).question_watch, &[("guess", &told)])
            };
            set_text(words, &verdict);
        }
    }));
}

fn guess(
    state: FigureState,
    question: &'static Question,
    element: &Element,
    figure: Option<&Element>,
    value: RwSignal<f64>,
    watched: RwSignal<bool>,
) {
    let (Some(range), Some(commit), Some(again)) = (
        find_as::<HtmlInputElement>(element, ".guess-range"),
        find_as::<HtmlElement>(element, "[data-guess=commit]"),
        find_as::<HtmlElement>(element, "[data-guess=again]"),
    ) else {
        return;
    };
    // The second button stands under the picture that is dragged, where there is one.
    let held = element.next_element_sibling();
    let commits: Vec<_> = [Some(commit), held.and_then(|held| find_as(&held, "[data-guess=commit-here]"))].into_iter().flatten().collect();
    let number = find(element, ".guess-number b");
    let (slider, buttons) = (range.clone(), commits.clone());
    follow(Box::new(move || {
        let (value, language) = (value.get(), state.language);
        let told = question.formatted(value, language);
        slider.set_value(&question.position(value).to_string());
        set_style(&slider, "--at", &format!("{:.4}", question.share(value)));
        set_attribute(&slider, "aria-valuetext", Some(&question.spoken(value, language)));
        for button in &buttons {
            set_text(button, &fill(Strings::of(language).question_commit, &[("value", &told)]));
        }
        if let Some(number) = &number {
            set_text(number, &question.format_number(value, language));
        }
    }));
    let slider = range.clone();
    on(&range, "input", Box::new(move |_| drop(slider.value().parse().map(|position| value.set(question.value_at(position))))));

    let place = element.clone();
    let opener = again.clone();
    let figure = figure.cloned();
    let made = Rc::new(move || {
        browser::remember(&key(&place), &value.get_untracked().to_string());
        // Whatever was tried before, the guess is about the start.
        state.reset();
        set_guessed(state.figure.id(), true);
        // The first drop is as fast as life; who asks for less motion sees its outcome at once, and so does everyone
        // where nothing moves.
        let moves = state.start().0.duration().is_some();
        if moves && !browser::media("(prefers-reduced-motion: reduce)") && !state.playing.get_untracked() {
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
            browser::bring_into_view(&show, web_sys::ScrollLogicalPosition::End);
        }
    });
    for commit in &commits {
        let made = made.clone();
        on(commit, "click", Box::new(move |_| made()));
    }
    let place = element.clone();
    on(
        &again,
        "click",
        Box::new(move |_| {
            browser::forget(&key(&place));
            state.guess.set(None);
            state.reset();
            // What the address has opened stays open, but for what is asked again.
            if browser::root_element().is_some_and(|root| root.has_attribute(OPEN)) {
                show_others(&place);
            }
            set_root(OPEN, None);
            set_guessed(state.figure.id(), false);
            // The slider is there again.
            let _ = range.focus();
        }),
    );
}

/// Says for the style sheet whether a figure has been guessed.
fn set_guessed(id: &str, holds: bool) {
    let before = browser::root_element().and_then(|root| root.get_attribute(GUESSED)).unwrap_or_default();
    let mut ids: Vec<_> = before.split(' ').filter(|known| !known.is_empty() && *known != id).collect();
    if holds {
        ids.push(id);
    }
    set_root(GUESSED, (!ids.is_empty()).then(|| ids.join(" ")).as_deref());
}

fn set_root(name: &str, value: Option<&str>) {
    if let Some(root) = browser::root_element() {
        set_attribute(&root, name, value);
    }
}
