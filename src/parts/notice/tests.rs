//! Of every parameter of every figure: what is said where a value cannot be had.

use pendrop_figures::FIGURES;
use pendrop_kit::{
    figure::Figure,
    format::short,
    locale::{LANGUAGES, Language},
    parameter::Kind,
    query::{self, Parsed},
    values::{Value, Values},
};

use super::bind::text;

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
