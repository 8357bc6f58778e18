//! Which questions of a page need not be asked, as the root element says it for the style sheet.

use std::cell::RefCell;

use web_sys::Element;

use super::names::{ROOT, SHOW_ANYWAY};
use crate::{
    browser::{
        self,
        dom::{all, find, need, on, set_attribute, set_flag},
        history::addressed_figures,
    },
    session::storage::stored_guess,
};

const OPEN: &str = "data-open";
const GUESSED: &str = "data-guessed";
/// Says on a question that the reader has stepped around it.
const SHOWN: &str = "data-shown";
/// The name under which the visit remembers the questions that the reader has stepped around; the inline script in the page's head
/// reads it too.
const OPENED: &str = "pendrop-opened";

/// Opens what need not be asked on the page that is about to be shown, and closes the rest.
pub fn open_page(body: &Element) {
    let (figures, hash) = (addressed_figures(), browser::hash());
    let asked = !figures.is_empty() || (hash.len() > 1 && !hash.starts_with("#fn"));
    set_root(OPEN, asked.then(|| figures.join(" ")).as_deref());
    set_root(GUESSED, None);
    for id in all(body, ROOT).iter().map(question_id).filter(|id| stored_guess(id).is_some()) {
        set_guessed(&id, true);
    }
}

thread_local! {
    /// The figures that were opened without an answer in this visit, by their ids.
    static OPENED_IN_VISIT: RefCell<Vec<String>> =
        RefCell::new(browser::remembered_for_visit(OPENED).unwrap_or_default().split_whitespace().map(str::to_owned).collect());
}

/// Opens on a page what was opened in this visit. On the first page the script in its head has done so.
pub fn reopen(body: &Element) {
    for question in all(body, ROOT) {
        let known = OPENED_IN_VISIT.with_borrow(|ids| ids.contains(&question_id(&question)));
        if let (true, Some(details)) = (known, need(&question, SHOW_ANYWAY)) {
            show(&question, &details, true);
        }
    }
}

/// Remembers what the address has opened on a page, and what the reader opens and closes until the owner ends.
pub fn bind(body: &Element) {
    let addressed = addressed_figures();
    for question in all(body, ROOT) {
        let (Some(details), id) = (need(&question, SHOW_ANYWAY), question_id(&question)) else { continue };
        if addressed.contains(&id) {
            remember(&id, true);
        }
        let opened = details.clone();
        on(&details, "toggle", Box::new(move |_| remember(&id, opened.has_attribute("open"))));
    }
}

/// Steps around a question, or back to it. The script in the page's head follows the reader in the same way.
fn show(question: &Element, details: &Element, open: bool) {
    set_flag(details, "open", open);
    set_flag(question, SHOWN, open);
}

fn remember(id: &str, open: bool) {
    let ids = OPENED_IN_VISIT.with_borrow_mut(|ids| {
        ids.retain(|known| known != id);
        if open {
            ids.push(id.to_owned());
        }
        ids.join(" ")
    });
    browser::remember_for_visit(OPENED, &ids);
}

/// Opens a figure that a question keeps back, as an address that asks for it does.
pub fn open_figure(id: &str) {
    let open = browser::root_element().and_then(|root| root.get_attribute(OPEN)).unwrap_or_default();
    let mut ids = without(&open, id);
    ids.push(id);
    set_root(OPEN, Some(&ids.join(" ")));
    remember(id, true);
}

/// Opens what follows the first question, as an address that names a place there does.
pub fn open_rest() {
    let open = browser::root_element().and_then(|root| root.get_attribute(OPEN)).unwrap_or_default();
    set_root(OPEN, Some(&open));
}

/// Asks one question again, also if the address asks for its figure.
pub fn ask_again(question: &Element) {
    let id = question_id(question);
    let open = browser::root_element().and_then(|root| root.get_attribute(OPEN));
    // What else the address has opened stays open.
    set_root(OPEN, open.map(|ids| without(&ids, &id).join(" ")).filter(|ids| !ids.is_empty()).as_deref());
    if let Some(details) = find(question, SHOW_ANYWAY.0) {
        show(question, &details, false);
    }
    remember(&id, false);
}

/// Names in an attribute, but for one.
fn without<'a>(names: &'a str, name: &str) -> Vec<&'a str> {
    names.split_whitespace().filter(|known| *known != name).collect()
}

fn question_id(question: &Element) -> String {
    question.get_attribute("data-question").unwrap_or_default()
}

/// Says whether a figure has been guessed.
pub fn set_guessed(id: &str, holds: bool) {
    let before = browser::root_element().and_then(|root| root.get_attribute(GUESSED)).unwrap_or_default();
    let mut ids = without(&before, id);
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
