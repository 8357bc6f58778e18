//! Where the reader is in the site, and the way from page to page.

use std::time::Duration;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, ScrollRestoration};

use super::{
    Timer, document,
    dom::{is_plain, on},
    place::{Landmark, Place, hold_still},
    window,
};
use crate::{browser, reactive::*};

/// An address of this site.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    path: String,
    /// With its question mark, or empty.
    search: String,
    /// With its sign, or empty.
    hash: String,
    /// Whether the reader is taken to the top of the page, or to the place that the address names; otherwise they stay at the heading or
    /// figure where they are.
    scrolls: bool,
}

impl Address {
    /// What the address bar shows.
    fn current() -> Self {
        Self { path: browser::path(), search: browser::search(), hash: browser::hash(), scrolls: false }
    }

    /// Where a link leads within the site below `base`; nothing for one that is the browser's own matter.
    fn of_link(link: &HtmlAnchorElement, base: &str) -> Option<Self> {
        let (path, external) = (link.pathname(), link.rel().split_ascii_whitespace().any(|word| word == "external"));
        let ours = browser::origin() == link.origin() && path.strip_prefix(base).is_some_and(|path| path.starts_with('/'));
        let scrolls = !link.has_attribute("data-noscroll");
        (ours && !external && link.target().is_empty() && !link.has_attribute("download")).then(|| Self {
            path,
            search: link.search(),
            hash: link.hash(),
            scrolls,
        })
    }

    fn text(&self) -> String {
        format!("{}{}{}", self.path, self.search, self.hash)
    }
}

/// How long a page must rest before the reader's place on it is kept: browsers refuse rapid changes of the history.
const REST: Duration = Duration::from_millis(250);

/// The browser's history: clicks on links of the site and the back button change the address that is wanted, and the address
/// bar follows when its page is there. Each entry keeps where the reader is on its page. Its signals outlive pages.
#[derive(Clone, Copy)]
pub struct History {
    wanted: RwSignal<Address>,
    /// Path of the page that is shown.
    shown: StoredValue<String>,
    /// Where the reader was on the page before, if the next one is to show the same.
    landmark: StoredValue<Option<Landmark>>,
    /// Keeps the place when the page has come to rest.
    rest: StoredValue<Option<Timer>>,
}

impl History {
    /// Starts to listen for clicks on links below `base`, for as long as the owner lives.
    #[must_use]
    pub fn start(base: String) -> Self {
        let current = Address::current();
        let history = Self {
            shown: StoredValue::new(current.path.clone()),
            wanted: RwSignal::new(current),
            landmark: StoredValue::new(None),
            rest: StoredValue::new(None),
        };
        on(
            &window(),
            "click",
            Box::new(move |event| {
                history.clicked(&event, &base);
                let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if pressed.is_some_and(|pressed| pressed.closest("summary").is_ok_and(|summary| summary.is_some())) {
                    hold_still();
                }
                // It may have opened something.
                history.keep_place_at_rest();
            }),
        );
        on(&window(), "popstate", Box::new(move |_| history.popped()));
        on(&window(), "scroll", Box::new(move |_| history.keep_place_at_rest()));
        // A phone that is turned has its lines elsewhere.
        let width = StoredValue::new(browser::width());
        let turned = move |_| {
            let now = browser::width();
            if let (true, Some(place)) = (width.get_value() != now, Place::of_entry()) {
                place.scroll_resized();
            }
            width.set_value(now);
        };
        on(&window(), "resize", Box::new(turned));
        if let Some(place) = Place::of_entry() {
            place.restore_at_start();
        }
        // The program knows better than the browser when the page is there that the reader goes back to.
        if let Ok(history) = window().history() {
            // Refused, the browser does it as well as it can.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        history
    }

    /// The path that is wanted; reading it in an effect subscribes.
    #[must_use]
    pub fn path(self) -> String {
        self.wanted.with(|address| address.path.clone())
    }

    /// The query that is wanted.
    #[must_use]
    pub fn search(self) -> Memo<String> {
        Memo::new(move |_| self.wanted.with(|address| address.search.clone()))
    }

    /// The address that was asked for last.
    #[must_use]
    pub fn wanted(self) -> Address {
        self.wanted.get_untracked()
    }

    /// Asks for an address, as a click on a link does. Another page is there only when it has been fetched: whoever does
    /// that calls [`commit`](Self::commit).
    pub fn navigate(self, address: Address) {
        let here = address.path == browser::path();
        self.wanted.set(address);
        if here {
            self.commit();
            self.arrive();
        }
    }

    /// The page that is wanted is about to be shown: the address bar shows its address. It does already where the reader has gone
    /// back.
    pub fn commit(self) {
        let wanted = self.wanted();
        if let (true, Ok(history)) = (wanted.text() != Address::current().text(), window().history()) {
            self.keep_place();
            self.landmark.set_value(if wanted.scrolls { None } else { Landmark::now() });
            // Browsers refuse too many changes in a short time; then the address is wrong until the next click.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&wanted.text()));
        }
        self.shown.set_value(wanted.path);
    }

    /// The page is there: takes the reader to the place that a link has asked for, or back to where they were.
    pub fn arrive(self) {
        if self.wanted().scrolls {
            match addressed() {
                Some(place) => place.scroll_into_view(),
                None => window().scroll_to_with_x_and_y(0.0, 0.0),
            }
        } else if let Some(landmark) = self.landmark.try_update_value(Option::take).flatten() {
            landmark.scroll();
        } else if let Some(place) = Place::of_entry() {
            place.scroll();
        }
    }

    /// Opens what the reader had opened on the page that is about to be brought to life, if they come back to it.
    pub fn reopen(self) {
        if let (false, Some(place)) = (self.wanted().scrolls, Place::of_entry()) {
            place.open();
        }
    }

    fn keep_place_at_rest(self) {
        self.rest.set_value(Timer::after(REST, Box::new(move || self.keep_place())));
    }

    /// Keeps where the reader is in the history's entry, if that is one of the page that is shown.
    fn keep_place(self) {
        self.rest.set_value(None);
        if self.shown.with_value(|shown| *shown == browser::path())
            && let Some(place) = Place::now()
        {
            place.keep();
        }
    }

    /// The reader has gone back, or on again.
    fn popped(self) {
        // Where they were belongs to an entry that is left.
        self.rest.set_value(None);
        self.follow_address();
        if self.shown.with_value(|shown| *shown == browser::path()) {
            self.arrive();
        }
    }

    /// The page could not be had: the address is that of the page that is shown.
    pub fn revert(self, path: &str) {
        if let (true, Ok(history)) = (browser::path() != path, window().history()) {
            // As above.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
        }
        self.follow_address();
    }

    fn follow_address(self) {
        self.wanted.set(Address::current());
    }

    fn clicked(self, event: &Event, base: &str) {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        if !is_plain(click) || click.default_prevented() {
            return;
        }
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok()?).and_then(|link| link.dyn_into().ok());
        // In a frame of another page, only a place on the page that is shown is ours.
        let framed = document().query_selector("base[target]").is_ok_and(|base| base.is_some());
        let ours = |address: &Address| !framed || (!address.hash.is_empty() && address.path == browser::path());
        if let Some(address) = link.and_then(|link| Address::of_link(&link, base)).filter(ours) {
            click.prevent_default();
            self.navigate(address);
        }
    }
}

/// Ids of the figures that the address asks for, by a state of theirs or as a place, each once and the first in front. The script in
/// the page's head has the same rules.
#[must_use]
pub fn addressed_figures() -> Vec<String> {
    let mut ids = Vec::new();
    let states = browser::query_pairs().into_iter().filter_map(|(name, _)| Some(name.split_once('.')?.0.to_owned()));
    for id in browser::hash().strip_prefix("#figure-").map(str::to_owned).into_iter().chain(states) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// What the address names: a place, or else the figure that it has a state of.
fn addressed() -> Option<Element> {
    let hash = browser::hash();
    if hash.len() > 1 {
        return document().get_element_by_id(hash.trim_start_matches('#'));
    }
    document().get_element_by_id(&format!("figure-{}", addressed_figures().first()?))
}
