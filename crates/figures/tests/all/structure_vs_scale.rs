//! `structure-vs-scale`: the prototype's results as they are recorded, the outcome while learners train, and its pictures.

use std::sync::Arc;

use crate::common::bounds::texts;
use crate::common::growth::read;
use crate::common::jobs::{self, at_steps, begun, states_are_drawn};
use crate::common::owed::{self, WIDTHS, frames};
use crate::common::{layers, still};
use pendrop_figures::{structure_vs_scale::StructureVsScale, testing::values};
use pendrop_kit::{
    corpus::Corpus,
    figure::Figure,
    job::{Results, RunningJob},
    locale::{LANGUAGES, Language},
    outcome::Outcome,
    picture::Frame,
    tables::Tables,
    values::Values,
};

const READOUTS: [&str; 6] = ["crossover_cnn", "crossover_mlp", "accuracy_hand", "accuracy_cnn", "accuracy_mlp", "flop_per_s"];
const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 380.0, narrow: true, language: Language::De, guess: None };

/// Something short that is not recorded.
const SHORT: &str = "noise=0.1&compute=6e7&seeds=2";

fn solved(query: &str) -> Arc<dyn Outcome> {
    StructureVsScale.solve(&values(&StructureVsScale, query), &Tables::default())
}

fn number(query: &str, name: &str) -> Option<f64> {
    read(&*solved(query), name)
}

fn jobs(values: &Values) -> Vec<Box<dyn RunningJob>> {
    begun(&StructureVsScale, values, &Tables::default())
}

/// The outcome as far as jobs have come.
fn so_far(values: &Values, jobs: &[Box<dyn RunningJob>]) -> Arc<dyn Outcome> {
    jobs::so_far(&StructureVsScale, values, &Tables::default(), jobs)
}

/// Crossings lie where those of the prototype do but for what seeds differ, and each learner has come as far as it did.
#[test]
fn the_recording_holds_what_the_prototype_found() {
    for (query, name, expected, within) in [
        ("", "crossover_cnn", 9.6e9, 0.6e9),
        ("", "crossover_mlp", 7.7e9, 0.9e9),
        ("width=256", "crossover_mlp", 2.3e10, 0.2e10),
        ("compute=1e9", "accuracy_hand", 0.754, 0.008),
        ("compute=1e9", "accuracy_cnn", 0.512, 0.03),
        ("compute=1e9", "accuracy_mlp", 0.562, 0.02),
        ("compute=1e9&width=256", "accuracy_mlp", 0.499, 0.02),
        ("compute=1e10", "accuracy_cnn", 0.763, 0.02),
        ("compute=1e10", "accuracy_mlp", 0.778, 0.03),
        ("compute=1e10&width=256", "accuracy_mlp", 0.662, 0.03),
        // With as much computing the right assumption has passed both networks without it.
        ("", "accuracy_cnn", 0.859, 0.02),
        ("", "accuracy_mlp", 0.826, 0.02),
        ("width=256", "accuracy_mlp", 0.788, 0.03),
    ] {
        let found = number(query, name).unwrap_or_else(|| panic!("{query}: no {name}"));
        assert!((found - expected).abs() < within, "{query}: {name} is {found}");
    }
    assert_eq!(number("compute=1e9", "crossover_cnn"), None);
    // Strokes are what the features cannot tell from shapes; the convolutional network can.
    let crowded = |name| number("pictures=crowded", name).expect(name);
    assert!(crowded("accuracy_cnn") > crowded("accuracy_mlp") + 0.08 && crowded("accuracy_mlp") > crowded("accuracy_hand") + 0.15);
    assert!(crowded("crossover_cnn") < 4e9);
}

/// Less training of pictures that are recorded is the first part of it, and asks for nothing.
#[test]
fn what_is_recorded_has_been_everywhere_on_the_way() {
    for query in
        ["compute=1e7", "compute=2e9&seeds=1", "pictures=clean&compute=1e10", "pictures=hard&seeds=2&axis=time", "noise=0.3&clutter=2"]
    {
        assert!(StructureVsScale.jobs(&values(&StructureVsScale, query), &Corpus::default()).is_empty(), "{query}");
        assert!(number(query, "accuracy_cnn").is_some(), "{query}");
    }
    for query in ["noise=0.1", "compute=4e10", "seeds=4", "pictures=hard&width=256"] {
        let asked = StructureVsScale.jobs(&values(&StructureVsScale, query), &Corpus::default());
        assert!(!asked.is_empty(), "{query}");
    }
    // What is not recorded is trained no further than was asked for.
    let asked = |query: &str| StructureVsScale.jobs(&values(&StructureVsScale, query), &Corpus::default());
    let least = asked("pictures=hard&width=256&compute=1e7").iter().map(|job| job.seconds).fold(0.0, f64::max);
    let most = asked("pictures=hard&width=256").iter().map(|job| job.seconds).fold(0.0, f64::max);
    assert!(least < 0.1 && most > 0.5, "{least} {most}");
    let told = |compute: &str| number(&format!("compute={compute}&seeds=1"), "accuracy_mlp").expect("is recorded");
    assert!(told("1e8") < told("1e9") && told("1e9") < told("1e10"));
    // What is cut out of it is what would be trained: at 100 MFLOP there is a test.
    let query = "compute=1e8&seeds=1";
    let specs = StructureVsScale.all_jobs(&values(&StructureVsScale, query), &Corpus::default());
    assert_eq!(specs.len(), 3);
    let rows = solved(query).table(Language::En).rows;
    assert_eq!(rows.iter().filter(|row| row[0].shown(Language::En) == "plain network").count(), 5, "10, 18, 32, 56 and 100 MFLOP");
}

/// The number in the title is one of the readouts.
#[test]
fn title_and_readouts_say_the_same() {
    for query in ["", "width=256", "compute=1e9", "pictures=clean", "pictures=crowded", "pictures=hard", SHORT] {
        let outcome = solved(query);
        for (language, code) in LANGUAGES {
            let (headline, readouts) = (outcome.headline(*language), outcome.readouts(*language));
            let best = readouts[2..5]
                .iter()
                .max_by(|one, other| read(&*outcome, one.name).unwrap_or(0.0).total_cmp(&read(&*outcome, other.name).unwrap_or(0.0)));
            let best = best.expect("there are three");
            assert!(headline.contains(&best.display.0), "{query} {code}: {headline}");
            let crossing = match best.name {
                "accuracy_cnn" => Some(&readouts[0]),
                "accuracy_mlp" => Some(&readouts[1]),
                _ => None,
            };
            assert!(crossing.is_none_or(|crossing| headline.contains(&crossing.display.0)), "{query} {code}: {headline}");
        }
    }
}

#[test]
fn it_is_whole_at_every_step_and_the_axes_stand_still() {
    let state = values(&StructureVsScale, SHORT);
    // Numbers at the axes; what is written in the chart finds its place along the curves.
    let numbers = |outcome: &Arc<dyn Outcome>| {
        let found = texts(&still(outcome, &WIDE)).into_iter();
        found.filter(|(words, _)| words.chars().all(|letter| !letter.is_alphabetic())).collect::<Vec<_>>()
    };
    let before = StructureVsScale.outcome(&state, &Tables::default(), &Results::none());
    owed::check(&StructureVsScale, &"nothing yet", &before, &READOUTS, &WIDTHS, 0.0);
    assert!(READOUTS.iter().all(|name| read(&*before, name).is_none()) && before.caveat(Language::En).is_none());
    let mut jobs = jobs(&state);
    assert_eq!(jobs.len(), 6);
    let mut steps = 0;
    while jobs.iter_mut().map(|job| job.step()).fold(false, |one, other| one | other) {
        let outcome = so_far(&state, &jobs);
        owed::check(&StructureVsScale, &steps, &outcome, &READOUTS, &WIDTHS[2..3], 0.0);
        assert_eq!(numbers(&outcome), numbers(&before), "{steps}");
        steps += 1;
    }
    assert!(steps > 3 && jobs.iter().all(|job| job.progress() == 1.0), "{steps}");
    assert_eq!(still(&so_far(&state, &jobs), &WIDE), still(&solved(SHORT), &WIDE));
}

/// Browsers are held to the same numbers: `end2end/specs/structure-vs-scale.spec.ts`.
#[test]
fn a_small_run_is_the_same_everywhere() {
    let outcome = solved("noise=0.1&compute=1e7&seeds=1");
    let told = ["accuracy_hand", "accuracy_cnn", "accuracy_mlp"].map(|name| (3000.0 * read(&*outcome, name).expect(name)).round());
    assert_eq!(told, [2122.0, 563.0, 874.0]);
}

/// The results of jobs do not know who has done them, nor when.
#[test]
fn the_order_of_the_work_does_not_matter() {
    let state = values(&StructureVsScale, "noise=0.1&compute=1e7&seeds=2");
    let (mut forth, mut back) = (jobs(&state), jobs(&state));
    while forth.iter_mut().map(|job| job.step()).fold(false, |one, other| one | other) {}
    back.iter_mut().rev().for_each(|job| while job.step() {});
    assert!(forth.iter().zip(&back).all(|(one, other)| one.partial() == other.partial()));
}

/// Time belongs to the device: where it is known it stands across, and the speed is that of all workers together.
#[test]
fn time_is_that_of_the_jobs() {
    let state = values(&StructureVsScale, "noise=0.1&compute=1e7&seeds=1&axis=time");
    let mut jobs = jobs(&state);
    jobs.iter_mut().for_each(|job| while job.step() {});
    let mut results: Results = jobs.iter().map(|job| Some(job.partial().into())).collect();
    let outcome = |results: &Results| StructureVsScale.outcome(&state, &Tables::default(), results);
    let untimed = outcome(&results);
    assert!(read(&*untimed, "flop_per_s").is_none() && untimed.caveat(Language::En).is_some_and(|caveat| caveat.contains("not measured")));
    assert_eq!(untimed.table(Language::En).heads.len(), 6);
    (0..3).for_each(|place| results.took(place, 0.5));
    let timed = outcome(&results);
    // Nearly 10 MFLOP of each network, in half a second each.
    let one = read(&*timed, "flop_per_s").expect("is timed");
    assert!((1.6e7..2.0e7).contains(&one), "{one}");
    results.shared_by(2);
    assert_eq!(read(&*outcome(&results), "flop_per_s"), Some(2.0 * one));
    let table = timed.table(Language::En);
    let seconds: Vec<_> = table.rows.iter().filter_map(|row| row.last()?.number()).collect();
    assert!(table.heads.len() == 7 && seconds.len() == 3 && seconds.iter().all(|seconds| (seconds - 0.5).abs() < 1e-9), "{seconds:?}");
}

/// What is no result, or one of other pictures, counts for nothing.
#[test]
fn what_is_no_result_says_nothing() {
    let state = values(&StructureVsScale, SHORT);
    let other = &StructureVsScale.jobs(&values(&StructureVsScale, "noise=0.12&compute=1e7"), &Corpus::default())[0];
    let other = other.run_to_completion().expect("it can be done here");
    for odd in [&[][..], &[7; 7], &[255; 4000], &other] {
        let outcome = StructureVsScale.outcome(&state, &Tables::default(), &(0..6).map(|_| Some(odd.into())).collect());
        assert!(READOUTS.iter().all(|name| read(&*outcome, name).is_none()));
        assert!(outcome.table(Language::En).rows.is_empty());
    }
}

#[test]
fn every_learner_has_its_name_at_its_line() {
    let names = [["hand-made features", "convolutional network", "plain network"], ["Merkmale von Hand", "Faltungsnetz", "einfaches Netz"]];
    for state in ["", "width=256", "compute=1e9", "pictures=clean", "pictures=crowded", "pictures=hard", "axis=pictures", "axis=time"] {
        let outcome = solved(state);
        for ((language, _), names) in LANGUAGES.iter().zip(names) {
            for frame in WIDTHS[1..].iter().flat_map(|widths| frames(&StructureVsScale, *widths, *language)) {
                let drawn = layers(&outcome, &frame, 0.0).concat();
                assert!(names.iter().all(|name| drawn.contains(&format!(">{name}"))), "{state} {frame:?}");
            }
        }
    }
}

/// What there is to look at is told in words and listed, whatever the view; before there is anything, whose it will be.
#[test]
fn every_view_has_its_words_and_its_table() {
    let mut told = Vec::new();
    let views =
        [("curves", 9 + 15 + 15), ("pictures", 45), ("mistakes", 3 * 16), ("filters", 6 * 14 + 8 * 9 + 6 * 256), ("features", 4 * 14)];
    for (view, rows) in views {
        let outcome = solved(&format!("view={view}"));
        let table = outcome.table(Language::En);
        assert_eq!(table.rows.len(), rows, "{view}");
        assert!(table.rows.iter().all(|row| row.len() == table.heads.len()), "{view}");
        told.push(outcome.description(Language::De));
        let drawn = still(&outcome, &WIDE);
        assert_eq!(drawn.contains("<image "), view != "curves", "{view}");
        assert_eq!(read(&*outcome, "crossover_cnn"), number("", "crossover_cnn"), "{view}: readouts are those of the curves");
    }
    told.dedup();
    assert_eq!(told.len(), 5);
    let state = values(&StructureVsScale, "view=mistakes&noise=0.1");
    let before = still(&StructureVsScale.outcome(&state, &Tables::default(), &Results::none()), &WIDE);
    assert!(before.contains(">plain network: not yet<") && !before.contains("<image "));
}

/// A mistake is a picture that is not what it is taken for.
#[test]
fn mistakes_are_mistakes() {
    for row in solved("view=mistakes").table(Language::En).rows {
        let words: Vec<_> = row.iter().map(|cell| cell.shown(Language::En)).collect();
        assert_ne!(words[2], words[3], "{words:?}");
    }
}

/// What is measured stands below its column, on phones too.
#[test]
fn weights_say_what_they_weigh() {
    let names = [
        ["area", "perimeter", "compactness", "Hu moments 1–7", "pieces less holes", "mean radius", "radius, spread", "radius, least/most"],
        [
            "Fläche",
            "Umfang",
            "Kompaktheit",
            "Hu-Momente 1–7",
            "Stücke minus Löcher",
            "mittlerer Radius",
            "Radius, Streuung",
            "kleinster/größter",
        ],
    ];
    for ((language, _), names) in LANGUAGES.iter().zip(names) {
        for frame in [WIDE, NARROW] {
            let drawn = still(&solved("view=filters"), &Frame { language: *language, ..frame });
            names.iter().for_each(|name| assert!(drawn.contains(&format!(">{name}<")), "{name}"));
        }
    }
}

/// What a recording keeps of learners is the end of its run; where less was asked for, that is said beside the title and at each learner.
#[test]
fn what_is_looked_at_says_when_it_was() {
    for view in ["mistakes", "filters"] {
        for (compute, asked) in [("1e8", ["0.1", "0,1"]), ("2e10", ["20", "20"])] {
            let outcome = solved(&format!("view={view}&compute={compute}"));
            for ((language, _), asked) in LANGUAGES.iter().zip(asked) {
                let caveat = outcome.caveat(*language).expect("it is said").replace('\u{202f}', " ");
                assert!(caveat.contains("30 GFLOP") && caveat.contains(&format!(" {asked} GFLOP")), "{caveat}");
                let drawn = still(&outcome, &Frame { language: *language, ..WIDE }).replace('\u{202f}', " ");
                assert_eq!((drawn.matches(" 30 GFLOP<").count(), drawn.matches(" GFLOP<").count()), (2, 3), "{view} {compute}");
            }
        }
        let shown = |query: &str| solved(&format!("view={view}{query}")).caveat(Language::En);
        assert_eq!(shown(""), solved("").caveat(Language::En));
        // Trained here it stands where training does.
        assert!(shown("&noise=0.1&compute=2e7").is_none_or(|caveat| !caveat.contains("as of")));
    }
    assert!(!solved("compute=1e8").caveat(Language::En).expect("not overtaken").contains("30"));
}

/// A name, an address, and how many steps of the work are done: all, if none is said.
const STATES: [(&str, &str, Option<usize>); 15] = [
    ("start", "", None),
    ("wide", "width=256", None),
    ("clean", "pictures=clean", None),
    ("crowded", "pictures=crowded", None),
    ("hard", "pictures=hard&seeds=1", None),
    ("little", "compute=1e8", None),
    ("pictures", "axis=pictures", None),
    ("time", "axis=time", None),
    ("least", "noise=0.1&compute=1e7&seeds=1", None),
    ("half-way", SHORT, Some(4)),
    ("samples", "view=pictures&pictures=hard", None),
    ("mistakes", "view=mistakes", None),
    ("filters", "view=filters", None),
    ("features", "view=features", None),
    ("nothing-yet", "view=filters&noise=0.1", Some(0)),
];

const SNAPSHOTS: [&str; 11] = [
    "start-wide",
    "start-narrow",
    "little-wide",
    "pictures-wide",
    "least-narrow",
    "half-way-narrow",
    "crowded-wide",
    "mistakes-narrow",
    "filters-wide",
    "filters-narrow",
    "features-narrow",
];

/// States that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    STATES.into_iter().map(|(name, query, steps)| (name, at_steps(&StructureVsScale, query, steps, &Tables::default()))).collect()
}

#[test]
fn typical_states_are_drawn() {
    states_are_drawn(&StructureVsScale, &looked_at(), &SNAPSHOTS, [&WIDE, &NARROW], 26_000);
}
