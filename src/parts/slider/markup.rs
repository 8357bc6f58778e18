//! A number's control: a native range with marked values, and the number itself to be edited.

use leptos::prelude::*;
use pendrop_kit::{
    chart::text_width,
    figure::Figure,
    format::short,
    locale::{Language, fill, markup::Strings},
    parameter::{Parameter, Quantity},
};

/// Length of the shortest slider between the middles of its ends, and what a label there reaches beyond them, CSS pixels.
const SHORTEST: (f64, f64) = (240.0, 7.0);
/// Size of the labels, in the same unit, and the room between two of them.
const LETTERS: f64 = 13.0;
const GAP: f64 = 5.0;

/// Where the label of a mark stands to it: at the ends of the slider it does not reach beyond.
enum Edge {
    Start,
    End,
    None,
}

impl Edge {
    fn of(place: f64) -> Self {
        match place {
            place if place < 0.02 => Self::Start,
            place if place > 0.98 => Self::End,
            _ => Self::None,
        }
    }
}

/// Which labels have no room on the shortest slider, beside those before them; the style sheet leaves them out there.
fn tight(marks: &[(f64, String)]) -> Vec<bool> {
    let (length, beyond) = SHORTEST;
    let mut free_from = f64::NEG_INFINITY;
    marks
        .iter()
        .map(|(place, label)| {
            let width = text_width(label, LETTERS, false);
            let start = match Edge::of(*place) {
                Edge::Start => -beyond,
                Edge::End => length + beyond - width,
                Edge::None => place * length - width / 2.0,
            };
            let fits = start >= free_from;
            if fits && !label.is_empty() {
                free_from = start + width + GAP;
            }
            !fits
        })
        .collect()
}

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
    let marks: Vec<(f64, String)> = quantity
        .ticks
        .iter()
        .map(|tick| {
            let label = || short(tick.value / quantity.display.factor, 4, language);
            (quantity.fraction(tick.value), tick.label.map_or_else(label, |label| label(language).to_owned()))
        })
        .collect();
    let ticks = marks
        .iter()
        .zip(tight(&marks))
        .map(|((place, label), tight)| {
            let edge = match Edge::of(*place) {
                Edge::Start => Some("start"),
                Edge::End => Some("end"),
                Edge::None => None,
            };
            let class = [edge, tight.then_some("tight")].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let label = (!label.is_empty()).then(|| view! { <i>{label.clone()}</i> });
            view! { <span class=(!class.is_empty()).then_some(class) style=format!("--at:{place:.3}")>{label}</span> }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_would_touch_are_left_out_on_the_shortest_slider() {
        let marks =
            [(0.0, "one"), (0.3, "two"), (0.35, "three"), (0.9, "four"), (1.0, "five")].map(|(place, label)| (place, label.to_owned()));
        assert_eq!(tight(&marks), [false, false, true, false, true]);
        assert_eq!(tight(&marks[..2]), [false, false]);
    }
}
