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
fn text(parameter: &Parameter, rejection: &Rejection, value: Option<Value>, language: Language) -> (String, String) {
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

#[cfg(test)]
mod tests {
    use pendrop_figures::{FIGURES, figure};
    use pendrop_kit::{figure::Figure, locale::LANGUAGES, query};

    use super::*;

    /// What is said of all that an address asks for and cannot have.
    fn notices(figure: &dyn Figure, address: &str, language: Language) -> Vec<String> {
        let parsed = query::parse(figure.parameters(), "", address.split('&').filter_map(|pair| pair.split_once('=')));
        let text = |rejection: &Rejection| {
            let (reason, in_force) = text(&figure.parameters()[rejection.index], rejection, parsed.values.get(rejection.index), language);
            format!("{reason}{in_force}").replace('\u{202f}', " ")
        };
        parsed.rejections.iter().map(text).collect()
    }

    #[test]
    fn each_kind_of_value_has_its_notice() {
        for (id, address, english, german) in [
            (
                "pen-drop",
                "height=9000",
                "9000 m is not a number between 0.1 and 4000 m; 4000 m is shown.",
                "9000 m ist keine Zahl zwischen 0,1 und 4000 m; gezeigt wird 4000 m.",
            ),
            (
                "pen-drop",
                "height=soon",
                "“soon” is not a number between 0.1 and 4000 m; 1.5 m is shown.",
                "„soon“ ist keine Zahl zwischen 0,1 und 4000 m; gezeigt wird 1,5 m.",
            ),
            (
                "pen-drop",
                "fluid_density=-1",
                "−1 kg/m³ is neither 0 nor a number between 0.001 and 1100 kg/m³; 0 kg/m³ is shown.",
                "−1 kg/m³ ist weder 0 noch eine Zahl zwischen 0,001 und 1100 kg/m³; gezeigt wird 0 kg/m³.",
            ),
            (
                "ensemble",
                "drops=12.5",
                "12.5 is not a whole number between 10 and 100 000; 13 is shown.",
                "12,5 ist keine ganze Zahl zwischen 10 und 100 000; gezeigt wird 13.",
            ),
            (
                "compute-trend",
                "scale=round",
                "“round” is not among the choices; Logarithmic is shown.",
                "„round“ steht nicht zur Wahl; gezeigt wird Logarithmisch.",
            ),
            (
                "compute-trend",
                "frontier=perhaps",
                "“perhaps” is not among the choices; “off” is shown.",
                "„perhaps“ steht nicht zur Wahl; gezeigt wird „aus“.",
            ),
        ] {
            let figure = figure(id).unwrap_or_else(|| panic!("there is no {id}"));
            assert_eq!(notices(figure, address, Language::En), [english]);
            assert_eq!(notices(figure, address, Language::De), [german]);
        }
    }

    #[test]
    fn every_parameter_says_what_it_cannot_take() {
        for figure in FIGURES {
            let all: Vec<_> = figure.parameters().iter().map(|parameter| format!("{}=oops", parameter.name)).collect();
            for (language, _) in LANGUAGES {
                let said = notices(*figure, &all.join("&"), *language);
                assert_eq!(said.len(), all.len(), "{}", figure.id());
                assert!(
                    said.iter().all(|notice| notice.contains("oops") && !notice.contains(['{', '}']) && notice.ends_with('.')),
                    "{said:?}"
                );
            }
        }
    }
}
