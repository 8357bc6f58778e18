//! Which questions of a page need not be asked, as the root element says it for the style sheet.

use web_sys::Element;

use super::names::{ROOT, SHOW_ANYWAY};
use crate::{
    browser::{
        self, document,
        dom::{all, find, need, set_attribute, set_flag},
    },
    session::storage::stored_guess,
};

const OPEN: &str = "data-open";
const GUESSED: &str = "data-guessed";

/// Opens what need not be asked on the page that is about to be shown, and closes the rest.
pub fn open_page(body: &Element) {
    let hash = browser::hash();
    let asked = browser::query_pairs().iter().any(|(name, _)| name.contains('.')) || (hash.len() > 1 && !hash.starts_with("#fn"));
    set_root(OPEN, asked.then_some("address"));
    set_root(GUESSED, None);
    for id in all(body, ROOT).iter().map(question_id).filter(|id| stored_guess(id).is_some()) {
        set_guessed(&id, true);
    }
}

/// The ids of the questions that the reader has stepped around.
#[must_use]
pub fn revealed_without_guess(body: &Element) -> Vec<String> {
    let open = |question: &&Element| find(question, &format!("{}[open]", SHOW_ANYWAY.0)).is_some();
    all(body, ROOT).iter().filter(open).map(question_id).collect()
}

/// Steps around these questions, as the reader has done before.
pub fn reveal_without_guess(body: &Element, ids: &[String]) {
    all(body, ROOT).iter().filter(|question| ids.contains(&question_id(question))).for_each(step_around);
}

/// Asks one question again; what the address has opened beside it stays open.
pub fn ask_again(question: &Element) {
    if let (true, Some(body)) = (browser::root_element().is_some_and(|root| root.has_attribute(OPEN)), document().body()) {
        all(&body, ROOT).iter().filter(|other| *other != question).for_each(step_around);
    }
    set_root(OPEN, None);
}

fn step_around(question: &Element) {
    if let Some(details) = need(question, SHOW_ANYWAY) {
        set_flag(&details, "open", true);
    }
}

fn question_id(question: &Element) -> String {
    question.get_attribute("data-question").unwrap_or_default()
}

/// Says whether a figure has been guessed.
pub fn set_guessed(id: &str, holds: bool) {
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
