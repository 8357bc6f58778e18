//! What a figure says when it could not take a value.

use leptos::prelude::*;
use pendrop_kit::{
    format::{short, with_unit},
    locale::{Strings, fill},
    parameter::{Kind, Parameter, Scale},
    query::{Rejection, shortened},
    values::Value,
};
use web_sys::Element;

use super::{
    dom::{find, follow, say},
    state::FigureState,
};

/// Keeps the notice under the control of one parameter in step, and marks the control.
pub fn attach(state: FigureState, index: usize, figure: &Element) {
    let parameter = &state.figure.parameters()[index];
    let Some(place) = find(figure, &format!("[data-notice={}]", parameter.name)) else { return };
    follow(Box::new(move || {
        let rejection = state.rejections.with(|rejections| rejections.iter().find(|rejection| rejection.index == index).cloned());
        if let Some(slider) = place.closest(".slider").ok().flatten() {
            // A fixed class name is never refused.
            let _ = slider.class_list().toggle_with_force("refused", rejection.is_some());
        }
        match rejection {
            Some(rejection) => {
                let (reason, in_force) = words(state, parameter, &rejection);
                say(&place, Some((&reason, &in_force)));
            }
            None => say(&place, None),
        }
    }));
}

/// Why the value was not taken, and what is shown instead.
fn words(state: FigureState, parameter: &Parameter, rejection: &Rejection) -> (String, String) {
    let (language, s) = (state.language, Strings::of(state.language));
    let quoted = fill(s.quoted, &[("text", &rejection.asked)]);
    let value = state.values.with(|values| values.get(rejection.index));
    let (reason, in_force) = match (&parameter.kind, value) {
        (Kind::Quantity(quantity), Some(Value::Number(value))) => {
            let asked = rejection.number.map_or(quoted, |number| {
                with_unit(&(
                    short(number / quantity.display.factor, 12, language),
                    quantity.display.symbol(Strings::of(language)).to_owned(),
                ))
            });
            let (least, greatest) = (quantity.format_number(quantity.least(), language), quantity.formatted(quantity.max, language));
            let (template, least) = match quantity.scale {
                Scale::Whole { .. } => (s.notice_whole, least),
                Scale::Log { zero: true } => (s.notice_zero, quantity.format_number(quantity.min, language)),
                _ => (s.notice_number, least),
            };
            let reason = fill(template, &[("asked", &asked), ("least", &least), ("greatest", &greatest)]);
            (reason, quantity.formatted(value, language))
        }
        (Kind::Choice(choice), Some(Value::Chosen(option))) => {
            let in_force = choice.options.get(option).map_or("", |option| (option.label)(s));
            (fill(s.notice_option, &[("asked", &quoted)]), in_force.to_owned())
        }
        (Kind::Toggle(_), Some(Value::On(on))) => {
            (fill(s.notice_option, &[("asked", &quoted)]), (if on { s.toggle_on } else { s.toggle_off }).to_owned())
        }
        _ => (String::new(), String::new()),
    };
    (reason, fill(s.notice_shown, &[("value", &in_force)]))
}

/// Notes what was asked for and could not be had.
pub fn refuse(state: FigureState, index: usize, asked: &str, number: Option<f64>) {
    let asked = shortened(asked);
    state.rejections.update(|rejections| {
        rejections.retain(|rejection| rejection.index != index);
        rejections.push(Rejection { index, asked, number });
    });
}
