//! Runs beside each other: table, description and picture hold them, on axes that hold them all, and no label lies on another.

use std::sync::Arc;

use crate::common::{
    assert_drawn,
    bounds::texts,
    data::tables,
    layers,
    owed::{self, WIDTHS, frames, readout_names},
    states::Place,
};
use pendrop_figures::{
    FIGURES, figure,
    testing::{compared, values},
};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome},
    query,
    runs::Mark,
    values::Values,
};

/// Runs of a figure: the present one, those that are kept, and the one before.
pub struct Runs {
    pub id: &'static str,
    pub present: &'static str,
    kept: &'static str,
    before: &'static str,
}

pub const RUNS: [Runs; 22] = [
    Runs { id: "pen-drop", present: "object=feather", kept: "object:feather,world:moon;object:ping-pong-ball", before: "" },
    Runs { id: "pen-drop", present: "", kept: "world:moon;object:feather;height:4000,world:titan", before: "mass=0.01" },
    Runs { id: "pen-drop", present: "gravity=0", kept: "object:ping-pong-ball,world:water;wind:8", before: "world=venus" },
    Runs { id: "fixed-budget", present: "halving_time=2", kept: "halving_time:5;years:30;halving_time:4", before: "" },
    Runs { id: "fixed-budget", present: "scale=log&years=3", kept: "halving_time:0.5,years:100", before: "halving_time=20" },
    Runs { id: "drivers", present: "scenario=flat-budget", kept: "scenario:half-century;years:30", before: "" },
    Runs { id: "drivers", present: "years=1", kept: "spending_growth:0.5,other_growth:0.5,price_halving:20;years:50", before: "years=2" },
    Runs { id: "compute-trend", present: "from=1960", kept: "from:1900,to:1940;to:1960", before: "" },
    Runs { id: "structure-vs-scale", present: "", kept: "pictures:clean;pictures:hard;width:256", before: "" },
    Runs { id: "structure-vs-scale", present: "compute=1e9&axis=pictures", kept: "compute:1e8,pictures:crowded", before: "pictures=hard" },
    Runs { id: "search-vs-knowledge", present: "", kept: "opponent:rules-only;opponent:soft;keep_moves:3", before: "" },
    Runs {
        id: "search-vs-knowledge",
        present: "opponent=soft&axis=time",
        kept: "opponent:soft,compute:524288;keep_moves:3",
        before: "compute=32",
    },
    Runs { id: "search-vs-knowledge", present: "compute=32", kept: "compute:32,games:6,positions:0;compute:4096", before: "compute=256" },
    Runs { id: "learn-the-drop", present: "", kept: "flutter:0;flutter:0.06", before: "" },
    Runs {
        id: "learn-the-drop",
        present: "samples=10",
        kept: "start;noise:0,samples:40,seeds:5;samples:2,seeds:5",
        before: "flutter=0.06",
    },
    Runs {
        id: "learn-the-drop",
        present: "flutter=0.06",
        kept: "flutter:0.05,samples:100,seeds:5;noise:0.05,samples:100,seeds:5",
        before: "samples=100&seeds=5",
    },
    Runs { id: "ngram-orders", present: "", kept: "smoothing:mixed;characters:100000;order:2", before: "" },
    Runs {
        id: "ngram-orders",
        present: "characters=100&smoothing=mixed",
        kept: "start;characters:100;smoothing:mixed,order:7",
        before: "order=0",
    },
    Runs { id: "crossing-curves", present: "", kept: "structure:0.5;compute_doubling:3;years:20,compute_now:1e6", before: "" },
    Runs {
        id: "crossing-curves",
        present: "years=0&measured=on",
        kept: "structure:0;compute_now:1e9,years:20,compute_doubling:0.25",
        before: "structure=0.5",
    },
    Runs { id: "crossing-curves", present: "structure=0", kept: "years:5;years:0", before: "years=20" },
    Runs { id: "compute-trend", present: "from=1990&scale=linear", kept: "from:2000,to:1940", before: "from=1996&to=1997" },
];

impl Runs {
    pub fn figure(&self) -> &'static dyn Figure {
        figure(self.id).expect("a figure")
    }

    fn kept(&self) -> Vec<Values> {
        query::parse(self.figure().parameters(), "", [(query::KEEP, self.kept)].into_iter()).kept
    }

    pub fn compared(&self, language: Language) -> Arc<dyn Outcome> {
        let (present, before) = (values(self.figure(), self.present), values(self.figure(), self.before));
        compared(self.figure(), &present, (&self.kept(), Some(&before)), &tables(), language)
    }

    fn alone(&self) -> Arc<dyn Outcome> {
        self.figure().solve(&values(self.figure(), self.present), &tables())
    }
}

#[test]
fn a_comparison_is_as_whole_as_a_run_alone() {
    for runs in &RUNS {
        let names = readout_names(&*runs.alone(), Language::En);
        for (language, _) in LANGUAGES {
            owed::check(runs.figure(), &runs.present, &runs.compared(*language), &names, &WIDTHS, 0.7);
        }
        // What can be done with a run can be done beside others.
        let capabilities = |outcome: &dyn Outcome| {
            [outcome.animation().is_some(), outcome.prediction().is_some(), outcome.play().is_some(), outcome.sketch().is_some()]
        };
        assert_eq!(capabilities(&*runs.compared(Language::En)), capabilities(&*runs.alone()), "{}", runs.id);
    }
    for figure in FIGURES.iter().filter(|figure| figure.compares()) {
        assert!(RUNS.iter().any(|runs| runs.id == figure.id()), "{} compares, and is not tried", figure.id());
    }
}

#[test]
fn table_and_description_hold_every_run_that_is_kept() {
    for runs in &RUNS {
        for (language, code) in LANGUAGES {
            let (alone, compared) = (runs.alone(), runs.compared(*language));
            let (own, table) = (alone.table(*language), compared.table(*language));
            assert_eq!(table.heads[1..], own.heads, "{} {code}", runs.id);
            assert!(table.rows.iter().zip(&own.rows).all(|(row, own)| row[1..] == **own), "the present run comes first");
            let mut names: Vec<&Cell> = table.rows.iter().map(|row| &row[0]).collect();
            names.dedup();
            assert_eq!(names.len(), 1 + runs.kept().len(), "{} {code}: {names:?}", runs.id);
            assert!(names.iter().all(|name| matches!(name, Cell::Text(text) if !text.is_empty() && text != "–")), "{names:?}");
            let description = compared.description(*language);
            for name in &names[1..] {
                let Cell::Text(name) = name else { continue };
                assert!(description.contains(&format!("{name}: ")), "{} {code}: {name} in {description}", runs.id);
            }
            assert!(
                compared.headline(*language) == alone.headline(*language)
                    && compared.readouts(*language).len() == alone.readouts(*language).len()
            );
        }
    }
}

/// The run before is on its way out: it is no part of the data.
#[test]
fn the_run_before_is_drawn_and_told_and_not_in_the_table() {
    for figure in FIGURES.iter().filter(|figure| figure.compares()) {
        let runs = RUNS.iter().find(|runs| runs.id == figure.id()).expect("tried");
        let (present, before) = (values(*figure, runs.present), values(*figure, runs.before));
        let language = Language::En;
        let alone = runs.alone();
        let beside = compared(*figure, &present, (&[], Some(&before)), &tables(), language);
        assert_eq!(beside.table(language).heads, alone.table(language).heads);
        assert_ne!(beside.description(language), alone.description(language));
        for frame in frames(*figure, WIDTHS[2], language) {
            assert_ne!(layers(&beside, &frame, 0.0), layers(&alone, &frame, 0.0), "{}", figure.id());
        }
    }
}

#[test]
fn no_label_lies_on_another() {
    for runs in &RUNS {
        for (language, _) in LANGUAGES {
            let outcome = runs.compared(*language);
            for frame in WIDTHS.iter().flat_map(|widths| frames(runs.figure(), *widths, *language)) {
                let _place = Place(runs.figure(), &runs.present, &frame);
                let own = texts(&layers(&runs.alone(), &frame, 0.0).concat());
                let all = texts(&layers(&outcome, &frame, 0.0).concat());
                let names: Vec<_> = outcome.table(*language).rows.iter().map(|row| row[0].clone()).collect();
                let labels = all.iter().enumerate().filter(|(_, (words, _))| {
                    !own.iter().any(|(known, _)| known == words) && (words.contains(": ") || names.contains(&Cell::Text(words.clone())))
                });
                for (index, (words, found)) in labels {
                    let other = all.iter().enumerate().find(|(place, (_, other))| *place != index && other.intersects(found));
                    assert!(other.is_none(), "{words} lies on {}", other.map_or("", |(_, (other, _))| other));
                }
            }
        }
    }
}

/// Of each figure a run, and one whose axes reach further.
const REACHES: [(&str, &str, &str); 5] = [
    ("pen-drop", "", "object=feather"),
    ("search-vs-knowledge", "", "compute=524288"),
    ("learn-the-drop", "samples=10", ""),
    ("learn-the-drop", "", "flutter=0"),
    ("crossing-curves", "", "years=20&compute_now=1e9"),
];

/// One scale for all of them: as far as the longest needs, whichever is the present one.
#[test]
fn axes_hold_all_runs() {
    for (id, short, long) in REACHES {
        let figure = figure(id).expect("a figure");
        let [short, long] = [short, long].map(|query| values(figure, query));
        let extent = |present: &Values, kept: &[Values]| {
            let outcome = compared(figure, present, (kept, None), &tables(), Language::En);
            outcome.picture(&frames(figure, WIDTHS[2], Language::En)[0]).extent()
        };
        let (near, far) = (extent(&short, &[]), extent(&long, &[]));
        assert!(near.is_some() && near != far, "{id}: {near:?}");
        assert_eq!(extent(&short, std::slice::from_ref(&long)), far, "{id}");
        assert_eq!(extent(&long, &[short]), far, "{id}");
        if id == "pen-drop" {
            assert_eq!(near.as_deref(), Some("0.6\u{202f}s, 1.5\u{202f}m"));
        }
    }
}

#[test]
fn what_measures_something_else_stays_out_of_the_picture_and_is_said() {
    let trend = figure("compute-trend").expect("a figure");
    let (present, other) = (values(trend, ""), values(trend, "dataset=gpu-prices"));
    let outcome = compared(trend, &present, (&[other], None), &tables(), Language::En);
    let alone = trend.solve(&present, &tables());
    let frame = frames(trend, WIDTHS[2], Language::En)[0];
    assert_eq!(layers(&outcome, &frame, 0.0), layers(&alone, &frame, 0.0));
    assert_eq!(outcome.table(Language::En).heads, alone.table(Language::En).heads);
    assert_eq!(outcome.caveat(Language::En), alone.caveat(Language::En));
    let why = outcome.undrawn(Mark::Kept(0)).map(|why| why(Language::En));
    assert_eq!(why, Some("it measures something else, with axes of its own"));
    assert!(compared(trend, &present, (&[], None), &tables(), Language::En).undrawn(Mark::Kept(0)).is_none());
}

/// The recorded duel is timed, and one that is played here without a clock is not.
#[test]
fn times_of_different_devices_do_not_stand_on_one_axis() {
    let duel = figure("search-vs-knowledge").expect("a figure");
    let kept = ["opponent=soft", "compute=64&games=4&positions=0"].map(|query| values(duel, query));
    let why = |present: &str| {
        let outcome = compared(duel, &values(duel, present), (&kept, None), &tables(), Language::En);
        [0, 1].map(|place| outcome.undrawn(Mark::Kept(place)).map(|why| why(Language::En)))
    };
    assert_eq!(why("axis=time"), [None, Some("its times come from another device, or from none")]);
    assert_eq!(why(""), [None, None]);
}

#[test]
fn kept_runs_are_drawn_in_greys_that_can_be_told_apart() {
    for runs in RUNS.iter().filter(|runs| runs.before.is_empty()) {
        let [wide, narrow] = [0, 1].map(|layout| frames(runs.figure(), WIDTHS[2], [Language::En, Language::De][layout])[layout]);
        for (frame, layout) in [(wide, "wide"), (narrow, "narrow")] {
            let [background, foreground] = layers(&runs.compared(frame.language), &frame, 0.0);
            assert_drawn(&format!("runs__{}-{layout}", runs.id), &frame, &format!("<g>{background}</g><g>{foreground}</g>"));
        }
    }
}
