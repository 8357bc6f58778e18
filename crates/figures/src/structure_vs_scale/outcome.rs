//! What the learners have come to, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    format::{prefixed, short, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
    sketch::Sketch,
};
use pendrop_science::overtaking::NoOvertaking;

use super::{
    Strings,
    contest::{Contest, Role},
    listed,
    parameters::{CURVES, FEATURES, FILTERS, MISTAKES, SAMPLES, TIME},
    picture::StructureVsScalePicture,
    text::{about, cost, name, share, subject, told},
};
use crate::timed::times_apart;

/// What has been learnt so far, and how it is shown.
pub struct StructureVsScaleOutcome {
    /// The numbers.
    pub contest: Contest,
    /// The day on which it was recorded, where it was.
    pub(super) recorded: Option<String>,
}

impl StructureVsScaleOutcome {
    /// Whether time was asked for that nobody has measured.
    fn lacks_time(&self) -> bool {
        let timed = self.contest.courses.iter().all(|course| course.mean.points.is_empty() || course.pace().is_some());
        self.contest.parameters.axis == TIME && !timed
    }

    /// The greatest cost, as the slider says it.
    fn most(&self, language: Language) -> String {
        cost(self.contest.parameters.compute, language)
    }

    /// Whether time stands across.
    fn is_timed(&self) -> bool {
        self.contest.parameters.axis == TIME && !self.lacks_time()
    }

    /// The tests of all learners, with time where the picture has it.
    fn curves_table(&self, timed: bool, language: Language) -> Table {
        let s = Strings::of(language);
        let heads =
            [s.column_svs_learner, s.column_svs_flop, s.column_svs_pictures, s.column_svs_accuracy, s.column_svs_low, s.column_svs_high];
        let mut rows = Vec::new();
        for course in &self.contest.courses {
            for (place, point) in course.mean.points.iter().enumerate() {
                let (low, high) = course.range(place);
                let mut row = vec![
                    Cell::Text(name(course.role, language).to_owned()),
                    Cell::Number(point.flop),
                    Cell::Exact(point.pictures as f64),
                    Cell::Number(point.accuracy),
                    Cell::Number(low),
                    Cell::Number(high),
                ];
                row.extend(timed.then(|| Cell::Number(course.pace().map_or(f64::NAN, |pace| pace * point.flop))));
                rows.push(row);
            }
        }
        Table::new(heads.into_iter().chain(timed.then_some(s.column_svs_seconds)), rows)
    }

    /// Why a network has not overtaken, in a few words.
    fn reason(why: NoOvertaking, language: Language) -> &'static str {
        let s = Strings::of(language);
        match why {
            NoOvertaking::Behind => s.reason_svs_behind,
            NoOvertaking::Ahead => s.reason_svs_ahead,
            NoOvertaking::Unmeasured => s.reason_not_yet,
        }
    }

    /// The cost at which is shown what learners look for and get wrong, where they have been trained further than was asked.
    fn beyond(&self) -> Option<f64> {
        let Contest { parameters, .. } = &self.contest;
        let seen = Role::ALL.iter().filter_map(|role| self.contest.look(*role)).map(|look| look.flop).fold(0.0, f64::max);
        (matches!(parameters.view, MISTAKES | FILTERS) && seen > parameters.compute * (1.0 + 1e-9)).then_some(seen)
    }

    fn crossover(&self, role: Role, language: Language) -> String {
        self.contest.crossover(role).map_or_else(|_| String::new(), |flop| with_unit(&about(flop, language)))
    }
}

impl Outcome for StructureVsScaleOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some(((leader, accuracy), reach)) = self.contest.leader().zip(self.contest.reach()) else {
            return s.headline_svs_begin.to_owned();
        };
        let template = match self.contest.crossover(leader) {
            _ if !self.contest.is_whole() => s.headline_svs_so_far,
            _ if leader == Role::Hand => s.headline_svs_hand,
            Ok(_) => s.headline_svs_overtook,
            Err(_) => s.headline_svs_ahead,
        };
        fill(
            template,
            &[
                ("compute", &if self.contest.is_whole() { self.most(language) } else { with_unit(&about(reach, language)) }),
                ("leader", subject(leader, language)),
                ("accuracy", &told(accuracy, language)),
                ("crossover", &self.crossover(leader, language)),
            ],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        match self.contest.parameters.view {
            SAMPLES => return s.description_svs_pictures.to_owned(),
            MISTAKES => return s.description_svs_mistakes.to_owned(),
            FILTERS => return s.description_svs_filters.to_owned(),
            FEATURES => return s.description_svs_features.to_owned(),
            _ => {}
        }
        let Some(reach) = self.contest.reach() else { return s.description_svs_begin.to_owned() };
        let accuracy = |role| self.contest.course(role).mean.at(reach).map_or_else(|| "–".to_owned(), |of| told(of, language));
        let compute = if self.contest.is_whole() { self.most(language) } else { with_unit(&about(reach, language)) };
        let mut text = fill(
            s.description_svs,
            &[("compute", &compute), ("hand", &accuracy(Role::Hand)), ("cnn", &accuracy(Role::Cnn)), ("mlp", &accuracy(Role::Mlp))],
        );
        for (role, template) in [(Role::Cnn, s.description_svs_cnn), (Role::Mlp, s.description_svs_mlp)] {
            if self.contest.crossover(role).is_ok() {
                text = format!("{text} {}", fill(template, &[("crossover", &self.crossover(role, language))]));
            }
        }
        text
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        if let Some(seen) = self.beyond() {
            return Some(fill(s.caveat_svs_beyond, &[("seen", &with_unit(&about(seen, language))), ("compute", &self.most(language))]));
        }
        let [cnn, mlp] = [Role::Cnn, Role::Mlp].map(|role| self.contest.crossover(role).err());
        let template = match (cnn, mlp) {
            _ if self.lacks_time() => s.caveat_svs_not_timed,
            (Some(NoOvertaking::Behind), Some(NoOvertaking::Behind)) => s.caveat_svs_behind,
            (Some(NoOvertaking::Behind), _) => s.caveat_svs_cnn_behind,
            (_, Some(NoOvertaking::Behind)) => s.caveat_svs_mlp_behind,
            (Some(NoOvertaking::Ahead), _) | (_, Some(NoOvertaking::Ahead)) => s.caveat_svs_ahead,
            // Until there is a result, the readouts themselves say so.
            _ => return None,
        };
        Some(fill(template, &[("compute", &self.most(language))]))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        if matches!(self.contest.parameters.view, SAMPLES | FEATURES) {
            return s.source_line_svs_pictures.to_owned();
        }
        let trained = if self.recorded.is_some() { s.source_line_svs_recorded } else { s.source_line_svs_here };
        let seeds = self.contest.parameters.seeds;
        let lines = match self.contest.parameters.view {
            MISTAKES | FILTERS => s.source_line_svs_first,
            _ if seeds > 1.0 => s.source_line_svs_seeds,
            _ => s.source_line_svs_seed,
        };
        fill(&format!("{trained} {lines}"), &[("seeds", &short(seeds, 2, language))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let crossover = |name, label: Label, role| {
            let found = self.contest.crossover(role);
            let reason = found.err().map_or("", |why| Self::reason(why, language));
            Readout::number(name, label, "FLOP", found.ok(), |flop| about(flop, language), reason)
        };
        let accuracy = |name, label: Label, role| {
            let told = self.contest.course(role).accuracy();
            Readout::number(name, label, "1", told, |told| share(told, language), s.reason_not_yet)
        };
        let speed = |speed| prefixed(speed, "FLOP/s", 2, language);
        let untimed = if self.contest.reach().is_some() { s.reason_svs_not_timed } else { s.reason_not_yet };
        vec![
            crossover("crossover_cnn", label!(readout_crossover_cnn), Role::Cnn).large(),
            crossover("crossover_mlp", label!(readout_crossover_mlp), Role::Mlp),
            accuracy("accuracy_hand", label!(readout_accuracy_hand), Role::Hand),
            accuracy("accuracy_cnn", label!(readout_accuracy_cnn), Role::Cnn),
            accuracy("accuracy_mlp", label!(readout_accuracy_mlp), Role::Mlp),
            Readout::number("flop_per_s", label!(readout_flop_per_s), "FLOP/s", self.contest.flop_per_s(), speed, untimed)
                .measured()
                .under_more(),
        ]
    }

    fn table(&self, language: Language) -> Table {
        match self.contest.parameters.view {
            SAMPLES => listed::samples(&self.contest, language),
            MISTAKES => listed::mistakes(&self.contest, language),
            FILTERS => listed::filters(&self.contest, language),
            FEATURES => listed::measured(&self.contest, language),
            _ => self.curves_table(self.is_timed(), language),
        }
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(StructureVsScalePicture::of(&self, frame, &[]))
    }

    /// Where the convolutional network overtakes, or why it does not.
    fn decisive(&self, language: Language) -> Option<String> {
        let overtakes = |flop| with_unit(&about(flop, language));
        Some(self.contest.crossover(Role::Cnn).map_or_else(|why| Self::reason(why, language).to_owned(), overtakes))
    }

    fn sketch(&self) -> Option<&dyn Sketch> {
        Some(self)
    }
}

impl Comparable for StructureVsScaleOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(StructureVsScalePicture::of(&self, frame, runs))
    }

    /// Only curves can lie beside each other.
    fn apart(&self, other: &Self) -> Option<Label> {
        if self.contest.parameters.view != CURVES {
            return Some(label!(svs_apart_view));
        }
        let timed = other.contest.courses.iter().all(|course| course.pace().is_some());
        self.is_timed().then(|| times_apart(self.recorded.as_deref(), (other.recorded.as_deref(), timed))).flatten()
    }

    fn table_beside(&self, other: &Self, language: Language) -> Table {
        other.curves_table(self.is_timed(), language)
    }
}
