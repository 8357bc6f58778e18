//! What a figure says when it could not take a value.

use leptos::prelude::*;
use pendrop_figures::{
    format::{short, with_unit},
    locale::{Language, fill},
    parameter::{Kind, Quantity, Scale},
    query::Refusal,
    values::Value,
};

use crate::ui::{react::part, state::FigureState};

/// An SI value in the parameter's own unit, with the unit.
#[must_use]
pub fn shown(quantity: &Quantity, value: f64, language: Language) -> String {
    with_unit(&(short(value / quantity.shown.factor, quantity.digits(), language), quantity.shown.unit.to_owned()))
}

/// The notice under the control of one parameter.
#[component]
pub fn Notice(state: FigureState, index: usize) -> impl IntoView {
    part(move || {
        let refusal: Option<Refusal> = state.refusals.with(|refusals| refusals.iter().find(|refusal| refusal.index == index).cloned());
        refusal
            .map(|refusal| {
                let s = state.language.strings();
                let kind = &state.figure.parameters()[index].kind;
                let reason = match kind {
                    Kind::Quantity(quantity) => {
                        let least = short(quantity.least() / quantity.shown.factor, 4, state.language);
                        let greatest = shown(quantity, quantity.max, state.language);
                        let asked = refusal
                            .number
                            .map_or_else(|| fill(s.quoted, &[("text", &refusal.asked)]), |number| shown(quantity, number, state.language));
                        let template = if matches!(quantity.scale, Scale::Whole { .. }) { s.notice_whole } else { s.notice_number };
                        fill(template, &[("asked", &asked), ("least", &least), ("greatest", &greatest)])
                    }
                    Kind::Choice(_) => fill(s.notice_option, &[("asked", &fill(s.quoted, &[("text", &refusal.asked)]))]),
                };
                let in_force = match (kind, state.values.with(|values| values.get(index))) {
                    (Kind::Quantity(quantity), Some(Value::Number(value))) => shown(quantity, value, state.language),
                    (Kind::Choice(choice), Some(Value::Chosen(option))) => {
                        choice.options.get(option).map_or_else(String::new, |option| (option.label)(s).to_owned())
                    }
                    _ => String::new(),
                };
                view! {
                    <p class="notice" role="status">
                        {reason}
                        <b>{fill(s.notice_shown, &[("value", &in_force)])}</b>
                    </p>
                }
            })
            .into_any()
    })
}
