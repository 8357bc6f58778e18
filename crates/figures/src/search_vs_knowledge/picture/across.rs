//! What both charts have across: units, or the time that a move took with them.

use pendrop_kit::{
    chart::Ticks,
    format::{prefixed, with_unit},
    locale::{Language, fill},
    picture::Frame,
    recording::day,
    runs::Run,
};

use crate::search_vs_knowledge::{
    Strings,
    clocked::Pace,
    duel::SearchVsKnowledgeOutcome,
    question::{DECADES, QUESTION},
    text::units,
};

/// What stands across.
#[derive(Clone)]
pub(in crate::search_vs_knowledge) struct Across {
    pub(super) ticks: Ticks,
    time: Option<Time>,
}

/// The time that a move took.
#[derive(Clone)]
struct Time {
    pace: Pace,
    /// The day on which it was recorded; nothing where it was measured here.
    recorded: Option<String>,
}

impl Across {
    /// Units, in the decades in which guesses lie.
    pub fn guesses() -> Self {
        Self { ticks: Ticks::decades(DECADES.0, DECADES.1), time: None }
    }

    /// What is wanted, and as long as nothing has been timed units; far enough for all runs.
    pub(super) fn of(outcome: &SearchVsKnowledgeOutcome, runs: &[Run<SearchVsKnowledgeOutcome>], frame: &Frame) -> Self {
        let others = || runs.iter().map(|run| &*run.outcome);
        let decades = |low: f64, high: f64| Ticks::decades((low.log10() + 1e-9).floor() as i32, (high.log10() - 1e-9).ceil() as i32);
        match outcome.timed() {
            Some(Ok(pace)) => {
                let ranges = others().filter_map(|other| Some(other.pace().ok()?.range()));
                let (low, high) = ranges.fold(pace.range(), |(low, high), (least, most)| (low.min(least), high.max(most)));
                // One that is no number stands at the end.
                let guess = frame.guess.filter(|guess| *guess < QUESTION.greatest).map(|guess| pace.at(guess));
                let ticks = decades(low.min(guess.unwrap_or(low)), high.max(guess.unwrap_or(high)));
                Self { ticks, time: Some(Time { pace, recorded: outcome.recorded.clone() }) }
            }
            // A guess stands where it was made.
            _ if frame.guess.is_some() => Self::guesses(),
            _ => {
                let compute = others().fold(outcome.spec.compute, |most, other| most.max(other.spec.compute));
                Self { ticks: Ticks::decades(DECADES.0, decades(1.0, compute as f64).high().log10().round() as i32), time: None }
            }
        }
    }

    /// The same for another run, whose moves took their own time; nothing where that is wanted and not known.
    pub(super) fn of_other(&self, other: &SearchVsKnowledgeOutcome) -> Option<Self> {
        let time = match &self.time {
            Some(time) => Some(Time { pace: other.pace().ok()?, ..time.clone() }),
            None => None,
        };
        Some(Self { time, ..self.clone() })
    }

    /// Where so many units stand.
    pub(super) fn at(&self, units: f64) -> f64 {
        self.time.as_ref().map_or(units, |time| time.pace.at(units))
    }

    /// Where a budget stands at which has been played; nothing as long as its time is not known.
    pub(super) fn of_budget(&self, compute: u64) -> Option<f64> {
        self.time.as_ref().map_or(Some(compute as f64), |time| time.pace.measured(compute))
    }

    /// What stands at a tick.
    pub(super) fn mark(&self, value: f64, language: Language) -> String {
        if self.time.is_some() { with_unit(&prefixed(value, "s", 1, language)) } else { QUESTION.mark(value, language) }
    }

    /// So many units as a label in the chart has them.
    pub(super) fn label(&self, value: f64, language: Language) -> String {
        match &self.time {
            Some(time) => with_unit(&prefixed(time.pace.at(value), "s", 2, language)),
            None => units(value, language),
        }
    }

    /// How far it reaches, in words.
    pub(super) fn extent(&self, language: Language) -> String {
        if self.time.is_some() { self.mark(self.ticks.high(), language) } else { QUESTION.formatted(self.ticks.high(), language) }
    }

    /// Its title, and a short one.
    pub(super) fn titles(&self, language: Language) -> [String; 2] {
        let s = Strings::of(language);
        match &self.time {
            None => [s.picture_units.to_owned(), s.picture_units_short.to_owned()],
            Some(Time { recorded: None, .. }) => [s.picture_time_here.to_owned(), s.picture_time_here_short.to_owned()],
            Some(Time { recorded: Some(date), .. }) => {
                let date = day(date, language);
                [s.picture_time_recorded, s.picture_time_recorded_short].map(|template| fill(template, &[("date", &date)]))
            }
        }
    }
}
