//! Keeps the picture of the figure in view of which the text speaks that is being read.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use pendrop_kit::number;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::names::{DISMISSED, PICTURE, PINNED, PINS, ROOT, SHOW, STAGE, UNPIN};
use crate::browser::{
    self, after_painting, document,
    dom::{all, need, on, set_attribute, set_flag, set_style},
    place, window,
};

/// How much of the window's height the picture takes at most, and how much in a tall window, in sixteenths of the root font size; the
/// style sheet has them too.
const SHARE: f64 = 0.45;
const MOST: f64 = 384.0;
/// In a lower window the text needs all of it, and a picture would be too low for its letters, CSS pixels.
const LEAST_HEIGHT: f64 = 620.0;

/// A figure and the text that speaks of it.
struct Passage {
    figure: Element,
    stage: Element,
    show: Element,
    picture: Element,
    /// The last words before the next figure that put this one into a state.
    last: Option<Element>,
}

/// Keeps a picture in view until the owner ends.
pub fn bind(body: &Element) {
    place::set_covered(0.0);
    let passages = Rc::new(passages(body));
    if passages.is_empty() {
        return;
    }
    let pinned = RefCell::new(None::<usize>);
    let asked = Rc::new(Cell::new(false));
    let update = {
        let (passages, asked) = (passages.clone(), asked.clone());
        Rc::new(move |resized: bool| {
            asked.set(false);
            let wanted = wanted(&passages);
            let before = pinned.replace(wanted);
            if before != wanted || resized {
                before.and_then(|place| passages.get(place)).into_iter().for_each(Passage::unpin);
                wanted.and_then(|place| passages.get(place)).into_iter().for_each(Passage::pin);
            }
        })
    };
    for event in ["scroll", "resize"] {
        let (update, asked) = (update.clone(), asked.clone());
        on(
            &window(),
            event,
            Box::new(move |_| {
                if !asked.replace(true) {
                    let update = update.clone();
                    after_painting(move || update(event == "resize"));
                }
            }),
        );
    }
    // Who comes back, or goes to a place, may begin in the middle.
    let at_first = update.clone();
    after_painting(move || at_first(false));
    for (place, passage) in passages.iter().enumerate() {
        let Some(button) = need(&passage.figure, UNPIN) else { continue };
        let (passages, update) = (passages.clone(), update.clone());
        on(
            &button,
            "click",
            Box::new(move |_| {
                passages.get(place).into_iter().for_each(|passage| set_flag(&passage.figure, DISMISSED, true));
                update(false);
            }),
        );
    }
}

/// The figures of a page in their order.
fn passages(body: &Element) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for element in all(body, &format!("{ROOT}, .section [data-shows]")) {
        match element.get_attribute("data-shows") {
            Some(shown) => {
                let of_figure = |passage: &&mut Passage| passage.figure.get_attribute("data-figure") == Some(shown);
                if let Some(passage) = passages.last_mut().filter(of_figure) {
                    passage.last = Some(element);
                }
            }
            None => {
                let parts = (need(&element, STAGE), need(&element, SHOW), need(&element, PICTURE));
                if let (Some(stage), Some(show), Some(picture)) = parts {
                    passages.push(Passage { figure: element, stage, show, picture, last: None });
                }
            }
        }
    }
    passages
}

/// The figure of which the text in the window speaks, while its picture is out of the window.
fn wanted(passages: &[Passage]) -> Option<usize> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if height < LEAST_HEIGHT || document().fullscreen_element().is_some() {
        return None;
    }
    let edge = (SHARE * height).min(MOST * browser::unit());
    passages.iter().rposition(|passage| {
        // What stands under the picture is the figure's own, and the picture must not lie on it.
        let gone = bottom(&passage.figure) < edge;
        if !gone && passage.figure.has_attribute(DISMISSED) {
            set_flag(&passage.figure, DISMISSED, false);
        }
        gone && !passage.figure.has_attribute(DISMISSED)
            && passage.last.as_ref().is_some_and(|last| bottom(last) > edge)
            && passage.is_answered()
    })
}

impl Passage {
    /// Whether there is a picture: a question keeps it back.
    fn is_answered(&self) -> bool {
        self.picture.get_bounding_client_rect().height() > 0.0
    }

    /// The picture leaves its place, which stays as large as it was.
    fn pin(&self) {
        let place = self.show.get_bounding_client_rect();
        let (height, left) = (place.height(), self.stage.get_bounding_client_rect().left());
        // Above everything else the window alone is what it stands in, whatever contains its figure.
        set_attribute(&self.show, "popover", Some("manual"));
        if !call(&self.show, "showPopover") {
            return self.unpin();
        }
        set_style(&self.show, "--left", &format!("{}px", number::fixed(left, 1)));
        set_style(&self.stage, "--place", &format!("{}px", number::fixed(height, 1)));
        self.mark(true);
        // A place that was just gone to must not lie under the picture.
        let hash = browser::hash();
        let Some(target) = hash.strip_prefix('#').and_then(|id| document().get_element_by_id(id)) else { return };
        let (top, edge) = (target.get_bounding_client_rect().top(), self.show.get_bounding_client_rect().bottom());
        if (-8.0..40.0).contains(&top) {
            window().scroll_by_with_x_and_y(0.0, top - edge - 16.0);
        }
    }

    fn unpin(&self) {
        set_attribute(&self.show, "popover", None);
        self.mark(false);
    }

    /// Says that the picture is pinned, or that it is not.
    fn mark(&self, pinned: bool) {
        set_flag(&self.figure, PINNED, pinned);
        place::set_covered(if pinned { bottom(&self.show) } else { 0.0 });
        if let Some(root) = browser::root_element() {
            set_flag(&root, PINS, pinned);
        }
    }
}

/// Where an element ends in the window.
fn bottom(element: &Element) -> f64 {
    element.get_bounding_client_rect().bottom()
}

/// Calls a method of an element that not all browsers know; false where it is not there or fails.
fn call(element: &Element, method: &str) -> bool {
    let method = js_sys::Reflect::get(element, &method.into()).ok().and_then(|method| method.dyn_into::<js_sys::Function>().ok());
    method.is_some_and(|method| method.call0(element).is_ok())
}
