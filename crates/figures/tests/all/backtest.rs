//! `backtest`: errors as an independent calculation has them, what is hidden until it is revealed, and the pictures.

use std::{fmt::Debug, sync::Arc, time::Instant};

use crate::common::bounds::check_frame;
use crate::common::data::tables;
use crate::common::owed::{self, WIDTHS};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, drawn, layers, state_and_layout};
use pendrop_budget::cases;
use pendrop_figures::backtest::{Backtest, parameters::key};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome, Reading, Readout},
    picture::{Frame, Gesture},
    query,
    tables::Tables,
    values::{Key, Values},
};
use proptest::prelude::*;

const READOUTS: [&str; 13] = [
    "mean_error_decades",
    "forecast",
    "came_last",
    "bias_decades",
    "beats_constant",
    "coverage_95",
    "mean_error_decades_constant",
    "mean_error_decades_recent",
    "bias_decades_constant",
    "bias_decades_recent",
    "beats_recent",
    "coverage_80",
    "outcomes",
];
const DATASETS: [&str; 6] = ["machines", "kurzweil", "gpu-prices", "transistors", "supercomputers", "training-compute"];
const WIDE: Frame = Frame { width: 640.0, height: 580.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 350.0, narrow: true, language: Language::De, guess: None };

fn values(pairs: &[(&str, &str)]) -> Values {
    let parsed = query::parse(Backtest.parameters(), "", pairs.iter().copied());
    assert!(parsed.rejections.is_empty(), "{:?}", parsed.rejections);
    parsed.values
}

/// What a state comes to once it is revealed, or as the state says.
fn solved(pairs: &[(&str, &str)]) -> Arc<dyn Outcome> {
    let revealed = [("reveal", "on")].into_iter().filter(|_| pairs.iter().all(|(name, _)| *name != "reveal"));
    Backtest.solve(&values(&revealed.chain(pairs.iter().copied()).collect::<Vec<_>>()), &tables())
}

/// A readout's number in full precision.
fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

fn point_count(outcome: &Arc<dyn Outcome>) -> usize {
    outcome.clone().picture(&WIDE).points().map_or(0, |points| points.count())
}

/// What every outcome of this figure owes the page beside what each figure's does.
fn check(outcome: &dyn Outcome) {
    for (language, _) in LANGUAGES {
        let readouts = outcome.readouts(*language);
        assert!(readouts.iter().all(|readout| !matches!(readout.reading, Reading::Word(_))));
        let missing = readouts.iter().any(|readout| readout.reading == Reading::Missing);
        assert_eq!(missing, outcome.caveat(*language).is_some());
    }
}

/// The same, and what each figure's outcome owes it.
fn check_whole(state: &dyn Debug, outcome: &Arc<dyn Outcome>) {
    check(&**outcome);
    owed::check(&Backtest, state, outcome, &READOUTS, &WIDTHS, 0.0);
}

/// numpy and scipy on the same tables, nothing shared with the Rust code: outcomes, coverages (95 %, 80 %), and for each
/// forecast mean error and bias.
#[test]
fn errors_are_those_of_an_independent_calculation() {
    type Expected = (&'static str, f64, [f64; 2], [(f64, f64); 3]);
    let expected: [Expected; 6] = [
        (
            "machines",
            18.0,
            [1.0, 0.8888888888888888],
            [(1.0311968656270791, -1.0311968656270791), (1.665914282058679, -1.665914282058679), (0.3096121160763873, 0.02131025210706488)],
        ),
        (
            "kurzweil",
            8.0,
            [1.0, 0.875],
            [(0.526614403072851, -0.3668826829531175), (1.1835877351165331, -1.1835877351165331), (1.427826544479477, 1.427826544479477)],
        ),
        (
            "gpu-prices",
            75.0,
            [0.6533333333333333, 0.44],
            [
                (0.3802678327221612, 0.37696828930205045),
                (0.4933438054559584, -0.47469363294045874),
                (0.13961956248855675, 0.0025680944598378136),
            ],
        ),
        (
            "transistors",
            25.0,
            [1.0, 1.0],
            [
                (0.16460844398892746, -0.10647182028193043),
                (0.5610940128617823, -0.5489064518539006),
                (0.16156217542332496, 0.00813198439468895),
            ],
        ),
        (
            "supercomputers",
            20.0,
            [0.65, 0.5],
            [
                (0.31470136620660416, 0.1914083936748411),
                (1.289078363422894, -1.289078363422894),
                (0.21513357285824775, -0.1034268024930343),
            ],
        ),
        (
            "training-compute",
            348.0,
            [0.7155172413793104, 0.40804597701149425],
            [(2.9587782015134647, -2.709229896254234), (3.2552544590283583, -2.932040417006797), (1.7492918185146145, -0.8886230573975362)],
        ),
    ];
    for (dataset, outcomes, [coverage_95, coverage_80], errors) in expected {
        // The dataset fills the cut: 1970, 1970, 2015, 1990, 2010, 2018; the horizon is 10 years.
        let outcome = solved(&[("dataset", dataset)]);
        let near = |name: &str, expected: f64| {
            let value = read(&*outcome, name).unwrap_or(f64::NAN);
            assert!((value - expected).abs() < 1e-9, "{dataset}: {name} {value}, not {expected}");
        };
        near("outcomes", outcomes);
        near("coverage_95", coverage_95);
        near("coverage_80", coverage_80);
        for ((mean, bias), which) in errors.into_iter().zip(["", "_constant", "_recent"]) {
            near(&format!("mean_error_decades{which}"), mean);
            near(&format!("bias_decades{which}"), bias);
        }
    }
}

#[test]
fn before_the_first_list_there_is_no_supercomputer() {
    // 1993 to 2025: three lists are known at the beginning of 1995, two at the beginning of 1994.
    assert!(read(&*solved(&[("dataset", "supercomputers"), ("cut", "1994")]), "mean_error_decades").is_none());
    assert!(read(&*solved(&[("dataset", "supercomputers"), ("cut", "1995")]), "mean_error_decades").is_some());
    assert_eq!(point_count(&solved(&[("dataset", "supercomputers")])), 66);
}

#[test]
fn what_cannot_be_judged_says_why() {
    let reason = |pairs: &[(&str, &str)], name: &str| {
        let outcome = solved(pairs);
        check_whole(&pairs, &outcome);
        let readout = outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name);
        readout.filter(|readout| readout.reading == Reading::Missing).map(|readout| readout.display.0).unwrap_or_default()
    };
    assert_eq!(reason(&[("cut", "1895")], "mean_error_decades"), "too little known");
    assert_eq!(reason(&[("cut", "2000")], "coverage_95"), "the table ends here");
    // Between 1919 and 1928 Kurzweil lists no machine.
    assert_eq!(reason(&[("dataset", "kurzweil"), ("cut", "1920"), ("horizon", "1")], "coverage_95"), "no point within reach");
    assert_eq!(reason(&[("cut", "1935")], "bias_decades_recent"), "no recent trend");
    assert_eq!(reason(&[("cut", "1935")], "bias_decades"), "");
    assert_eq!(reason(&[("reveal", "off")], "outcomes"), "not revealed yet");
    assert_eq!(reason(&[("reveal", "off"), ("cut", "2000")], "coverage_95"), "the table ends here");
    let empty = Backtest.solve(&values(&[]), &Tables::default());
    assert!(empty.readouts(Language::En).iter().all(|readout| readout.display.0 == "no data yet"));
}

#[test]
fn nothing_gives_the_future_away() {
    // It is hidden unless one asks for it.
    let (hidden, shown) = (Backtest.solve(&values(&[]), &tables()), solved(&[]));
    let known = |readout: &Readout| readout.reading != Reading::Missing;
    let known: Vec<_> = hidden.readouts(Language::En).into_iter().filter(known).map(|readout| (readout.name, readout.reading)).collect();
    let foretold = shown.readouts(Language::En).into_iter().find(|readout| readout.name == "forecast").map(|readout| readout.reading);
    assert_eq!(known, [("forecast", foretold.expect("a forecast"))]);
    assert_eq!((point_count(&hidden), point_count(&shown)), (49, 134));
    let last = |outcome: &dyn Outcome| outcome.table(Language::En).rows.iter().filter_map(|row| row[1].number()).fold(0.0, f64::max);
    assert!(last(&*hidden) <= 1970.0 && last(&*shown) > 1990.0);
    // The same forecast, but neither what came nor how good other forecasts were.
    assert!(!drawn(&hidden, &WIDE).contains("accent l\" stroke-width=\"30\""));
    assert_eq!(hidden.headline(Language::En), "It is 1970: where will the trend lead by 1980?");
}

#[test]
fn the_headline_names_the_better_adviser() {
    let headline = |pairs: &[(&str, &str)]| solved(pairs).headline(Language::En);
    for dataset in DATASETS {
        for cut in 1990..2020 {
            let headline = headline(&[("dataset", dataset), ("cut", &cut.to_string())]);
            let factors: Vec<&str> =
                headline.split("factor of ").nth(1).map(|rest| rest.split(", the long trend by ").collect()).unwrap_or_default();
            assert!(!matches!(factors[..], [one, other] if one == other), "{headline}");
        }
    }
    assert_eq!(headline(&[]), "From 1970, the last five years were the better advice: off by a factor of 2.0, the long trend by 11");
    assert_eq!(
        headline(&[("dataset", "transistors"), ("cut", "1992")]),
        "From 1992, the trend was off by a factor of 1.5 on average; the band held 100 % of what came".replace(" %", "\u{202f}%")
    );
    assert!(headline(&[("dataset", "gpu-prices"), ("cut", "2012")]).contains("“nothing changes” was the better advice"));
}

/// A few lines of Python on the same tables: ten years ahead from every whole year, how often the trend's mean error is the
/// smaller one; years of equal errors count for neither.
#[test]
fn the_trend_is_counted_against_its_rivals() {
    let counts = [
        ("machines", [(35, 97), (29, 71)]),
        ("kurzweil", [(66, 86), (40, 51)]),
        ("gpu-prices", [(7, 16), (2, 12)]),
        ("transistors", [(50, 50), (28, 42)]),
        ("supercomputers", [(24, 31), (10, 27)]),
        ("training-compute", [(31, 66), (25, 52)]),
    ];
    for (dataset, expected) in counts {
        for ((won, of), name) in expected.into_iter().zip(["beats_constant", "beats_recent"]) {
            let readouts = solved(&[("dataset", dataset)]).readouts(Language::En);
            let wins = readouts.into_iter().find(|readout| readout.name == name).expect("it is declared");
            assert_eq!(wins.display, (won.to_string(), format!("of {of} years")), "{dataset}");
            assert_eq!(wins.reading, Reading::Number(f64::from(won) / f64::from(of)));
        }
    }
}

#[test]
fn errors_are_shown_as_factors() {
    let readouts = solved(&[]).readouts(Language::En);
    let shown =
        |name: &str| readouts.iter().find(|readout| readout.name == name).map(|readout| readout.display.clone()).unwrap_or_default();
    assert_eq!(shown("mean_error_decades"), ("11".to_owned(), "×".to_owned()));
    assert_eq!(shown("bias_decades"), ("11".to_owned(), "× too low".to_owned()));
    assert_eq!(shown("bias_decades_recent"), ("1.1".to_owned(), "× too high".to_owned()));
}

/// The trend's own values are in the table: at a known point the fit, and its factor in what the point says.
#[test]
fn points_and_table_say_the_same() {
    let outcome = solved(&[]);
    let table = outcome.table(Language::En);
    assert_eq!((table.rows.len(), table.heads.len()), (134, 8));
    let row = table.rows.iter().find(|row| row[0] == Cell::Text("ENIAC".to_owned())).expect("ENIAC is there");
    assert_eq!(row[2].number(), Some(2890.0 / 4.33e6));
    let picture = outcome.picture(&WIDE);
    let points = picture.points().expect("there are points");
    let eniac = (0..points.count()).find(|index| points.name(*index) == "ENIAC").expect("ENIAC can be asked about");
    let details = points.details(eniac, Language::En);
    assert!(details.starts_with("1946: 0.000667") && details.contains("Moravec"), "{details}");
    let later = points.details(133, Language::En);
    assert!(later.contains("the trend predicted"), "{later}");
}

#[test]
fn the_cut_follows_the_hand() {
    let edited = |pairs: &[(&str, &str)], frame: &Frame, gesture: &dyn Fn(f64) -> Gesture| -> Vec<(Key, f64)> {
        let picture = solved(pairs).picture(frame);
        let interaction = picture.interaction().expect("the cut can be dragged");
        let handle = interaction.handles()[0];
        assert_eq!((handle.across, handle.up), (Some(key::cut), None));
        interaction.edit(gesture(handle.at.0))
    };
    for frame in [WIDE, NARROW] {
        for cut in ["1930", "1970", "1990"] {
            let meant = vec![(key::cut, cut.parse().unwrap_or(f64::NAN))];
            assert_eq!(edited(&[("cut", cut)], &frame, &|x| Gesture::Move { handle: 0, to: (x, 0.0) }), meant);
            assert_eq!(edited(&[("cut", cut)], &frame, &|x| Gesture::Press((x, 10.0))), meant);
        }
        for x in [-1e4, 1e4] {
            let moved = edited(&[], &frame, &|_| Gesture::Move { handle: 0, to: (x, 0.0) });
            let [(key::cut, cut)] = moved[..] else { panic!("the cut alone moves") };
            assert!((1895.0..=2025.0).contains(&cut));
        }
    }
}

/// While the cut is dragged, axes and strip stay as they are.
#[test]
fn the_background_does_not_depend_on_the_cut() {
    for dataset in DATASETS {
        let [early, late] = ["2005", "2012.5"].map(|cut| layers(&solved(&[("dataset", dataset), ("cut", cut)]), &WIDE, 0.0));
        assert_eq!(early[0], late[0]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(120)))]

    #[test]
    fn a_caveat_says_why_readouts_are_missing(shares in shares(&Backtest), loaded in any::<bool>()) {
        check(&*Backtest.solve(&at_shares(&Backtest, &shares), &if loaded { tables() } else { Tables::default() }));
    }
}

/// States that can be looked at: what each dataset starts with, and odd ones.
fn states() -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
    let mut states: Vec<_> = DATASETS.iter().map(|dataset| (*dataset, vec![("dataset", *dataset)])).collect();
    states.extend([
        ("hidden", vec![("dataset", "transistors"), ("reveal", "off")]),
        ("too-early", vec![("cut", "1895")]),
        ("too-late", vec![("cut", "2020")]),
        ("wild", vec![("cut", "1939"), ("horizon", "20")]),
        ("three-points", vec![("dataset", "training-compute"), ("cut", "1959.2"), ("horizon", "20")]),
        ("short", vec![("dataset", "gpu-prices"), ("cut", "2023"), ("horizon", "1")]),
    ]);
    states
}

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 14] = [
    "machines-wide",
    "machines-narrow",
    "kurzweil-wide",
    "gpu-prices-narrow",
    "transistors-wide",
    "supercomputers-narrow",
    "training-compute-wide",
    "hidden-wide",
    "hidden-narrow",
    "too-early-wide",
    "too-late-narrow",
    "wild-narrow",
    "three-points-narrow",
    "short-wide",
];

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, pairs) = states().into_iter().find(|(name, _)| *name == state).expect("a state");
        assert_drawn(&format!("backtest__{snapshot}"), frame, &drawn(&solved(&pairs), frame));
    }
    let empty = Backtest.solve(&values(&[]), &Tables::default());
    check_whole(&"empty", &empty);
    assert_drawn("backtest__empty-wide", &WIDE, &drawn(&empty, &WIDE));
}

#[test]
fn pictures_stay_in_the_frame_at_every_width() {
    for (name, pairs) in states() {
        let outcome = solved(&pairs);
        check_whole(&name, &outcome);
        for width in [280.0, 320.0, 350.0, 559.0, 560.0, 640.0, 720.0, 900.0] {
            let narrow = width < 560.0;
            for (language, _) in LANGUAGES {
                let frame = Frame { width, narrow, language: *language, height: if narrow { 350.0 } else { 580.0 }, guess: None };
                check_frame(&frame, &drawn(&outcome, &frame), 0.1);
            }
        }
    }
}

/// A slider that moves asks for a solve and a drawing in every frame: generous bounds, for a build that is not made for speed.
#[test]
fn the_largest_dataset_takes_no_time() {
    let (state, tables) = (values(&[("dataset", "training-compute"), ("horizon", "20"), ("reveal", "on")]), tables());
    let clock = |what: &str, work: &dyn Fn() -> usize| {
        let start = Instant::now();
        let mut sum = 0;
        for _ in 0..10 {
            sum += work();
        }
        let elapsed = start.elapsed().as_secs_f64() / 10.0;
        println!("{what}: {:.2} ms, {}", 1e3 * elapsed, sum / 10);
        assert!(elapsed < 0.5, "{what}: {elapsed} s");
    };
    clock("solve", &|| Backtest.solve(&state, &tables).readouts(Language::En).len());
    let outcome = Backtest.solve(&state, &tables);
    for frame in [WIDE, NARROW] {
        clock("both layers", &|| layers(&outcome, &frame, 0.0).concat().len());
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    let empty = Backtest.solve(&values(&[]), &Tables::default());
    states().into_iter().map(|(name, pairs)| (name, solved(&pairs))).chain([("empty", empty)]).collect()
}
