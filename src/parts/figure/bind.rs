//! Brings a served figure to life, as far as it must be to answer.

use pendrop_kit::{figure::Figure, locale::Language, parameter::Kind};
use web_sys::Element;

use super::names::{ANSWERING, SETTINGS, SOURCE_LINE, TITLE};
use crate::{
    browser::{
        Base,
        dom::{all, bind_text, effect, find, need, on, set_flag},
        history::History,
    },
    jobs::PagePool,
    parts::{caveat, choice, picture, picture::view::View, question, readouts, slider, toggle, transport},
    session::{Session, address, storage},
    tables::TableStore,
};

/// What a page lends to the figures on it.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The page's body.
    pub body: &'a Element,
    /// Its language.
    pub language: Language,
    /// Where the site lies on its host.
    pub base: Base,
    /// The tables that have been fetched.
    pub tables: TableStore,
    /// The browser's history.
    pub history: History,
    /// The workers of the page.
    pub pool: PagePool,
}

/// Has a figure answer: its controls, its picture and its question.
pub fn bind(figure: &'static dyn Figure, element: &Element, page: Surroundings) -> View {
    let session = Session::new(figure, page.language, element.get_attribute("data-prefix").unwrap_or_default(), page.tables);
    address::bind(session, page.history);
    storage::bind(session);

    for (index, parameter) in figure.parameters().iter().enumerate() {
        match &parameter.kind {
            Kind::Quantity(quantity) => slider::bind::bind(session, index, quantity, element),
            Kind::Choice(choice) => choice::bind::bind(session, index, choice, element),
            Kind::Toggle(_) => toggle::bind::bind(session, index, element),
        }
    }
    readouts::bind::bind(session, element);
    texts(session, element);
    caveat::bind::bind(session, element);
    let view = picture::bind::bind(session, element);
    transport::bind::bind(view, element);
    question::bind::bind(session, page.body);
    for control in all(element, ANSWERING) {
        set_flag(&control, "disabled", false);
    }
    view
}

/// Headline and source; and settings open by themselves where a notice stands among them.
fn texts(session: Session, element: &Element) {
    bind_text(need(element, TITLE), Box::new(move || session.evaluation().outcome.headline(session.language)));
    bind_text(need(element, SOURCE_LINE), Box::new(move || session.evaluation().outcome.source_line(session.language)));
    let Some(form) = need(element, SETTINGS) else { return };
    on(&form, "submit", Box::new(|event| event.prevent_default()));
    if let Some(more) = find(&form, "details") {
        effect(Box::new(move || {
            if session.rejections().iter().any(|rejection| !session.figure.parameters()[rejection.index].front) {
                set_flag(&more, "open", true);
            }
        }));
    }
}
