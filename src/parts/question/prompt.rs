//! What stands in the figure's place until the guess: drawn at its true size, and where the picture takes guesses,
//! pressed and dragged like the slider, with which it stays in step.

use pendrop_kit::question::Question;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::{
    names::prompt::{NARROW, PICTURE, WIDE},
    prompt_picture, takes_guesses,
};
use crate::{
    browser::{
        self, Size,
        dom::{effect, need, on, set_attribute, set_flag},
    },
    parts::picture::layout::{frame_for, is_narrow, served_frame, view_box},
    reactive::*,
    session::Session,
};

/// Brings the prompt to life. `value` is the guess that is being made.
pub fn bind(session: Session, question: &'static Question, section: &Element, value: RwSignal<f64>) {
    let Some(picture) = section.next_element_sibling().and_then(|prompt| need(&prompt, PICTURE)) else { return };
    let size = browser::size_of(&picture);
    let start = session.start().outcome;
    let served = served_frame(session.figure, session.language, false);
    let takes = start.prediction().is_some_and(|prediction| takes_guesses(prediction, &served));
    for (narrow, layer) in [(false, WIDE), (true, NARROW)] {
        let Some(layer) = need(&picture, layer) else { continue };
        let start = start.clone();
        effect(Box::new(move || {
            let Some(size) = size.get().filter(|(width, _)| is_narrow(*width) == narrow) else { return };
            let guess = if takes { value.get() } else { value.get_untracked() };
            let frame = frame_for(session.figure, session.language, size);
            if let (Some(svg), Some(prediction)) = (layer.parent_element(), start.prediction()) {
                set_attribute(&svg, "viewBox", Some(&view_box(&frame)));
                layer.set_inner_html(&prompt_picture(prediction, &frame, guess));
            }
        }));
    }
    if takes {
        drag(session, question, picture, size, value);
    }
}

/// Mouse, finger and pen set the guess where they press, and wherever they go until they let go.
fn drag(session: Session, question: &'static Question, picture: Element, size: RwSignal<Option<Size>>, value: RwSignal<f64>) {
    let dragging = StoredValue::new(None::<i32>);
    let place = picture.clone();
    let take = move |event: &PointerEvent| {
        let Some(size) = size.get_untracked() else { return };
        let point = browser::place_in(&place, event);
        let start = session.start().outcome;
        let frame = frame_for(session.figure, session.language, size);
        let guess = start.prediction().and_then(|prediction| prediction.guess_at(&frame, point)).map(|guess| question.nearest(guess));
        if let Some(guess) = guess.filter(|guess| question.allows(*guess) && *guess != value.get_untracked()) {
            value.set(guess);
        }
    };
    let (target, pressed) = (picture.clone(), take.clone());
    let down = move |event: Event| {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.button() == 0 && event.is_primary()) else { return };
        // A pointer that is gone already drags nothing.
        let _ = target.set_pointer_capture(event.pointer_id());
        dragging.set_value(Some(event.pointer_id()));
        pressed(event);
    };
    on(&picture, "pointerdown", Box::new(down));
    // Browsers say this once per frame at most, so that one frame draws once.
    let moved = move |event: Event| {
        if let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| dragging.get_value() == Some(event.pointer_id())) {
            take(event);
        }
    };
    on(&picture, "pointermove", Box::new(moved));
    for end in ["pointerup", "pointercancel"] {
        on(&picture, end, Box::new(move |_| dragging.set_value(None)));
    }
    set_flag(&picture, "data-takes-guess", true);
}
