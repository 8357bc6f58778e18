//! Brings to life what of a figure can wait until it answers: a chunk of the program, which comes after that which holds the figure.

use std::time::Duration;

use pendrop_kit::state::Origin;
use web_sys::Element;

use super::bind::Surroundings;
use crate::{
    browser::{
        self, Timer,
        dom::{all, effect, set_flag},
    },
    jobs::PagePool,
    parts::{challenge, full_screen, panels, picture::view::View, runs, states},
    reactive::*,
    session::{
        Session,
        status::{self, Status},
    },
};

/// Binds what only some figures have: comes in a chunk of the program. Jobs run in the page's pool.
pub type FeatureBinder = fn(View, &Element, PagePool);

/// Binds the rest of a figure that answers, and what only some figures have.
pub type Deferred = fn(View, Vec<FeatureBinder>, &Element, Surroundings);

/// Takes over the rest of a figure, and says in the document from then on what it is doing.
pub fn bind(view: View, features: Vec<FeatureBinder>, element: &Element, page: Surroundings) {
    let session = view.session;
    challenge::bind::bind(session, element);
    announce(session);
    runs::bind::bind(view, element);
    panels::bind::bind(view, page.base, element);
    full_screen::bind::bind(session, element);
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
