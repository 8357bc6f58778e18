//! `fixed-budget`: reference results, readouts over all declared bounds with the tables and without, and its pictures.

use std::sync::Arc;

use crate::common::bounds::check_frame;
use crate::common::data::tables;
use crate::common::growth::{check, check_whole, read, values};
use crate::common::owed::{self, WIDTHS};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, state_and_layout, still};
use pendrop_budget::cases;
use pendrop_figures::{
    fixed_budget::{FixedBudget, parameters::FixedBudgetParameters},
    rates::{self, Dollar, PRICE_HALVING, PRICE_HALVING_SINCE_2010},
    strings::Strings,
};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::Outcome,
    outcome::Reading,
    parameter::Kind,
    picture::Frame,
    query,
    svg::{SCALE, Svg},
    tables::Tables,
    values::Parameters,
};
use proptest::prelude::*;

const READOUTS: [&str; 4] = ["growth", "growth_by_adding", "compute_start", "compute_end"];
const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 284.0, narrow: true, language: Language::De, guess: None };

#[test]
fn ten_halvings_make_a_thousandfold() {
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[("years", "20"), ("halving_time", "2")]), &Tables::default());
    assert_eq!(read(&*outcome, "growth"), Some(1024.0));
    // √2 in the first year: adding it nineteen times more.
    let added = read(&*outcome, "growth_by_adding").unwrap_or(f64::NAN);
    assert!((added - (1.0 + 20.0 * (2_f64.sqrt() - 1.0))).abs() < 1e-12);
}

/// Consumer cards double in 3.2285 years, and since 2010 in 4.1551.
#[test]
fn the_halving_time_at_the_start_is_the_tables() {
    for (from, expected, rounded) in [(2000.0, 3.2285, PRICE_HALVING), (2010.0, 4.1551, PRICE_HALVING_SINCE_2010)] {
        let fit = rates::price_trend(&tables(), from, 2024.0).expect("the table has points");
        let doubling = fit.doubling_time().expect("prices fall");
        assert!((doubling - expected).abs() < 5e-5, "{doubling}");
        assert_eq!((doubling * 100.0).round() / 100.0, rounded);
    }
    let Kind::Quantity(quantity) = &FixedBudget.parameters()[0].kind else { panic!("a number") };
    assert_eq!(quantity.default, PRICE_HALVING);
}

/// The trend at the newest consumer card's date, with numpy: 5.5367e10 FLOP/s per dollar in February 2023.
#[test]
fn a_dollar_buys_what_the_trend_says_at_the_newest_card() {
    let dollar = Dollar::of(&tables()).expect("the table is there");
    assert!((dollar.flop_per_s / 5.536_726_433_621_558e10 - 1.0).abs() < 1e-9, "{}", dollar.flop_per_s);
    assert_eq!((dollar.cards, dollar.years.1.floor()), (175, 2023.0));
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[("budget", "1e6")]), &tables());
    let (start, end) = (read(&*outcome, "compute_start").unwrap_or(0.0), read(&*outcome, "compute_end").unwrap_or(0.0));
    assert!((start / (1e6 * dollar.flop_per_s) - 1.0).abs() < 1e-12);
    assert!((end / start / read(&*outcome, "growth").unwrap_or(0.0) - 1.0).abs() < 1e-12);
}

#[test]
fn without_the_table_only_the_factors_are_known() {
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[]), &Tables::default());
    let missing: Vec<_> = outcome.readouts(Language::En).into_iter().filter(|readout| readout.reading == Reading::Missing).collect();
    assert_eq!(missing.iter().map(|readout| readout.name).collect::<Vec<_>>(), ["compute_start", "compute_end"]);
    assert!(read(&*outcome, "growth").is_some_and(|growth| (growth - 2_f64.powf(20.0 / 3.23)).abs() < 1e-9));
    check_whole(&FixedBudget, &"without the table", &outcome, &READOUTS);
}

#[test]
fn what_is_out_of_bounds_is_told_and_replaced() {
    let asked = [("years", "900"), ("halving_time", "0"), ("budget", "much"), ("scale", "square")];
    let parsed = query::parse(FixedBudget.parameters(), "", asked.into_iter());
    assert_eq!(parsed.rejections.len(), 4);
    let replaced = FixedBudgetParameters::of(&parsed.values);
    assert_eq!((replaced.years, replaced.halving_time), (100.0, 0.5));
    check_whole(&FixedBudget, &asked, &FixedBudget.solve(&parsed.values, &tables()), &READOUTS);
}

#[test]
fn years_are_called_years_in_the_readers_language() {
    let Kind::Quantity(quantity) = &FixedBudget.parameters()[0].kind else { panic!("a number") };
    assert_eq!(quantity.formatted(2.59, Language::En), "2.59\u{202f}years");
    assert_eq!(quantity.formatted(2.59, Language::De), "2,59\u{202f}Jahre");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    #[test]
    fn a_caveat_says_why_readouts_are_missing(shares in shares(&FixedBudget), there in any::<bool>()) {
        let tables = if there { tables() } else { Tables::default() };
        check(&*FixedBudget.solve(&at_shares(&FixedBudget, &shares), &tables));
    }
}

/// A name, an address, and whether the table is there.
type State = (&'static str, &'static [(&'static str, &'static str)], bool);

/// States that can be looked at.
const STATES: [State; 7] = [
    ("start", &[], true),
    ("linear", &[("scale", "linear")], true),
    ("no-table", &[], false),
    ("fast", &[("halving_time", "0.5"), ("years", "50"), ("budget", "1e9"), ("scale", "linear")], true),
    ("fast-log", &[("halving_time", "0.5"), ("years", "50"), ("scale", "log")], true),
    ("slow", &[("halving_time", "20"), ("years", "7.5")], true),
    ("one-year", &[("years", "1"), ("budget", "1")], true),
];

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 9] = [
    "start-wide",
    "start-narrow",
    "linear-wide",
    "no-table-wide",
    "fast-wide",
    "fast-narrow",
    "fast-log-narrow",
    "slow-wide",
    "one-year-narrow",
];

fn outcome(pairs: &[(&str, &str)], there: bool) -> Arc<dyn Outcome> {
    FixedBudget.solve(&values(&FixedBudget, pairs), &if there { tables() } else { Tables::default() })
}

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, pairs, there) = STATES.into_iter().find(|(name, ..)| *name == state).expect("a state");
        assert_drawn(&format!("fixed_budget__{snapshot}"), frame, &still(&outcome(pairs, there), frame));
    }
}

#[test]
fn pictures_are_small_and_stay_in_the_frame() {
    for (name, pairs, there) in STATES {
        let outcome = outcome(pairs, there);
        for frame in [WIDE, NARROW] {
            let markup = still(&outcome, &frame);
            assert!(markup.len() < 8_000, "{name}: {} bytes", markup.len());
            check_frame(&frame, &markup, 6.0);
        }
    }
}

#[test]
fn the_question_is_about_the_values_at_the_start() {
    let question = FixedBudget.question().expect("there is one");
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[]), &tables());
    let growth = read(&*outcome, "growth").unwrap_or(f64::NAN);
    assert!(question.allows(growth));
    let prediction = outcome.prediction().expect("there is a question");
    for (guess, words) in [(7.0, "10.4 times as high"), (1e4, "times too high"), (70.0, "well drawn")] {
        let verdict = prediction.verdict(guess, Language::En);
        assert!(verdict.contains(words) && !verdict.contains('{'), "{verdict}");
    }
}

/// The picture before the guess, as it is while the reader drags.
fn before_guess(frame: &Frame, pairs: &[(&str, &str)]) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    let outcome = FixedBudget.solve(&values(&FixedBudget, pairs), &tables());
    outcome.prediction().expect("there is a question").draw(&mut svg, frame);
    svg.markup()
}

#[test]
fn the_picture_before_the_guess_gives_nothing_away() {
    for (frame, layout) in [(WIDE, "wide"), (NARROW, "narrow")] {
        let markup = before_guess(&frame, &[]);
        assert!(!markup.contains("accent") && !markup.contains("211"));
        assert_eq!(markup, before_guess(&frame, &[("halving_time", "1"), ("budget", "1e9")]), "it does not depend on the answer");
        let dragged = Frame { guess: Some(5e3), ..frame };
        assert_drawn(&format!("fixed_budget__held-{layout}"), &frame, &markup);
        assert_drawn(&format!("fixed_budget__dragged-{layout}"), &frame, &before_guess(&dragged, &[]));
    }
}

/// The layouts at widths that pages really have, in every language.
fn frames() -> impl Iterator<Item = Frame> {
    LANGUAGES.iter().flat_map(|(language, _)| WIDTHS.iter().flat_map(|widths| owed::frames(&FixedBudget, *widths, *language)))
}

#[test]
fn the_curve_ends_where_it_is_dragged() {
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[]), &tables());
    let prediction = outcome.prediction().expect("there is a question");
    let question = FixedBudget.question().expect("there is one");
    for frame in frames() {
        let mut last = f64::INFINITY;
        for y in (0..=frame.height as i32).step_by(5) {
            let guess = prediction.guess_at(&frame, (100.0, f64::from(y))).unwrap_or(f64::NAN);
            assert!(guess < last && guess > 0.0, "higher is more");
            assert_eq!(prediction.guess_at(&Frame { guess: Some(3.0), ..frame }, (100.0, f64::from(y))), Some(guess));
            last = guess;
            let guess = question.nearest(guess);
            check_frame(&frame, &before_guess(&Frame { guess: Some(guess), ..frame }, &[]), 6.0);
        }
    }
}

#[test]
fn a_guess_stays_in_the_picture() {
    for pairs in [&[][..], &[("scale", "linear")], &[("years", "50")], &[("halving_time", "20")]] {
        let outcome = FixedBudget.solve(&values(&FixedBudget, pairs), &tables());
        for frame in frames() {
            for guess in [1.0, 2.0, 4.0, 6.3, 40.0, 63.0, 200.0, 250.0, 1e3, 1e4] {
                let markup = still(&outcome, &Frame { guess: Some(guess), ..frame });
                check_frame(&frame, &markup, 6.0);
                assert!(markup.contains(Strings::of(frame.language).picture_guess), "{pairs:?}");
            }
        }
    }
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[("scale", "linear")]), &tables());
    for frame in [WIDE, NARROW] {
        // Beyond the axis, which ends at 80.
        let markup = still(&outcome, &Frame { guess: Some(1300.0), ..frame });
        assert!(markup.contains("×1300 ↑"));
    }
    assert_drawn("fixed_budget__guess-beyond-wide", &WIDE, &still(&outcome, &Frame { guess: Some(1e4), ..WIDE }));
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[]), &tables());
    for (guess, name, frame) in [(2.0, "low-narrow", NARROW), (63.0, "close-wide", WIDE)] {
        let markup = still(&outcome, &Frame { guess: Some(guess), ..frame });
        assert_drawn(&format!("fixed_budget__guess-{name}"), &frame, &markup);
    }
}

/// What was drawn stays where it was drawn, beside the answer: they share an axis.
#[test]
fn a_guess_and_its_answer_share_an_axis() {
    let outcome = FixedBudget.solve(&values(&FixedBudget, &[]), &tables());
    let prediction = outcome.prediction().expect("there is a question");
    for frame in frames() {
        for guess in [1.0, 2.0, 63.0, 1e4] {
            let frame = Frame { guess: Some(guess), ..frame };
            let (x, y) = prediction.guess_place(&frame, guess).expect("it has a place");
            let tip = format!("d=\"m{:.0} {:.0}", x * SCALE, y * SCALE);
            for markup in [before_guess(&frame, &[]), still(&outcome, &frame)] {
                assert!(markup.contains(&tip), "{guess} in {frame:?}: no {tip} in {markup}");
            }
        }
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    STATES.into_iter().map(|(name, pairs, there)| (name, outcome(pairs, there))).collect()
}
