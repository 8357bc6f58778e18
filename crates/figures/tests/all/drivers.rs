//! `drivers`: closed forms, the values from the literature and the tables, readouts over all declared bounds, and pictures.

use std::sync::Arc;

use crate::common::bounds::check_frame;
use crate::common::data::tables;
use crate::common::growth::{check, check_whole, read, values};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, state_and_layout, still};
use pendrop_budget::cases;
use pendrop_figures::{
    drivers::{
        Drivers,
        parameters::{DriversParameters, MACHINES_HALVING},
    },
    rates,
};
use pendrop_kit::{
    figure::Figure,
    locale::Language,
    outcome::{Outcome, Reading},
    picture::Frame,
    query,
    tables::Tables,
    values::Parameters,
};
use proptest::prelude::*;

const READOUTS: [&str; 8] = [
    "share_price",
    "share_spending",
    "share_algorithms",
    "dominant_driver",
    "growth",
    "measured_compute_growth",
    "measured_price_growth",
    "measured_price_growth_since_2010",
];
const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 320.0, narrow: true, language: Language::De, guess: None };

fn solved(pairs: &[(&str, &str)]) -> Arc<dyn Outcome> {
    Drivers.solve(&values(&Drivers, pairs), &tables())
}

fn dominant(outcome: &dyn Outcome) -> Option<String> {
    match outcome.readouts(Language::En).into_iter().find(|readout| readout.name == "dominant_driver")?.reading {
        Reading::Word(word) => Some(word.into_owned()),
        _ => None,
    }
}

fn close(found: Option<f64>, expected: f64) {
    assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9 * expected.abs().max(1.0)), "{found:?} is not {expected}");
}

/// log 2 ÷ 2.59, log 2.4 and log 2 ÷ 0.667 a year, whatever the span.
#[test]
fn shares_are_logarithms_over_their_sum() {
    let logs = [2_f64.ln() / 2.59, 2.4_f64.ln(), 2_f64.ln() / 0.667];
    let sum: f64 = logs.iter().sum();
    for years in ["1", "14", "37.5"] {
        let outcome = solved(&[("years", years)]);
        for (name, log) in ["share_price", "share_spending", "share_algorithms"].iter().zip(logs) {
            close(read(&*outcome, name), log / sum);
        }
        assert_eq!(dominant(&*outcome).as_deref(), Some("algorithms"));
    }
    close(read(&*solved(&[]), "growth"), (14.0 * sum).exp());
}

/// Money that doubles while the price halves, and methods that lag behind: the logarithms are the same.
#[test]
fn among_equals_none_does_most() {
    let outcome = solved(&[("price_halving", "1"), ("spending_growth", "2"), ("algorithm_halving", "20")]);
    assert_eq!(
        outcome.headline(Language::En).replace('\u{202f}', " "),
        "Over 14 years, falling prices and spending do equally much: 48.8 % of the growth each"
    );
    let shown =
        outcome.readouts(Language::En).into_iter().find(|readout| readout.name == "dominant_driver").map(|readout| readout.display.0);
    assert_eq!(shown.as_deref(), Some("Price, Spending"));
    check_whole(&Drivers, &"equals", &outcome, &READOUTS);
    for pairs in [["1", "1.2", "1"], ["20", "2", "1"], ["1", "2", "1"]] {
        let [price, spending, algorithms] = pairs;
        let outcome = solved(&[("price_halving", price), ("spending_growth", spending), ("algorithm_halving", algorithms)]);
        assert!(outcome.headline(Language::En).contains("equally much"), "{pairs:?}");
        check_whole(&Drivers, &pairs, &outcome, &READOUTS);
    }
}

#[test]
fn the_source_line_names_only_what_the_values_come_from() {
    let line = |pairs: &[(&str, &str)]| solved(pairs).source_line(Language::En);
    assert!(
        line(&[]).starts_with(
            "Price: our fit to graphics cards (Epoch AI, CC BY 4.0). Spending: Cottier et al. 2024. Algorithms: Ho et al. 2024."
        )
    );
    let assumed = "Price: our fit to Moravec’s machines of 1940 to 1998. Spending: assumed not to change. Algorithms: assumed to improve hardly at all.";
    assert!(line(&[("scenario", "half-century")]).starts_with(assumed));
    let own = "Price: your own value. Spending: your own value. Algorithms: your own value.";
    assert!(line(&[("price_halving", "2"), ("spending_growth", "3"), ("algorithm_halving", "1")]).starts_with(own));
}

#[test]
fn which_force_dominates_depends_on_the_setting() {
    assert_eq!(dominant(&*solved(&[("spending_growth", "4")])).as_deref(), Some("spending"));
    let half_century = solved(&[("scenario", "half-century")]);
    assert_eq!(dominant(&*half_century).as_deref(), Some("price"));
    // (1 ÷ 1.73) ÷ (1 ÷ 1.73 + 1 ÷ 20): the factor 2 and the years cancel.
    close(read(&*half_century, "share_price"), 20.0 / 21.73);
    assert_eq!(read(&*half_century, "share_spending"), Some(0.0));
}

/// Issue: machines 1940 to 1998 tenfold every 5.73 years; training compute from 2010 4.679-fold per year.
#[test]
fn what_was_measured_is_the_tables() {
    let fit = rates::trend(&tables(), "machines", 1940.0, 1998.0).expect("the table has points");
    assert!((fit.tenfold_time().unwrap_or(0.0) - 5.73).abs() < 5e-3);
    assert_eq!(fit.doubling_time().map(|years| (years * 100.0).round() / 100.0), Some(MACHINES_HALVING));
    let outcome = solved(&[]);
    let read = |name| read(&*outcome, name).unwrap_or(f64::NAN);
    assert!((read("measured_compute_growth") - 4.679).abs() < 5e-4);
    assert!((read("measured_price_growth") - 1.307_038_911).abs() < 1e-8);
    assert!((read("measured_price_growth_since_2010") - 1.124_613_113).abs() < 1e-8);
}

#[test]
fn money_that_dwindles_has_a_negative_share() {
    let outcome = solved(&[("spending_growth", "0.8")]);
    let shares = ["share_price", "share_spending", "share_algorithms"].map(|name| read(&*outcome, name).unwrap_or(f64::NAN));
    assert!(shares[1] < 0.0 && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn without_growth_there_are_no_shares_but_a_factor_and_a_reason() {
    let outcome = solved(&[("spending_growth", "0.5"), ("price_halving", "20"), ("algorithm_halving", "20")]);
    assert_eq!((read(&*outcome, "share_price"), dominant(&*outcome)), (None, None));
    close(read(&*outcome, "growth"), 2_f64.powf(14.0 / 20.0 + 14.0 / 20.0 - 14.0));
    assert!(outcome.caveat(Language::En).is_some_and(|caveat| caveat.contains("shrinks")));
    check_whole(&Drivers, &"without growth", &outcome, &READOUTS);
}

#[test]
fn what_is_out_of_bounds_is_told_and_replaced() {
    let asked = [("scenario", "next-week"), ("spending_growth", "-1"), ("price_halving", "NaN"), ("years", "0")];
    let parsed = query::parse(Drivers.parameters(), "", asked.into_iter());
    assert_eq!(parsed.rejections.len(), 4);
    let replaced = DriversParameters::of(&parsed.values);
    assert_eq!((replaced.spending_growth, replaced.years), (0.5, 1.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    #[test]
    fn a_caveat_says_why_readouts_are_missing(shares in shares(&Drivers), there in any::<bool>()) {
        let tables = if there { tables() } else { Tables::default() };
        check(&*Drivers.solve(&at_shares(&Drivers, &shares), &tables));
    }
}

/// States that can be looked at.
const STATES: [(&str, &[(&str, &str)]); 7] = [
    ("start", &[]),
    ("half-century", &[("scenario", "half-century")]),
    ("flat-budget", &[("scenario", "flat-budget")]),
    ("dwindling", &[("spending_growth", "0.7")]),
    ("shrinking", &[("spending_growth", "0.5"), ("price_halving", "20"), ("algorithm_halving", "10")]),
    ("vast", &[("spending_growth", "10"), ("price_halving", "0.5"), ("algorithm_halving", "0.1"), ("years", "50")]),
    ("one-year", &[("years", "1"), ("spending_growth", "1.01"), ("algorithm_halving", "20"), ("price_halving", "20")]),
];

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 8] = [
    "start-wide",
    "start-narrow",
    "half-century-wide",
    "flat-budget-narrow",
    "shrinking-wide",
    "vast-wide",
    "vast-narrow",
    "one-year-narrow",
];

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, pairs) = STATES.into_iter().find(|(name, _)| *name == state).expect("a state");
        assert_drawn(&format!("drivers__{snapshot}"), frame, &still(&solved(pairs), frame));
    }
}

#[test]
fn pictures_are_small_and_stay_in_the_frame() {
    for (name, pairs) in STATES {
        let outcome = solved(pairs);
        for frame in [WIDE, NARROW] {
            let markup = still(&outcome, &frame);
            assert!(markup.len() < 12_000, "{name}: {} bytes", markup.len());
            check_frame(&frame, &markup, 6.0);
        }
    }
}
