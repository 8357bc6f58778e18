//! Brings the list of a section's headings to life.

use web_sys::Element;

use super::names::HEADINGS;
use crate::{
    browser::dom::{all, on},
    parts::question::open::open_rest,
};

/// A heading that waits for an answer is opened by whoever goes there, as by an address that names it.
pub fn bind(body: &Element) {
    for link in all(body, HEADINGS) {
        on(&link, "click", Box::new(|_| open_rest()));
    }
}
