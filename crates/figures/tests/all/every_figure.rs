//! Every figure at its start, with each of its choices and with random values: its outcome is what it owes the page, what never
//! changes is the same in every state, and jobs and source file are as declared.

use std::{collections::HashMap, path::Path, sync::Arc};

use crate::common::owed::{self, WIDTHS, check_text, frames, readout_names};
use crate::common::states::{Place, at_shares, shares};
use crate::common::{data::tables, layers};
use pendrop_budget::{cases, is_long};
use pendrop_figures::{
    FIGURES, JOBS,
    testing::{first_results, start_and_choices},
};
use pendrop_kit::{
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
    test_runner::{TestRng, TestRunner},
};

/// Numbers that make work, and what they are kept to: tests are not built for speed.
const COSTLY: [(&str, f64); 2] = [("drops", 30.0), ("duration", 30.0)];

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
            let jobs = figure.jobs(&values);
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
        let jobs = figure.jobs(&Values::defaults(figure.parameters()));
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
