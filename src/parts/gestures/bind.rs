//! Listens to mouse and finger on a picture.

use pendrop_kit::picture::Gesture;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::{
    browser::{
        dom::{find, on},
        place_in,
    },
    parts::{handles::bind::edit, picture::view::View, points::bind::PointPicker},
    reactive::*,
};

/// Further than a finger trembles, CSS pixels: from here on it is no press.
const DRAG_THRESHOLD: f64 = 8.0;

/// Where a pointer went down, in CSS pixels, and which.
#[derive(Clone, Copy)]
struct Down {
    pointer: i32,
    x: f64,
    y: f64,
    /// The same place in the picture, from the left.
    from: f64,
    /// Whether it has become a drag.
    sweeps: bool,
}

/// Listens on the picture. A press is put together from its two ends: what was pressed may be drawn anew before it is let
/// go, and then the browser makes no click of it.
pub fn bind(view: View, picker: Option<PointPicker>, figure: &Element) {
    let Some(picture) = find(figure, ".picture") else { return };
    let down = StoredValue::new(None::<Down>);
    let sweeps = picture.has_attribute("data-sweeps");

    let within = picture.clone();
    on(
        &picture,
        "pointerdown",
        Box::new(move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            // A second finger means to zoom.
            if down.get_value().is_some_and(|pressed| pressed.pointer != event.pointer_id()) {
                down.set_value(None);
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let on_handle = target.is_some_and(|target| target.matches(".handle").unwrap_or(false));
            down.set_value((!on_handle && event.button() == 0).then(|| Down {
                pointer: event.pointer_id(),
                x: f64::from(event.client_x()),
                y: f64::from(event.client_y()),
                from: place_in(&within, event).0,
                sweeps: false,
            }));
        }),
    );

    let within = picture.clone();
    on(
        &picture,
        "pointermove",
        Box::new(move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let Some(mut pressed) = down.get_value().filter(|pressed| pressed.pointer == event.pointer_id()) else {
                if let (Some(picker), "mouse") = (picker, event.pointer_type().as_str()) {
                    picker.point_at(&within, event);
                }
                return;
            };
            if sweeps && !pressed.sweeps && (f64::from(event.client_x()) - pressed.x).abs() > DRAG_THRESHOLD {
                pressed.sweeps = true;
                down.set_value(Some(pressed));
                // A pointer that is gone already drags nothing.
                let _ = within.set_pointer_capture(event.pointer_id());
            }
            if pressed.sweeps {
                edit(view, Gesture::Sweep { from: pressed.from, to: place_in(&within, event).0 });
            }
        }),
    );

    let within = picture.clone();
    on(
        &picture,
        "pointerup",
        Box::new(move |event| {
            let (Some(pressed), Some(event)) = (down.try_update_value(Option::take).flatten(), event.dyn_ref::<PointerEvent>()) else {
                return;
            };
            let moved = (f64::from(event.client_x()) - pressed.x).abs().max((f64::from(event.client_y()) - pressed.y).abs());
            if pressed.sweeps || moved > DRAG_THRESHOLD {
                return;
            }
            edit(view, Gesture::Press(place_in(&within, event)));
            if let Some(picker) = picker {
                picker.point_at(&within, event);
            }
        }),
    );
    on(&picture, "pointercancel", Box::new(move |_| down.set_value(None)));
}
