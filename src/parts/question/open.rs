//! Which questions of a page need not be asked, as the root element says it for the style sheet.

use web_sys::Element;

use super::names::{ROOT, SHOW_ANYWAY};
use crate::{
    browser::{
        self,
        dom::{all, find, need, on, set_attribute, set_flag},
        history::addressed_figures,
    },
    reactive::*,
    session::storage::stored_guess,
};

const OPEN: &str = "data-open";
const GUESSED: &str = "data-guessed";
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

/// The questions that the reader has stepped around in this visit, by the ids of their figures.
#[derive(Clone, Copy)]
pub struct SteppedAround(StoredValue<Vec<String>>);

impl SteppedAround {
    /// What the visit remembers. The script in the page's head has opened what of it stands on this page.
    #[must_use]
    pub fn of_visit() -> Self {
        let remembered = browser::remembered_for_visit(OPENED).unwrap_or_default();
        Self(StoredValue::new(remembered.split_whitespace().map(str::to_owned).collect()))
    }

    /// Steps around the questions of a page as the reader has done before.
    pub fn open(self, body: &Element) {
        for question in all(body, ROOT) {
            let known = self.0.with_value(|ids| ids.contains(&question_id(&question)));
            if let (true, Some(details)) = (known, need(&question, SHOW_ANYWAY)) {
                set_flag(&details, "open", true);
            }
        }
    }

    /// Remembers what the reader opens and closes on a page, until the owner ends.
    pub fn bind(self, body: &Element) {
        for question in all(body, ROOT) {
            let (Some(details), id) = (need(&question, SHOW_ANYWAY), question_id(&question)) else { continue };
            let opened = details.clone();
            on(
                &details,
                "toggle",
                Box::new(move |_| {
                    self.0.update_value(|ids| {
                        ids.retain(|known| *known != id);
                        if opened.has_attribute("open") {
                            ids.push(id.clone());
                        }
                    });
                    browser::remember_for_visit(OPENED, &self.0.with_value(|ids| ids.join(" ")));
                }),
            );
        }
    }
}

/// Asks one question again, also if the address asks for its figure.
pub fn ask_again(question: &Element) {
    let id = question_id(question);
    let open = browser::root_element().and_then(|root| root.get_attribute(OPEN));
    // What else the address has opened stays open.
    set_root(OPEN, open.map(|ids| without(&ids, &id).join(" ")).filter(|ids| !ids.is_empty()).as_deref());
    if let Some(details) = find(question, SHOW_ANYWAY.0) {
        set_flag(&details, "open", false);
    }
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
