//! Every figure at its start, with each of its choices and with random values: its outcome is what it owes the page, what never
//! changes is the same in every state, and jobs and source file are as declared.

use std::{collections::HashMap, path::Path, sync::Arc};

use crate::common::owed::{self, WIDTHS, check_text, frames, readout_names};
use crate::common::states::{Place, at_shares, shares};
use crate::common::{data::tables, layers};
use pendrop_budget::{cases, is_long};
use pendrop_figures::{
    FIGURES, JOBS, figure,
    testing::{first_results, start_and_choices, values},
};
use pendrop_kit::{
    chart::text_width,
    corpus::Corpus,
    figure::Figure,
    job::{JobSpec, Results},
    locale::{LANGUAGES, Language},
    outcome::Outcome,
    picture::Picture,
    query,
    tables::Tables,
    values::{Value, Values},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{TestRng, TestRunner},
};

/// Numbers that make work, and what they are kept to: tests are not built for speed.
const COSTLY: [(&str, f64); 6] =
    [("drops", 30.0), ("duration", 30.0), ("seeds", 1.0), ("compute", 100.0), ("games", 3.0), ("positions", 5.0)];

/// How many random states of a figure are tried.
fn states_of(figure: &dyn Figure) -> u32 {
    match figure.id() {
        "flutter" | "dominance-map" => cases(6),
        "compute-trend" | "backtest" => cases(15),
        _ => cases(30),
    }
}

fn handle_count(picture: &dyn Picture) -> Option<usize> {
    picture.interaction().map(|interaction| interaction.handles().len())
}

/// What is the same in every state: the names of the readouts, and how many handles there are.
struct Constant {
    names: Vec<&'static str>,
    handles: Option<usize>,
}

impl Constant {
    fn of(figure: &dyn Figure, tables: &Tables) -> Self {
        let outcome = figure.solve(&Values::defaults(figure.parameters()), tables);
        let names = readout_names(&*outcome, Language::En);
        Self { names, handles: handle_count(&*outcome.picture(&frames(figure, WIDTHS[1], Language::En)[0])) }
    }
}

/// All that an outcome owes the page, and that it has what is the same in every state.
fn check(figure: &dyn Figure, values: &Values, outcome: &Arc<dyn Outcome>, constant: &Constant, widths: (f64, f64), share: f64) {
    let state = query::pairs(values);
    owed::check(figure, &state, outcome, &constant.names, &[widths], share);
    for (language, _) in LANGUAGES {
        for frame in frames(figure, widths, *language) {
            let _place = Place(figure, &state, &frame);
            assert_eq!(handle_count(&*outcome.clone().picture(&frame)), constant.handles, "handles");
        }
    }
}

/// How many lines of this width a title takes, by an estimate of its letters.
fn title_lines(title: &str, size: f64, width: f64) -> usize {
    // Serif letters are narrower than those that the estimate is made for.
    let wide = |text: &str| 0.84 * text_width(text, size, true);
    let (mut lines, mut line) = (1, String::new());
    for word in title.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if wide(&longer) > width && !line.is_empty() {
            lines += 1;
            line = word.to_owned();
        } else {
            line = longer;
        }
    }
    lines
}

/// The room that titles have on a page of 390 pixels and on a wide one (`figure h2` in `style/figure.css`): while a slider moves,
/// nothing below them does.
#[test]
fn titles_stay_in_their_room() {
    let tables = tables();
    let mut long = Vec::new();
    for figure in FIGURES {
        let mut runner = TestRunner::deterministic();
        let random = (0..60).map(|_| random_state(*figure, &mut runner)).collect::<Vec<_>>();
        for values in start_and_choices(*figure).into_iter().chain(random.into_iter().filter(|_| figure.id() != "flutter")) {
            let outcome = figure.solve(&values, &tables);
            for (language, _) in LANGUAGES {
                let title = outcome.headline(*language);
                let more = usize::from(*language == Language::De);
                for (size, width, room) in [(21.0, 350.0, 3 + more), (25.0, 640.0, 2 + more)] {
                    let lines = title_lines(&title, size, width);
                    if lines > room {
                        long.push(format!("{}: {lines} lines for {room} at {width}: {title}", figure.id()));
                    }
                }
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// A random state that makes no work.
fn random_state(figure: &dyn Figure, runner: &mut TestRunner) -> Values {
    let shares = shares(figure).new_tree(runner).expect("shares are always found").current();
    let mut values = at_shares(figure, &shares);
    for (name, most) in COSTLY {
        if let Some(place) = figure.parameters().iter().position(|parameter| parameter.name == name) {
            values.set(place, most);
        }
    }
    values
}

/// A state in which a force dominates, and one in which none that has the accent does: nothing else in it has the accent either.
#[test]
fn the_accent_marks_what_dominates_and_nothing_else() {
    let tables = tables();
    for (id, dominated, other) in [
        ("pen-drop", "object=pen", "object=feather"),
        ("dominance-map", "object=steel-ball", "world=water"),
        ("drivers", "scenario=deep-learning", "other_growth=1"),
        ("drivers", "scenario=flat-budget", "other_growth=1"),
        ("compute-trend", "from=1940", "from=1984&to=1985"),
    ] {
        let figure = figure(id).expect("it is there");
        let said = |query: &str| {
            let outcome = figure.solve(&values(figure, query), &tables);
            let frame = frames(figure, WIDTHS[2], Language::En)[0];
            let poster = outcome.animation().map_or(0.0, |animation| animation.poster());
            let drawn = layers(&outcome, &frame, poster).concat();
            let accents = outcome.readouts(Language::En).iter().filter(|readout| readout.accent).count();
            (accents, drawn.contains("class=\"accent") || drawn.contains("class=\"band"))
        };
        let ((one, drawn), (none, other_drawn)) = (said(dominated), said(other));
        assert_eq!((one, none), (1, 0), "{id}: readouts in the accent");
        assert!(!other_drawn && (drawn || id == "dominance-map"), "{id}: the picture");
    }
}

#[test]
fn at_the_start_and_with_each_choice_every_figure_is_whole() {
    let tables = tables();
    for figure in FIGURES {
        let constant = Constant::of(*figure, &tables);
        for values in start_and_choices(*figure) {
            check(*figure, &values, &figure.solve(&values, &tables), &constant, WIDTHS[1], 0.7);
        }
    }
}

#[test]
fn at_the_start_every_guess_is_judged() {
    let tables = tables();
    for figure in FIGURES {
        let Some(question) = figure.question() else { continue };
        let start = Values::defaults(figure.parameters());
        let outcome = figure.solve(&start, &tables);
        for (language, _) in LANGUAGES {
            for guess in [question.least, question.start, question.greatest] {
                let _place = Place(*figure, &query::pairs(&start), &(language, guess));
                check_text("the verdict", &outcome.prediction().expect("there is a question").verdict(guess, *language));
            }
        }
    }
}

/// With the tables and without, before the first step of the jobs and after it.
#[test]
fn every_state_gives_finite_readouts_or_says_why() {
    let loaded = tables();
    for figure in FIGURES {
        let constant = Constant::of(*figure, &loaded);
        let config = ProptestConfig::with_cases(states_of(*figure));
        // The same cases in every ordinary run: a chance find belongs into the long one, not into someone else's change.
        let same = TestRng::deterministic_rng(config.rng_algorithm);
        let mut runner = if is_long() { TestRunner::new(config) } else { TestRunner::new_with_rng(config, same) };
        let states = (shares(*figure), any::<bool>(), prop::sample::select(&WIDTHS[..]), 0.0..1.0);
        let result = runner.run(&states, |(shares, there, widths, share)| {
            let mut values = at_shares(*figure, &shares);
            for (index, parameter) in figure.parameters().iter().enumerate() {
                if let Some((_, most)) = COSTLY.iter().find(|(name, _)| *name == parameter.name) {
                    values.set(index, most.min(values.number(index)));
                }
            }
            let tables = if there { loaded.clone() } else { Tables::default() };
            let jobs = figure.jobs(&values, tables.corpus());
            check_kinds(*figure, &values, &jobs);
            check(*figure, &values, &figure.outcome(&values, &tables, &Results::none()), &constant, widths, share);
            if !jobs.is_empty() {
                check(*figure, &values, &figure.outcome(&values, &tables, &first_results(&jobs)), &constant, widths, share);
            }
            Ok(())
        });
        assert!(result.is_ok(), "{}: {}", figure.id(), result.map_or_else(|error| error.to_string(), |()| String::new()));
    }
}

/// The kinds of jobs that the figure's model declares.
fn check_kinds(figure: &dyn Figure, values: &Values, jobs: &[JobSpec]) {
    let _place = Place(figure, &query::pairs(values), &jobs);
    let declared = FIGURES.iter().zip(JOBS).find(|(other, _)| other.id() == figure.id()).map(|(_, kinds)| *kinds).unwrap_or_default();
    assert!(jobs.iter().all(|job| declared.iter().any(|kind| kind.name == job.kind.name)), "of {declared:?} are declared");
}

/// Only what takes a job asks for one, and none does at the start: pages are served whole.
#[test]
fn at_the_start_no_figure_asks_for_a_job() {
    for figure in FIGURES {
        let jobs = figure.jobs(&Values::defaults(figure.parameters()), &Corpus::default());
        assert!(jobs.is_empty(), "{}: {jobs:?}", figure.id());
    }
}

#[test]
fn every_figure_names_its_source_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for figure in FIGURES {
        assert!(root.join(figure.source()).is_file(), "{}: there is no {}", figure.id(), figure.source());
    }
}

/// Whoever knows a background by its key need not draw it: whatever else differs, it is the same.
#[test]
fn equal_background_keys_mean_equal_backgrounds() {
    let tables = tables();
    let mut met = 0;
    for figure in FIGURES {
        let mut known: HashMap<u64, (Values, String)> = HashMap::new();
        let ends = [0.3, 0.8].map(|share| at_shares(*figure, &vec![share; figure.parameters().len()]));
        for start in start_and_choices(*figure) {
            for (index, end) in (0..figure.parameters().len()).flat_map(|index| ends.iter().map(move |end| (index, end))) {
                let mut values = start.clone();
                match end.get(index) {
                    Some(Value::Number(number)) => values.set(index, number),
                    Some(Value::On(on)) => values.turn(index, on),
                    _ => continue,
                }
                let frame = frames(*figure, WIDTHS[1], Language::En)[0];
                let outcome = figure.outcome(&values, &tables, &Results::none());
                let Some(key) = outcome.clone().picture(&frame).background_key() else { continue };
                let [background, _] = layers(&outcome, &frame, 0.0);
                if let Some((other, before)) = known.insert(key, (values.clone(), background.clone())) {
                    met += 1;
                    assert!(before == background, "{}: {:?} and {:?}", figure.id(), query::pairs(&other), query::pairs(&values));
                }
            }
        }
    }
    assert!(met > 50, "only {met} keys were met twice");
}
