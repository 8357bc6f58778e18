//! Brings the question before a figure to life.

use std::rc::Rc;

use pendrop_kit::{
    locale::{Language, Strings, fill},
    number,
    query::shortened,
    question::Question,
    state::{Command, Origin},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{
    names::{AGAIN, ANSWERED, BELOW, COMMIT, FIELD, GUESS, NOTICE, PIECES, RANGE, REST, SAID, TEXT, VERDICT},
    open::{ask_again, set_guessed},
    prompt::{self, undo},
};
use crate::{
    browser::{
        self, after_painting,
        dom::{all, effect, find, focus_in_place, need, need_as, on, set_attribute, set_flag, set_style, set_text, show_notice},
        press,
    },
    parts::slider::keys::key,
    reactive::*,
    session::Session,
};

/// A question on the page.
#[derive(Clone, Copy)]
struct Asked {
    session: Session,
    question: &'static Question,
    /// The guess that is being made; none before a first place has been chosen.
    value: RwSignal<Option<f64>>,
    /// Whether the first drop has been watched: it is judged only then.
    watched: RwSignal<bool>,
    /// What is kept from being laid out meanwhile.
    rest: StoredValue<Vec<HtmlElement>>,
}

/// Brings the question before a figure to life, if there is one.
pub fn bind(session: Session, body: &Element) {
    let Some(question) = session.figure.question() else { return };
    let id = session.figure.id();
    // A figure alone is not asked about.
    let Some(element) = find(body, &format!("[data-question={id}]")) else { return };
    let made = untrack(|| session.guess());
    set_guessed(id, made.is_some());
    let asked = Asked { session, question, value: RwSignal::new(made), watched: RwSignal::new(true), rest: StoredValue::new(Vec::new()) };
    asked.slider(&element);
    asked.field(&element);
    asked.buttons(&element);
    asked.verdict(&element);
    prompt::bind(session, question, &element, asked.value);
}

impl Asked {
    /// The slider, its number and the words on the button follow the guess that is being made.
    fn slider(self, element: &Element) {
        let (Some(range), Some(guess)) = (need_as::<HtmlInputElement>(element, RANGE), need(element, GUESS)) else { return };
        let (Some(commit), Some(field)) = (need(element, COMMIT), need_as::<HtmlInputElement>(element, FIELD)) else { return };
        let (question, value, language) = (self.question, self.value, self.session.language);
        let slider = range.clone();
        effect(Box::new(move || {
            let (value, s) = (value.get(), Strings::of(language));
            let at = value.unwrap_or(question.start);
            slider.set_value(&number::plain(question.position(at)));
            set_style(&slider, "--at", &number::fixed(question.fraction(at), 4));
            // Without a guess the slider has no thumb.
            set_flag(&guess, "data-empty", value.is_none());
            set_attribute(&commit, "aria-disabled", value.is_none().then_some("true"));
            let spoken = value.map_or_else(|| s.question_unset.to_owned(), |value| question.spoken(value, language));
            set_attribute(&slider, "aria-valuetext", Some(&spoken));
            field.set_value(&written(question, value, language));
            // Large numbers, which take the most room, stand beside the button and not on it.
            let words = |value| match question.log {
                true => s.question_commit_short.to_owned(),
                false => fill(s.question_commit, &[("value", &question.formatted(value, language))]),
            };
            set_text(&commit, &value.map_or_else(|| s.question_empty.to_owned(), words));
        }));
        press::slide(&range, Box::new(move || undo(value)), Rc::new(move |position, _| value.set(Some(question.value_at(position)))));
        // A press where the slider stands already moves nothing, and still means that place.
        let pressed = range.clone();
        on(
            &range,
            "click",
            Box::new(move |_| {
                if let (None, Some(position)) = (value.get_untracked(), number::parse(&pressed.value())) {
                    value.set(Some(question.value_at(position)));
                }
            }),
        );
    }

    /// The guess can be written.
    fn field(self, element: &Element) {
        let (Some(field), Some(notice)) = (need_as::<HtmlInputElement>(element, FIELD), need(element, NOTICE)) else { return };
        let (question, value, language) = (self.question, self.value, self.session.language);
        let input = field.clone();
        on(
            &field,
            "change",
            Box::new(move |_| {
                let (text, s) = (input.value(), Strings::of(language));
                let guess = question.typed(&text, language).filter(|guess| question.allows(*guess));
                let refused = (guess.is_none() && !text.trim().is_empty()).then(|| {
                    let bounds = [question.least, question.greatest].map(|bound| question.format_number(bound, language));
                    let asked = fill(s.quoted, &[("text", &shortened(&text))]);
                    fill(s.question_refused, &[("asked", &asked), ("least", &bounds[0]), ("greatest", &bounds[1])])
                });
                show_notice(&notice, refused.as_deref().map(|reason| (reason, "")));
                match guess {
                    Some(guess) => value.set(Some(question.nearest(guess))),
                    // The field shows what is in force.
                    None => input.set_value(&written(question, value.get_untracked(), language)),
                }
            }),
        );
        // Whoever has written it and presses Enter once more means it.
        let (input, button) = (field.clone(), need_as::<HtmlElement>(element, COMMIT));
        on(
            &field,
            "keydown",
            Box::new(move |event| {
                let made = value.get_untracked();
                if key(&event).as_deref() == Some("Enter") && made.is_some() && written(question, made, language) == input.value() {
                    button.iter().for_each(HtmlElement::click);
                }
            }),
        );
        // Who chooses on the slider has seen what was said about the field.
        let notice = need(element, NOTICE);
        effect(Box::new(move || {
            if let (Some(_), Some(notice)) = (value.get(), &notice) {
                show_notice(notice, None);
            }
        }));
    }

    /// The guess is made, and made again.
    fn buttons(self, element: &Element) {
        let (Some(commit), Some(again)) = (need(element, COMMIT), need_as::<HtmlElement>(element, AGAIN)) else { return };
        let (Some(range), Some(notice)) = (need_as::<HtmlElement>(element, RANGE), need(element, NOTICE)) else { return };
        let (place, slider) = (element.clone(), range.clone());
        on(
            &commit,
            "click",
            Box::new(move |_| match self.value.get_untracked() {
                Some(guess) => self.commit(guess, &place),
                // Where a place can be chosen, and how.
                None => {
                    show_notice(&notice, Some((Strings::of(self.session.language).question_how, "")));
                    drop(slider.focus());
                }
            }),
        );
        let place = element.clone();
        on(
            &again,
            "click",
            Box::new(move |_| {
                self.session.dispatch(Command::Guess(None), Origin::Reader);
                self.session.dispatch(Command::Reset, Origin::Reader);
                ask_again(&place);
                set_flag(&place, ANSWERED, false);
                set_guessed(self.session.figure.id(), false);
                // The slider is there again.
                let _ = range.focus();
            }),
        );
    }

    /// The figure answers: what it shows comes first, and moves once the page has it in its place.
    fn commit(self, guess: f64, element: &Element) {
        let session = self.session;
        // Whatever was tried before, the guess is about the start.
        session.dispatch(Command::Reset, Origin::Reader);
        // The first drop is as fast as life; who asks for less motion sees its outcome at once, and so does everyone
        // where nothing moves, or only by steps.
        let moves =
            session.start().outcome.animation().is_some_and(|animation| animation.step().is_none()) && !browser::wants_less_motion();
        if moves {
            session.dispatch(Command::Seek(0.0), Origin::Reader);
            self.watched.set(false);
        }
        set_flag(element, "data-watching", moves);
        // All that opens with the first guess would take the browser as long as the drop itself: it comes after it, piece by piece.
        self.rest.set_value(hold_back(element));
        set_flag(element, ANSWERED, true);
        session.dispatch(Command::Guess(Some(guess)), Origin::Reader);
        let element = element.clone();
        after_painting(move || {
            // The focus must not be lost with the button.
            if let Some(verdict) = need_as::<HtmlElement>(&element, VERDICT) {
                focus_in_place(&verdict);
            }
            // The drop is to be seen as a whole, and what it is held against.
            for part in [".question", ".show", ".figure-head"] {
                if let Some(part) = find(&element, part) {
                    browser::bring_into_view(&part, web_sys::ScrollLogicalPosition::Nearest);
                }
            }
            // The rest of the figure comes before anything moves.
            self.give_back(
                move |piece| piece.matches(BELOW).unwrap_or(false),
                move || {
                    if moves {
                        session.demonstrate(true);
                    } else {
                        self.give_back(|_| true, || {});
                    }
                },
            );
        });
    }

    /// Lets what was held back be laid out for as long as the next piece is one of `those`, each in a task of its own; then does
    /// what comes after it.
    fn give_back(self, those: impl Fn(&HtmlElement) -> bool + 'static, then: impl FnOnce() + 'static) {
        let next = self.rest.try_update_value(|pieces| pieces.first().is_some_and(&those).then(|| pieces.remove(0))).flatten();
        match next {
            Some(piece) => {
                // A property that is not there is no harm.
                drop(piece.style().remove_property("display"));
                after_painting(move || self.give_back(those, then));
            }
            None => then(),
        }
    }

    /// The verdict, once the first drop has been watched, and the guess among the results.
    fn verdict(self, element: &Element) {
        let Some(words) = need(element, VERDICT) else { return };
        let (session, place) = (self.session, element.clone());
        let begun = StoredValue::new(false);
        effect(Box::new(move || {
            let (guess, shown) = (session.guess(), session.demonstrating().is_some());
            if begun.get_value() && !shown && !self.watched.get_untracked() {
                self.watched.set(true);
                set_flag(&place, "data-watching", false);
                self.give_back(|_| true, || {});
            }
            begun.set_value(shown);
            let Some(guess) = guess else { return };
            let text = if self.watched.get() {
                let start = session.start().outcome;
                start.prediction().map_or_else(String::new, |prediction| prediction.verdict(guess, session.language))
            } else {
                fill(Strings::of(session.language).question_watch, &[("guess", &self.question.formatted(guess, session.language))])
            };
            set_text(&words, &text);
        }));
        let Some(said) = need(element, SAID) else { return };
        let (question, language) = (self.question, session.language);
        effect(Box::new(move || {
            // It was about the start.
            let guess = session.guess_shown();
            set_style(&said, "visibility", if guess.is_none() { "hidden" } else { "visible" });
            let (number, unit) = (find(&said, "b"), find(&said, ".unit"));
            let (Some(guess), Some(number), Some(unit)) = (guess, number, unit) else { return };
            // A unit stands under the other units; words that surround the number stay with it.
            let words = (question.wording)(language).strip_prefix("{number}").filter(|words| words.chars().count() < 4);
            let formatted = words.map_or_else(|| question.formatted(guess, language), |_| question.format_number(guess, language));
            set_text(&number, &formatted);
            set_text(&unit, words.unwrap_or_default().trim());
        }));
    }
}

/// A guess as its field shows it; nothing where there is none.
fn written(question: &Question, guess: Option<f64>, language: Language) -> String {
    guess.map_or_else(String::new, |guess| question.format_number(guess, language))
}

/// Keeps from being laid out what opens with a question and is not its answer: what stands below it in the figure, and then the
/// pieces of the page.
fn hold_back(question: &Element) -> Vec<HtmlElement> {
    let rest = question.next_element_sibling().filter(|next| next.matches(REST).unwrap_or(false));
    let own = all(question, BELOW).into_iter().chain(all(question, TEXT));
    let pieces = own.chain(rest.iter().flat_map(|rest| all(rest, PIECES)));
    let pieces = pieces.filter_map(|piece| piece.dyn_into::<HtmlElement>().ok()).collect::<Vec<_>>();
    pieces.iter().for_each(|piece| set_style(piece, "display", "none"));
    pieces
}
