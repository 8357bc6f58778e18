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
        parameters::{DriversParameters, MACHINES_HALVING, OTHER_GROWTH, SPENDING_GROWTH},
    },
    rates,
};
use pendrop_kit::{
    figure::Figure,
    locale::Language,
    outcome::{Outcome, Reading},
    picture::Frame,
    query,
    svg::SCALE,
    tables::Tables,
    values::Parameters,
};
use proptest::prelude::*;

const READOUTS: [&str; 10] = [
    "share_compute",
    "share_price",
    "share_spending",
    "share_other",
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

/// log 2 ÷ 4.16, log 2.4, log 1.65 and log 2 ÷ 0.667 a year, whatever the span.
#[test]
fn shares_are_logarithms_over_their_sum() {
    let logs = [2_f64.ln() / 4.16, 2.4_f64.ln(), 1.65_f64.ln(), 2_f64.ln() / 0.667];
    let sum: f64 = logs.iter().sum();
    for years in ["1", "14", "37.5"] {
        let outcome = solved(&[("years", years)]);
        for (name, log) in ["share_price", "share_spending", "share_other", "share_algorithms"].iter().zip(logs) {
            close(read(&*outcome, name), log / sum);
        }
        close(read(&*outcome, "share_compute"), logs[..3].iter().sum::<f64>() / sum);
        assert_eq!(dominant(&*outcome).as_deref(), Some("compute"));
    }
    close(read(&*solved(&[]), "growth"), (14.0 * sum).exp());
}

/// What the issue found: compute carries 60 % by the growth that was measured, and half of it where price and spending are all.
#[test]
fn compute_carries_sixty_percent_and_without_a_rest_it_is_even() {
    let share = |pairs: &[(&str, &str)]| (read(&*solved(pairs), "share_compute").unwrap_or(f64::NAN) * 100.0).round();
    assert_eq!(share(&[]), 60.0);
    assert_eq!(share(&[("other_growth", "1")]), 50.0);
    let even = solved(&[("other_growth", "1")]);
    assert_eq!(dominant(&*even).as_deref(), Some("none"));
    assert_eq!(
        even.headline(Language::En).replace('\u{202f}', " "),
        "Over 14 years, compute and better algorithms bring about the same: 50.1 % and 49.9 %"
    );
    check_whole(&Drivers, &"even", &even, &READOUTS);
    // Whether the rest goes on with a flat budget or not, algorithms do more.
    for other in ["1", "1.65"] {
        assert_eq!(dominant(&*solved(&[("scenario", "flat-budget"), ("other_growth", other)])).as_deref(), Some("algorithms"));
    }
}

/// 21 parts to 19 are 52.5 % and 47.5 %.
#[test]
fn five_points_apart_is_none_and_a_little_more_is_not() {
    let with = |price, algorithms| {
        dominant(&*solved(&[("price_halving", price), ("spending_growth", "1"), ("other_growth", "1"), ("algorithm_halving", algorithms)]))
    };
    assert_eq!(with("1.9", "2.1").as_deref(), Some("none"));
    assert_eq!(with("2.1", "1.9").as_deref(), Some("none"));
    assert_eq!(with("1.89999", "2.1").as_deref(), Some("compute"));
    assert_eq!(with("2.1", "1.89999").as_deref(), Some("algorithms"));
}

/// Links from before there was a rest. They keep every value that they name; the rest is that of their setting, and the
/// growth that was measured where they name none.
#[test]
fn old_links_get_the_rest_of_their_setting() {
    let rest = |pairs: &[(&str, &str)]| DriversParameters::of(&values(&Drivers, pairs)).other_growth;
    assert_eq!(rest(&[("price_halving", "2.59"), ("spending_growth", "3")]), OTHER_GROWTH);
    assert_eq!(rest(&[("scenario", "custom"), ("price_halving", "2"), ("spending_growth", "1"), ("algorithm_halving", "1")]), OTHER_GROWTH);
    for (scenario, other) in [("deep-learning", OTHER_GROWTH), ("flat-budget", OTHER_GROWTH), ("half-century", 1.0)] {
        assert_eq!(rest(&[("scenario", scenario), ("years", "10")]), other, "{scenario}");
    }
    let kept = DriversParameters::of(&values(&Drivers, &[("scenario", "half-century"), ("price_halving", "2.59"), ("years", "30")]));
    assert_eq!((kept.price_halving, kept.other_growth, kept.years), (2.59, 1.0, 30.0));
}

#[test]
fn the_source_line_names_only_what_the_values_come_from() {
    let line = |pairs: &[(&str, &str)]| solved(pairs).source_line(Language::En);
    let literature = line(&[]).replace('\u{202f}', " ");
    for part in [
        "Price: our fit to consumer graphics cards since 2010 (Epoch AI, CC BY 4.0).",
        "Spending: Cottier et al. 2024, since 2016 (90 % interval 2.0 to 2.9).",
        "The rest: what our fit to training compute since 2010 leaves after price and spending.",
        "Algorithms: Ho et al. 2024, language models from 2012 to 2023 (95 % interval 0.42 to 1.2 years).",
        "Shares divide growth up; they do not say what caused it.",
    ] {
        assert!(literature.contains(part), "{literature}");
    }
    let assumed = "Price: our fit to Moravec’s machines of 1940 to 1998. Spending: assumed not to change. The rest: assumed to be nothing. \
        Algorithms: assumed to improve hardly at all.";
    assert!(line(&[("scenario", "half-century")]).starts_with(assumed));
    let own = "Price: your own value. Spending: your own value. The rest: your own value. Algorithms: your own value.";
    let pairs = [("price_halving", "2"), ("spending_growth", "3"), ("other_growth", "1.2"), ("algorithm_halving", "1")];
    assert!(line(&pairs).starts_with(own));
}

/// What nobody has measured is said where the figure stands on it.
#[test]
fn a_caveat_says_what_is_assumed() {
    let caveat = |pairs: &[(&str, &str)]| solved(pairs).caveat(Language::En).unwrap_or_default();
    assert_eq!(caveat(&[]), "");
    assert!(caveat(&[("scenario", "half-century")]).contains("Nobody has measured these shares"));
    assert!(caveat(&[("scenario", "flat-budget")]).contains("as if it cost nothing"));
    assert_eq!(caveat(&[("scenario", "flat-budget"), ("other_growth", "1")]), "");
}

#[test]
fn which_force_dominates_depends_on_the_setting() {
    assert_eq!(dominant(&*solved(&[("spending_growth", "4")])).as_deref(), Some("compute"));
    assert_eq!(dominant(&*solved(&[("scenario", "flat-budget")])).as_deref(), Some("algorithms"));
    let half_century = solved(&[("scenario", "half-century")]);
    assert_eq!(dominant(&*half_century).as_deref(), Some("compute"));
    // (1 ÷ 1.73) ÷ (1 ÷ 1.73 + 1 ÷ 20): the factor 2 and the years cancel.
    close(read(&*half_century, "share_price"), 20.0 / 21.73);
    close(read(&*half_century, "share_compute"), 20.0 / 21.73);
    assert_eq!((read(&*half_century, "share_spending"), read(&*half_century, "share_other")), (Some(0.0), Some(0.0)));
}

/// Issue: machines 1940 to 1998 tenfold every 5.73 years; training compute from 2010 4.679-fold per year; consumer cards
/// 1.2395-fold, since 2010 twofold in 4.1551 years.
#[test]
fn what_was_measured_is_the_tables() {
    let fit = rates::trend(&tables(), "machines", 1940.0, 1998.0).expect("the table has points");
    assert!((fit.tenfold_time().unwrap_or(0.0) - 5.73).abs() < 5e-3);
    assert_eq!(fit.doubling_time().map(|years| (years * 100.0).round() / 100.0), Some(MACHINES_HALVING));
    let outcome = solved(&[]);
    let read = |name| read(&*outcome, name).unwrap_or(f64::NAN);
    assert!((read("measured_compute_growth") - 4.679).abs() < 5e-4);
    assert!((read("measured_price_growth") - 1.2395).abs() < 5e-5);
    assert!((read("measured_price_growth_since_2010") - 2_f64.powf(1.0 / 4.1551)).abs() < 5e-6);
    assert_eq!((1.0 / read("measured_price_growth_since_2010").log2() * 100.0).round() / 100.0, rates::PRICE_HALVING_SINCE_2010);
}

#[test]
fn the_rest_is_what_price_and_spending_leave_of_the_measured_growth() {
    let measured = read(&*solved(&[]), "measured_compute_growth").unwrap_or(f64::NAN);
    let rest = measured / (2_f64.powf(1.0 / rates::PRICE_HALVING_SINCE_2010) * SPENDING_GROWTH);
    assert_eq!((rest * 100.0).round() / 100.0, OTHER_GROWTH);
    // So compute grows as measured, and the description says so.
    assert!(solved(&[]).description(Language::En).contains("(×4.68 a year)"), "{}", solved(&[]).description(Language::En));
}

#[test]
fn money_that_dwindles_has_a_negative_share() {
    let outcome = solved(&[("spending_growth", "0.8")]);
    let names = ["share_price", "share_spending", "share_other", "share_algorithms", "share_compute"];
    let [price, spending, other, algorithms, compute] = names.map(|name| read(&*outcome, name).unwrap_or(f64::NAN));
    assert!(spending < 0.0 && (price + spending + other - compute).abs() < 1e-12 && (compute + algorithms - 1.0).abs() < 1e-12);
}

#[test]
fn where_compute_shrinks_all_growth_comes_from_algorithms() {
    let outcome = solved(&[("spending_growth", "0.5"), ("other_growth", "1")]);
    assert!(read(&*outcome, "share_algorithms").is_some_and(|share| share > 1.0));
    assert_eq!(outcome.headline(Language::En), "Over 14 years, compute does not grow; all growth comes from better algorithms");
    check_whole(&Drivers, &"less compute", &outcome, &READOUTS);
}

#[test]
fn without_growth_there_are_no_shares_but_a_factor_and_a_reason() {
    let outcome = solved(&[("spending_growth", "0.5"), ("price_halving", "20"), ("algorithm_halving", "20")]);
    assert_eq!((read(&*outcome, "share_compute"), read(&*outcome, "share_price"), dominant(&*outcome)), (None, None, None));
    close(read(&*outcome, "growth"), (0.5 * 1.65 * 2_f64.powf(1.0 / 20.0 + 1.0 / 20.0)).powi(14));
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

/// Left ends, baselines and words of what is written, in units of the frame.
fn written(markup: &str) -> Vec<(f64, f64, &str)> {
    let number = |tag: &str, name: &str| {
        let value = tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0;
        value.parse::<f64>().ok().map(|value| value / SCALE)
    };
    let texts = markup.split("<text").skip(1).filter_map(|text| {
        let (tag, rest) = text.split_once('>')?;
        Some((number(tag, "x")?, number(tag, "y")?, rest.split_once('<')?.0))
    });
    texts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    /// Whatever the values are, the names beside the wedges lie above one another, a line each, within the frame.
    #[test]
    fn names_do_not_touch(shares in shares(&Drivers)) {
        let outcome = Drivers.solve(&at_shares(&Drivers, &shares), &tables());
        for (frame, line) in [(WIDE, 15.0), (NARROW, 12.5), (Frame { width: 280.0, ..NARROW }, 12.5)] {
            let markup = still(&outcome, &frame);
            let texts = written(&markup);
            let algorithms = texts.iter().find(|(_, _, text)| ["Algorithms", "Algorithmen"].contains(text));
            let left = algorithms.expect("algorithms are named").0;
            let mut lines: Vec<_> = texts.iter().filter(|(x, ..)| *x >= left).map(|(_, y, _)| *y).collect();
            lines.sort_by(f64::total_cmp);
            prop_assert!(lines.len() >= 4 && lines.last().is_some_and(|last| *last < frame.height));
            prop_assert!(lines[0] > line && lines.windows(2).all(|pair| pair[1] - pair[0] > 1.1 * line), "{lines:?}");
        }
    }
}

/// States that can be looked at.
const STATES: [(&str, &[(&str, &str)]); 8] = [
    ("start", &[]),
    ("half-century", &[("scenario", "half-century")]),
    ("flat-budget", &[("scenario", "flat-budget")]),
    ("dwindling", &[("spending_growth", "0.7")]),
    ("shrinking", &[("spending_growth", "0.5"), ("other_growth", "0.6"), ("price_halving", "20"), ("algorithm_halving", "10")]),
    ("vast", &[("spending_growth", "10"), ("other_growth", "10"), ("price_halving", "0.5"), ("algorithm_halving", "0.1"), ("years", "50")]),
    ("thin", &[("spending_growth", "1.03"), ("other_growth", "1.03"), ("years", "30")]),
    (
        "one-year",
        &[("years", "1"), ("spending_growth", "1.01"), ("other_growth", "1"), ("algorithm_halving", "20"), ("price_halving", "20")],
    ),
];

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 10] = [
    "start-wide",
    "start-narrow",
    "half-century-wide",
    "flat-budget-narrow",
    "dwindling-narrow",
    "thin-wide",
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

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    STATES.into_iter().map(|(name, pairs)| (name, solved(pairs))).collect()
}
