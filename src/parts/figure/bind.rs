//! Brings a served figure to life.

use std::time::Duration;

use pendrop_kit::{figure::Figure, locale::Language, parameter::Kind, state::Origin};
use web_sys::Element;

use super::names::{SETTINGS, SOURCE_LINE, TITLE};
use crate::{
    browser::{
        self, Base, Timer,
        dom::{all, bind_text, effect, find, need, on, set_flag},
        history::History,
    },
    jobs::PagePool,
    parts::{
        caveat, challenge, choice, full_screen, panels, picture, picture::view::View, question, readouts, runs, slider, states, toggle,
        transport,
    },
    reactive::*,
    session::{
        Session, address,
        status::{self, Status},
        storage,
    },
    tables::TableStore,
};

/// Binds what only some figures have: comes in a chunk of the program. Jobs run in the page's pool.
pub type FeatureBinder = fn(View, &Element, PagePool);

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

/// Takes over a figure.
pub fn bind(figure: &'static dyn Figure, features: Vec<FeatureBinder>, element: &Element, page: Surroundings) {
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
    challenge::bind::bind(session, element);
    announce(session);
    caveat::bind::bind(session, element);
    let view = picture::bind::bind(session, element);
    runs::bind::bind(view, element);
    transport::bind::bind(view, element);
    panels::bind::bind(view, page.base, element);
    full_screen::bind::bind(session, element);
    question::bind::bind(session, page.body);
    states::bind::bind(session, page.body);

    for control in all(element, ":disabled") {
        set_flag(&control, "disabled", false);
    }
    for feature in features {
        feature(view, element, page.pool);
    }
    let figure = element.clone();
    effect(Box::new(move || status::write(&figure, session.status())));
}

/// How long a figure must rest before its finding is read out.
const REST: Duration = Duration::from_millis(700);

/// Tells people who do not see the figure what has become of it, once they have changed it and it has come to rest.
fn announce(session: Session) {
    let timer = StoredValue::new(None);
    let mut known = untrack(|| session.change()).revision;
    effect(Box::new(move || {
        let (change, status) = (session.change(), session.status());
        // That it began to play is not all, where a choice has set it going.
        let only_plays = change.plays && change.revision == known + 1;
        if change.revision == known || change.origin != Origin::Reader || only_plays || status != Status::Ready {
            return;
        }
        known = change.revision;
        let say = move || {
            if let Some(evaluation) = session.try_evaluation() {
                let (title, caveat) = (evaluation.outcome.headline(session.language), evaluation.outcome.caveat(session.language));
                let met = challenge::bind::check(session);
                browser::announce(&[Some(title), caveat, met].into_iter().flatten().collect::<Vec<_>>().join(" "));
            }
        };
        timer.set_value(Timer::after(REST, Box::new(say)));
    }));
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
