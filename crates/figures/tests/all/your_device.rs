//! `your-device`: what speeds are worth in the history, what is missing before they are measured, and the pictures.

use std::{fmt::Debug, sync::Arc};

use crate::common::owed::{self, WIDTHS};
use crate::common::{assert_drawn, state_and_layout, still};
use pendrop_figures::{
    tables::schema,
    your_device::{
        YourDevice,
        benchmark::{Speed, Speeds, Status},
    },
};
use pendrop_kit::{
    figure::Figure,
    job::{Results, encode},
    locale::Language,
    outcome::{Outcome, Reading},
    picture::Frame,
    query,
    tables::Tables,
    values::Values,
};

const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 284.0, narrow: true, language: Language::De, guess: None };
const READOUTS: [&str; 7] = [
    "flop_per_s_all_cores",
    "flop_per_s_simd",
    "flop_per_s_scalar",
    "matches_list",
    "flop_per_s_per_watt",
    "flop_per_s_per_dollar",
    "spread",
];

fn tables() -> Tables {
    let text = include_str!("../../../../public/data/supercomputers.csv");
    Tables::default().with(schema("supercomputers").expect("declared"), text).expect("well formed")
}

fn values(pairs: &[(&str, &str)]) -> Values {
    let parsed = query::parse(YourDevice.parameters(), "", pairs.iter().copied());
    assert!(parsed.rejections.is_empty(), "{:?}", parsed.rejections);
    parsed.values
}

/// A speed with its spread.
fn status((best, spread): (f64, f64)) -> Status {
    Status::Measured(Speed { best, spread })
}

/// A measurement of one core: one number at a time, and four.
fn one_core(scalar: (f64, f64), simd: (f64, f64)) -> Speeds {
    Speeds { scalar: status(scalar), simd: status(simd), all_cores: Status::Pending }
}

/// A measurement of everything.
fn complete(scalar: (f64, f64), simd: (f64, f64), all_cores: (f64, f64)) -> Speeds {
    Speeds { all_cores: status(all_cores), ..one_core(scalar, simd) }
}

/// The outcome of a measurement, as the page keeps it.
fn outcome(pairs: &[(&str, &str)], speeds: Speeds, tables: &Tables) -> Arc<dyn Outcome> {
    let mut results = Results::none();
    results.set(0, encode(&speeds).into());
    YourDevice.outcome(&values(pairs), tables, &results)
}

/// The outcome of a measurement with these speeds of all cores, FLOP/s, one core being half as fast.
fn measured(all: f64) -> Arc<dyn Outcome> {
    outcome(&[], complete((all / 8.0, 0.01), (all / 2.0, 0.02), (all, 0.04)), &tables())
}

fn read(outcome: &dyn Outcome, name: &str) -> Reading {
    let found = outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name);
    found.map_or(Reading::Missing, |readout| readout.reading)
}

fn word(text: &str) -> Reading {
    Reading::Word(text.to_owned().into())
}

/// All that an outcome owes the page.
fn check(state: &dyn Debug, outcome: &Arc<dyn Outcome>) {
    owed::check(&YourDevice, state, outcome, &READOUTS, &WIDTHS, 0.0);
}

#[test]
fn before_a_measurement_every_speed_says_what_to_do() {
    let values = values(&[("power", "15")]);
    let solved = YourDevice.solve(&values, &tables());
    let mut no_speeds = Results::none();
    no_speeds.set(0, vec![9, 9, 9].into());
    let unreadable = YourDevice.outcome(&values, &tables(), &no_speeds);
    for (place, outcome) in [solved, unreadable, outcome(&[("power", "15")], Speeds::default(), &tables())].into_iter().enumerate() {
        check(&place, &outcome);
        for readout in outcome.readouts(Language::En) {
            assert_eq!((readout.reading, readout.display.0.as_str()), (Reading::Missing, "press Measure"), "{}", readout.name);
        }
    }
}

#[test]
fn what_could_not_be_measured_says_so() {
    let read = |speeds: Speeds, name: &str| {
        let outcome = outcome(&[("power", "15")], speeds, &tables());
        check(&speeds, &outcome);
        let found = outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name);
        found.map(|readout| (readout.reading, readout.display.0)).unwrap_or((Reading::Missing, String::new()))
    };
    let failed = (Reading::Missing, "not measurable here".to_owned());
    let all_failed = Speeds { scalar: Status::Failed, simd: Status::Failed, all_cores: Status::Failed };
    for name in READOUTS.into_iter().filter(|name| *name != "flop_per_s_per_dollar") {
        assert_eq!(read(all_failed, name), failed, "{name}");
    }
    let pending = one_core((1e9, 0.1), (4e9, 0.1));
    for name in ["flop_per_s_all_cores", "matches_list", "flop_per_s_per_watt"] {
        assert_eq!(read(Speeds { all_cores: Status::Failed, ..pending }, name), failed, "{name}");
        assert_eq!(read(pending, name).1, "not yet", "{name}");
    }
}

/// TOP500: CM-5/1024 with 59.7 GFLOP/s in June 1993, Numerical Wind Tunnel with 124 in November 1993 and 170 in November
/// 1994, XP/S140 with 143.4 in June 1994, ASCI Red with 1068 in June 1997, El Capitan with 1.809 EFLOP/s in November 2025.
#[test]
fn a_speed_matches_the_latest_list_whose_number_one_was_no_faster() {
    for (speed, list, title) in [
        (59.7e9, "1993-06", "As late as June 1993, "),
        (123.9e9, "1993-06", "As late as June 1993, "),
        (124e9, "1993-11", "As late as November 1993, "),
        // The same machine led four lists.
        (170e9, "1995-11", "As late as November 1995, "),
        (1.0e12, "1996-11", "As late as November 1996, "),
        // From before the lists: Cray-2 (1985), NEC SX-3 (1990).
        (21.9e9, "1985", "As late as 1985, "),
        (22e9, "1990", "As late as 1990, "),
        (3e6, "1964", "As late as 1964, "),
        (2e18, "2025-11", "No computer in the table"),
    ] {
        let outcome = measured(speed);
        assert_eq!(read(&*outcome, "matches_list"), word(list), "{speed}");
        assert!(outcome.headline(Language::En).starts_with(title), "{}", outcome.headline(Language::En));
    }
}

/// Title and readout speak of one date, in one form; the picture says when the next machine was faster, and that it is that.
#[test]
fn the_title_speaks_of_the_date_that_is_read() {
    for (speed, english, german) in [(22e9, "1990", "Noch 1990 wäre "), (59.7e9, "June 1993", "Noch im Juni 1993 wäre ")] {
        let outcome = measured(speed);
        let list = outcome.readouts(Language::En).into_iter().find(|readout| readout.name == "matches_list").expect("it is told");
        assert_eq!(list.display.0, english);
        assert!(outcome.headline(Language::En).contains(english) && outcome.headline(Language::De).starts_with(german));
    }
    let markup = still(&measured(22e9), &WIDE);
    assert!(markup.contains(">overtaken in June 1993<"), "{markup}");
    assert!(still(&measured(22e9), &NARROW).contains(">überholt im Juni 1993<"));
    assert!(still(&measured(1.5e8), &NARROW).contains(">überholt 1983<"));
}

#[test]
fn what_is_slower_than_the_oldest_machine_matches_none() {
    let outcome = measured(1e6);
    assert_eq!(read(&*outcome, "matches_list"), Reading::Missing);
    assert_eq!(outcome.headline(Language::En), "In 1964 the fastest computer on Earth, CDC 6600, was faster than this device");
    check(&"slow", &outcome);
}

#[test]
fn speeds_are_divided_by_what_has_been_entered() {
    let speeds = complete((1e10, 0.0), (4e10, 0.125), (1e11, 0.0));
    let entered = outcome(&[("power", "50"), ("price", "1000")], speeds, &tables());
    assert_eq!(read(&*entered, "flop_per_s_per_watt"), Reading::Number(2e9));
    assert_eq!(read(&*entered, "flop_per_s_per_dollar"), Reading::Number(1e8));
    assert_eq!(read(&*entered, "spread"), Reading::Number(0.125));
    let display =
        |name: &str| entered.readouts(Language::De).into_iter().find(|readout| readout.name == name).map(|readout| readout.display);
    assert_eq!(display("flop_per_s_all_cores"), Some(("100".to_owned(), "GFLOP/s".to_owned())));
    assert_eq!(display("flop_per_s_per_watt"), Some(("2,00".to_owned(), "GFLOP/s".to_owned())));

    let outcome = outcome(&[], speeds, &tables());
    assert_eq!(read(&*outcome, "flop_per_s_per_watt"), Reading::Missing);
    assert_eq!(read(&*outcome, "flop_per_s_simd"), Reading::Number(4e10));
}

#[test]
fn a_busy_device_is_told_to_measure_again() {
    let one_core = one_core((1e10, 0.0), (4e10, 0.0));
    let caveat = |all_cores| outcome(&[], Speeds { all_cores, ..one_core }, &tables()).caveat(Language::En);
    assert!(caveat(status((3.9e10, 0.0))).is_some_and(|caveat| caveat.contains("Measure again")));
    assert_eq!(caveat(status((4e10, 0.0))), None);
    assert_eq!(caveat(Status::Pending), None);
}

#[test]
fn what_was_measured_before_a_stop_is_shown() {
    let outcome = outcome(&[], one_core((1e10, 0.0), (4e10, 0.0)), &tables());
    check(&"one core", &outcome);
    assert_eq!(read(&*outcome, "flop_per_s_all_cores"), Reading::Missing);
    assert_eq!(read(&*outcome, "matches_list"), Reading::Missing);
    assert_eq!(outcome.headline(Language::En), "As late as 1990, one core of this device would have been the fastest computer on Earth");
}

#[test]
fn without_the_table_there_is_a_picture_and_the_speeds() {
    for speeds in [Speeds::default(), complete((1e10, 0.0), (4e10, 0.0), (8e10, 0.0))] {
        let outcome = outcome(&[], speeds, &Tables::default());
        check(&speeds, &outcome);
        assert!(outcome.table(Language::En).rows.is_empty());
    }
}

#[test]
fn every_machine_can_be_asked_about() {
    let outcome = measured(5e10);
    assert_eq!(outcome.table(Language::En).rows.len(), 71);
    let picture = outcome.picture(&WIDE);
    let points = picture.points().expect("there are points");
    assert_eq!(points.count(), 71);
    let positions = (0..71).map(|index| points.position(index));
    assert!(positions.into_iter().all(|(x, y)| (0.0..=640.0).contains(&x) && (0.0..=480.0).contains(&y)));
    assert_eq!(points.details(5, Language::De), "Juni 1993: 59,7\u{202f}GFLOP/s (TOP500.org)");
    assert_eq!(points.details(0, Language::En), "1964: 3.00\u{202f}MFLOP/s (secondary source, order of magnitude)");
    assert_eq!(points.details(71, Language::En), "");
    // The machines that the picture names, also where they led several lists.
    let labelled: Vec<_> = (0..71).filter(|index| points.is_labelled(*index)).map(|index| points.name(index)).collect();
    assert!(labelled.contains(&"CDC 6600") && labelled.iter().filter(|name| **name == "Earth-Simulator").count() > 1, "{labelled:?}");
    let markup = still(&measured(5e10), &WIDE);
    assert!(labelled.iter().all(|name| markup.contains(&format!(">{name}<"))), "{labelled:?}");
}

/// However fast it is, the device has its name in the picture, clear of everything else.
#[test]
fn the_device_is_named_at_every_speed_and_width() {
    for step in 0..=110 {
        let outcome = measured(10_f64.powf(7.0 + 0.1 * f64::from(step)));
        for width in [280.0, 350.0, 480.0, 559.0, 560.0, 640.0, 900.0] {
            for (language, name) in [(Language::En, ">This device<"), (Language::De, ">Dieses Gerät<")] {
                let narrow = width < 560.0;
                let frame = Frame { width, height: if narrow { 284.0 } else { 480.0 }, narrow, language, guess: None };
                assert!(still(&outcome, &frame).contains(name), "{step} {width} {language:?}");
            }
        }
    }
}

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 8] =
    ["begin-wide", "begin-narrow", "phone-wide", "laptop-narrow", "slow-narrow", "early-wide", "fastest-narrow", "one-core-wide"];

#[test]
fn typical_states_are_drawn() {
    let states = looked_at();
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, outcome) = states.iter().find(|(name, _)| *name == state).expect("a state");
        assert_drawn(&format!("your_device__{snapshot}"), frame, &still(outcome, frame));
    }
    for (name, outcome) in states {
        check(&name, &outcome);
        let size: usize = [WIDE, NARROW].iter().map(|frame| still(&outcome, frame).len()).sum();
        assert!(size < 16_000, "{name}: {size} bytes");
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    let one_core = outcome(&[], one_core((1e10, 0.0), (4e10, 0.0)), &tables());
    vec![
        ("begin", YourDevice.solve(&values(&[]), &tables())),
        ("phone", measured(2.1e10)),
        ("laptop", measured(3.4e11)),
        ("workstation", measured(4.2e12)),
        ("slow", measured(1e6)),
        ("early", measured(3e7)),
        ("fastest", measured(5e18)),
        ("one-core", one_core),
    ]
}
