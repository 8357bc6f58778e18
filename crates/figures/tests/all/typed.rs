//! What fields show can be written into them: every number of every figure, in every language, with its unit and without.

use pendrop_budget::cases;
use pendrop_figures::FIGURES;
use pendrop_kit::{
    format::spoken,
    locale::LANGUAGES,
    parameter::{Kind, Quantity},
};

/// All numbers of all figures, with their names.
fn quantities() -> impl Iterator<Item = (String, &'static Quantity)> {
    FIGURES.iter().flat_map(|figure| {
        figure.parameters().iter().filter_map(|parameter| match &parameter.kind {
            Kind::Quantity(quantity) => Some((format!("{}: {}", figure.id(), parameter.name), quantity)),
            _ => None,
        })
    })
}

/// Values from one end of the slider to the other, the ends included, and what a hand and the keys make of them.
fn values(quantity: &Quantity) -> Vec<f64> {
    let count = cases(60);
    (0..=count)
        .map(|step| quantity.value_at(quantity.first() + (quantity.last() - quantity.first()) * f64::from(step) / f64::from(count)))
        .flat_map(|value| [value, quantity.rounded(value), quantity.stepped(value, 1.0)])
        .chain([quantity.default, quantity.least(), quantity.min, quantity.max])
        .map(|value| quantity.nearest(value))
        .collect()
}

#[test]
fn every_text_that_a_field_shows_can_be_written_into_it() {
    for (name, quantity) in quantities() {
        for (language, code) in LANGUAGES {
            for value in values(quantity) {
                let shown = quantity.format_number(value, *language);
                let named = spoken(value / quantity.display.factor, quantity.digits(), *language);
                for text in [&shown, &quantity.formatted(value, *language), &named] {
                    let read = quantity.typed(text, *language).unwrap_or_else(|| panic!("{name} in {code}: {text:?} cannot be written"));
                    let most = 0.51 * 10_f64.powi(1 - quantity.digits() as i32) * value.abs();
                    assert!((read - value).abs() <= most, "{name} in {code}: {text:?} is read as {read} for {value}");
                    assert_eq!(quantity.format_number(read, *language), shown, "{name} in {code}");
                }
            }
        }
    }
}

/// What stands under a slider as a number can be written as well.
#[test]
fn every_number_under_a_slider_can_be_written() {
    for (name, quantity) in quantities() {
        for (language, code) in LANGUAGES {
            for tick in quantity.ticks {
                let Some(label) = tick.label.map(|label| label(*language)) else { continue };
                if label.starts_with(|first: char| first.is_ascii_digit()) {
                    let read = quantity.typed(label, *language);
                    assert_eq!(read, Some(tick.value), "{name} in {code}: {label}");
                }
            }
        }
    }
}

/// A unit of another number is none of this one's.
#[test]
fn a_number_in_another_unit_is_refused() {
    for (language, code) in LANGUAGES {
        let symbols: Vec<_> = quantities().map(|(_, quantity)| quantity.display.symbol(*language)).collect();
        for (name, quantity) in quantities() {
            for other in symbols.iter().filter(|other| !other.is_empty() && **other != quantity.display.symbol(*language)) {
                let text = format!("5 {other}");
                assert_eq!(quantity.typed(&text, *language), None, "{name} in {code}: {text}");
            }
        }
    }
}
