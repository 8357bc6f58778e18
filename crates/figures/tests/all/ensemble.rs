//! `ensemble`: readouts over all declared bounds, the outcome while it is being computed, and its pictures.

use std::{fmt::Debug, sync::Arc};

use crate::common::bounds::check_frame;
use crate::common::owed::{self, WIDTHS};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, state_and_layout, still};
use pendrop_budget::cases;
use pendrop_figures::{ensemble::Ensemble, pen_drop::PenDrop};
use pendrop_kit::{
    corpus::Corpus,
    figure::Figure,
    job::{Results, RunningJob},
    locale::Language,
    outcome::{Outcome, Reading},
    picture::Frame,
    query,
    tables::Tables,
    values::Values,
};
use proptest::prelude::*;

const READOUTS: [&str; 6] = ["relative_spread", "mean", "standard_deviation", "p05", "p95", "aloft"];
const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 320.0, narrow: true, language: Language::De, guess: None };

fn values(pairs: &[(&str, &str)]) -> Values {
    let parsed = query::parse(Ensemble.parameters(), "", pairs.iter().copied());
    assert!(parsed.rejections.is_empty(), "{:?}", parsed.rejections);
    parsed.values
}

/// A readout's number in full precision.
fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

fn solved(pairs: &[(&str, &str)]) -> Arc<dyn Outcome> {
    Ensemble.solve(&values(pairs), &Tables::default())
}

/// The outcome as far as a job has come.
fn so_far(values: &Values, job: &dyn RunningJob) -> Arc<dyn Outcome> {
    let results = [Some(job.partial().into())].into_iter().collect();
    Ensemble.outcome(values, &Tables::default(), &results)
}

/// The job for values that ask for one.
fn job(values: &Values) -> Box<dyn RunningJob> {
    let [spec] = &Ensemble.jobs(values, &Corpus::default())[..] else { panic!("this is long work") };
    spec.start().expect("a job of this kind")
}

/// All that an outcome owes the page.
fn check(state: &dyn Debug, outcome: &Arc<dyn Outcome>) {
    owed::check(&Ensemble, state, outcome, &READOUTS, &WIDTHS, 0.0);
    assert!(outcome.readouts(Language::En).iter().all(|readout| !matches!(readout.reading, Reading::Word(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    #[test]
    fn a_caveat_says_why_the_spread_is_missing(shares in shares(&Ensemble)) {
        let mut state = at_shares(&Ensemble, &shares);
        // Few drops: the tests are not built for speed.
        let drops = Ensemble.parameters().iter().position(|parameter| parameter.name == "drops").expect("declared");
        state.set(drops, state.number(drops).min(30.0));
        let outcome = Ensemble.solve(&state, &Tables::default());
        prop_assert_eq!(read(&*outcome, "relative_spread").is_none(), outcome.caveat(Language::En).is_some());
    }
}

#[test]
fn without_jitter_it_is_the_pen_drop() {
    for object in ["pen", "feather", "coffee-filter"] {
        for wind in ["0", "3"] {
            let outcome = solved(&[("object", object), ("jitter", "0"), ("drops", "50"), ("wind", wind)]);
            let drop = query::parse(PenDrop.parameters(), "", [("object", object), ("wind", wind)].into_iter()).values;
            let once = read(&*PenDrop.solve(&drop, &Tables::default()), "fall_time");
            assert_eq!(["mean", "p05", "p95"].map(|name| read(&*outcome, name)), [once; 3]);
            assert_eq!(read(&*outcome, "relative_spread"), Some(0.0));
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_drops_and_another_others_close_by() {
    let of_seed = |seed| READOUTS.map(|name| read(&*solved(&[("seed", seed), ("object", "feather")]), name).expect(name));
    let (five, six) = (of_seed("5"), of_seed("6"));
    assert_eq!(five, of_seed("5"));
    assert_ne!(five, six);
    let [_, mean, deviation, ..] = five;
    assert!((six[1] - mean).abs() < 6.0 * deviation / 100.0, "{mean} and {}", six[1]);
}

#[test]
fn the_table_counts_every_drop_once() {
    for (pairs, drops) in [(&[("object", "feather")][..], 10_000.0), (&[("object", "feather"), ("drops", "1000")], 1000.0)] {
        let table = solved(pairs).table(Language::En);
        let counted: f64 = table.rows.iter().filter_map(|row| row.last()?.number()).sum();
        assert_eq!(counted, drops);
    }
}

/// Half of the drops of a body as dense as the fluid never land, give or take four deviations of such a count.
#[test]
fn half_of_the_drops_float_where_body_and_fluid_are_as_dense() {
    let density = (5.8e-3 / 7.489_556_886_158_067e-6).to_string();
    let aloft = read(&*solved(&[("fluid_density", &density)]), "aloft").expect("it is counted");
    assert!((aloft - 5000.0).abs() < 4.0 * 50.0, "{aloft}");
}

#[test]
fn domination_buys_predictability() {
    let spread = |object| read(&*solved(&[("object", object)]), "relative_spread");
    assert!(spread("pen").is_some_and(|spread| spread < 0.001));
    assert!(spread("feather").is_some_and(|spread| spread > 0.1));
}

#[test]
fn short_work_is_done_at_once_and_long_work_in_a_job() {
    assert!(Ensemble.computes());
    assert!(Ensemble.jobs(&values(&[("drops", "5000")]), &Corpus::default()).is_empty());
    assert!(Ensemble.jobs(&values(&[]), &Corpus::default()).is_empty());
    let pairs = [("drops", "100000"), ("object", "feather")];
    let long = values(&pairs);
    let mut job = job(&long);
    let mut steps = 0;
    while job.step() {
        check(&(pairs, steps), &so_far(&long, &*job));
        steps += 1;
    }
    assert!(steps > 2);
    assert_eq!(job.progress(), 1.0);
    let (streamed, whole) = (so_far(&long, &*job), solved(&pairs));
    assert_eq!(READOUTS.map(|name| read(&*streamed, name)), READOUTS.map(|name| read(&*whole, name)));
    assert_eq!(still(&streamed, &WIDE), still(&whole, &WIDE));
}

/// The axes stand still while the bars grow.
#[test]
fn the_picture_does_not_jump_while_it_is_computed() {
    let state = values(&[("drops", "100000"), ("object", "feather")]);
    let numbers = |job: &dyn RunningJob| -> Vec<String> {
        let markup = still(&so_far(&state, job), &WIDE);
        let texts = markup.split("<text class=\"ink2").skip(1).filter_map(|text| text.split(['>', '<']).nth(1).map(str::to_owned));
        texts
            .filter(|text| text.starts_with(|letter: char| letter.is_ascii_digit()) && !text.contains("drops") && !text.contains(" of "))
            .collect()
    };
    let mut job = job(&state);
    job.step();
    let first = numbers(&*job);
    while job.step() {}
    assert_eq!(first, numbers(&*job));
}

#[test]
fn before_the_first_step_there_is_a_picture() {
    let state = values(&[("drops", "100000")]);
    let outcome = Ensemble.outcome(&state, &Tables::default(), &Results::none());
    check(&"before the first step", &outcome);
    assert_eq!((read(&*outcome, "mean"), read(&*outcome, "aloft")), (None, Some(0.0)));
    assert!(outcome.caveat(Language::En).is_none());
}

/// What is no result counts no drops.
#[test]
fn what_is_no_result_counts_no_drops() {
    let state = values(&[("drops", "100000")]);
    let before = Ensemble.outcome(&state, &Tables::default(), &Results::none());
    for odd in [&[][..], &[7; 7], &[255; 4000]] {
        let results = [Some(odd.into())].into_iter().collect();
        let outcome = Ensemble.outcome(&state, &Tables::default(), &results);
        assert_eq!(READOUTS.map(|name| read(&*outcome, name)), READOUTS.map(|name| read(&*before, name)));
    }
}

/// A name, an address, and how many steps of the work are done: all, if none is said.
type State = (&'static str, Vec<(&'static str, &'static str)>, Option<usize>);

/// States that can be looked at.
fn states() -> Vec<State> {
    vec![
        ("pen", vec![], None),
        ("feather", vec![("object", "feather")], None),
        ("coffee-filter", vec![("object", "coffee-filter"), ("jitter", "0.5"), ("drops", "1000")], None),
        ("steel-ball", vec![("object", "steel-ball"), ("drops", "100")], None),
        ("ten", vec![("object", "feather"), ("drops", "10")], None),
        ("no-jitter", vec![("jitter", "0"), ("object", "feather")], None),
        ("vacuum", vec![("world", "vacuum")], None),
        ("no-gravity", vec![("gravity", "0")], None),
        ("water", vec![("world", "water")], None),
        ("half-float", vec![("world", "water"), ("mass", "0.0075")], None),
        ("light", vec![("object", "feather"), ("height", "4000"), ("jitter", "0.5")], None),
        ("ball-in-water", vec![("world", "water"), ("object", "ping-pong-ball")], None),
        ("steel-in-water", vec![("world", "water"), ("object", "steel-ball")], None),
        ("wind", vec![("wind", "5"), ("drops", "2000")], None),
        ("begun", vec![("drops", "100000"), ("object", "feather")], Some(0)),
        ("half-way", vec![("drops", "100000"), ("object", "paper-sheet")], Some(2)),
    ]
}

fn outcome(pairs: &[(&str, &str)], steps: Option<usize>) -> Arc<dyn Outcome> {
    let Some(steps) = steps else { return solved(pairs) };
    let state = values(pairs);
    let mut job = job(&state);
    for _ in 0..steps {
        job.step();
    }
    if steps == 0 { Ensemble.outcome(&state, &Tables::default(), &Results::none()) } else { so_far(&state, &*job) }
}

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 14] = [
    "pen-wide",
    "pen-narrow",
    "feather-wide",
    "coffee-filter-narrow",
    "ten-wide",
    "no-jitter-wide",
    "no-jitter-narrow",
    "no-gravity-narrow",
    "half-float-wide",
    "half-float-narrow",
    "ball-in-water-narrow",
    "wind-wide",
    "begun-narrow",
    "half-way-wide",
];

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, pairs, steps) = states().into_iter().find(|(name, ..)| *name == state).expect("a state");
        assert_drawn(&format!("ensemble__{snapshot}"), frame, &still(&outcome(&pairs, steps), frame));
    }
}

#[test]
fn outcomes_are_whole_and_pictures_are_small_and_stay_in_the_frame() {
    for (name, pairs, steps) in states() {
        let outcome = outcome(&pairs, steps);
        check(&name, &outcome);
        let size: usize = [WIDE, NARROW].iter().map(|frame| still(&outcome, frame).len()).sum();
        assert!(size < 16_000, "{name}: {size} bytes");
        for width in [280.0, 350.0, 560.0, 608.0, 720.0] {
            let narrow = width < 350.5 || width == 608.0;
            for language in [Language::En, Language::De] {
                let frame = Frame { width, narrow, language, height: if narrow { 320.0 } else { 480.0 }, guess: None };
                check_frame(&frame, &still(&outcome, &frame), 2.0);
            }
        }
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    states().into_iter().map(|(name, pairs, steps)| (name, outcome(&pairs, steps))).collect()
}
