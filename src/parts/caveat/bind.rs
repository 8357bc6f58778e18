//! Keeps the caveat of a figure in step, and fetches the tables and the text that its values need.

use pendrop_kit::locale::{Language, Strings};
use web_sys::{Element, HtmlElement};

use super::names::{CAVEAT, ROOT, TEXT};
use crate::{
    browser::{
        announce, document,
        dom::{effect, find, find_as, focus_in_place, need, on, set_attribute, set_flag, show_notice},
        spawn_local,
    },
    reactive::*,
    session::{
        Session,
        status::{self, Status},
    },
};

/// The paragraph of a figure's caveat.
fn text(figure: &Element) -> Option<Element> {
    need(&find(figure, ROOT)?, TEXT)
}

/// Shows the outcome's caveat, or why a table could not be had: what is drawn stays.
pub fn bind(session: Session, figure: &Element) {
    let Some(place) = text(figure) else { return };
    let fetch = fetch_tables(session);
    let button = retry_button(figure, session.language, Box::new(fetch));
    let root = figure.clone();
    effect(Box::new(move || {
        if let Some(error) = session.load_error.get() {
            let why = error.formatted(session.language);
            show_notice(&place, Some((&why, "")));
            announce(&why);
            if let Some(button) = &button {
                // A paragraph takes any child.
                let _ = place.append_child(button);
            }
        } else {
            if let Some(button) = &button {
                button.remove();
            }
            show_notice(&place, session.evaluation().outcome.caveat(session.language).as_deref().map(|text| (text, "")));
        }
        set_flag(&root, CAVEAT, place.has_child_nodes());
    }));
}

/// Fetches the tables that the values in force need, and the text that their jobs learn from, whenever these change; returns what tries once more.
fn fetch_tables(session: Session) -> impl Fn() + Copy + 'static {
    let needed = Memo::new(move |_| (session.figure.tables(&session.values()), session.lacks_text()));
    let fetch = move || {
        session.load_error.set(None);
        spawn_local(async move {
            let Some((names, text)) = needed.try_get_untracked() else { return };
            let mut outcome = session.tables.fetch(names).await;
            if text && outcome.is_ok() {
                outcome = session.tables.fetch_text(session.language).await;
            }
            // The reader may have chosen others meanwhile, or left.
            if needed.try_get_untracked() == Some((names, text)) {
                session.load_error.set(outcome.err());
            }
        });
    };
    effect(Box::new(move || {
        let (names, text) = needed.get();
        if !text && (names.is_empty() || session.tables.tables().has(names)) {
            session.load_error.set(None);
        } else {
            fetch();
        }
    }));
    fetch
}

/// Says that the figure's program or its data could not be had, and offers to try again: what was served stays.
pub fn fail(figure: &Element, language: Language, why: &str, retry: Box<dyn Fn(Element)>) {
    status::write(figure, Status::Error);
    let Some(place) = text(figure) else { return };
    show_notice(&place, Some((why, "")));
    announce(why);
    let (element, notice) = (figure.clone(), place.clone());
    let try_again = move || {
        show_notice(&notice, None);
        status::write(&element, Status::Static);
        retry(element.clone());
    };
    if let Some(button) = retry_button(figure, language, Box::new(try_again)) {
        // A paragraph takes any child.
        let _ = place.append_child(&button);
    }
}

/// A button that tries again what has failed for a figure, and goes when it is pressed.
fn retry_button(figure: &Element, language: Language, retry: Box<dyn Fn()>) -> Option<Element> {
    let button = document().create_element("button").ok()?;
    set_attribute(&button, "type", Some("button"));
    button.set_text_content(Some(Strings::of(language).try_again));
    let (figure, pressed) = (figure.clone(), button.clone());
    on(
        &button,
        "click",
        Box::new(move |_| {
            // The focus must not be lost with the button.
            if let Some(heading) = find_as::<HtmlElement>(&figure, "h2") {
                heading.set_tab_index(-1);
                focus_in_place(&heading);
            }
            pressed.remove();
            retry();
        }),
    );
    Some(button)
}
