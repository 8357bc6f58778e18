//! Brings the question before a figure to life.

use std::rc::Rc;

use pendrop_kit::{
    locale::{Strings, fill},
    question::Question,
    state::{Command, Origin},
};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{
    names::{AGAIN, COMMIT, NUMBER, RANGE, VERDICT},
    open::{ask_again, set_guessed},
    prompt::{self, undo},
};
use crate::{
    browser::{
        self,
        dom::{all, effect, find, find_as, focus_in_place, need, need_as, on, set_attribute, set_flag, set_style, set_text},
        press,
    },
    reactive::*,
    session::Session,
};

/// A question on the page.
#[derive(Clone, Copy)]
struct Asked {
    session: Session,
    question: &'static Question,
    /// The guess that is being made.
    value: RwSignal<f64>,
    /// Whether the first drop has been watched: it is judged only then.
    watched: RwSignal<bool>,
}

/// Brings the question before a figure to life, if there is one.
pub fn bind(session: Session, body: &Element) {
    let Some(question) = session.figure.question() else { return };
    let id = session.figure.id();
    // A figure alone is not asked about.
    let Some(element) = find(body, &format!("[data-question={id}]")) else { return };
    let made = untrack(|| session.guess());
    set_guessed(id, made.is_some());
    let figure = find(body, &format!("figure[data-figure={id}]"));
    let asked = Asked { session, question, value: RwSignal::new(made.unwrap_or(question.start)), watched: RwSignal::new(true) };
    asked.slider(&element);
    asked.buttons(&element, figure.as_ref());
    asked.verdict(&element, figure);
    prompt::bind(session, question, &element, asked.value);
    let prompt = element.next_element_sibling();
    for control in all(&element, ":disabled").into_iter().chain(prompt.iter().flat_map(|prompt| all(prompt, ".prompt-drag :disabled"))) {
        set_flag(&control, "disabled", false);
    }
}

impl Asked {
    /// The slider, its number and the words on the buttons follow the guess that is being made.
    fn slider(self, element: &Element) {
        let Some(range) = need_as::<HtmlInputElement>(element, RANGE) else { return };
        let number = need(element, NUMBER);
        let buttons = commit_buttons(element);
        let (question, value, language) = (self.question, self.value, self.session.language);
        let slider = range.clone();
        effect(Box::new(move || {
            let value = value.get();
            slider.set_value(&question.position(value).to_string());
            set_style(&slider, "--at", &format!("{:.4}", question.fraction(value)));
            set_attribute(&slider, "aria-valuetext", Some(&question.spoken(value, language)));
            let formatted = question.formatted(value, language);
            for button in &buttons {
                set_text(button, &fill(Strings::of(language).question_commit, &[("value", &formatted)]));
            }
            if let Some(number) = &number {
                set_text(number, &question.format_number(value, language));
            }
        }));
        press::slide(&range, Box::new(move || undo(value)), Rc::new(move |position, _| value.set(question.value_at(position))));
    }

    /// The guess is made, and made again.
    fn buttons(self, element: &Element, figure: Option<&Element>) {
        let Some(again) = need_as::<HtmlElement>(element, AGAIN) else { return };
        let (opener, shown) = (again.clone(), figure.cloned());
        let commit = Rc::new(move || {
            self.commit(shown.as_ref());
            // What has been opened begins here; the focus must not be lost with the button.
            focus_in_place(&opener);
            // The drop is to be seen as a whole, and above it, where there is room, what it is held against.
            if let Some(show) = shown.as_ref().and_then(|figure| find(figure, ".show")) {
                browser::bring_into_view(&show, web_sys::ScrollLogicalPosition::End);
            }
        });
        for button in commit_buttons(element) {
            let commit = commit.clone();
            on(&button, "click", Box::new(move |_| commit()));
        }
        let (place, range) = (element.clone(), need_as::<HtmlElement>(element, RANGE));
        on(
            &again,
            "click",
            Box::new(move |_| {
                self.session.dispatch(Command::Guess(None), Origin::Reader);
                self.session.dispatch(Command::Reset, Origin::Reader);
                ask_again(&place);
                set_guessed(self.session.figure.id(), false);
                // The slider is there again.
                let _ = range.as_ref().map(HtmlElement::focus);
            }),
        );
    }

    fn commit(self, figure: Option<&Element>) {
        let session = self.session;
        // Whatever was tried before, the guess is about the start.
        session.dispatch(Command::Reset, Origin::Reader);
        set_guessed(session.figure.id(), true);
        // The first drop is as fast as life; who asks for less motion sees its outcome at once, and so does everyone
        // where nothing moves.
        if session.start().outcome.animation().is_some() && !browser::media("(prefers-reduced-motion: reduce)") {
            session.dispatch(Command::Play, Origin::Reader);
            self.watched.set(false);
        }
        if let Some(figure) = figure {
            set_flag(figure, "data-watching", !self.watched.get_untracked());
        }
        session.dispatch(Command::Guess(Some(self.value.get_untracked())), Origin::Reader);
    }

    /// The verdict, once the first drop has been watched.
    fn verdict(self, element: &Element, figure: Option<Element>) {
        let Some(words) = need(element, VERDICT) else { return };
        let (session, section) = (self.session, element.clone());
        effect(Box::new(move || {
            let guess = session.guess();
            set_attribute(&section, "data-answered", guess.map(|_| ""));
            if !self.watched.get_untracked() && !session.is_playing() {
                self.watched.set(true);
                if let Some(figure) = &figure {
                    set_flag(figure, "data-watching", false);
                }
            }
            let Some(guess) = guess else { return };
            let text = if self.watched.get() {
                let start = session.start().outcome;
                start.prediction().map_or_else(String::new, |prediction| prediction.verdict(guess, session.language))
            } else {
                fill(Strings::of(session.language).question_watch, &[("guess", &self.question.formatted(guess, session.language))])
            };
            set_text(&words, &text);
        }));
    }
}

/// The buttons that make the guess: the second stands under the picture that is dragged, where there is one.
fn commit_buttons(element: &Element) -> Vec<Element> {
    let prompt = element.next_element_sibling();
    [need(element, COMMIT), prompt.and_then(|prompt| find_as(&prompt, "[data-guess=commit-here]"))].into_iter().flatten().collect()
}
