//! The outcome for the state in force, with its readouts.

use std::sync::Arc;

use pendrop_kit::{
    figure::Figure,
    job::{JobSpec, Results},
    locale::Language,
    outcome::{Outcome, Prominence, Readout, beside_each_other},
    play::Game,
    tables::Tables,
    values::Values,
};

use super::JobResults;
use crate::{reactive::*, tables::TableStore};

/// An outcome and its readouts, made once for all who show them. Kept in a signal: two are equal only if they are one.
#[derive(Clone)]
pub struct Evaluation {
    /// The outcome.
    pub outcome: Arc<dyn Outcome>,
    /// Its readouts in the page's language.
    pub readouts: Arc<[Readout]>,
}

impl Evaluation {
    /// An outcome with its readouts.
    #[must_use]
    pub fn new(outcome: Arc<dyn Outcome>, language: Language) -> Self {
        let readouts = beside_each_other(outcome.readouts(language)).into();
        Self { outcome, readouts }
    }

    /// The one large readout, if there is one.
    #[must_use]
    pub fn large(&self) -> Option<&Readout> {
        self.readouts.iter().find(|readout| readout.prominence == Prominence::Large)
    }
}

impl PartialEq for Evaluation {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.outcome, &other.outcome)
    }
}

/// The same with the reader's game in its picture, while there is one.
pub fn with_game(evaluation: Memo<Evaluation>, game: RwSignal<Option<Game>>) -> Memo<Evaluation> {
    Memo::new(move |_| {
        let Evaluation { outcome, readouts } = evaluation.get();
        let shown = game.with(|game| Some(outcome.play()?.shown(game.as_ref()?)));
        Evaluation { outcome: shown.unwrap_or(outcome), readouts }
    })
}

/// What the outcome for some values is made from: the tables that they need, and the text that is learnt from.
#[derive(Clone, Copy)]
pub struct Source {
    /// The figure.
    pub figure: &'static dyn Figure,
    /// The language of the page.
    pub language: Language,
    /// The tables that have been fetched.
    pub store: TableStore,
    /// The text that the reader has given.
    pub given: RwSignal<Option<Arc<str>>>,
}

impl Source {
    /// What there is for some values. Reading it in an effect subscribes, but only to what they can need.
    #[must_use]
    pub fn tables(self, values: &Values) -> Tables {
        match self.figure.corpus() {
            Some(_) => self.store.tables().reading(self.language, self.given.get()),
            None if self.figure.tables(values).is_empty() => Tables::default(),
            None => self.store.tables(),
        }
    }
}

/// What an evaluation follows from.
type Signals = (RwSignal<Values>, Memo<Vec<JobSpec>>, RwSignal<Option<JobResults>>);

/// Solves anew whenever values, tables or results change. Until the tables that values need have come, what is shown stays.
pub fn memo(source: Source, (values, jobs, results): Signals, start: Evaluation) -> Memo<Evaluation> {
    let Source { figure, language, given, .. } = source;
    let defaults = Values::defaults(figure.parameters());
    Memo::new(move |before: Option<&Evaluation>| {
        values.with(|values| {
            let (needed, tables) = (figure.tables(values), source.tables(values));
            let jobs = jobs.get();
            // What was measured on the device holds for all values; what a job has found, for those that asked for it.
            let wanted = |found: &JobResults| figure.measures() || found.jobs == jobs;
            let found = if figure.measures() || !jobs.is_empty() {
                results.with(|found| found.as_ref().filter(|found| wanted(found)).map(|found| found.results.clone()))
            } else {
                None
            };
            match found {
                None if *values == defaults && given.with(Option::is_none) => start.clone(),
                None if !tables.has(needed) => before.unwrap_or(&start).clone(),
                found => Evaluation::new(figure.outcome(values, &tables, &found.unwrap_or(Results::none())), language),
            }
        })
    })
}
