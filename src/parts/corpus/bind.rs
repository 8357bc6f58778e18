//! Takes a text of the reader's, says why one is not taken, and goes back to that of the site.

use pendrop_kit::{
    corpus::{Bounds, Refusal},
    format::short,
    locale::{Language, Strings, fill},
};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::names::{ANSWER, BACK, FIELD, NOT_IN_LINK, ROOT, USE};
use crate::{
    browser::{
        self,
        dom::{all, effect, find, need, need_as, on, set_flag, show_notice},
    },
    reactive::*,
    session::{Session, status::Status},
};

/// Brings the field to life, where the figure learns from a text.
pub fn bind(session: Session, figure: &Element) {
    let Some((root, bounds)) = find(figure, ROOT).zip(session.figure.corpus()) else { return };
    let (Some(field), Some(take), Some(back), Some(answer)) =
        (need_as::<HtmlTextAreaElement>(&root, FIELD), need_as::<HtmlElement>(&root, USE), need(&root, BACK), need(&root, ANSWER))
    else {
        return;
    };
    let figure_head = find(figure, ".figure-head");
    // Why the text in the field is not taken. It stays in the field.
    let refused = RwSignal::new(None);
    on(
        &take,
        "click",
        Box::new(move |_| {
            let text = field.value();
            match bounds.takes(&text) {
                Ok(()) => {
                    refused.set(None);
                    session.learn_from(Some(text.into()));
                    // What is learnt from it is to be seen, not only the field.
                    if let Some(head) = figure_head.as_ref() {
                        browser::bring_into_view(head, web_sys::ScrollLogicalPosition::Nearest);
                    }
                }
                Err(why) => refused.set(Some(why)),
            }
        }),
    );
    on(
        &back,
        "click",
        Box::new(move |_| {
            refused.set(None);
            session.learn_from(None);
            // The focus must not be lost with the button.
            let _ = take.focus();
        }),
    );
    effect(Box::new(move || {
        let said = match refused.get() {
            Some(why) => Some(reason(why, bounds, session.language)),
            None if session.given.with(Option::is_none) => None,
            // Read out when it is learnt from, and once more when that has come to its end.
            None if session.status() == Status::Ready => Some(session.evaluation().outcome.headline(session.language)),
            None => Some(Strings::of(session.language).own_text_learning.to_owned()),
        };
        show_notice(&answer, said.as_deref().map(|said| (said, "")));
    }));
    let notes = all(figure, NOT_IN_LINK);
    effect(Box::new(move || {
        let none = session.given.with(Option::is_none);
        set_flag(&back, "hidden", none);
        notes.iter().for_each(|note| set_flag(note, "hidden", none));
    }));
}

/// Why a text is not taken.
fn reason(why: Refusal, bounds: Bounds, language: Language) -> String {
    let s = Strings::of(language);
    let (template, found, bound) = match why {
        Refusal::TooShort(characters) => (s.own_text_short, characters, bounds.least),
        Refusal::TooLong(bytes) => (s.own_text_long, bytes, bounds.most),
    };
    let [found, bound] = [found, bound].map(|count| short(count as f64, 12, language));
    fill(template, &[("found", &found), ("bound", &bound)])
}
