//! Brings full screen to life.

use pendrop_kit::locale::Strings;
use web_sys::{Element, HtmlElement};

use super::names::{FULL, FULL_SCREEN, MORE, NOTICE, REST};
use crate::{
    browser::{
        self, document,
        dom::{effect, find_as, need, on, on_first, set_attribute, set_flag, set_text, show_notice},
    },
    parts::{slider::keys::key, transport::names::PLAY_BUTTON},
    reactive::*,
    session::Session,
};

/// Brings the buttons to life, and keeps the keys of a presenter's remote control from moving anything.
pub fn bind(session: Session, figure: &Element) {
    let (Some(button), Some(more), Some(place)) = (need(figure, FULL_SCREEN), need(figure, MORE), need(figure, NOTICE)) else { return };
    let s = Strings::of(session.language);
    let full = RwSignal::new(false);
    let rest = RwSignal::new(false);

    let (stage, playing) = (figure.clone(), find_as::<HtmlElement>(figure, PLAY_BUTTON.0));
    browser::listen("fullscreenchange", move || {
        let (before, fills) = (full.get_untracked(), document().fullscreen_element().as_ref() == Some(&stage));
        full.set(fills);
        if let Some(root) = browser::root_element().filter(|_| before || fills) {
            set_flag(&root, FULL, fills);
        }
        // A stage begins as one screen, and with a key under the hand that does what everybody expects of it.
        rest.set(false);
        if let Some(play) = playing.as_ref().filter(|_| fills) {
            let _ = play.focus();
        }
    });
    let word = button.clone();
    effect(Box::new(move || set_text(&word, if full.get() { s.action_leave_fullscreen } else { s.action_fullscreen })));

    let stage = figure.clone();
    on(
        &button,
        "click",
        Box::new(move |_| {
            let refused = if full.get_untracked() {
                document().exit_fullscreen();
                false
            } else {
                !document().fullscreen_enabled() || stage.request_fullscreen().is_err()
            };
            show_notice(&place, refused.then_some((s.fullscreen_failed, "")));
        }),
    );

    on(&more, "click", Box::new(move |_| rest.update(|rest| *rest = !*rest)));
    let stage = figure.clone();
    effect(Box::new(move || {
        set_attribute(&more, "aria-expanded", Some(if rest.get() { "true" } else { "false" }));
        set_flag(&stage, REST, rest.get());
    }));

    // A remote control sends them for the next slide; whatever was touched last has the focus, and would take them.
    on_first(
        figure,
        "keydown",
        Box::new(move |event| {
            if full.get_untracked() && key(&event).is_some_and(|key| ["PageUp", "PageDown"].contains(&key.as_str())) {
                event.prevent_default();
                event.stop_propagation();
            }
        }),
    );
}
