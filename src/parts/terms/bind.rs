//! Brings explained words to life.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use super::names::ROOT;
use crate::browser::{
    document,
    dom::{act_as_button, all, set_attribute},
};

const EXPANDED: &str = "aria-expanded";

/// Makes buttons of all explained words on a page.
pub fn bind(body: &Element) {
    for link in all(body, ROOT).into_iter().filter_map(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        set_attribute(&link, EXPANDED, Some("false"));
        let words = link.clone();
        let press = move || {
            // Nothing opens where the entry is missing, which the build rules out.
            let _ = turn(&words);
        };
        act_as_button(&link, Box::new(press));
    }
}

/// Puts the entry behind the words, or takes it away.
fn turn(words: &HtmlAnchorElement) -> Option<()> {
    let open = words.get_attribute(EXPANDED).as_deref() == Some("true");
    if open {
        words.next_element_sibling()?.remove();
    } else {
        let entry = document().get_element_by_id(words.hash().trim_start_matches('#'))?;
        let meaning = document().create_element("span").ok()?;
        meaning.set_class_name("meaning");
        meaning.set_inner_html(&entry.inner_html());
        words.insert_adjacent_element("afterend", &meaning).ok()?;
    }
    set_attribute(words, EXPANDED, Some(if open { "false" } else { "true" }));
    Some(())
}
