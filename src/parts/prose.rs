//! Prose on a page: HTML that the content pipeline has made.

use std::collections::BTreeMap;

use leptos::prelude::*;

/// The prose that parts ask for, by the name of its block.
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
    prose(blocks.get(&key).map_or("", String::as_str))
}

/// Prose in its place.
#[must_use]
pub fn prose(html: &str) -> AnyView {
    let html = html.to_owned();
    view! { <div class="prose" inner_html=html></div> }.into_any()
}
