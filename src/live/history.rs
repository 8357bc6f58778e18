//! Where the reader is in the site, and the way from page to page.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider};

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

    /// The path of the address; whoever asks in an effect is told when it changes.
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

    /// The page that the address asked for is there: now the address bar shows it.
    pub fn arrived(&self) {
        self.0.ready_to_complete();
    }
}
