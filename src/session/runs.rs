//! The runs beside the present one: solved once, and put beside each outcome. Nothing is computed for them by itself: what their jobs
//! find is known where it is recorded, or where they have come to their end on this page.

use std::sync::Arc;

use pendrop_kit::{
    job::Results,
    locale::Language,
    outcome::Outcome,
    runs::{Mark, Run, names},
    values::Values,
};

use super::{Evaluation, evaluation::Source, found::Found};
use crate::reactive::*;

/// A run that is solved. Two are equal only if they are one.
#[derive(Clone)]
pub struct Solved {
    values: Values,
    mark: Mark,
    outcome: Arc<dyn Outcome>,
    /// Whether all the tables were there that it needs, and all that its jobs find.
    whole: bool,
    /// Whether all was there that its jobs find.
    made: bool,
}

impl PartialEq for Solved {
    fn eq(&self, other: &Self) -> bool {
        self.mark == other.mark && Arc::ptr_eq(&self.outcome, &other.outcome)
    }
}

/// The runs that are kept, and the one before.
type Others = (RwSignal<Vec<Values>>, RwSignal<Option<Values>>);

/// Solves each run when it comes to stand beside the others, and not again once it is whole: those that are kept, and the one before if
/// it is none of them and has come to its end.
pub fn memo(source: Source, (kept, before): Others, found: RwSignal<Found>) -> Memo<Vec<Solved>> {
    let figure = source.figure;
    Memo::new(move |known: Option<&Vec<Solved>>| {
        if !figure.compares() {
            return Vec::new();
        }
        let kept = kept.get();
        let before = before.get().filter(|before| !kept.iter().any(|kept| kept.is_run_of(before)));
        let marked = kept.into_iter().enumerate().map(|(place, values)| (Mark::Kept(place), values));
        let all = marked.chain(before.map(|values| (Mark::Before, values)));
        let solve = |(mark, values): (Mark, Values)| {
            if let Some(known) = known.into_iter().flatten().find(|known| known.whole && known.values == values) {
                return Solved { mark, ..known.clone() };
            }
            let (needed, tables) = (figure.tables(&values), source.tables(&values));
            let jobs = if figure.computes() { figure.jobs(&values, tables.corpus()) } else { Vec::new() };
            let results = if jobs.is_empty() { None } else { found.with(|found| found.of(&jobs).cloned()) };
            let made = jobs.is_empty() || results.is_some();
            let outcome = figure.outcome(&values, &tables, &results.unwrap_or(Results::none()));
            Solved { mark, outcome, whole: made && tables.has(needed), made, values }
        };
        all.map(solve).filter(|solved| solved.made || solved.mark != Mark::Before).collect()
    })
}

/// The name of the present run among the others, and the others with theirs.
#[must_use]
pub fn named(language: Language, present: &Values, solved: &[Solved]) -> (String, Vec<Run<dyn Outcome>>) {
    let all: Vec<_> = [present].into_iter().chain(solved.iter().map(|run| &run.values)).collect();
    let mut names = names(&all, language).into_iter();
    let name = names.next().unwrap_or_default();
    let run = |(run, name): (&Solved, _)| Run { outcome: run.outcome.clone(), name, mark: run.mark, made: run.made };
    (name.full, solved.iter().zip(names).map(run).collect())
}

/// The outcome with the other runs beside it; the outcome itself where there are none.
pub fn beside(
    Source { figure, language, store, .. }: Source,
    values: RwSignal<Values>,
    alone: Memo<Evaluation>,
    solved: Memo<Vec<Solved>>,
) -> Memo<Evaluation> {
    Memo::new(move |_| {
        let present = alone.get();
        solved.with(|solved| {
            if solved.is_empty() {
                return present;
            }
            values.with(|values| {
                // While its tables are on their way, or cannot be had, what is shown is not the present run, but the one before.
                let needed = figure.tables(values);
                if !needed.is_empty() && !store.tables().has(needed) {
                    return present.clone();
                }
                let (name, runs) = named(language, values, solved);
                // The present run is not drawn a second time.
                let is_other = |(run, solved): (_, &Solved)| (!solved.values.is_run_of(values)).then_some(run);
                let others: Vec<_> = runs.into_iter().zip(solved).filter_map(is_other).collect();
                if others.is_empty() {
                    return present.clone();
                }
                Evaluation { outcome: figure.compare(present.outcome.clone(), &name, &others), readouts: present.readouts.clone() }
            })
        })
    })
}
