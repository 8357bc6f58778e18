//! `crossing-curves`: what the model says of now and later, and its pictures.

use std::sync::Arc;

use crate::common::growth::read;
use crate::common::owed::{WIDTHS, frames};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, layers, state_and_layout, still};
use pendrop_budget::cases;
use pendrop_figures::{crossing_curves::CrossingCurves, testing::values};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Outcome, Reading},
    picture::Frame,
    tables::Tables,
};
use proptest::prelude::*;

const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 320.0, narrow: true, language: Language::De, guess: None };

fn solved(query: &str) -> Arc<dyn Outcome> {
    CrossingCurves.solve(&values(&CrossingCurves, query), &Tables::default())
}

/// The better choice now and later.
fn choices(outcome: &dyn Outcome) -> [String; 2] {
    let readouts = outcome.readouts(Language::En);
    ["best_now", "best_later"].map(|name| {
        let found = readouts.iter().find(|readout| readout.name == name).map(|readout| &readout.reading);
        if let Some(Reading::Word(word)) = found { word.clone().into_owned() } else { panic!("{name} is a word") }
    })
}

/// With full structure the curves cross at `10⁶ (0.999 / 0.5 − 1)²`, a hundred times today's compute but for a little.
#[test]
fn less_structure_overtakes_when_there_is_enough_compute() {
    let outcome = solved("");
    let expected = 1.5 * (1e2 * (0.999_f64 / 0.5 - 1.0).powi(2)).log2();
    assert!((read(&*outcome, "crossing_year").unwrap_or(0.0) - expected).abs() < 1e-9, "{expected}");
    assert_eq!(choices(&*outcome), ["more-structure", "less-structure"]);
    // Compute that grows twice as fast gets there in half the time.
    assert!((read(&*solved("compute_doubling=0.75"), "crossing_year").unwrap_or(0.0) - expected / 2.0).abs() < 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(200)))]

    #[test]
    fn the_choice_changes_if_there_is_a_year_in_which_it_does(shares in shares(&CrossingCurves)) {
        let outcome = CrossingCurves.solve(&at_shares(&CrossingCurves, &shares), &Tables::default());
        let [now, later] = choices(&*outcome);
        match read(&*outcome, "crossing_year") {
            Some(year) => prop_assert!(now != "less-structure" && later != "more-structure" && year >= 0.0, "{year}: {now}, {later}"),
            None => prop_assert_eq!(now, later),
        }
        prop_assert_eq!(read(&*outcome, "crossing_year").is_none(), outcome.caveat(Language::En).is_some());
    }
}

/// Nobody takes it for a measurement: the picture says so, and so do its source and its description.
#[test]
fn it_says_that_it_is_a_model() {
    for (language, words) in [(Language::En, "A model, not a measurement"), (Language::De, "Ein Modell, keine Messung")] {
        assert!(LANGUAGES.iter().any(|(known, _)| *known == language));
        for state in ["", "structure=0", "compute_now=1e9&years=20&compute_doubling=0.25"] {
            let outcome = solved(state);
            assert!(outcome.source_line(language).starts_with(words) && outcome.description(language).starts_with(words), "{state}");
            for frame in WIDTHS.iter().flat_map(|widths| frames(&CrossingCurves, *widths, language)) {
                assert!(layers(&outcome, &frame, 0.0).concat().contains(words), "{state} {frame:?}");
            }
        }
    }
}

/// The guided player is told much, and yet may choose: half of the model's structure fits it better than all of it.
#[test]
fn measured_points_lie_near_the_curves_of_some_structure() {
    let off = |query: &str| read(&*solved(query), "off_by").expect("there are points");
    let [none, half, full] = ["0.1", "0.5", "1"].map(|structure| off(&format!("measured=true&structure={structure}")));
    assert!(half < 0.1 && half < none && half < full, "{none} {half} {full}");
    // Nothing is measured with less structure than none.
    assert_eq!(read(&*solved("measured=true&structure=0"), "off_by"), None);
    assert_eq!(read(&*solved(""), "off_by"), None);
}

const STATES: [(&str, &str); 7] = [
    ("start", ""),
    ("same", "structure=0"),
    ("past", "compute_now=1e9"),
    ("crowded", "compute_doubling=5&years=20"),
    ("measured", "measured=true&structure=0.5"),
    ("measured-full", "measured=true&years=20"),
    ("far", "structure=0.05&compute_doubling=0.25&years=20&compute_now=1e9"),
];

const SNAPSHOTS: [&str; 7] = ["measured-wide", "start-wide", "start-narrow", "same-wide", "past-narrow", "crowded-narrow", "far-wide"];

/// States that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    STATES.into_iter().map(|(name, query)| (name, solved(query))).collect()
}

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, query) = STATES.iter().find(|(name, _)| *name == state).expect("a state");
        assert_drawn(&format!("crossing_curves__{snapshot}"), frame, &still(&solved(query), frame));
    }
}
