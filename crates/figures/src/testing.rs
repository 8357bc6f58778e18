//! What only tests ask for: a job that counts, states to go through, and all that a figure says, to be compared between a browser
//! and natively.

use pendrop_kit::{
    figure::{Figure, Model},
    job::{Answer, Job, JobSpec, Results, encode},
    locale::{LANGUAGES, Language},
    number,
    outcome::{Cell, Outcome},
    parameter::Kind,
    query,
    recording::Recording,
    runs::{Mark, Run, names},
    tables::Tables,
    values::Values,
};
use serde::{Deserialize, Serialize};
use std::{hint::black_box, sync::Arc};

use crate::{
    search_vs_knowledge::SearchVsKnowledge,
    your_device::benchmark::{Speed, Speeds, Status},
};

/// The values that a query asks for, its pairs being as they are: `object=feather&height=3`.
#[must_use]
pub fn values(figure: &dyn Figure, query: &str) -> Values {
    query::parse(figure.parameters(), "", query.split('&').filter_map(|pair| pair.split_once('='))).values
}

/// The outcome for values, with runs that are kept and perhaps the one before beside it.
#[must_use]
pub fn compared(
    figure: &dyn Figure,
    values: &Values,
    (kept, before): (&[Values], Option<&Values>),
    tables: &Tables,
    language: Language,
) -> Arc<dyn Outcome> {
    let marked = kept.iter().enumerate().map(|(place, run)| (Mark::Kept(place), run)).chain(before.map(|run| (Mark::Before, run)));
    let all: Vec<_> = [values].into_iter().chain(kept).chain(before).collect();
    let mut names = names(&all, language).into_iter();
    let name = names.next().unwrap_or_default();
    let runs: Vec<_> =
        marked.zip(names).map(|((mark, run), name)| Run { outcome: figure.solve(run, tables), name, mark, made: true }).collect();
    figure.compare(figure.solve(values, tables), &name.full, &runs)
}

/// The values at the start, and each choice once.
#[must_use]
pub fn start_and_choices(figure: &dyn Figure) -> Vec<Values> {
    let start = Values::defaults(figure.parameters());
    let mut states = vec![start.clone()];
    for (index, parameter) in figure.parameters().iter().enumerate() {
        let Kind::Choice(choice) = &parameter.kind else { continue };
        states.extend((0..choice.options.len()).filter(|option| *option != choice.default).map(|option| {
            let mut state = start.clone();
            state.choose(index, option);
            state
        }));
    }
    states
}

/// What is done within so many seconds is done to its end where figures are compared between a browser and natively.
const SHORT: f64 = 0.3;

/// All that a figure says of these values, with its jobs at their end if they are short, else one step on, and a device measured that is always the same: a line for
/// each readout, with its name, its reading and both parts of its text, one for each sentence, with its name, and for a duel one for
/// what its jobs have found, which agrees to the last bit.
#[must_use]
pub fn told(figure: &dyn Figure, values: &Values, tables: &Tables, language: Language) -> String {
    let tables = &tables.clone().reading(language, None);
    let jobs = figure.jobs(values, tables.corpus());
    let seconds: f64 = jobs.iter().map(|job| job.seconds).sum();
    let mut results =
        if seconds > 0.0 && seconds <= SHORT { jobs.iter().map(JobSpec::run_to_completion).collect() } else { first_results(&jobs) };
    if figure.measures() {
        let speed = |best| Status::Measured(Speed { best, spread: 0.03 });
        results.set(0, encode(&Speeds { scalar: speed(2.5e9), simd: speed(1e10), all_cores: speed(7e10) }).into());
    }
    let outcome = figure.outcome(values, tables, &results);
    let readouts = outcome.readouts(language).into_iter();
    let mut lines: Vec<_> =
        readouts.map(|readout| [readout.name, &readout.reading.data(), &readout.display.0, &readout.display.1].join("\t")).collect();
    for (name, text) in [
        ("headline", outcome.headline(language)),
        ("description", outcome.description(language)),
        ("caveat", outcome.caveat(language).unwrap_or_default()),
        ("source line", outcome.source_line(language)),
    ] {
        lines.push(format!("{name}\t{text}"));
    }
    if figure.id() == SearchVsKnowledge::ID {
        lines.push(format!("found\t{:016x}", hash((0..jobs.len()).filter_map(|place| results.bytes(place)))));
    }
    lines.join("\n")
}

/// FNV-1a of all these bytes.
fn hash<'a>(parts: impl Iterator<Item = &'a [u8]>) -> u64 {
    parts.flatten().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

/// The tables of all recorded states with all digits, for people who compare two recordings.
#[must_use]
pub fn recorded_tables(figure: &dyn Figure, recording: &Recording) -> String {
    let written = |cell: &Cell| match cell {
        Cell::Text(text) => format!("\"{text}\""),
        Cell::Number(value) | Cell::Exact(value) => number::plain(*value),
    };
    let mut text = String::new();
    for (state, language) in recorded_states(figure) {
        let (values, tables) = (values(figure, state), Tables::default().reading(language, None));
        let recorded = recording.clone().of(&figure.all_jobs(&values, tables.corpus()));
        let results = recorded.map_or_else(Results::none, |recorded| recorded.results);
        let table = figure.outcome(&values, &tables, &results).table(Language::En);
        let learnt_from = figure.corpus().map_or("", |_| tables.corpus().source.name());
        text += &format!("# {state}{learnt_from}\n{}\n", table.heads.join(","));
        for row in &table.rows {
            text += &(row.iter().map(written).collect::<Vec<_>>().join(",") + "\n");
        }
    }
    text
}

/// The states that a figure has recorded, each in every language where it learns from a text.
pub fn recorded_states(figure: &dyn Figure) -> impl Iterator<Item = (&'static str, Language)> {
    let languages = if figure.corpus().is_some() { LANGUAGES } else { &LANGUAGES[..1] };
    figure.recorded_states().iter().flat_map(|state| languages.iter().map(move |(language, _)| (*state, *language)))
}

/// What jobs have found after their first step.
#[must_use]
pub fn first_results(jobs: &[JobSpec]) -> Results {
    let partial = |job: &JobSpec| {
        let mut job = job.start()?;
        job.step();
        Some(job.partial().into())
    };
    jobs.iter().map(partial).collect()
}

/// What is to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountSpec {
    /// How many steps there are.
    pub steps: u32,
    /// How much work each of them is, in additions.
    pub work: u32,
}

/// Counts its steps.
pub struct CountJob {
    spec: CountSpec,
    count: u32,
}

impl Job for CountJob {
    const NAME: &'static str = "count";
    type Spec = CountSpec;
    type Partial = u32;

    fn start(spec: CountSpec) -> Self {
        Self { spec, count: 0 }
    }
    fn step(&mut self) -> bool {
        if self.count < self.spec.steps {
            black_box((0..self.spec.work).fold(0, |sum, number| black_box(number).wrapping_add(sum)));
            self.count += 1;
        }
        self.count < self.spec.steps
    }
    fn progress(&self) -> f64 {
        if self.spec.steps == 0 { 1.0 } else { f64::from(self.count) / f64::from(self.spec.steps) }
    }
    fn partial(&self) -> u32 {
        self.count
    }
}

/// Adds a number to the count.
impl Answer for CountJob {
    type Question = u32;
    type Answer = u32;
    fn answer(&mut self, number: u32) -> u32 {
        self.count.wrapping_add(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_to_the_end_and_answers_on_the_way() {
        let mut job = CountJob::start(CountSpec { steps: 3, work: 10 });
        assert_eq!((job.progress(), job.answer(10)), (0.0, 10));
        assert!(job.step() && job.step());
        assert_eq!((job.partial(), job.answer(10)), (2, 12));
        assert!(!job.step() && !job.step());
        assert_eq!((job.partial(), job.progress()), (3, 1.0));
    }

    #[test]
    fn nothing_to_count_is_done() {
        let mut job = CountJob::start(CountSpec { steps: 0, work: 10 });
        assert!(!job.step());
        assert_eq!(job.progress(), 1.0);
    }
}
