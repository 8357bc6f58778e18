//! A number's control: a native range with marked values, and the number itself to be edited.

use leptos::{ev, prelude::*};
use pendrop_figures::{
    format::short,
    locale::fill,
    parameter::{Quantity, Scale},
    query::{self, Refusal},
    values::Value,
};

use crate::ui::{
    notice::{Notice, shown},
    react::{flag, text},
    state::FigureState,
};

/// The control of the number at `index` in the declaration.
#[component]
pub fn Slider(state: FigureState, index: usize, quantity: &'static Quantity) -> impl IntoView {
    let parameter = &state.figure.parameters()[index];
    let (language, s) = (state.language, state.language.strings());
    let name = (parameter.label)(s);
    let id = format!("{}-{}", state.figure.id(), parameter.name);
    let value = Memo::new(move |_| match state.values.with(|values| values.get(index)) {
        Some(Value::Number(value)) => value,
        _ => quantity.default,
    });
    let position = move || quantity.position(value.get());
    let (first, last) = (quantity.first(), quantity.last());
    let share = move |position: f64| (position - first) / (last - first);
    let written = text(move || short(value.get() / quantity.shown.factor, quantity.digits(), language));
    // While a finger or a mouse drags, three digits are as fine as the hand; otherwise the position counts exactly.
    let dragging = StoredValue::new(false);

    let set = move |value: f64| {
        state.settle(index);
        state.change(|values| values.set(index, value));
    };
    let slide = move |event: ev::Event| {
        if let Ok(position) = event_target_value(&event).parse::<f64>() {
            let value = quantity.value_at(position);
            set(if dragging.get_value() { rounded(value, quantity) } else { value });
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let steps = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1.0,
            "ArrowLeft" | "ArrowDown" => -1.0,
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            "Home" => f64::NEG_INFINITY,
            "End" => f64::INFINITY,
            _ => return,
        };
        event.prevent_default();
        dragging.set_value(false);
        set(stepped(value.get_untracked(), steps, quantity));
    };
    let edit = move |event: ev::Event| {
        let typed = event_target_value(&event);
        // A decimal comma is understood in every language, and so are the signs the page itself writes.
        let plain: String =
            typed.trim().chars().filter(|letter| !letter.is_whitespace()).map(|letter| if letter == '−' { '-' } else { letter }).collect();
        let asked =
            query::number(&plain.replace(',', ".")).map(|number| number * quantity.shown.factor).filter(|number| number.is_finite());
        match asked {
            Some(number) => {
                set(number);
                if !quantity.allows(number) {
                    refuse(state, index, &typed, asked);
                }
            }
            None => refuse(state, index, &typed, None),
        }
        // The field shows what is in force, also when the value did not change and nothing else would repaint it.
        request_animation_frame(move || {
            state.apply_pending();
            if let Some(shown) = written.try_get_untracked() {
                event_target::<web_sys::HtmlInputElement>(&event).set_value(&shown);
            }
        });
    };

    let accessible_name = if quantity.shown.unit.is_empty() { name.to_owned() } else { format!("{name} ({})", quantity.shown.unit) };
    let field_name = if quantity.shown.unit.is_empty() {
        fill(s.edit_value_bare, &[("name", name)])
    } else {
        fill(s.edit_value, &[("name", name), ("unit", quantity.shown.unit)])
    };
    let ticks = quantity
        .ticks
        .iter()
        .map(|tick| {
            let label = tick.label.map_or_else(|| short(tick.value / quantity.shown.factor, 4, language), |label| label(s).to_owned());
            let place = share(quantity.position(tick.value));
            let edge = if place < 0.02 {
                "start"
            } else if place > 0.98 {
                "end"
            } else {
                ""
            };
            view! { <span class=edge style=format!("--at:{place:.4}")>{(!label.is_empty()).then(|| view! { <i>{label}</i> })}</span> }
        })
        .collect_view();
    let default_place = share(quantity.position(quantity.default));
    let moved = flag(move || (value.get() - quantity.default).abs() > 1e-9 * quantity.default.abs());
    view! {
        <div class="slider" class:accent=quantity.accent class:refused=flag(move || state.refusals.with(|refusals| refusals.iter().any(|refusal| refusal.index == index)))>
            <div class="slider-row">
                <label for=id.clone()>{name}</label>
                <input class="value" type="text" inputmode="decimal" autocomplete="off" aria-label=field_name
                    disabled=state.locked prop:value=written value=written.get_untracked() on:change=edit/>
                <span class="unit" aria-hidden="true">{quantity.shown.unit}</span>
            </div>
            <input type="range" id=id name=parameter.name min=first max=last step="any" autocomplete="off"
                aria-label=accessible_name aria-valuetext=text(move || shown(quantity, value.get(), language))
                disabled=state.locked
                value=untrack(position).to_string() prop:value=text(move || position().to_string())
                style=text(move || format!("--at:{:.4}", share(position())))
                on:input=slide on:keydown=key
                on:pointerdown=move |_| dragging.set_value(true)
                on:pointerup=move |_| dragging.set_value(false)
                on:pointercancel=move |_| dragging.set_value(false)/>
            <div class="ticks" aria-hidden="true">
                {ticks}
                <b class="default" class:moved=moved style=format!("--at:{default_place:.4}")></b>
            </div>
            <Notice state index/>
        </div>
    }
}

fn refuse(state: FigureState, index: usize, asked: &str, number: Option<f64>) {
    let asked = query::shortened(asked);
    state.refusals.update(|refusals| {
        refusals.retain(|refusal| refusal.index != index);
        refusals.push(Refusal { index, asked, number });
    });
}

/// A value with three digits, or on a linear scale on the nearest step.
fn rounded(value: f64, quantity: &Quantity) -> f64 {
    match quantity.scale {
        Scale::Linear | Scale::Whole { log: false } => on_grid(value, quantity.step),
        Scale::Log { .. } | Scale::Whole { log: true } => format!("{value:.2e}").parse().unwrap_or(value),
    }
}

fn on_grid(value: f64, step: f64) -> f64 {
    let decimals = (-step.log10()).ceil().clamp(0.0, 12.0) as usize;
    format!("{:.decimals$}", (value / step).round() * step).parse().unwrap_or(value)
}

/// The value some steps of the arrow keys away: on the grid of the steps, and never stuck.
fn stepped(value: f64, steps: f64, quantity: &Quantity) -> f64 {
    let target = (quantity.position(value) + steps * quantity.step).clamp(quantity.first(), quantity.last());
    let exact = quantity.value_at(target);
    if steps.is_infinite() { exact } else { quantity.nearest(rounded(exact, quantity)) }
}

#[cfg(test)]
mod tests {
    use pendrop_figures::{figure, parameter::Kind};

    use super::*;

    #[test]
    fn arrow_keys_reach_every_end_and_are_never_stuck() {
        let figure = figure("pen-drop").expect("the figure is there");
        for parameter in figure.parameters() {
            let Kind::Quantity(quantity) = &parameter.kind else { continue };
            let mut value = quantity.default;
            for _ in 0..2000 {
                let next = stepped(value, 1.0, quantity);
                assert!(next > value || next == quantity.max, "{} is stuck at {value}", parameter.name);
                value = next;
            }
            assert_eq!(value, quantity.max);
            for _ in 0..2000 {
                value = stepped(value, -1.0, quantity);
            }
            assert_eq!(value, quantity.least(), "{}", parameter.name);
        }
    }
}
