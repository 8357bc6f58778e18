//! Bringing served elements to life. These functions take boxed closures and are not generic, so that each use costs a
//! call and not a copy of the reactive machinery: that is what keeps the program small.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent, MouseEvent};

use super::document;
use crate::reactive::*;

/// The first element below `root` that a selector names.
#[must_use]
pub fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// All elements below `root` that a selector names, in their order.
#[must_use]
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// The first element below `root` that a selector names, as one of a kind.
#[must_use]
pub fn find_as<T: JsCast>(root: &Element, selector: &str) -> Option<T> {
    find(root, selector)?.dyn_into().ok()
}

/// A part of the markup that a binder cannot do without, as a selector below the root of its part. All of them are listed
/// ([`needs!`](crate::needs)), and a native test looks for each on every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need(pub &'static str);

/// Declares what the binder of a part needs below the part's root, and lists it as `NEEDS`.
#[macro_export]
macro_rules! needs {
    ($($(#[$doc:meta])* $name:ident = $selector:literal;)*) => {
        $($(#[$doc])* pub const $name: $crate::browser::dom::Need = $crate::browser::dom::Need($selector);)*
        /// All that the binder needs.
        pub const NEEDS: &[$crate::browser::dom::Need] = &[$($name),*];
    };
}

/// What a binder needs, below the root of its part. Where it is missing the console says so, which fails every test; the rest
/// of the page goes on.
#[must_use]
pub fn need(root: &Element, Need(selector): Need) -> Option<Element> {
    let element = find(root, selector);
    if element.is_none() {
        super::report(&format!("the page lacks {selector} in {}", root.class_name()));
    }
    element
}

/// What a binder needs, as one of a kind.
#[must_use]
pub fn need_as<T: JsCast>(root: &Element, what: Need) -> Option<T> {
    need(root, what)?.dyn_into().ok()
}

/// The control of a parameter, as one of a kind; every figure has one for each of its parameters.
#[must_use]
pub fn need_control<T: JsCast>(figure: &Element, parameter: &str) -> Option<T> {
    let control = find(figure, &control_selector(parameter));
    if control.is_none() {
        super::report(&format!("the page lacks a control of {parameter}"));
    }
    control?.dyn_into().ok()
}

/// Finds the control of a parameter in its figure: of a group of radio buttons the first.
#[must_use]
pub fn control_selector(parameter: &str) -> String {
    format!("[name={parameter}]:is(input, select)")
}

/// Listens for an event until the owner ends.
pub fn on(target: &EventTarget, event: &'static str, handler: Box<dyn FnMut(Event)>) {
    hear(target, event, false, handler);
}

/// Listens for an event until the owner ends, and hears of it before anything inside the target does.
pub fn on_first(target: &EventTarget, event: &'static str, handler: Box<dyn FnMut(Event)>) {
    hear(target, event, true, handler);
}

fn hear(target: &EventTarget, event: &'static str, first: bool, handler: Box<dyn FnMut(Event)>) {
    let handler = Closure::wrap(handler);
    // A name and a function are never refused.
    let _ = target.add_event_listener_with_callback_and_bool(event, handler.as_ref().unchecked_ref(), first);
    let kept = StoredValue::new((target.clone(), handler));
    on_cleanup(move || {
        kept.with_value(|(target, handler)| {
            let _ = target.remove_event_listener_with_callback_and_bool(event, handler.as_ref().unchecked_ref(), first);
        });
    });
}

/// Whether a click is one without keys: with one, a link opens elsewhere or is saved.
#[must_use]
pub fn is_plain(click: &MouseEvent) -> bool {
    click.button() == 0 && !(click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key())
}

/// Makes a link a button: pressed without keys, or with the space bar, it acts here instead of leading elsewhere.
pub fn act_as_button(link: &HtmlElement, act: Box<dyn Fn()>) {
    set_attribute(link, "role", Some("button"));
    on(
        link,
        "click",
        Box::new(move |event| {
            if event.dyn_ref::<MouseEvent>().is_some_and(is_plain) {
                event.prevent_default();
                act();
            }
        }),
    );
    let pressed = link.clone();
    on(
        link,
        "keydown",
        Box::new(move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == " ") else { return };
            key.prevent_default();
            if !key.repeat() {
                pressed.click();
            }
        }),
    );
}

/// Runs now and whenever a signal it has read changes, until the owner ends.
pub fn effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Keeps an element's text in step. Text that is right already is left alone, and with it the reader's selection.
pub fn bind_text(element: Option<Element>, make: Box<dyn Fn() -> String>) {
    if let Some(element) = element {
        effect(Box::new(move || set_text(&element, &make())));
    }
}

/// Keeps an attribute in step; without a value it is taken away.
pub fn bind_attribute(element: Option<Element>, name: &'static str, make: Box<dyn Fn() -> Option<String>>) {
    if let Some(element) = element {
        effect(Box::new(move || set_attribute(&element, name, make().as_deref())));
    }
}

/// Sets an element's text where it differs.
pub fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Sets or takes away an attribute where it differs.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() != value {
        // The names are fixed and valid.
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// Sets or takes away an attribute that has no value.
pub fn set_flag(element: &Element, name: &str, holds: bool) {
    set_attribute(element, name, holds.then_some(""));
}

/// Sets a property of the element's style.
pub fn set_style(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // The names are fixed and valid.
        let _ = element.style().set_property(name, value);
    }
}

/// Sets custom properties of the element's style, written as in a style sheet (`--x:1rem;--y:2rem;`).
pub fn set_properties(element: &Element, properties: &str) {
    for (name, value) in properties.split_terminator(';').filter_map(|property| property.split_once(':')) {
        set_style(element, name, value);
    }
}

/// Fills a notice, of which the second part is set in bold, or empties it: the style sheet hides an empty one.
pub fn show_notice(place: &Element, notice: Option<(&str, &str)>) {
    let (text, strong) = notice.unwrap_or_default();
    if place.text_content().unwrap_or_default() == format!("{text}{strong}") {
        return;
    }
    place.set_text_content(Some(text));
    if !strong.is_empty()
        && let Ok(bold) = document().create_element("b")
    {
        bold.set_text_content(Some(strong));
        // A paragraph takes any child.
        let _ = place.append_child(&bold);
    }
}

/// Gives an element the focus where it is, without scrolling to it.
pub fn focus_in_place(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot take the focus is no harm.
    let _ = element.focus_with_options(&options);
}
