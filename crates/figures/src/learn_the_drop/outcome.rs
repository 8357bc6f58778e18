//! What the learners make of the measurements so far, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    format::short,
    label,
    locale::{Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};
use pendrop_science::{
    learn_drop::{Fit, LearnSpec, Learner},
    overtaking::NoOvertaking,
};

use super::{
    Learnt, Strings,
    picture::LearnDropPicture,
    text::{EXACT, centimetres, length, name, readout, said, subject},
};

/// What has been learnt so far.
pub struct LearnDropOutcome {
    /// From what.
    pub spec: LearnSpec,
    learnt: Option<Learnt>,
}

impl LearnDropOutcome {
    /// The outcome of learning from samples, as far as it has come.
    #[must_use]
    pub fn of(spec: LearnSpec, learnt: Option<Learnt>) -> Self {
        // What tells of other sizes is of other samples.
        Self { learnt: learnt.filter(|learnt| learnt.statistics.sizes == spec.sizes()), spec }
    }

    /// What is learnt from the first sample.
    pub(super) fn fits(&self) -> Option<&[Fit; 4]> {
        self.learnt.as_ref()?.fits.as_ref()
    }

    /// What is known of the learners' errors.
    pub(super) fn learnt(&self) -> Option<&Learnt> {
        self.learnt.as_ref()
    }

    /// Median of a learner's error with all measurements, m.
    fn error(&self, learner: Learner) -> Option<f64> {
        self.learnt.as_ref()?.statistics.error(learner)
    }

    /// From how many measurements on the flexible learner beats the one that is told the law.
    pub fn crossover(&self) -> Result<f64, NoOvertaking> {
        self.learnt.as_ref().map_or(Err(NoOvertaking::Unmeasured), |learnt| learnt.statistics.crossover())
    }

    /// Why there is no such number, in a word or two.
    fn reason(&self, language: Language) -> &'static str {
        let s = Strings::of(language);
        match self.crossover() {
            Err(NoOvertaking::Behind) => s.reason_learn_behind,
            Err(NoOvertaking::Ahead) => s.reason_learn_ahead,
            _ => s.reason_not_yet,
        }
    }

    /// Who is best with all measurements, and how far off.
    fn best(&self) -> Option<(Learner, f64)> {
        let errors = Learner::ALL.into_iter().filter_map(|learner| Some((learner, self.error(learner)?)));
        errors.min_by(|one, other| one.1.total_cmp(&other.1))
    }

    /// A count of measurements that are really made.
    fn measurements(&self, language: Language) -> String {
        short(f64::from(self.spec.samples), 6, language)
    }
}

/// A count of measurements that lies between those that are made: other seeds would give it another second digit.
pub(super) fn about(crossover: f64, language: Language) -> String {
    short(crossover, 2, language)
}

impl Outcome for LearnDropOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some((best, error)) = self.best() else { return s.headline_learn_begin.to_owned() };
        let crossover = self.crossover();
        let template = match crossover {
            Ok(_) => s.headline_learn_overtaken,
            Err(NoOvertaking::Ahead) => s.headline_learn_ahead,
            _ if best == Learner::Drag && error < EXACT => s.headline_learn_exact,
            _ if best == Learner::Drag && self.spec.flutter == 0.0 => s.headline_learn_true,
            _ if best == Learner::Drag => s.headline_learn_law,
            _ => s.headline_learn_other,
        };
        fill(
            template,
            &[
                ("crossover", &crossover.map_or_else(|_| String::new(), |crossover| about(crossover, language))),
                ("samples", &self.measurements(language)),
                ("best", subject(best, language)),
                ("error", &said(error, language)),
            ],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let error = |learner| self.error(learner).map_or_else(|| "–".to_owned(), |error| said(error, language));
        let crossover = self.crossover();
        let template = match crossover {
            _ if self.best().is_none() => s.description_learn_begin,
            Ok(_) => s.description_learn_overtaken,
            Err(_) => s.description_learn,
        };
        fill(
            template,
            &[
                ("samples", &self.measurements(language)),
                ("seeds", &short(f64::from(self.spec.seeds), 6, language)),
                ("gravity", &error(Learner::Gravity)),
                ("drag", &error(Learner::Drag)),
                ("cubic", &error(Learner::Cubic)),
                ("flexible", &error(Learner::Flexible)),
                ("crossover", &crossover.map_or_else(|_| String::new(), |crossover| about(crossover, language))),
            ],
        )
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let template = match self.crossover() {
            Err(NoOvertaking::Behind) => s.caveat_learn_behind,
            Err(NoOvertaking::Ahead) => s.caveat_learn_ahead,
            // Until there is a result, the readouts themselves say so.
            _ => return None,
        };
        Some(fill(template, &[("samples", &self.measurements(language))]))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let falls = if self.spec.flutter > 0.0 { s.source_line_learn } else { s.source_line_learn_true };
        let measured = if self.spec.noise > 0.0 { s.source_line_learn_measured } else { s.source_line_learn_exact };
        let seeds = short(f64::from(self.spec.seeds), 6, language);
        fill(
            &format!("{falls} {measured}"),
            &[
                ("flutter", &centimetres(self.spec.flutter, language)),
                ("noise", &centimetres(self.spec.noise, language)),
                ("seeds", &seeds),
            ],
        )
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let crossover = self.crossover();
        let reason = self.reason(language);
        let count = |value| (about(value, language), String::new());
        let crossover = Readout::number("crossover_samples", label!(readout_crossover_samples), "1", crossover.ok(), count, reason).large();
        let error = |learner| {
            let (name, label) = readout(learner);
            Readout::number(name, label, "m", self.error(learner), |value| length(value, language), s.reason_not_yet)
        };
        [crossover].into_iter().chain(Learner::ALL.map(error)).collect()
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.column_measurements, s.column_learner, s.column_median, s.column_low, s.column_high];
        let mut rows = Vec::new();
        for (place, size) in self.learnt.iter().flat_map(|learnt| learnt.statistics.sizes.iter().enumerate()) {
            for learner in Learner::ALL {
                let band = self.learnt.as_ref().and_then(|learnt| learnt.statistics.band(learner, place));
                rows.extend(band.map(|band| {
                    let start = [Cell::Exact(f64::from(*size)), Cell::Text(name(learner, language).to_owned())];
                    start.into_iter().chain([band.median, band.low, band.high].map(Cell::Number)).collect()
                }));
            }
        }
        Table::new(heads, rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(LearnDropPicture::of(&self, frame, &[]))
    }

    /// Where the law is overtaken.
    fn decisive(&self, language: Language) -> Option<String> {
        let at = |crossover| fill(Strings::of(language).picture_overtaken, &[("crossover", &about(crossover, language))]);
        Some(self.crossover().map_or_else(|_| self.reason(language).to_owned(), at))
    }
}

impl Comparable for LearnDropOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(LearnDropPicture::of(&self, frame, runs))
    }
}
