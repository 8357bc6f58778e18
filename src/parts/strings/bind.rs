//! Loads the strings of a page.

use pendrop_kit::locale::{Language, load};
use web_sys::Element;

use super::names::{FOLDER, ROOT};
use crate::browser::dom::all;

/// Loads what a page brings, before anything on it is bound.
pub fn bind(body: &Element, language: Language) {
    for element in all(body, ROOT) {
        if let (Some(folder), Some(lines)) = (element.get_attribute(FOLDER), element.text_content()) {
            load(&folder, language, &lines);
        }
    }
}
