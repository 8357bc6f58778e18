//! Brings the head of a page to life: skip link, theme, language.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, HtmlInputElement};

use super::names::{LANGUAGES, SKIP, THEMES, THEMES_BUTTON};
use crate::browser::{
    self,
    dom::{all, find, find_as, need, on, set_attribute, set_flag},
};

/// The name under which the theme is remembered; the inline script in the page's head reads it too.
const THEME: &str = "pendrop-theme";
/// The name under which the language is remembered, for the address `/`.
const LANGUAGE: &str = "pendrop-language";

/// Brings the head of the page to life; a figure alone has none.
pub fn bind(body: &Element) {
    if find(body, ".masthead").is_none() {
        return;
    }
    skip(body);
    themes(body);
    languages(body);
}

/// The history would take the skip link for navigation, which moves the view but not the focus.
fn skip(body: &Element) {
    let (Some(link), Some(main)) = (need(body, SKIP), find_as::<HtmlElement>(body, "main")) else { return };
    on(
        &link,
        "click",
        Box::new(move |event| {
            event.prevent_default();
            // Main text that is there can take the focus.
            let _ = main.focus();
        }),
    );
}

fn themes(body: &Element) {
    let (Some(themes), Some(button)) = (need(body, THEMES), need(body, THEMES_BUTTON)) else { return };
    // What is in force is known only in the browser: a stored choice, else what the system asks for.
    let system = if browser::media("(prefers-color-scheme: dark)") { "dark" } else { "light" };
    let root = browser::root_element();
    let theme = root.as_ref().and_then(|root| root.get_attribute("data-theme")).unwrap_or_else(|| system.to_owned());
    for input in all(&themes, "input").into_iter().filter_map(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        let (name, root) = (input.value(), root.clone());
        input.set_checked(name == theme);
        input.set_disabled(false);
        on(
            &input,
            "change",
            Box::new(move |_| {
                if let Some(root) = &root {
                    set_attribute(root, "data-theme", Some(&name));
                }
                browser::remember(THEME, &name);
            }),
        );
    }
    set_flag(&button, "disabled", false);
    let opener = button.clone();
    on(
        &button,
        "click",
        Box::new(move |_| {
            // A fixed class name is never refused.
            let open = themes.class_list().toggle("open").unwrap_or(false);
            set_attribute(&opener, "aria-expanded", Some(if open { "true" } else { "false" }));
        }),
    );
}

/// The state of the figures and the place stand in the address; they go along to the other language.
fn languages(body: &Element) {
    let Some(languages) = need(body, LANGUAGES) else { return };
    for link in all(&languages, "a").into_iter().filter_map(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        let path = link.get_attribute("href").unwrap_or_default();
        let target = link.clone();
        on(
            &link,
            "click",
            Box::new(move |_| {
                browser::remember(LANGUAGE, &target.hreflang());
                browser::dispatch_event(browser::BEFORE_NAVIGATE);
                target.set_href(&format!("{path}{}{}", browser::search(), browser::hash()));
            }),
        );
    }
}
