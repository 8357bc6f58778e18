//! Handles in a picture that the reader moves: by mouse, finger or keys.

use leptos::prelude::*;
use pendrop_kit::{locale::Strings, parameter::Kind, picture::Handle};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::{
    browser::place_in,
    dom::{all, find, follow, on, set_attribute},
    picture::{frames, shown_frame},
    slider::{key, steps},
    state::FigureState,
};
use crate::layout::{handle_label, handle_places, slides};

/// Brings the handles to life. `width` is the true width of the picture.
pub fn attach(state: FigureState, width: RwSignal<Option<f64>>, figure: &Element) {
    let Some(picture) = find(figure, ".picture") else { return };
    for (index, handle) in all(&picture, ".handle").into_iter().enumerate() {
        let mark = handle.clone();
        follow(Box::new(move || {
            let (solved, frames) = (state.solved(), frames(state, width.get()));
            set_attribute(&mark, "style", handle_places(&*solved.0, &frames).get(index).map(String::as_str));
            if let Some(handle) = solved.0.handles(&frames[0]).get(index) {
                if let Some((index, _, quantity)) = slides(state.figure, handle) {
                    let value = state.number(index);
                    set_attribute(&mark, "aria-valuenow", Some(&quantity.position(value).to_string()));
                    set_attribute(&mark, "aria-valuetext", Some(&quantity.formatted(value, state.language)));
                } else {
                    let [across, up] = [handle.across, handle.up].map(|name| told(state, name));
                    set_attribute(&mark, "aria-label", Some(&handle_label(state.language, &across, &up)));
                }
            }
        }));
        drag(state, width, index, &handle, &picture);
        keys(state, width, index, &handle);
    }
}

/// A parameter with its value, in words; nothing for none.
fn formatted(state: FigureState, name: &str) -> String {
    let found = state.figure.parameters().iter().enumerate().find(|(_, parameter)| parameter.name == name);
    match found.map(|(index, parameter)| (index, parameter, &parameter.kind)) {
        Some((index, parameter, Kind::Quantity(quantity))) => {
            format!("{} {}", (parameter.label)(Strings::of(state.language)), quantity.formatted(state.number(index), state.language))
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
            if let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.button() == 0) {
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
        state.set(index, value(state.coming_number(index)));
    }
}

fn keys(state: FigureState, width: RwSignal<Option<f64>>, index: usize, handle: &Element) {
    on(
        handle,
        "keydown",
        Box::new(move |event| {
            // What a handle moves is the same in every layout.
            let [wide, _] = untrack(|| frames(state, width.get()));
            let Some(place) = state.solved_now().0.handles(&wide).get(index).copied() else { return };
            let meant = match slides(state.figure, &place) {
                Some((_, parameter, _)) => steps(&event).map(|steps| (parameter.name, steps)),
                None => key(&event).and_then(|key| both_ways(&key, &place)),
            };
            let Some((name, steps)) = meant else { return };
            event.prevent_default();
            let kind = state.figure.parameters().iter().find(|parameter| parameter.name == name).map(|parameter| &parameter.kind);
            if let Some(Kind::Quantity(quantity)) = kind {
                set(state, name, |value| quantity.stepped(value, steps));
            }
        }),
    );
}

/// What a key changes at a handle that moves both ways, and by how many steps.
fn both_ways(key: &str, handle: &Handle) -> Option<(&'static str, f64)> {
    Some(match key {
        "ArrowRight" => (handle.across, 1.0),
        "ArrowLeft" => (handle.across, -1.0),
        "ArrowUp" => (handle.up, 1.0),
        "ArrowDown" => (handle.up, -1.0),
        "PageUp" => (handle.up, 10.0),
        "PageDown" => (handle.up, -10.0),
        "End" => (handle.across, 10.0),
        "Home" => (handle.across, -10.0),
        _ => return None,
    })
}
