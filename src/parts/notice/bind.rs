//! Keeps the notice of a parameter in step: why a value could not be taken, and what is shown instead.

use pendrop_kit::{
    format::{short, with_unit},
    locale::{Language, Strings, fill},
    parameter::{Kind, Parameter, Scale},
    query::Rejection,
    values::Value,
};
use web_sys::Element;

use super::notice_selector;
use crate::{
    browser::{
        dom::{effect, find, show_notice},
        report,
    },
    session::Session,
};

/// Keeps the notice under the control of one parameter in step, and marks the control.
pub fn bind(session: Session, index: usize, figure: &Element) {
    let parameter = &session.figure.parameters()[index];
    let Some(place) = find(figure, &notice_selector(parameter.name)) else {
        return report(&format!("the page lacks the notice of {}", parameter.name));
    };
    effect(Box::new(move || {
        let rejection = session.rejections().into_iter().find(|rejection| rejection.index == index);
        if let Some(slider) = place.closest(".slider").ok().flatten() {
            // A fixed class name is never refused.
            let _ = slider.class_list().toggle_with_force("refused", rejection.is_some());
        }
        match rejection {
            Some(rejection) => {
                let (reason, in_force) = text(parameter, &rejection, session.value(rejection.index), session.language);
                show_notice(&place, Some((&reason, &in_force)));
            }
            None => show_notice(&place, None),
        }
    }));
}

/// Why the value was not taken, and what is shown instead.
pub(super) fn text(parameter: &Parameter, rejection: &Rejection, value: Option<Value>, language: Language) -> (String, String) {
    let s = Strings::of(language);
    let quoted = fill(s.quoted, &[("text", &rejection.asked)]);
    let (reason, in_force) = match (&parameter.kind, value) {
        (Kind::Quantity(quantity), Some(Value::Number(value))) => {
            let asked = rejection.number.map_or(quoted, |number| {
                with_unit(&(short(number / quantity.display.factor, 12, language), quantity.display.symbol(language).to_owned()))
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
            let in_force = choice.options.get(option).map_or("", |option| (option.label)(language));
            (fill(s.notice_option, &[("asked", &quoted)]), in_force.to_owned())
        }
        (Kind::Toggle(_), Some(Value::On(on))) => {
            (fill(s.notice_option, &[("asked", &quoted)]), (if on { s.toggle_on } else { s.toggle_off }).to_owned())
        }
        _ => (String::new(), String::new()),
    };
    (reason, fill(s.notice_shown, &[("value", &in_force)]))
}
