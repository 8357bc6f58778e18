//! The address follows a figure's state, and the state follows the address.

use std::time::Duration;

use pendrop_kit::{
    number, query,
    state::{Command, Origin, State},
    values::Values,
};

use super::Session;
use crate::{
    browser::{self, Timer, dom::effect, history::History},
    reactive::*,
};

/// How long a state must rest before the address takes it: browsers refuse rapid changes.
const REST: Duration = Duration::from_millis(250);

/// Reads the address into the state.
fn read(session: Session) {
    enter(session, &browser::query_pairs(), &session.prefix.get_value(), Origin::Address);
}

/// Puts the figure into the state that a query says: what it does not name is as at the start.
pub fn enter(session: Session, pairs: &[(String, String)], prefix: &str, origin: Origin) {
    let parsed = query::parse(session.figure.parameters(), prefix, pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let before = session.state();
    let untouched = parsed.time.is_none();
    let state = State {
        values: parsed.values,
        kept: if session.figure.compares() { parsed.kept } else { Vec::new() },
        position: before.position.filter(|_| !untouched),
        playing: before.playing && before.position.is_none() == untouched,
        ..before.clone()
    };
    if state != before {
        session.dispatch(Command::Load(Box::new(state)), origin);
    }
    if let Some(time) = parsed.time {
        session.seek(time, origin);
    }
    session.set_rejections(parsed.rejections);
    session.set_not_kept(parsed.not_kept.filter(|_| session.figure.compares()));
}

/// Where the address leads while the reader moves sliders: what differs from the start.
fn pairs(session: Session, prefix: &str) -> Vec<(String, String)> {
    let state = session.state();
    // What plays is nowhere yet, and what has come to its end is where everything does.
    let stands = state.position.is_some_and(|position| position < 1.0) && !state.playing;
    named(prefix, query::pairs(&state.values), &kept(session), stands.then(|| untrack(|| moment(session))))
}

/// What the reader sees, to be handed out: every value that is shown, and the moment, of what plays too; reading it in an
/// effect subscribes.
#[must_use]
pub fn shown_pairs(session: Session, prefix: &str) -> Vec<(String, String)> {
    named(prefix, query::all_pairs(&session.values()), &kept(session), session.position().map(|_| moment(session)))
}

/// The runs that an address can say: none of a text of the reader's, which is in no address.
fn kept(session: Session) -> Vec<Values> {
    if session.given.with(Option::is_some) { Vec::new() } else { session.kept() }
}

/// Query pairs named for the page, with runs that are kept and a moment.
fn named(prefix: &str, pairs: Vec<(&'static str, String)>, kept: &[Values], moment: Option<String>) -> Vec<(String, String)> {
    let kept = query::kept(kept).map(|kept| (query::KEEP, kept));
    let moment = moment.map(|moment| (query::TIME, moment));
    pairs.into_iter().chain(kept).chain(moment).map(|(name, value)| (format!("{prefix}{name}"), value)).collect()
}

/// The moment that is shown, as an address says it; reading it in an effect subscribes.
fn moment(session: Session) -> String {
    // A hundred-thousandth of the duration is finer than any screen shows.
    let step = session.duration().map_or(1e-6, |duration| 10_f64.powf((duration / 1e5).log10().floor()));
    let steps = session.time() / step;
    // Cut off, the end would be a moment before it, and that another picture.
    let ended = session.position().is_none_or(|position| position >= 1.0);
    let rounded = if ended { steps.ceil() } else { steps.round() } * step;
    query::plain(number::rounded_to_decimals(rounded, 9))
}

/// The page's query with this figure's part replaced: what belongs to others stays.
fn query_with(session: Session, prefix: &str) -> String {
    let own = |name: &str| {
        name.strip_prefix(prefix).is_some_and(|name| {
            name == query::TIME || name == query::KEEP || session.figure.parameters().iter().any(|parameter| parameter.name == name)
        })
    };
    let mut all: Vec<_> = browser::query_pairs().into_iter().filter(|(name, _)| !own(name)).collect();
    all.extend(pairs(session, prefix));
    browser::query_text(&all)
}

/// Keeps both in step for as long as the figure is on the page; the state follows the address at once.
pub fn bind(session: Session, history: History) {
    read(session);
    // Going back to an address that the state has replaced meanwhile is no change to the router.
    let here = browser::path();
    browser::listen("popstate", move || {
        if here == browser::path() {
            read(session);
        }
    });
    let search = history.search();
    let mut first = true;
    effect(Box::new(move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        search.get();
        if !std::mem::take(&mut first) {
            read(session);
        }
    }));

    // The address may belong to the next page already.
    let own = StoredValue::new(browser::path());
    let write = move || {
        if own.try_get_value().is_none_or(|own| own != browser::path()) {
            return;
        }
        // Nothing is to be written again because of what it reads.
        if let Some(query) = untrack(|| session.prefix.try_with_value(|prefix| query_with(session, prefix))) {
            browser::replace_query(&query);
        }
    };
    browser::listen(browser::BEFORE_NAVIGATE, write);

    let timer = StoredValue::new(None);
    let mut known = untrack(|| session.change()).revision;
    effect(Box::new(move || {
        let change = session.change();
        // That it began to play is not all, where a choice has set it going.
        let only_plays = change.plays && change.revision == known + 1;
        if change.revision != known && !only_plays && !matches!(change.origin, Origin::Address | Origin::Storage) {
            timer.set_value(Timer::after(REST, Box::new(write)));
        }
        known = change.revision;
    }));
}
