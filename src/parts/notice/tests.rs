//! Of every parameter of every figure: what is said where a value cannot be had.

use pendrop_figures::{FIGURES, figure};
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
        let (name, value) = address.split_once('=').unwrap_or_default();
        let state = parsed(figure, &[(name, value.to_owned())]);
        let said = |language| {
            notices(figure, &state, language).into_iter().map(|(reason, in_force)| format!("{reason}{in_force}").replace('\u{202f}', " "))
        };
        assert!(said(Language::En).eq([english]), "{:?}", said(Language::En).collect::<Vec<_>>());
        assert!(said(Language::De).eq([german]), "{:?}", said(Language::De).collect::<Vec<_>>());
    }
}
