//! Prose on a page: HTML that the content pipeline has made.

use std::collections::BTreeMap;

use leptos::prelude::*;

/// The prose of a page by the name of its block.
pub type Blocks = BTreeMap<String, String>;

/// Name of the block that holds "About this model" of a figure.
#[must_use]
pub fn about_key(id: &str) -> String {
    format!("about-{id}")
}

/// A block of prose.
#[component]
pub fn ProseBlock<'a>(
    /// The prose of the page.
    blocks: &'a Blocks,
    /// Which block.
    key: String,
) -> AnyView {
    let html = blocks.get(&key).cloned().unwrap_or_default();
    view! { <div class="prose" inner_html=html></div> }.into_any()
}
