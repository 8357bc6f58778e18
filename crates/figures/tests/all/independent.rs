//! Readouts of figures in many states against numbers computed a second time, in another language and sharing nothing with
//! the code: `end2end/independent.ts` computes them, and `end2end/specs/independent.spec.ts` holds `independent.json` to it.

use std::{collections::BTreeMap, sync::Arc};

use crate::common::data::tables;
use pendrop_figures::{FIGURES, figure};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Outcome, Reading},
    query,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct State {
    figure: String,
    query: String,
    readouts: BTreeMap<String, Option<Expected>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Expected {
    /// To a millionth.
    Number(f64),
    /// A number and how far off it may be.
    Roughly(f64, f64),
    Word(String),
}

fn agrees(reading: &Reading, expected: Option<&Expected>) -> bool {
    match (reading, expected) {
        (Reading::Number(found), Some(Expected::Number(value))) => (found - value).abs() <= (1e-6 * value.abs()).max(1e-12),
        (Reading::Number(found), Some(Expected::Roughly(value, within))) => (found - value).abs() <= *within,
        (Reading::Word(found), Some(Expected::Word(word))) => found == word,
        (Reading::Missing, None) => true,
        _ => false,
    }
}

fn states() -> Vec<State> {
    serde_json::from_str(include_str!("../independent.json")).expect("it is written by a program")
}

/// The outcome that an address leads to; nothing in it had to be replaced.
fn solved(figure: &dyn Figure, address: &str) -> Arc<dyn Outcome> {
    let parsed = query::parse(figure.parameters(), "", address.split('&').filter_map(|pair| pair.split_once('=')));
    assert!(parsed.rejections.is_empty(), "{address}: {:?}", parsed.rejections);
    figure.solve(&parsed.values, &tables())
}

#[test]
fn readouts_are_those_of_an_independent_calculation() {
    let mut held = 0;
    for State { figure: id, query, readouts: expected } in states() {
        let outcome = solved(figure(&id).unwrap_or_else(|| panic!("there is no {id}")), &query);
        for (language, _) in LANGUAGES {
            let readouts = outcome.readouts(*language);
            for (name, value) in &expected {
                let readout = readouts.iter().find(|readout| readout.name == name).unwrap_or_else(|| panic!("{id} has no {name}"));
                assert!(agrees(&readout.reading, value.as_ref()), "{id}?{query}: {name} is {:?}, not {value:?}", readout.reading);
                held += 1;
            }
        }
    }
    assert!(held > 1000, "only {held} readouts");
}

/// Of the figures that are computed twice all readouts are, but for these of flutter: its kind, and averages over all time.
#[test]
fn no_readout_is_left_out() {
    let states = states();
    for figure in FIGURES.iter().filter(|figure| states.iter().any(|state| state.figure == figure.id())) {
        let twice = |name: &str| states.iter().any(|state| state.figure == figure.id() && state.readouts.contains_key(name));
        let once: Vec<_> =
            solved(*figure, "").readouts(Language::En).into_iter().map(|readout| readout.name).filter(|name| !twice(name)).collect();
        let expected: &[&str] = if figure.id() == "flutter" { &["regime", "lyapunov_exponent", "time_per_decade"] } else { &[] };
        assert_eq!(once, expected, "{}", figure.id());
    }
}
