//! Which of the two methods is the better choice, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    format::{percent, short, with_unit},
    label,
    locale::{Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};
use pendrop_science::crossing::{Better, Laid, Measured, NoCrossing, Outlook, crossing_compute, performance};

use super::{Strings, picture::CrossingCurvesPicture};
use crate::rates::{each_year, span};

/// Two methods, and what becomes of them.
pub struct CrossingCurvesOutcome {
    /// What is asked.
    pub outlook: Outlook,
    /// Whether measured points are asked for.
    pub(super) asked: bool,
    /// These points, and how they lie over the curves.
    pub(super) laid: Option<(Laid, &'static Measured)>,
}

impl CrossingCurvesOutcome {
    /// Performance of the method with more structure and of that with none, at some compute.
    pub(super) fn performances(&self, compute: f64) -> [f64; 2] {
        [self.outlook.structure, 0.0].map(|structure| performance(compute, structure))
    }

    /// Compute at which the method without structure overtakes, and in how many years that is or, less than 0, has been.
    pub(super) fn crossing(&self) -> Option<(f64, f64)> {
        let Outlook { structure, compute_now, compute_doubling, .. } = self.outlook;
        let compute = crossing_compute(0.0, structure)?;
        Some((compute, compute_doubling * (compute / compute_now).log2()))
    }

    /// Why there is no year of crossing, in a word or two.
    fn reason(&self, language: Language) -> &'static str {
        let s = Strings::of(language);
        match self.outlook.crossing_year() {
            Err(NoCrossing::Past) => s.reason_crossing_past,
            Err(NoCrossing::Later) => s.reason_crossing_later,
            _ => s.reason_crossing_same,
        }
    }
}

/// The word for a choice, and what the reader sees.
fn choice(better: Better, language: Language) -> (&'static str, &'static str) {
    let s = Strings::of(language);
    match better {
        Better::More => ("more-structure", s.choice_more),
        Better::Less => ("less-structure", s.choice_less),
        Better::Neither => ("neither", s.choice_neither),
    }
}

impl Outcome for CrossingCurvesOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let crossing = self.outlook.crossing_year();
        let template = match crossing {
            Ok(_) => s.headline_crossing,
            Err(NoCrossing::Past) => s.headline_crossing_past,
            Err(NoCrossing::Later) if self.outlook.years == 0.0 => s.headline_crossing_today,
            Err(NoCrossing::Later) => s.headline_crossing_later,
            Err(NoCrossing::Same) => s.headline_crossing_same,
        };
        let crossing = crossing.map_or_else(|_| String::new(), |crossing| span(crossing, language));
        fill(template, &[("crossing", &crossing), ("span", &span(self.outlook.years, language))])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let percent = |value| with_unit(&percent(value, 2, language));
        let [now, later] = [0.0, self.outlook.years].map(|years| self.performances(self.outlook.compute(years)));
        let model = fill(
            if self.outlook.structure > 0.0 { s.description_crossing } else { s.description_crossing_same },
            &[
                ("span", &span(self.outlook.years, language)),
                ("more_now", &percent(now[0])),
                ("less_now", &percent(now[1])),
                ("more_later", &percent(later[0])),
                ("less_later", &percent(later[1])),
            ],
        );
        match &self.laid {
            Some((laid, _)) => format!("{model} {}", fill(s.description_measured, &[("off", &percent(laid.rms))])),
            None => model,
        }
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let template = match self.outlook.crossing_year() {
            Ok(_) => return None,
            Err(NoCrossing::Same) => s.caveat_crossing_same,
            Err(NoCrossing::Past) => s.caveat_crossing_past,
            Err(NoCrossing::Later) => s.caveat_crossing_later,
        };
        Some(template.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        match self.laid {
            Some(_) => format!("{} {}", s.source_line_crossing, s.source_line_measured),
            None => s.source_line_crossing.to_owned(),
        }
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let crossing = self.outlook.crossing_year();
        let reason = self.reason(language);
        let years = |value| (short(value, 3, language), s.trend_unit_years.to_owned());
        let word = |name, label, better| {
            let (word, display) = choice(better, language);
            Readout::word(name, label, word, display)
        };
        let off = self.laid.as_ref().map(|(laid, _)| laid.rms);
        let unlaid = if self.asked { s.reason_crossing_same } else { s.reason_unasked };
        vec![
            Readout::number("crossing_year", label!(readout_crossing_year), "years", crossing.ok(), years, reason).large(),
            word("best_now", label!(readout_best_now), self.outlook.best_now()),
            word("best_later", label!(readout_best_later), self.outlook.best_later()),
            Readout::number("off_by", label!(readout_off_by), "1", off, |share| percent(share, 2, language), unlaid),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let row = |years| {
            let compute = self.outlook.compute(years);
            [Cell::Exact(years)]
                .into_iter()
                .chain([compute, self.performances(compute)[0], self.performances(compute)[1]].map(Cell::Number))
                .collect()
        };
        Table::new([s.column_years, s.column_compute, s.column_more, s.column_less], each_year(self.outlook.years).map(row))
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(CrossingCurvesPicture::of(&self, frame, &[]))
    }

    /// In how many years less structure is the better choice.
    fn decisive(&self, language: Language) -> Option<String> {
        let crossing = |years| fill(Strings::of(language).picture_in, &[("span", &span(years, language))]);
        Some(self.outlook.crossing_year().map_or_else(|_| self.reason(language).to_owned(), crossing))
    }
}

impl Comparable for CrossingCurvesOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(CrossingCurvesPicture::of(&self, frame, runs))
    }
}
