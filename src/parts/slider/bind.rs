//! A number's control: a native range, and the number itself to be edited.

use leptos::prelude::*;
use pendrop_kit::{parameter::Quantity, query::typed};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use super::{
    dom::{find, find_as, follow, on, set_attribute, set_style},
    notice::{self, refuse},
    state::FigureState,
};

/// Brings the control of the number at `index` in the declaration to life.
pub fn attach(state: FigureState, index: usize, quantity: &'static Quantity, figure: &Element) {
    let name = state.figure.parameters()[index].name;
    let Some(range) = find_as::<HtmlInputElement>(figure, &format!("input[name={name}]")) else { return };
    let Some(slider) = range.closest(".slider").ok().flatten() else { return };
    let Some(field) = find_as::<HtmlInputElement>(&slider, ".value") else { return };
    slide(state, index, quantity, &range);
    edit(state, index, quantity, &field);

    let default = find(&slider, ".default");
    follow(Box::new(move || {
        let value = state.number(index);
        range.set_value(&quantity.position(value).to_string());
        set_attribute(&range, "aria-valuetext", Some(&quantity.formatted(value, state.language)));
        set_style(&range, "--at", &format!("{:.4}", quantity.share(value)));
        field.set_value(&quantity.format_number(value, state.language));
        if let Some(default) = &default {
            let moved = (value - quantity.default).abs() > 1e-9 * quantity.default.abs();
            // A fixed class name is never refused.
            let _ = default.class_list().toggle_with_force("moved", moved);
        }
    }));
    notice::attach(state, index, figure);
}

/// The range follows finger, mouse and keys.
fn slide(state: FigureState, index: usize, quantity: &'static Quantity, range: &HtmlInputElement) {
    // While a finger or a mouse drags, three digits are as fine as the hand; otherwise the position counts exactly.
    let dragging = StoredValue::new(false);
    on(range, "pointerdown", Box::new(move |_| dragging.set_value(true)));
    for event in ["pointerup", "pointercancel"] {
        on(range, event, Box::new(move |_| dragging.set_value(false)));
    }
    let input = range.clone();
    on(
        range,
        "input",
        Box::new(move |_| {
            if let Ok(position) = input.value().parse() {
                let value = quantity.value_at(position);
                state.set(index, if dragging.get_value() { quantity.rounded(value) } else { value });
            }
        }),
    );
    on(
        range,
        "keydown",
        Box::new(move |event| {
            if let Some(steps) = steps(&event) {
                event.prevent_default();
                dragging.set_value(false);
                state.set(index, quantity.stepped(state.coming_number(index), steps));
            }
        }),
    );
}

/// The key that was pressed alone: with a modifier it belongs to the browser.
#[must_use]
pub fn key(event: &web_sys::Event) -> Option<String> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    (!event.ctrl_key() && !event.alt_key() && !event.meta_key()).then(|| event.key())
}

/// How many steps a key means, on a slider; an infinite number leads to an end.
#[must_use]
pub fn steps(event: &web_sys::Event) -> Option<f64> {
    Some(match key(event)?.as_str() {
        "ArrowRight" | "ArrowUp" => 1.0,
        "ArrowLeft" | "ArrowDown" => -1.0,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        "Home" => f64::NEG_INFINITY,
        "End" => f64::INFINITY,
        _ => return None,
    })
}

/// The number can be written.
fn edit(state: FigureState, index: usize, quantity: &'static Quantity, field: &HtmlInputElement) {
    let input = field.clone();
    on(
        field,
        "change",
        Box::new(move |_| {
            let typed_text = input.value();
            let asked =
                typed(&typed_text, state.language).map(|number| number * quantity.display.factor).filter(|number| number.is_finite());
            match asked {
                Some(number) => {
                    state.set(index, number);
                    if !quantity.allows(number) {
                        refuse(state, index, &typed_text, asked);
                    }
                }
                None => refuse(state, index, &typed_text, None),
            }
            // The field shows what is in force, also when the value did not change and nothing else would repaint it.
            let input = input.clone();
            request_animation_frame(move || {
                state.apply_pending();
                if let Some(Some(pendrop_kit::values::Value::Number(value))) = state.values.try_with_untracked(|values| values.get(index)) {
                    input.set_value(&quantity.format_number(value, state.language));
                }
            });
        }),
    );
}
