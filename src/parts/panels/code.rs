//! Panels with text to be copied: the address of a state, and the code that embeds it.

use pendrop_kit::{
    locale::{Language, Strings},
    text::escaped,
};
use web_sys::{Element, HtmlTextAreaElement};

use super::names::code::{ANSWER, COPY, TEXT};
use crate::{
    browser::{
        self, Base,
        dom::{effect, need, need_as, on, set_text},
        spawn_local,
    },
    route::{Page, Route},
    session::{Session, address},
};

/// A panel with text to be copied.
pub fn bind(language: Language, panel: Option<Element>, make: Box<dyn Fn() -> String>) {
    let Some(panel) = panel else { return };
    let (Some(area), Some(button), Some(answer)) = (need_as::<HtmlTextAreaElement>(&panel, TEXT), need(&panel, COPY), need(&panel, ANSWER))
    else {
        return;
    };
    let text = area.clone();
    effect(Box::new(move || text.set_value(&make())));
    on(
        &button,
        "click",
        Box::new(move |_| {
            let (area, answer) = (area.clone(), answer.clone());
            spawn_local(async move {
                let s = Strings::of(language);
                let done = browser::copy(&area.value()).await;
                if !done {
                    area.select();
                }
                set_text(&answer, if done { s.copied } else { s.copy_failed });
            });
        }),
    );
}

/// The address that opens the page with the figure as it stands; reading it in an effect subscribes.
pub fn link(session: Session) -> String {
    let query = browser::query_text(&address::shown_pairs(session, &session.prefix.get_value()));
    // On a page with others the link goes to the figure.
    let place =
        session.prefix.with_value(|prefix| if prefix.is_empty() { String::new() } else { format!("#figure-{}", session.figure.id()) });
    format!("{}{}{query}{place}", browser::origin(), browser::path())
}

/// Code that puts the figure alone into another page, in a frame of a width and a height; reading it in an effect subscribes.
pub fn embed(session: Session, base: Base, (width, height): (&str, &str)) -> String {
    let origin = browser::origin();
    let path = Route { language: session.language, page: Page::Figure(session.figure.id()) }.path();
    let query = escaped(&browser::query_text(&address::shown_pairs(session, "")));
    let title = escaped(&session.evaluation().outcome.headline(session.language));
    format!(
        "<iframe src=\"{origin}{}{query}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" style=\"border:0;max-width:100%\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\"></iframe>",
        base.url(&path)
    )
}
