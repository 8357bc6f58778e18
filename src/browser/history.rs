//! Where the reader is in the site, and the way from page to page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use super::{dom::on, window};
use crate::{browser, reactive::*};

/// An address of this site.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    path: String,
    /// With its question mark, or empty.
    search: String,
    /// With its sign, or empty.
    hash: String,
    /// Whether the reader is taken to the top of the page, or to the place that the address names.
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

/// The browser's history: clicks on links of the site and the back button change the address that is wanted, and the address
/// bar follows when its page is there. Its signals outlive pages.
#[derive(Clone, Copy)]
pub struct History(RwSignal<Address>);

impl History {
    /// Starts to listen for clicks on links below `base`, for as long as the owner lives.
    #[must_use]
    pub fn start(base: String) -> Self {
        let history = Self(RwSignal::new(Address::current()));
        on(&window(), "click", Box::new(move |event| history.clicked(&event, &base)));
        on(&window(), "popstate", Box::new(move |_| history.follow_address()));
        history
    }

    /// The path that is wanted; reading it in an effect subscribes.
    #[must_use]
    pub fn path(self) -> String {
        self.0.with(|address| address.path.clone())
    }

    /// The query that is wanted.
    #[must_use]
    pub fn search(self) -> Memo<String> {
        Memo::new(move |_| self.0.with(|address| address.search.clone()))
    }

    /// The address that was asked for last.
    #[must_use]
    pub fn wanted(self) -> Address {
        self.0.get_untracked()
    }

    /// Asks for an address, as a click on a link does. Another page is there only when it has been fetched: whoever does
    /// that calls [`commit`](Self::commit).
    pub fn navigate(self, address: Address) {
        let here = address.path == browser::path();
        self.0.set(address);
        if here {
            self.commit();
        }
    }

    /// The page that is wanted is there: the address bar shows it. It does already where the reader has gone back.
    pub fn commit(self) {
        let wanted = self.wanted();
        if let (true, Ok(history)) = (wanted.text() != Address::current().text(), window().history()) {
            // Browsers refuse too many changes in a short time; then the address is wrong until the next click.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&wanted.text()));
        }
        if wanted.scrolls && !browser::scroll_to_place() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
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
        self.0.set(Address::current());
    }

    fn clicked(self, event: &Event, base: &str) {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        // With a key, a link opens elsewhere or is saved.
        let plain = click.button() == 0 && !(click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key());
        if !plain || click.default_prevented() {
            return;
        }
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok()?).and_then(|link| link.dyn_into().ok());
        if let Some(address) = link.and_then(|link| Address::of_link(&link, base)) {
            click.prevent_default();
            self.navigate(address);
        }
    }
}
