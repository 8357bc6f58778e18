//! The address follows a figure's state, and the state follows the address.

use std::time::Duration;

use leptos::prelude::*;
use pendrop_kit::query;

use super::{browser, dom::follow, history::History, state::FigureState};

/// How long a state must rest before the address takes it: browsers refuse rapid changes.
const REST: Duration = Duration::from_millis(250);

/// Reads the address into the state.
fn read(state: FigureState) {
    let pairs = browser::query_pairs();
    let prefix = state.prefix.get_value();
    let parsed = query::parse(state.figure.parameters(), &prefix, pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    if state.values.with_untracked(|values| *values != parsed.values) {
        state.values.set(parsed.values);
    }
    state.rejections.set(parsed.rejections);
    match parsed.time {
        Some(time) => state.seek(time),
        None if state.phase.get_untracked().is_some() => state.phase.set(None),
        None => {}
    }
}

/// The state as query pairs, named for the page.
#[must_use]
pub fn pairs(state: FigureState, prefix: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> =
        state.values.with_untracked(query::pairs).into_iter().map(|(name, value)| (format!("{prefix}{name}"), value)).collect();
    // What plays is nowhere yet.
    if state.phase.get_untracked().is_some() && !state.playing.get_untracked() {
        let time: f64 = untrack(|| state.time());
        // A hundred-thousandth of the duration is finer than any screen shows.
        let step = state.duration().map_or(1e-6, |duration| 10_f64.powf((duration / 1e5).log10().floor()));
        let rounded = (time / step).round() * step;
        pairs.push((format!("{prefix}{}", query::TIME), query::plain(format!("{rounded:.9}").parse().unwrap_or(rounded))));
    }
    pairs
}

/// The page's query with this figure's part replaced: what belongs to others stays.
fn query_with(state: FigureState, prefix: &str) -> String {
    let own = |name: &str| {
        name.strip_prefix(prefix)
            .is_some_and(|name| name == query::TIME || state.figure.parameters().iter().any(|parameter| parameter.name == name))
    };
    let mut all: Vec<_> = browser::query_pairs().into_iter().filter(|(name, _)| !own(name)).collect();
    all.extend(pairs(state, prefix));
    browser::query_text(&all)
}

/// Keeps both in step for as long as the figure is on the page; the state follows the address at once.
pub fn attach(state: FigureState, history: &History) {
    read(state);
    // Going back to an address that the state has replaced meanwhile is no change to the router.
    let here = browser::path();
    browser::listen("popstate", move || {
        if here == browser::path() {
            read(state);
        }
    });
    let search = history.search();
    let mut first = true;
    follow(Box::new(move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        search.get();
        if !std::mem::take(&mut first) {
            read(state);
        }
    }));

    // The address may belong to the next page already.
    let own = StoredValue::new(browser::path());
    let write = move || {
        if own.try_get_value().is_none_or(|own| own != browser::path()) {
            return;
        }
        if let Some(query) = state.prefix.try_with_value(|prefix| query_with(state, prefix)) {
            browser::replace_query(&query);
        }
    };
    browser::listen(browser::LEAVING, write);

    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = timer.try_update_value(Option::take) {
            handle.clear();
        }
    };
    follow(Box::new(move || {
        if state.touched.get() > 0 {
            stop();
            timer.set_value(set_timeout_with_handle(write, REST).ok());
        }
    }));
    on_cleanup(stop);
}
