//! Brings words that put a figure into a state to life.

use pendrop_kit::{
    difference,
    locale::{Strings, fill},
    query::Rejection,
    state::{Command, Origin, State},
    values::Values,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, ScrollLogicalPosition};

use super::names::{FIGURE, PICTURE, ROOT};
use crate::{
    browser::{
        self, document,
        dom::{act_as_button, all, effect, find, focus_in_place, on, set_attribute, set_flag, set_text},
        window,
    },
    parts::{pinned::names::DISMISSED, question::open::open_figure},
    reactive::*,
    session::{Session, address},
};

/// Says whether the figure is as the words have it; they have it as soon as their figure answers.
const PRESSED: &str = "aria-pressed";
/// Notes that the words were pressed before their figure answered.
const WANTED: &str = "data-wanted";

/// Makes buttons of all such words on a page: they show their figure at once, and it takes the state as soon as it answers.
pub fn bind_page(body: &Element) {
    for link in all(body, ROOT).into_iter().filter_map(|link| link.dyn_into::<HtmlElement>().ok()) {
        let (body, words) = (body.clone(), link.clone());
        let press = move || {
            let pressed = words.get_attribute(PRESSED);
            if pressed.as_deref() != Some("true") {
                // A figure without a picture cannot be shown, and there is none.
                let _ = show(&body, &words.get_attribute(FIGURE).unwrap_or_default());
            }
            set_flag(&words, WANTED, pressed.is_none());
        };
        act_as_button(&link, Box::new(press));
    }
}

/// Brings a figure into view, unless at least half of its picture is seen: from above as far as its picture needs, from below to its
/// title. One that a question keeps back is opened.
fn show(body: &Element, id: &str) -> Option<()> {
    let figure = find(body, &format!("figure[data-figure={id}]"))?;
    // The picture that the reader has sent back to its place comes again: going there would cost them theirs.
    if figure.has_attribute(DISMISSED) {
        set_flag(&figure, DISMISSED, false);
        browser::dispatch_event("scroll");
        return Some(());
    }
    let picture = find(&figure, PICTURE)?;
    if picture.get_bounding_client_rect().height() <= 0.0 {
        open_figure(id);
    }
    let picture = picture.get_bounding_client_rect();
    let window_height = window().inner_height().ok()?.as_f64()?;
    let seen = picture.bottom().min(window_height) - picture.top().max(0.0);
    if seen < picture.height().min(window_height) / 2.0 {
        if picture.top() < 0.0 {
            browser::bring_into_view(&figure, ScrollLogicalPosition::Start);
        } else {
            browser::bring_into_view(&find(&figure, ".show")?, ScrollLogicalPosition::End);
        }
    }
    Some(())
}

/// What words have made of a figure, and of what.
#[derive(Clone)]
struct Made {
    values: Values,
    before: State,
    rejections: Vec<Rejection>,
}

/// Words that put a figure into a state.
#[derive(Clone)]
struct Words {
    session: Session,
    link: HtmlAnchorElement,
    /// Stands behind the words while there is something to go back to.
    way_back: Element,
    made: RwSignal<Option<Made>>,
}

/// Brings the words that speak of a figure to life.
pub fn bind(session: Session, body: &Element) {
    for link in all(body, &format!("[{FIGURE}={}]", session.figure.id())) {
        let (Ok(link), Some(way_back)) = (link.dyn_into(), way_back(session)) else { continue };
        Words { session, link, way_back, made: RwSignal::new(None) }.bind();
    }
}

impl Words {
    fn bind(self) {
        let (link, words) = (self.link.clone(), self.clone());
        set_attribute(&link, PRESSED, Some("false"));
        on(
            &link,
            "click",
            Box::new(move |event| {
                // Otherwise the browser follows the link.
                if event.default_prevented() {
                    words.press();
                }
            }),
        );
        let words = self.clone();
        on(&self.way_back, "click", Box::new(move |_| words.take_back()));
        if link.has_attribute(WANTED) {
            set_flag(&link, WANTED, false);
            self.press();
        }
        effect(Box::new(move || self.follow()));
    }

    fn press(&self) {
        if self.made.with_untracked(Option::is_some) {
            self.take_back();
            return;
        }
        let session = self.session;
        let (before, rejections) = (session.state(), untrack(|| session.rejections()));
        address::enter(session, &browser::pairs_of(&self.link.search()), "", Origin::Reader);
        let now = session.state();
        if now != before {
            if now.position.is_none() {
                session.demonstrate_choice(&before.values);
            }
            self.made.set(Some(Made { values: now.values, before, rejections }));
        }
    }

    /// A full stop stays with the words: behind the button it might begin a line.
    fn keep_punctuation(&self) {
        let Some(parent) = self.link.parent_node() else { return };
        parent.normalize();
        let Some(text) = self.way_back.next_sibling() else { return };
        let whole = text.node_value().unwrap_or_default();
        let signs = punctuation(&whole);
        if !signs.is_empty() && self.link.insert_adjacent_text("afterend", signs).is_ok() {
            text.set_node_value(Some(&whole[signs.len()..]));
        }
    }

    /// The figure is as it was; what else has come about meanwhile stays.
    fn take_back(&self) {
        let Some(Made { before, rejections, .. }) = self.made.get_untracked() else { return };
        self.made.set(None);
        let State { values, position, .. } = before;
        let state = State { values, position, playing: false, ..self.session.state() };
        self.session.dispatch(Command::Load(Box::new(state)), Origin::Reader);
        self.session.set_rejections(rejections);
        focus_in_place(&self.link);
    }

    /// The words look pressed, and the way back stands behind them, for as long as the figure is as they have it.
    fn follow(&self) {
        let made = self.made.get();
        let holds = made.as_ref().filter(|made| self.session.values() == made.values);
        set_attribute(&self.link, PRESSED, Some(if holds.is_some() { "true" } else { "false" }));
        match holds {
            Some(made) if !self.way_back.is_connected() => {
                let s = Strings::of(self.session.language);
                let what = difference::told(&made.before.values, &made.values, self.session.language);
                let name = (!what.is_empty()).then(|| fill(s.state_back_to, &[("what", &what)]));
                set_attribute(&self.way_back, "aria-label", name.as_deref());
                // Beside an element that is on the page there is room.
                let _ = self.link.insert_adjacent_element("afterend", &self.way_back);
                self.keep_punctuation();
            }
            Some(_) => {}
            None => {
                self.way_back.remove();
                if made.is_some() {
                    self.made.set(None);
                }
            }
        }
    }
}

/// The signs at the beginning of a text that belong to the word before it.
fn punctuation(text: &str) -> &str {
    &text[..text.find(|sign: char| sign.is_whitespace() || sign.is_alphanumeric()).unwrap_or(text.len())]
}

/// A button that says “back”.
fn way_back(session: Session) -> Option<Element> {
    let button = document().create_element("button").ok()?;
    for (name, value) in [("type", "button"), ("class", "back-to")] {
        set_attribute(&button, name, Some(value));
    }
    set_text(&button, Strings::of(session.language).state_back);
    Some(button)
}

#[cfg(test)]
mod tests {
    use super::punctuation;

    #[test]
    fn signs_stay_with_the_words_before_them() {
        let found = ["), and", ". On", " on", "“: ja", "-like", ""].map(punctuation);
        assert_eq!(found, ["),", ".", "", "“:", "-", ""]);
    }
}
