//! Brings the control of a number to life.

use std::rc::Rc;

use pendrop_kit::{number, parameter::Quantity};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{
    keys::steps,
    names::{DEFAULT, FIELD, TICKS},
};
use crate::{
    browser::{
        dom::{all, effect, need, need_as, need_control, on, set_attribute, set_style},
        press, request_animation_frame,
    },
    parts::notice,
    session::Session,
};

/// Brings the control of the number at `index` in the declaration to life.
pub fn bind(session: Session, index: usize, quantity: &'static Quantity, figure: &Element) {
    let name = session.figure.parameters()[index].name;
    let Some(range) = need_control::<HtmlInputElement>(figure, name) else { return };
    let Some(slider) = range.closest(".slider").ok().flatten() else { return };
    let (Some(field), Some(default)) = (need_as::<HtmlInputElement>(&slider, FIELD), need(&slider, DEFAULT)) else { return };
    slide(session, index, quantity, &range);
    if let Some(ticks) = need(&slider, TICKS) {
        press_ticks(session, index, quantity, &ticks);
    }
    edit(session, index, quantity, &field);

    let mut shown = None;
    effect(Box::new(move || {
        let value = session.number(index);
        // Whichever value changes, all sliders are asked.
        if shown.replace(value) == Some(value) {
            return;
        }
        range.set_value(&number::plain(quantity.position(value)));
        set_attribute(&range, "aria-valuetext", Some(&quantity.formatted(value, session.language)));
        set_style(&range, "--at", &number::fixed(quantity.fraction(value), 4));
        field.set_value(&quantity.format_number(value, session.language));
        let moved = (value - quantity.default).abs() > 1e-9 * quantity.default.abs();
        // A fixed class name is never refused.
        let _ = default.class_list().toggle_with_force("moved", moved);
    }));
    notice::bind::bind(session, index, figure);
}

/// The range follows finger, mouse and keys.
fn slide(session: Session, index: usize, quantity: &'static Quantity, range: &HtmlInputElement) {
    // While a finger or a mouse drags, three digits are as fine as the hand; otherwise the position counts exactly.
    let to = move |position: f64, by_hand: bool| {
        let value = quantity.value_at(position);
        session.set_number(index, if by_hand { quantity.rounded(value) } else { value });
    };
    press::slide(range, Box::new(move || session.undo()), Rc::new(to));
    on(
        range,
        "keydown",
        Box::new(move |event| {
            if let Some(steps) = steps(&event) {
                event.prevent_default();
                session.set_number(index, quantity.stepped(session.pending_number(index), steps));
            }
        }),
    );
}

/// A marked value is set by a press on its mark.
fn press_ticks(session: Session, index: usize, quantity: &'static Quantity, ticks: &Element) {
    let marks = all(ticks, "span");
    on(
        ticks,
        "click",
        Box::new(move |event| {
            let mark = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|target| target.parent_element());
            let place = mark.and_then(|mark| marks.iter().position(|known| *known == mark));
            if let Some(tick) = place.and_then(|place| quantity.ticks.get(place)) {
                session.choose_number(index, tick.value);
            }
        }),
    );
}

/// The number can be written.
fn edit(session: Session, index: usize, quantity: &'static Quantity, field: &HtmlInputElement) {
    let input = field.clone();
    on(
        field,
        "change",
        Box::new(move |_| {
            let text = input.value();
            // A field that was emptied, and one that says what it said, ask for nothing.
            let asks = !text.trim().is_empty() && text != quantity.format_number(session.pending_number(index), session.language);
            match quantity.typed(&text, session.language) {
                _ if !asks => session.clear_rejection(index),
                Some(number) => {
                    session.choose_number(index, number);
                    if !quantity.allows(number) {
                        session.reject(index, &text, Some(number));
                    }
                }
                None => session.reject(index, &text, None),
            }
            // The field shows what is in force, also when the value did not change and nothing else would repaint it.
            let input = input.clone();
            request_animation_frame(move || {
                session.show();
                if let Some(value) = session.try_number(index) {
                    input.set_value(&quantity.format_number(value, session.language));
                }
            });
        }),
    );
}
