//! What stands in the figure's place until the guess: drawn at its true width, and where the picture takes guesses,
//! pressed and dragged like the slider, with which it stays in step.

use leptos::prelude::*;
use pendrop_kit::outcome::{Frame, Question};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use crate::{
    layout::{WIDE_FROM, held, served_frame, takes_guesses, view_box},
    live::{
        browser,
        dom::{find, follow, on, set_attribute, set_flag},
        state::FigureState,
    },
};

/// Brings what is held to life. `value` is the guess that is being made.
pub fn attach(state: FigureState, question: &'static Question, section: &Element, value: RwSignal<f64>) {
    let Some(picture) = section.next_element_sibling().and_then(|held| find(&held, ".picture")) else { return };
    let width = browser::width_of(&picture);
    let takes = takes_guesses(&*state.start().0, &served_frame(state.figure, state.language, false));
    for narrow in [false, true] {
        let name = if narrow { "narrow" } else { "wide" };
        let Some(svg) = find(&picture, &format!("[data-layout={name}]")) else { continue };
        follow(Box::new(move || {
            let Some(width) = width.get().filter(|width| (*width < WIDE_FROM) == narrow) else { return };
            let guess = if takes { value.get() } else { value.get_untracked() };
            let frame = frame(state, width);
            set_attribute(&svg, "viewBox", Some(&view_box(&frame)));
            if let Some(group) = find(&svg, "g") {
                group.set_inner_html(&held(&*state.start().0, &frame, guess));
            }
        }));
    }
    if takes {
        drag(state, question, picture, width, value);
    }
}

/// The layout that is shown at a width.
fn frame(state: FigureState, width: f64) -> Frame {
    Frame { width, ..served_frame(state.figure, state.language, width < WIDE_FROM) }
}

/// Mouse, finger and pen set the guess where they press, and wherever they go until they let go.
fn drag(state: FigureState, question: &'static Question, picture: Element, width: RwSignal<Option<f64>>, value: RwSignal<f64>) {
    let dragging = StoredValue::new(None::<i32>);
    let place = picture.clone();
    let take = move |event: &PointerEvent| {
        let Some(width) = width.get_untracked() else { return };
        let (x, y) = browser::place_in(&place, event);
        let guess = state.start().0.guess_at(&frame(state, width), x, y).map(|guess| question.nearest(guess));
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
