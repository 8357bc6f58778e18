//! What stands in the figure's place until the guess: drawn at its true size, and where the picture takes guesses,
//! pressed and dragged like the slider, with which it stays in step.

use std::rc::Rc;

use pendrop_kit::question::Question;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::{
    names::{
        PROMPT_ROOT,
        prompt::{GRIP, NARROW, WIDE},
    },
    prompt_picture, takes_guesses,
};
use crate::{
    browser::{
        self, Size,
        dom::{effect, find, need, set_attribute, set_flag, set_properties},
        press::{Press, Stage, Taken, Undo},
    },
    parts::{
        handles::place_of,
        picture::layout::{frame_for, is_narrow, served_frame, view_box},
    },
    reactive::*,
    session::Session,
};

/// Brings the prompt to life. `value` is the guess that is being made.
pub fn bind(session: Session, question: &'static Question, asked: &Element, value: RwSignal<Option<f64>>) {
    let Some(picture) = find(asked, PROMPT_ROOT) else { return };
    let size = browser::size_of(&picture);
    let start = session.start().outcome;
    let served = served_frame(session.figure, session.language, false);
    let takes = start.prediction().is_some_and(|prediction| takes_guesses(prediction, &served));
    for (narrow, layer) in [(false, WIDE), (true, NARROW)] {
        let Some(layer) = need(&picture, layer) else { continue };
        let start = start.clone();
        effect(Box::new(move || {
            let Some(size) = size.get().filter(|(width, _)| is_narrow(*width) == narrow) else { return };
            let guess = if takes { value.get() } else { None };
            let frame = frame_for(session.figure, session.language, size);
            if let (Some(svg), Some(prediction)) = (layer.parent_element(), start.prediction()) {
                set_attribute(&svg, "viewBox", Some(&view_box(&frame)));
                layer.set_inner_html(&prompt_picture(prediction, &frame, guess));
            }
        }));
    }
    if takes {
        grip(session, question, &picture, size, value);
        drag(session, question, picture, size, value);
    }
}

/// Where a finger grabs the guess, the page stays where it is.
fn grip(session: Session, question: &'static Question, picture: &Element, size: RwSignal<Option<Size>>, value: RwSignal<Option<f64>>) {
    let Some(grip) = find(picture, GRIP) else { return };
    let start = session.start().outcome;
    effect(Box::new(move || {
        // Before the size is known the served places hold.
        let Some(size) = size.get() else { return };
        let frame = frame_for(session.figure, session.language, size);
        if let Some(place) = start.prediction().and_then(|prediction| prediction.guess_place(&frame, value.get().unwrap_or(question.start)))
        {
            set_properties(&grip, &place_of(&frame, place));
        }
    }));
}

/// Takes back the guesses that are tried from now on.
pub fn undo(value: RwSignal<Option<f64>>) -> Undo {
    let before = value.get_untracked();
    Box::new(move || value.set(before))
}

/// Mouse, finger and pen set the guess where they press, and wherever they go until they let go. A finger that goes up or
/// down beside the guess scrolls the page.
fn drag(session: Session, question: &'static Question, picture: Element, size: RwSignal<Option<Size>>, value: RwSignal<Option<f64>>) {
    let target = picture.clone();
    let set = move |event: &PointerEvent| {
        let Some(size) = size.get_untracked() else { return };
        let point = browser::place_in(&target, event);
        let start = session.start().outcome;
        let frame = frame_for(session.figure, session.language, size);
        let guess = start.prediction().and_then(|prediction| prediction.guess_at(&frame, point)).map(|guess| question.nearest(guess));
        if let Some(guess) = guess.filter(|guess| question.allows(*guess) && Some(*guess) != value.get_untracked()) {
            value.set(Some(guess));
        }
    };
    let take = move |event: &PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let every_way = target.is_some_and(|target| target.matches(GRIP).unwrap_or(false));
        Some(Taken { every_way, undo: undo(value) })
    };
    let target = picture.clone();
    let step = move |event: &PointerEvent, stage: Stage| match stage {
        Stage::Down => {
            // A pointer that is gone already drags nothing.
            let _ = target.set_pointer_capture(event.pointer_id());
            set(event);
        }
        // Browsers say this once per frame at most, so that one frame draws once.
        Stage::Move => set(event),
        Stage::Up | Stage::Gone => {}
    };
    Press::follow(&picture, Box::new(take), Rc::new(step));
    set_flag(&picture, "data-takes-guess", true);
}
