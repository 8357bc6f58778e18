//! Brings the handles of a picture to life.

use std::rc::Rc;

use pendrop_kit::{
    number,
    picture::{Gesture, Handle, Picture},
    values::{Key, Value},
};
use web_sys::Element;

use super::{handle_label, handle_place, handles, moved_number, slides};
use crate::{
    browser::{
        dom::{all, effect, find, on, set_attribute, set_properties},
        place_in,
        press::{Press, Stage, Taken},
    },
    parts::{
        picture::view::View,
        slider::keys::{key, steps},
    },
    reactive::*,
    session::Session,
};

/// Brings the handles to life.
pub fn bind(view: View, figure: &Element) {
    let session = view.session;
    let Some(picture) = find(figure, ".picture") else { return };
    for (index, element) in all(&picture, ".handle").into_iter().enumerate() {
        let mark = element.clone();
        effect(Box::new(move || {
            // Before the width is known the served places hold.
            let Some(frame) = view.shown_frame() else { return };
            let Some(handle) = handles(&*view.picture(&frame)).get(index).copied() else { return };
            set_properties(&mark, &handle_place(&frame, &handle));
            if let Some((index, _, quantity)) = slides(session.figure, &handle) {
                let value = session.number(index);
                set_attribute(&mark, "aria-valuenow", Some(&number::plain(quantity.position(value))));
                set_attribute(&mark, "aria-valuetext", Some(&quantity.formatted(value, session.language)));
            } else {
                let [across, up] = [handle.across, handle.up].map(|key| formatted(session, key));
                set_attribute(&mark, "aria-label", Some(&handle_label(session.language, &across, &up)));
            }
        }));
        drag(view, index, &element, &picture);
        keys(view, index, &element);
    }
}

/// A number with its name; nothing for none.
fn formatted(session: Session, key: Option<Key>) -> String {
    moved_number(session.figure, key).map_or_else(String::new, |(index, parameter, quantity)| {
        format!("{} {}", (parameter.label)(session.language), quantity.formatted(session.number(index), session.language))
    })
}

fn drag(view: View, index: usize, handle: &Element, picture: &Element) {
    let (mark, within) = (handle.clone(), picture.clone());
    // A handle that moves sideways only leaves the rest to the page.
    let every_way = untrack(|| handles(&*view.any_picture()).get(index).is_some_and(|handle| handle.up.is_some()));
    Press::follow(
        handle,
        Box::new(move |_| Some(Taken { every_way, undo: view.session.undo() })),
        Rc::new(move |event, stage| match stage {
            // A pointer that is gone already drags nothing.
            Stage::Down => drop(mark.set_pointer_capture(event.pointer_id())),
            Stage::Move => edit(view, Gesture::Move { handle: index, to: place_in(&within, event) }),
            Stage::Up | Stage::Gone => {}
        }),
    );
}

/// Makes of the parameters what a gesture in the picture on the screen means.
pub fn edit(view: View, gesture: Gesture) {
    let edits = |picture: &dyn Picture| picture.interaction().map_or_else(Vec::new, |interaction| interaction.edit(gesture));
    if let Some((_, picture)) = view.picture_now() {
        view.session.edit(edits(&*picture).into_iter().map(|(key, value)| (key, Value::Number(value))).collect());
    }
}

fn keys(view: View, index: usize, handle: &Element) {
    let session = view.session;
    on(
        handle,
        "keydown",
        Box::new(move |event| {
            // What a handle moves is the same in every layout.
            let Some(handle) = untrack(|| handles(&*view.any_picture()).get(index).copied()) else { return };
            let meant = match slides(session.figure, &handle) {
                Some((place, _, _)) => steps(&event).map(|steps| (Some(Key(place)), steps)),
                None => key(&event).and_then(|key| step_of_arrow_key(&key, &handle)),
            };
            let Some((key, steps)) = meant else { return };
            event.prevent_default();
            if let Some((place, _, quantity)) = moved_number(session.figure, key) {
                session.set_number(place, quantity.stepped(session.pending_number(place), steps));
            }
        }),
    );
}

/// What a key changes at a handle that moves both ways, and by how many steps.
fn step_of_arrow_key(key: &str, handle: &Handle) -> Option<(Option<Key>, f64)> {
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
