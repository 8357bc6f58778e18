//! Prose on a page. It is no part of the program: natively it comes from `content`; in the browser it stands in the
//! served page already, and on in-page navigation it is taken from the next page's own file.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

/// The prose of the page that is shown.
#[derive(Clone, Default)]
pub struct Prose {
    /// HTML by the value of `data-prose`.
    blocks: Arc<BTreeMap<String, String>>,
    /// Whether the served page holds the blocks already, so that they are to be left alone.
    pub in_page: bool,
}

impl Prose {
    /// Prose that has been read from somewhere.
    #[must_use]
    pub fn new(blocks: BTreeMap<String, String>) -> Self {
        Self { blocks: Arc::new(blocks), in_page: false }
    }

    /// The prose of the page as served, which is taken over as it is.
    #[must_use]
    pub fn served() -> Self {
        Self { blocks: Arc::default(), in_page: true }
    }

    fn block(&self, key: &str) -> String {
        self.blocks.get(key).cloned().unwrap_or_default()
    }
}

/// A block of prose.
#[component]
pub fn ProseBlock(
    /// Which block.
    key: String,
    /// The prose of the page.
    prose: Prose,
) -> impl IntoView {
    let html = prose.block(&key);
    view! { <div class="prose" data-prose=key inner_html=html></div> }
}
