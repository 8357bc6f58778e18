//! `learn-the-drop`: the prototype's results as they are recorded, the outcome while it is being computed, and its pictures.

use std::sync::Arc;

use crate::common::bounds::texts;
use crate::common::growth::read;
use crate::common::jobs::{at_steps, begun, so_far, states_are_drawn};
use crate::common::owed::{self, WIDTHS, frames};
use crate::common::{layers, still};
use pendrop_figures::{learn_the_drop::LearnDrop, testing::values};
use pendrop_kit::{
    corpus::Corpus,
    figure::Figure,
    job::Results,
    locale::{LANGUAGES, Language},
    outcome::Outcome,
    picture::Frame,
    tables::Tables,
};

const READOUTS: [&str; 5] = ["crossover_samples", "error_gravity", "error_drag", "error_cubic", "error_flexible"];
const WIDE: Frame = Frame { width: 640.0, height: 500.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 360.0, narrow: true, language: Language::De, guess: None };

/// Something that is not recorded.
const LONG: &str = "samples=400&seeds=6&seed=7";

fn solved(query: &str) -> Arc<dyn Outcome> {
    LearnDrop.solve(&values(&LearnDrop, query), &Tables::default())
}

fn numbers(query: &str) -> [Option<f64>; 5] {
    READOUTS.map(|name| read(&*solved(query), name))
}

/// With 2 cm of flutter the law stalls at 11.7 mm, and the flexible learner passes it at about 50 measurements; with 6 cm at 35 mm,
/// and at 25 to 30. Where the law is true, it is better always.
#[test]
fn the_recording_holds_what_the_prototype_found() {
    for state in ["", "flutter=0", "flutter=0.06", "samples=10"] {
        assert!(LearnDrop.recording(&values(&LearnDrop, state), &Corpus::default()).is_some(), "{state}");
    }
    let [Some(crossover), Some(gravity), Some(drag), Some(cubic), Some(flexible)] = numbers("") else { panic!("all are there") };
    assert!((38.0..62.0).contains(&crossover), "{crossover}");
    assert!((drag - 11.7e-3).abs() < 0.1e-3 && (2e-3..2.6e-3).contains(&flexible), "{drag} {flexible}");
    assert!(gravity > 4.0 && (cubic - drag).abs() < 1e-3, "{gravity} {cubic}");

    let [None, _, Some(drag), Some(cubic), Some(flexible)] = numbers("flutter=0") else { panic!("a true law is not overtaken") };
    assert!(drag < 0.3e-3 && flexible > 5.0 * drag && cubic > flexible, "{drag} {cubic} {flexible}");

    let [Some(crossover), _, Some(drag), ..] = numbers("flutter=0.06") else { panic!("is overtaken") };
    assert!((20.0..32.0).contains(&crossover) && (drag - 35e-3).abs() < 0.5e-3, "{crossover} {drag}");

    let [None, _, Some(drag), _, Some(flexible)] = numbers("samples=10") else { panic!("not yet overtaken") };
    assert!(flexible > 10.0 * drag, "{drag} {flexible}");
}

/// The number in the title is the large one; where there is none, the title says how far off the best is, and a caveat why.
#[test]
fn title_and_readouts_say_the_same() {
    for state in ["", "flutter=0", "flutter=0.06", "samples=10", "samples=2&seeds=5", "noise=0.05&samples=60&seeds=9", LONG] {
        let outcome = solved(state);
        for (language, code) in LANGUAGES {
            let (headline, readouts) = (outcome.headline(*language), outcome.readouts(*language));
            let errors = readouts[1..].iter().filter_map(|readout| Some((read(&*outcome, readout.name)?, &readout.display.0)));
            let best = errors.min_by(|one, other| one.0.total_cmp(&other.0)).expect("there are errors").1;
            let said = if read(&*outcome, "crossover_samples").is_some() { &readouts[0].display.0 } else { best };
            assert!(headline.contains(said), "{state} {code}: {headline}: {said}");
            assert_eq!(outcome.caveat(*language).is_none(), read(&*outcome, "crossover_samples").is_some(), "{state} {code}");
        }
    }
}

#[test]
fn it_is_whole_at_every_step_and_the_axes_stand_still() {
    let state = values(&LearnDrop, LONG);
    // Numbers at the axes and titles; names find their places along the curves.
    let numbers = |outcome: &Arc<dyn Outcome>| {
        let found = texts(&still(outcome, &WIDE)).into_iter();
        found.filter(|(words, _)| words.chars().all(|letter| !letter.is_alphabetic())).collect::<Vec<_>>()
    };
    let before = LearnDrop.outcome(&state, &Tables::default(), &Results::none());
    owed::check(&LearnDrop, &"nothing yet", &before, &READOUTS, &WIDTHS, 0.0);
    assert!(READOUTS.iter().all(|name| read(&*before, name).is_none()) && before.caveat(Language::En).is_none());
    let (mut jobs, mut steps) = (begun(&LearnDrop, &state, &Tables::default()), 0);
    while jobs[0].step() {
        let outcome = so_far(&LearnDrop, &state, &Tables::default(), &jobs);
        owed::check(&LearnDrop, &steps, &outcome, &READOUTS, &WIDTHS[2..3], 0.0);
        assert_eq!(numbers(&outcome), numbers(&before), "{steps}");
        steps += 1;
    }
    assert!(steps > 2 && jobs[0].progress() == 1.0, "{steps}");
    assert_eq!(still(&so_far(&LearnDrop, &state, &Tables::default(), &jobs), &WIDE), still(&solved(LONG), &WIDE));
}

/// What is no result, or one of other measurements, counts for nothing.
#[test]
fn what_is_no_result_says_nothing() {
    let state = values(&LearnDrop, LONG);
    let [other] = &LearnDrop.jobs(&values(&LearnDrop, "samples=300&seeds=6"), &Corpus::default())[..] else { panic!("this is long work") };
    let other = other.run_to_completion().expect("it can be done here");
    for odd in [&[][..], &[7; 7], &[255; 4000], &other] {
        let outcome = LearnDrop.outcome(&state, &Tables::default(), &[Some(odd.into())].into_iter().collect());
        assert!(READOUTS.iter().all(|name| read(&*outcome, name).is_none()));
        assert!(outcome.table(Language::En).rows.is_empty());
    }
}

#[test]
fn every_learner_has_its_name_at_its_line() {
    let names = [["gravity alone", "law of falling", "cubic", "flexible"], ["nur Schwerkraft", "Fallgesetz", "Polynom", "flexibel"]];
    for state in ["", "flutter=0", "flutter=0.06", "samples=10"] {
        let outcome = solved(state);
        for ((language, _), names) in LANGUAGES.iter().zip(names) {
            for frame in WIDTHS[1..].iter().flat_map(|widths| frames(&LearnDrop, *widths, *language)) {
                let drawn = layers(&outcome, &frame, 0.0).concat();
                assert!(names.iter().all(|name| drawn.contains(&format!(">{name}"))), "{state} {frame:?}");
            }
        }
    }
}

/// A name, an address, and how many steps of the work are done: all, if none is said.
const STATES: [(&str, &str, Option<usize>); 6] = [
    ("start", "", None),
    ("true", "flutter=0", None),
    ("true-and-exact", "flutter=0&noise=0&samples=100&seeds=5", None),
    ("two", "samples=2", None),
    ("begun", LONG, Some(0)),
    ("half-way", LONG, Some(2)),
];

const SNAPSHOTS: [&str; 7] =
    ["start-wide", "start-narrow", "true-wide", "true-and-exact-wide", "two-narrow", "begun-narrow", "half-way-wide"];

/// States that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    STATES.into_iter().map(|(name, query, steps)| (name, at_steps(&LearnDrop, query, steps, &Tables::default()))).collect()
}

#[test]
fn typical_states_are_drawn() {
    states_are_drawn(&LearnDrop, &looked_at(), &SNAPSHOTS, [&WIDE, &NARROW], 26_000);
}
