//! Handles in a picture that the reader moves: by mouse, finger or keys.

use leptos::prelude::*;
use pendrop_figures::parameter::Kind;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::{
    browser::place_in,
    dom::{all, find, follow, on, set_attribute},
    picture::{frames, shown_frame},
    slider::key,
    state::FigureState,
};
use crate::layout::{handle_label, handle_places};

/// Brings the handles to life. `width` is the true width of the picture.
pub fn attach(state: FigureState, width: RwSignal<Option<f64>>, figure: &Element) {
    let Some(picture) = find(figure, ".picture") else { return };
    for (index, handle) in all(&picture, ".handle").into_iter().enumerate() {
        let mark = handle.clone();
        follow(Box::new(move || {
            let (solved, frames) = (state.solved(), frames(state, width.get()));
            set_attribute(&mark, "style", handle_places(&*solved.0, &frames).get(index).map(String::as_str));
            if let Some(handle) = solved.0.handles(&frames[0]).get(index) {
                let [across, up] = [handle.across, handle.up].map(|name| told(state, name));
                set_attribute(&mark, "aria-label", Some(&handle_label(state.language, &across, &up)));
            }
        }));
        drag(state, width, index, &handle, &picture);
        keys(state, width, index, &handle);
    }
}

/// A parameter with its value, in words; nothing for none.
fn told(state: FigureState, name: &str) -> String {
    let found = state.figure.parameters().iter().enumerate().find(|(_, parameter)| parameter.name == name);
    match found.map(|(index, parameter)| (index, parameter, &parameter.kind)) {
        Some((index, parameter, Kind::Quantity(quantity))) => {
            format!("{} {}", (parameter.label)(state.language.strings()), quantity.told(state.number(index), state.language))
        }
        _ => String::new(),
    }
}

fn drag(state: FigureState, width: RwSignal<Option<f64>>, index: usize, handle: &Element, picture: &Element) {
    let dragging = StoredValue::new(false);
    let mark = handle.clone();
    on(
        handle,
        "pointerdown",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                // A pointer that is gone already drags nothing.
                let _ = mark.set_pointer_capture(event.pointer_id());
                dragging.set_value(true);
            }
        }),
    );
    let within = picture.clone();
    on(
        handle,
        "pointermove",
        Box::new(move |event| {
            if let (true, Some(event)) = (dragging.get_value(), event.dyn_ref::<MouseEvent>())
                && let Some(frame) = shown_frame(state, width.get_untracked())
            {
                take(state, state.solved_now().0.moved_to(&frame, index, place_in(&within, event)));
            }
        }),
    );
    for end in ["pointerup", "pointercancel"] {
        on(handle, end, Box::new(move |_| dragging.set_value(false)));
    }
}

/// Sets the parameters to what a place in the picture means.
pub fn take(state: FigureState, meant: Vec<(&'static str, f64)>) {
    for (name, value) in meant {
        set(state, name, |_| value);
    }
}

fn set(state: FigureState, name: &str, value: impl FnOnce(f64) -> f64) {
    if let Some(index) = state.figure.parameters().iter().position(|parameter| parameter.name == name) {
        state.set(index, value(untrack(|| state.number(index))));
    }
}

fn keys(state: FigureState, width: RwSignal<Option<f64>>, index: usize, handle: &Element) {
    on(
        handle,
        "keydown",
        Box::new(move |event| {
            let Some(key) = key(&event) else { return };
            let Some(frame) = shown_frame(state, width.get_untracked()) else { return };
            let Some(place) = state.solved_now().0.handles(&frame).get(index).copied() else { return };
            // Where it moves one way only, all keys mean that way.
            let across = if place.across.is_empty() { place.up } else { place.across };
            let up = if place.up.is_empty() { place.across } else { place.up };
            let (name, steps) = match key.as_str() {
                "ArrowRight" => (across, 1.0),
                "ArrowLeft" => (across, -1.0),
                "ArrowUp" => (up, 1.0),
                "ArrowDown" => (up, -1.0),
                "PageUp" => (up, 10.0),
                "PageDown" => (up, -10.0),
                "End" => (across, 10.0),
                "Home" => (across, -10.0),
                _ => return,
            };
            event.prevent_default();
            let kind = state.figure.parameters().iter().find(|parameter| parameter.name == name).map(|parameter| &parameter.kind);
            if let Some(Kind::Quantity(quantity)) = kind {
                set(state, name, |value| quantity.stepped(value, steps));
            }
        }),
    );
}
