//! A figure: declared parameters, and a pure function from their values to an outcome.

use std::{any::Any, sync::Arc};

use crate::{
    challenge::Challenge,
    corpus::{Bounds, Corpus},
    job::{JobKind, JobSpec, Results},
    locale::{Folder, Label},
    outcome::Outcome,
    parameter::Parameter,
    question::Question,
    recording::{Recorded, Recording},
    runs::{Compare, Run},
    tables::Tables,
    values::{Parameters, Values},
};

/// A figure as its author writes it. From this the kit makes a [`Figure`], which pages, tests and addresses use without
/// knowing its types.
pub trait Model: Sync + 'static {
    /// Its parameters, declared once (see [`parameters!`](crate::parameters)).
    type Parameters: Parameters;
    /// What they lead to.
    type Outcome: Outcome + 'static;

    /// Its id in addresses and in the document; never changes.
    const ID: &'static str;
    /// The folders of the strings that it can show, beside the interface's: a page brings them.
    const STRINGS: &'static [Folder];
    /// Its source file, from the root of the repository.
    const SOURCE: &'static str;
    /// Heights of the picture's box in the narrow and in the wide layout.
    const HEIGHTS: Heights;
    /// What a reader may guess before it answers.
    const QUESTION: Option<&'static Question> = None;
    /// The kinds of jobs that it asks for, all of them.
    const JOBS: &'static [JobKind] = &[];
    /// What its jobs have found, computed beforehand: a [`Recording`] as `./dev record` writes it.
    const RECORDING: Option<&'static [u8]> = None;
    /// The states that are recorded, as addresses have them: the one at the start, and those that texts speak of.
    const RECORDED: &'static [&'static str] = &[""];
    /// Whether the reader can have the device measured for it. What has been measured holds for all values, and is the first
    /// of its results.
    const MEASURES: bool = false;
    /// What a text must be that the reader gives it to learn from; nothing for a figure that learns from none. Without one it learns
    /// from that of this site in the language of the page.
    const CORPUS: Option<Bounds> = None;

    /// How its outcomes stand beside each other, if they can: [`Comparison::of`](crate::runs::Comparison::of).
    const COMPARE: Option<Compare<Self::Outcome>> = None;
    /// What a reader can try to bring about.
    const CHALLENGE: Option<Challenge<Self::Parameters, Self::Outcome>> = None;

    /// Names of the tables that the outcome for these parameters is made from.
    fn tables(_parameters: &Self::Parameters) -> &'static [&'static str] {
        &[]
    }

    /// The jobs whose results the outcome for these parameters needs: none where it is solved within a frame, and for the parameters
    /// at the start only those of which there is a [recording](Self::RECORDING).
    fn jobs(_parameters: &Self::Parameters, _corpus: &Corpus) -> Vec<JobSpec> {
        Vec::new()
    }

    /// The outcome, as far as the results of its jobs go. The same parameters and inputs give the same outcome.
    fn solve(parameters: Self::Parameters, inputs: Inputs) -> Self::Outcome;
}

/// What an outcome is made from beside the parameters.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// Tables of data; one that is not there counts as empty. What is learnt from is in [`Tables::corpus`].
    pub tables: &'a Tables,
    /// What the jobs have found so far, in the order of [`Model::jobs`].
    pub results: &'a Results,
    /// The day on which they were recorded (`2026-11-30`), where they were not found here.
    pub recorded: Option<&'a str>,
}

/// Heights of a picture in units of 1/16 of the root font size.
#[derive(Clone, Copy)]
pub struct Heights {
    /// On a phone.
    pub narrow: f64,
    /// From about 35 rem of width on.
    pub wide: f64,
}

/// A figure, whatever its types. Made from its [`Model`].
pub trait Figure: Sync {
    /// See [`Model::ID`].
    fn id(&self) -> &'static str;
    /// See [`Model::SOURCE`].
    fn source(&self) -> &'static str;
    /// Its parameters, in the order in which they stand on the page.
    fn parameters(&self) -> &'static [Parameter];
    /// See [`Model::HEIGHTS`].
    fn heights(&self) -> Heights;
    /// See [`Model::QUESTION`].
    fn question(&self) -> Option<&'static Question>;
    /// Whether there are values for which it asks for jobs.
    fn computes(&self) -> bool;
    /// See [`Model::MEASURES`].
    fn measures(&self) -> bool;
    /// See [`Model::CORPUS`].
    fn corpus(&self) -> Option<Bounds>;
    /// Whether its runs can stand beside each other.
    fn compares(&self) -> bool;
    /// Name and words of its challenge.
    fn challenge(&self) -> Option<(&'static str, Label)>;
    /// Whether values and the outcome that they lead to meet its challenge.
    fn meets(&self, values: &Values, outcome: Arc<dyn Outcome>) -> bool;
    /// The outcome with other runs beside it, all of them its own; without, where its runs cannot be compared.
    fn compare(&self, outcome: Arc<dyn Outcome>, name: &str, runs: &[Run<dyn Outcome>]) -> Arc<dyn Outcome>;
    /// See [`Model::tables`].
    fn tables(&self, values: &Values) -> &'static [&'static str];
    /// The jobs that are to be done for these values: those of [`Model::jobs`], unless what they find is recorded.
    fn jobs(&self, values: &Values, corpus: &Corpus) -> Vec<JobSpec> {
        let jobs = self.all_jobs(values, corpus);
        if self.recorded(&jobs).is_some() { Vec::new() } else { jobs }
    }
    /// See [`Model::jobs`].
    fn all_jobs(&self, values: &Values, corpus: &Corpus) -> Vec<JobSpec>;
    /// See [`Model::RECORDED`]; none where nothing is recorded.
    fn recorded_states(&self) -> &'static [&'static str];
    /// What is recorded of jobs; nothing where there are none, or not all of them are recorded.
    fn recorded(&self, jobs: &[JobSpec]) -> Option<Recorded>;
    /// What is recorded of the jobs for these values.
    fn recording(&self, values: &Values, corpus: &Corpus) -> Option<Recorded> {
        if self.recorded_states().is_empty() { None } else { self.recorded(&self.all_jobs(values, corpus)) }
    }
    /// The outcome as far as the results go; where there are none, as far as recorded ones go.
    fn outcome(&self, values: &Values, tables: &Tables, results: &Results) -> Arc<dyn Outcome>;
    /// The outcome with all its jobs run to completion here, however long that takes; those that are recorded need not be.
    fn solve(&self, values: &Values, tables: &Tables) -> Arc<dyn Outcome> {
        let results = self.jobs(values, tables.corpus()).iter().map(|job| job.run_to_completion()).collect();
        self.outcome(values, tables, &results)
    }
}

impl<M: Model> Figure for M {
    fn id(&self) -> &'static str {
        M::ID
    }
    fn source(&self) -> &'static str {
        M::SOURCE
    }
    fn parameters(&self) -> &'static [Parameter] {
        M::Parameters::DECLARED
    }
    fn heights(&self) -> Heights {
        M::HEIGHTS
    }
    fn question(&self) -> Option<&'static Question> {
        M::QUESTION
    }
    fn computes(&self) -> bool {
        !M::JOBS.is_empty()
    }
    fn measures(&self) -> bool {
        M::MEASURES
    }
    fn corpus(&self) -> Option<Bounds> {
        M::CORPUS
    }
    fn compares(&self) -> bool {
        M::COMPARE.is_some()
    }
    fn challenge(&self) -> Option<(&'static str, Label)> {
        M::CHALLENGE.map(|challenge| (challenge.name, challenge.label))
    }
    fn meets(&self, values: &Values, outcome: Arc<dyn Outcome>) -> bool {
        let outcome = typed::<M>(outcome);
        M::CHALLENGE.zip(outcome).is_some_and(|(challenge, outcome)| (challenge.met)(&M::Parameters::of(values), &outcome))
    }
    fn compare(&self, outcome: Arc<dyn Outcome>, name: &str, runs: &[Run<dyn Outcome>]) -> Arc<dyn Outcome> {
        let runs = runs.iter().filter_map(|run| {
            let outcome = typed::<M>(run.outcome.clone())?;
            Some(Run { outcome, name: run.name.clone(), mark: run.mark, made: run.made })
        });
        match M::COMPARE.zip(typed::<M>(outcome.clone())) {
            Some((compare, present)) => compare(present, name.to_owned(), runs.collect()),
            None => outcome,
        }
    }
    fn tables(&self, values: &Values) -> &'static [&'static str] {
        M::tables(&M::Parameters::of(values))
    }
    fn all_jobs(&self, values: &Values, corpus: &Corpus) -> Vec<JobSpec> {
        M::jobs(&M::Parameters::of(values), corpus)
    }
    fn recorded_states(&self) -> &'static [&'static str] {
        if M::RECORDING.is_some() { M::RECORDED } else { &[] }
    }
    fn recorded(&self, jobs: &[JobSpec]) -> Option<Recorded> {
        M::RECORDING.filter(|_| !jobs.is_empty()).and_then(|recording| Recording::read(recording).of(jobs))
    }
    fn outcome(&self, values: &Values, tables: &Tables, results: &Results) -> Arc<dyn Outcome> {
        let recorded = if results.is_empty() { self.recording(values, tables.corpus()) } else { None };
        let (results, date) = recorded.as_ref().map_or((results, None), |recorded| (&recorded.results, Some(recorded.date.as_str())));
        let inputs = Inputs { tables, results, recorded: date };
        Arc::new(M::solve(M::Parameters::of(values), inputs))
    }
}

/// What a model makes of parameters whose jobs are recorded, those that learn from a text left out; nothing where they are not.
#[must_use]
pub fn recorded<M: Model>(parameters: M::Parameters) -> Option<M::Outcome> {
    let tables = Tables::default();
    let recorded = Recording::read(M::RECORDING?).of(&M::jobs(&parameters, tables.corpus()))?;
    Some(M::solve(parameters, Inputs { tables: &tables, results: &recorded.results, recorded: Some(&recorded.date) }))
}

/// An outcome as the model made it; nothing where another did.
fn typed<M: Model>(outcome: Arc<dyn Outcome>) -> Option<Arc<M::Outcome>> {
    let outcome: Arc<dyn Any + Send + Sync> = outcome;
    outcome.downcast().ok()
}
