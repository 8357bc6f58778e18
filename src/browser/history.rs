//! Where the reader is in the site, and the way from page to page.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::browser;

/// The browser's history: clicks on links of the site and the back button change its address. Its signals outlive pages.
#[derive(Clone)]
pub struct History(BrowserUrl);

impl History {
    /// Starts to listen for clicks on links below `base`; nothing in a browser that denies its own address.
    #[must_use]
    pub fn start(base: String) -> Option<Self> {
        let history = BrowserUrl::new().ok()?;
        history.init(Some(base.into()));
        Some(Self(history))
    }

    /// The path of the address; reading it in an effect subscribes.
    #[must_use]
    pub fn path(&self) -> String {
        self.0.as_url().with(|url| url.path().to_owned())
    }

    /// The query of the address.
    #[must_use]
    pub fn search(&self) -> Memo<String> {
        let url = self.0.as_url().clone();
        Memo::new(move |_| url.with(|url| url.search().to_owned()))
    }

    /// The page at a path is there: returns when the address bar shows it.
    pub async fn commit(&self, path: &str) {
        self.0.ready_to_complete();
        // The address follows in a task of its own.
        for _ in 0..8 {
            if browser::path() == path {
                return;
            }
            // A promise that is kept already cannot fail.
            let _ = JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await;
        }
        // A retry, or the router saw no path change: push the entry ourselves.
        let wanted = self.wanted();
        let query = if wanted.search().is_empty() { String::new() } else { format!("?{}", wanted.search()) };
        let address = if wanted.path() == path { format!("{path}{query}{}", wanted.hash()) } else { path.to_owned() };
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        self.follow_address();
    }

    /// The address that was asked for last, with its query.
    #[must_use]
    pub fn wanted(&self) -> Url {
        self.0.as_url().get_untracked()
    }

    /// Asks for an address, as a click on a link does.
    pub fn navigate(&self, address: Url) {
        self.0.as_url().set(address);
    }

    /// The page could not be had: the address is that of the page that is shown.
    pub fn revert(&self, path: &str) {
        if browser::path() != path
            && let Ok(history) = window().history()
        {
            // Browsers refuse too many changes in a short time; then the address is wrong until the next click.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
        }
        self.follow_address();
    }

    fn follow_address(&self) {
        if let Ok(url) = BrowserUrl::current() {
            self.0.as_url().set(url);
        }
    }
}
