//! The mark in a picture that the reader moves: by mouse, finger or keys, or by a click where it is wanted.

use leptos::prelude::*;
use pendrop_figures::{anatomy::Frame, locale::fill, parameter::Kind};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::{
    browser,
    dom::{find, follow, on, set_attribute},
    picture::{frames, shown_frame},
    slider::key,
    state::FigureState,
};
use crate::layout::handle_place;

/// Brings the handle to life, if the figure has one. `width` is the true width of the picture.
pub fn attach(state: FigureState, width: RwSignal<Option<f64>>, figure: &Element) {
    let (Some(handle), Some(picture)) = (find(figure, ".handle"), find(figure, ".picture")) else { return };
    let mark = handle.clone();
    follow(Box::new(move || {
        let (solved, [wide, narrow]) = (state.solved(), frames(state, width.get()));
        set_attribute(&mark, "style", Some(&handle_place(&*solved.0, &wide, &narrow)));
        if let Some(handle) = solved.0.handle(&wide) {
            let s = state.language.strings();
            let [across, up] = [handle.across, handle.up].map(|name| told(state, name));
            set_attribute(&mark, "aria-label", Some(&fill(s.handle_label, &[("across", &across), ("up", &up)])));
        }
    }));
    drag(state, width, &handle, &picture);
    keys(state, width, &handle);
}

/// A parameter with its value, in words.
fn told(state: FigureState, name: &str) -> String {
    let found = state.figure.parameters().iter().enumerate().find(|(_, parameter)| parameter.name == name);
    match found.map(|(index, parameter)| (index, parameter, &parameter.kind)) {
        Some((index, parameter, Kind::Quantity(quantity))) => {
            format!("{} {}", (parameter.label)(state.language.strings()), quantity.told(state.number(index), state.language))
        }
        _ => String::new(),
    }
}

fn drag(state: FigureState, width: RwSignal<Option<f64>>, handle: &Element, picture: &Element) {
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
            if let (true, Some(event)) = (dragging.get_value(), event.dyn_ref::<MouseEvent>()) {
                move_to(state, width, &within, event);
            }
        }),
    );
    for end in ["pointerup", "pointercancel"] {
        on(handle, end, Box::new(move |_| dragging.set_value(false)));
    }
    press(state, width, handle, picture);
}

/// A press moves the mark to its place. It is put together here from its two ends: what was pressed may be drawn anew
/// before it is let go, and then the browser makes no click of it.
fn press(state: FigureState, width: RwSignal<Option<f64>>, handle: &Element, picture: &Element) {
    let pressed = StoredValue::new(None::<(i32, i32)>);
    let mark = handle.clone();
    on(
        picture,
        "pointerdown",
        Box::new(move |event| {
            let on_mark = event.target().is_some_and(|target| target == *mark.unchecked_ref::<web_sys::EventTarget>());
            let place = event.dyn_ref::<MouseEvent>().filter(|event| !on_mark && event.button() == 0);
            pressed.set_value(place.map(|event| (event.client_x(), event.client_y())));
        }),
    );
    let within = picture.clone();
    on(
        picture,
        "pointerup",
        Box::new(move |event| {
            let (Some((x, y)), Some(event)) = (pressed.try_update_value(Option::take).flatten(), event.dyn_ref::<MouseEvent>()) else {
                return;
            };
            // Further than a finger trembles, it was no press.
            if (event.client_x() - x).abs().max((event.client_y() - y).abs()) <= 8 {
                move_to(state, width, &within, event);
            }
        }),
    );
    on(picture, "pointercancel", Box::new(move |_| pressed.set_value(None)));
}

fn move_to(state: FigureState, width: RwSignal<Option<f64>>, picture: &Element, event: &MouseEvent) {
    let Some(frame): Option<Frame> = shown_frame(state, width.get_untracked()) else { return };
    let (x, y) = browser::place_in(picture, event);
    for (name, value) in state.solved_now().0.moved_to(&frame, x, y) {
        set(state, name, |_| value);
    }
}

fn set(state: FigureState, name: &str, value: impl FnOnce(f64) -> f64) {
    if let Some(index) = state.figure.parameters().iter().position(|parameter| parameter.name == name) {
        state.set(index, value(untrack(|| state.number(index))));
    }
}

fn keys(state: FigureState, width: RwSignal<Option<f64>>, handle: &Element) {
    on(
        handle,
        "keydown",
        Box::new(move |event| {
            let Some(key) = key(&event) else { return };
            let Some(frame) = shown_frame(state, width.get_untracked()) else { return };
            let Some(place) = state.solved_now().0.handle(&frame) else { return };
            let (name, steps) = match key.as_str() {
                "ArrowRight" => (place.across, 1.0),
                "ArrowLeft" => (place.across, -1.0),
                "ArrowUp" => (place.up, 1.0),
                "ArrowDown" => (place.up, -1.0),
                "PageUp" => (place.up, 10.0),
                "PageDown" => (place.up, -10.0),
                "End" => (place.across, 10.0),
                "Home" => (place.across, -10.0),
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
