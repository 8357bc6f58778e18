//! A number's control: a native range with marked values, and the number itself to be edited.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    format::short,
    locale::{Language, fill, markup::Strings},
    parameter::{Parameter, Quantity},
};

/// The control of a number, with the place of its notice.
#[component]
pub fn Slider(
    figure: &'static dyn Figure,
    parameter: &'static Parameter,
    quantity: &'static Quantity,
    language: Language,
) -> impl IntoView {
    let s = Strings::of(language);
    let name = (parameter.label)(language);
    let unit = quantity.display.symbol(language);
    let id = format!("{}-{}", figure.id(), parameter.name);
    let (accessible_name, field_name) = if unit.is_empty() {
        (name.to_owned(), fill(s.edit_value_bare, &[("name", name)]))
    } else {
        (format!("{name} ({unit})"), fill(s.edit_value, &[("name", name), ("unit", unit)]))
    };
    let ticks = quantity
        .ticks
        .iter()
        .map(|tick| {
            let label =
                tick.label.map_or_else(|| short(tick.value / quantity.display.factor, 4, language), |label| label(language).to_owned());
            let place = quantity.fraction(tick.value);
            let edge = match place {
                place if place < 0.02 => Some("start"),
                place if place > 0.98 => Some("end"),
                _ => None,
            };
            view! { <span class=edge style=format!("--at:{place:.3}")>{(!label.is_empty()).then(|| view! { <i>{label}</i> })}</span> }
        })
        .collect_view();
    // On some phones the keyboard of digits has no minus.
    let keyboard = if quantity.least() < 0.0 { "text" } else { "decimal" };
    let at = format!("--at:{:.4}", quantity.fraction(quantity.default));
    view! {
        <div class=if quantity.accent { "slider accent" } else { "slider" }>
            <div class="slider-row">
                <label for=id.clone()>{name}</label>
                <span class="entry">
                    <input class="value" type="text" inputmode=keyboard autocomplete="off" aria-label=field_name disabled
                        value=quantity.format_number(quantity.default, language)/>
                    <span class="unit" aria-hidden="true">{unit}</span>
                </span>
            </div>
            <input type="range" id=id name=parameter.name min=quantity.first() max=quantity.last() step="any" autocomplete="off"
                aria-label=accessible_name aria-valuetext=quantity.formatted(quantity.default, language) disabled
                value=quantity.position(quantity.default) style=at.clone()/>
            <div class="ticks" aria-hidden="true">{ticks}<b class="default" style=at></b></div>
            <p class="notice" data-notice=parameter.name role="status"></p>
        </div>
    }
}
