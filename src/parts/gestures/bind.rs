//! Listens to mouse and finger on a picture.

use std::rc::Rc;

use pendrop_kit::picture::Gesture;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::{
    browser::{
        dom::{find, on},
        place_in,
        press::{Owner, Press, Stage, TREMBLE, Taken, distance},
    },
    parts::{handles::bind::edit, picture::view::View, points::bind::PointPicker},
    reactive::*,
};

/// A press on the picture.
struct Down {
    event: PointerEvent,
    /// Its place in the picture, from the left.
    from: f64,
    /// Whether it has become a drag.
    sweeps: bool,
}

/// Listens on the picture. A press is put together from its two ends: what was pressed may be drawn anew before it is let
/// go, and then the browser makes no click of it.
pub fn bind(view: View, picker: Option<PointPicker>, figure: &Element) {
    let Some(picture) = find(figure, ".picture") else { return };
    let down = StoredValue::new(None::<Down>);
    let takes_sweeps = picture.has_attribute("data-sweeps");

    let take = move |event: &PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_handle = target.is_some_and(|target| target.matches(".handle").unwrap_or(false));
        (!on_handle).then(|| Taken { every_way: false, undo: view.session.undo() })
    };
    let within = picture.clone();
    let step = move |event: &PointerEvent, stage: Stage| match stage {
        Stage::Down => down.set_value(Some(Down { event: event.clone(), from: place_in(&within, event).0, sweeps: false })),
        Stage::Move if takes_sweeps => {
            let swept = down.try_update_value(|down| {
                let down = down.as_mut()?;
                if !down.sweeps && distance(&down.event, event).0 > TREMBLE {
                    down.sweeps = true;
                    // A pointer that is gone already drags nothing.
                    let _ = within.set_pointer_capture(event.pointer_id());
                }
                down.sweeps.then_some(down.from)
            });
            if let Some(from) = swept.flatten() {
                edit(view, Gesture::Sweep { from, to: place_in(&within, event).0 });
            }
        }
        Stage::Up => {
            let Some(down) = down.try_update_value(Option::take).flatten() else { return };
            let (across, up) = distance(&down.event, event);
            if down.sweeps || across.max(up) > TREMBLE {
                return;
            }
            edit(view, Gesture::Press(place_in(&within, event)));
            if let Some(picker) = picker {
                picker.point_at(&within, event);
            }
        }
        Stage::Move | Stage::Gone => {}
    };
    let press = Press::follow(&picture, Box::new(take), Rc::new(step));

    let Some(picker) = picker else { return };
    let within = picture.clone();
    on(
        &picture,
        "pointermove",
        Box::new(move |event| {
            let pressed = matches!(press.owner(), Owner::Open | Owner::Element);
            if let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| !pressed && event.pointer_type() == "mouse") {
                picker.point_at(&within, event);
            }
        }),
    );
}
