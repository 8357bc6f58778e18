//! What a figure says when it could not take a value. Its place is written with the control that it belongs to.

pub mod bind;

use pendrop_kit::{
    format::{short, with_unit},
    locale::{Language, Strings, fill},
    parameter::{Kind, Parameter, Scale},
    query::Rejection,
    values::Value,
};

/// Finds the notice of a parameter in its figure.
#[must_use]
pub fn notice_selector(parameter: &str) -> String {
    format!("[data-notice={parameter}]")
}

/// Why a value was not taken, and which one is shown instead.
#[must_use]
pub fn text(parameter: &Parameter, rejection: &Rejection, in_force: Option<Value>, language: Language) -> (String, String) {
    let s = Strings::of(language);
    let quoted = fill(s.quoted, &[("text", &rejection.asked)]);
    let (reason, in_force) = match (&parameter.kind, in_force) {
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
    use pendrop_figures::FIGURES;
    use pendrop_kit::{
        figure::Figure,
        locale::LANGUAGES,
        query::{self, Parsed},
        values::Values,
    };

    use super::*;

    fn parsed(figure: &dyn Figure, pairs: &[(&str, String)]) -> Parsed {
        query::parse(figure.parameters(), "", pairs.iter().map(|(name, value)| (*name, value.as_str())))
    }

    fn notices(figure: &dyn Figure, Parsed { values, rejections, .. }: &Parsed, language: Language) -> Vec<(String, String)> {
        rejections
            .iter()
            .map(|rejection| text(&figure.parameters()[rejection.index], rejection, values.get(rejection.index), language))
            .collect()
    }

    #[test]
    fn a_word_that_is_no_value_is_replaced_by_the_start_and_quoted() {
        for figure in FIGURES {
            let words: Vec<_> = figure.parameters().iter().map(|parameter| (parameter.name, "oops".to_owned())).collect();
            let state = parsed(*figure, &words);
            assert!(state.values == Values::defaults(figure.parameters()), "{}", figure.id());
            for ((language, _), shown) in LANGUAGES.iter().zip(["shown", "gezeigt"]) {
                let notices = notices(*figure, &state, *language);
                assert_eq!(notices.len(), words.len(), "{}", figure.id());
                for (reason, in_force) in notices {
                    assert!(reason.contains("oops") && in_force.contains(shown), "{}: {reason} {in_force}", figure.id());
                    assert!(!format!("{reason}{in_force}").contains(['{', '}']), "{}: {reason} {in_force}", figure.id());
                }
            }
        }
    }

    #[test]
    fn a_number_out_of_range_becomes_the_nearest_bound_and_both_are_told() {
        for figure in FIGURES {
            for (index, parameter) in figure.parameters().iter().enumerate() {
                let Kind::Quantity(quantity) = &parameter.kind else { continue };
                for (asked, bound) in [(2.0 * quantity.max, quantity.max), (quantity.least() - 1.0, quantity.least())] {
                    let state = parsed(*figure, &[(parameter.name, query::plain(asked))]);
                    assert_eq!(state.values.get(index), Some(Value::Number(bound)), "{}: {}", figure.id(), parameter.name);
                    for (language, _) in LANGUAGES {
                        let told = notices(*figure, &state, *language);
                        let [(reason, in_force)] = &told[..] else { panic!("{}: {} notices", figure.id(), told.len()) };
                        assert!(reason.contains(&short(asked / quantity.display.factor, 12, *language)), "{reason}");
                        assert!(in_force.contains(&quantity.formatted(bound, *language)), "{in_force}");
                    }
                }
            }
        }
    }
}
