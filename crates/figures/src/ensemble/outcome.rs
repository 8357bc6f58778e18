//! What the drops so far say, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    format::{percent, prefixed, short, significant, with_unit},
    label,
    locale::{Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
    svg::Token,
};
use pendrop_science::{
    ensemble::{DelayStatistics, EnsembleSpec},
    falling::{Fall, Force, WEIGHTLESS},
};

use super::{
    Strings,
    picture::{self, EnsemblePicture},
};
use crate::pen_drop::ObjectText;

/// Up to this relative spread the headline says "only".
const PREDICTABLE: f64 = 0.01;

/// The drops so far.
pub struct EnsembleOutcome {
    /// Which drops are made.
    pub spec: EnsembleSpec,
    /// The statistics of those made so far.
    pub statistics: DelayStatistics,
    /// Fall time under gravity alone (s); nothing without gravity.
    pub vacuum: Option<f64>,
    /// Fall time (s) of the drop with its details as they are set, and how much of it is not gravity's alone.
    pub nominal: Option<(f64, f64)>,
    /// The colour of what belongs to gravity: the accent where it dominates the drop as it is set.
    pub gravity: Token,
    /// The object's name in the declaration of parameters.
    pub object: &'static str,
}

impl EnsembleOutcome {
    /// The outcome of an ensemble with the statistics of the drops so far.
    #[must_use]
    pub fn of(spec: EnsembleSpec, statistics: DelayStatistics, object: &'static str) -> Self {
        let fall = Fall::solve(&spec.nominal);
        let vacuum = (spec.nominal.gravity >= WEIGHTLESS).then(|| (2.0 * spec.nominal.height).sqrt() / spec.nominal.gravity.sqrt());
        let nominal = fall.landing().ok().map(|landing| landing.time).zip(fall.delay());
        let gravity = if fall.dominant_force() == Some(Force::Gravity) { Token::Accent } else { Token::Ink2 };
        Self { spec, statistics, vacuum, nominal, gravity, object }
    }

    /// The fall time (s) of a drop with this delay (s) against gravity alone.
    fn time(&self, delay: f64) -> f64 {
        match self.nominal {
            // From the nominal fall, so that drops that are all the same take exactly as long as it.
            Some((time, nominal)) => time + (delay - nominal),
            None => self.vacuum.unwrap_or(0.0) + delay,
        }
    }

    fn mean(&self) -> Option<f64> {
        self.statistics.mean().map(|delay| self.time(delay))
    }

    fn quantile(&self, share: f64) -> Option<f64> {
        self.statistics.quantile(share).map(|delay| self.time(delay))
    }

    /// Standard deviation over mean.
    pub(super) fn spread(&self) -> Option<f64> {
        let mean = self.mean().filter(|mean| *mean > 0.0)?;
        Some(self.statistics.standard_deviation()? / mean)
    }

    /// A fall time with as many digits as it takes to tell the drops apart.
    fn seconds(&self, time: f64, language: Language) -> (String, String) {
        let apart = self.spread().filter(|spread| *spread > 0.0).map_or(2.0, |spread| -spread.log10());
        (significant(time, (apart.ceil() as usize + 1).clamp(3, 12), language), "s".to_owned())
    }

    fn jitter(&self, language: Language) -> String {
        with_unit(&(short(100.0 * self.spec.jitter, 3, language), "%".to_owned()))
    }
}

fn count(drops: u32, language: Language) -> String {
    short(f64::from(drops), 6, language)
}

impl Outcome for EnsembleOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let object = ObjectText::of(self.object, language);
        let statistics = &self.statistics;
        let aloft = f64::from(statistics.aloft()) / f64::from(statistics.made().max(1));
        let template = match self.spread() {
            _ if statistics.made() == 0 => s.headline_ensemble_begin,
            _ if statistics.landed() == 0 => {
                if self.vacuum.is_some() {
                    s.headline_floats
                } else {
                    s.headline_no_gravity
                }
            }
            _ if statistics.aloft() > 0 => s.headline_ensemble_aloft,
            Some(0.0) if self.spec.jitter == 0.0 => s.headline_ensemble_known,
            Some(0.0) => s.headline_ensemble_alone,
            Some(spread) if spread <= PREDICTABLE => s.headline_ensemble_calm,
            Some(_) => s.headline_ensemble_varies,
            None => s.headline_ensemble_begin,
        };
        fill(
            template,
            &[
                ("Object", object.start),
                ("of_object", object.of),
                ("jitter", &self.jitter(language)),
                ("spread", &with_unit(&percent(self.spread().unwrap_or(0.0), 2, language))),
                ("share", &with_unit(&percent(aloft, 2, language))),
            ],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let object = ObjectText::of(self.object, language);
        let time = |time: Option<f64>| time.map_or_else(String::new, |time| with_unit(&self.seconds(time, language)));
        let deviation = self.statistics.standard_deviation();
        fill(
            if self.statistics.landed() > 0 { s.description_ensemble } else { s.description_ensemble_aloft },
            &[
                ("Object", object.start),
                ("height", &with_unit(&(significant(self.spec.nominal.height, 3, language), "m".to_owned()))),
                ("made", &count(self.statistics.made(), language)),
                ("jitter", &self.jitter(language)),
                ("mean", &time(self.mean())),
                ("deviation", &deviation.map_or_else(|| "–".to_owned(), |value| with_unit(&prefixed(value, "s", 2, language)))),
                ("early", &time(self.quantile(0.05))),
                ("late", &time(self.quantile(0.95))),
                ("vacuum", &time(self.vacuum)),
                ("aloft", &count(self.statistics.aloft(), language)),
            ],
        )
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        // Until a drop has been made, the readouts themselves say so.
        let caveat = match self.statistics.landed() {
            _ if self.statistics.made() == 0 => return None,
            0 if self.vacuum.is_some() => s.caveat_ensemble_floats,
            0 => s.caveat_ensemble_no_gravity,
            1 => s.caveat_ensemble_one,
            _ => return None,
        };
        Some(caveat.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let factor = |sign: f64| short(1.0 + sign * self.spec.jitter, 4, language);
        let template = if self.spec.jitter > 0.0 { s.source_line_ensemble } else { s.source_line_ensemble_known };
        fill(template, &[("least", &factor(-1.0)), ("most", &factor(1.0))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let statistics = &self.statistics;
        let reason = match statistics.landed() {
            _ if statistics.made() == 0 => s.reason_not_yet,
            0 => s.reason_floats,
            _ => s.reason_one_landing,
        };
        let percent = |value| percent(value, 2, language);
        let seconds = |value| self.seconds(value, language);
        let deviation = |value| prefixed(value, "s", 3, language);
        let count = |_| (count(statistics.aloft(), language), String::new());
        let spread = statistics.standard_deviation();
        let aloft = f64::from(statistics.aloft());
        vec![
            Readout::number("relative_spread", label!(readout_relative_spread), "1", self.spread(), percent, reason).large(),
            Readout::number("mean", label!(readout_mean), "s", self.mean(), seconds, reason),
            Readout::number("standard_deviation", label!(readout_standard_deviation), "s", spread, deviation, reason),
            Readout::number("p05", label!(readout_p05), "s", self.quantile(0.05), seconds, reason),
            Readout::number("p95", label!(readout_p95), "s", self.quantile(0.95), seconds, reason),
            Readout::number("aloft", label!(readout_aloft), "1", Some(aloft), count, reason),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let bars = self.statistics.bars(picture::bars(&self.spec, false));
        let range = self.statistics.range();
        let edge = |place: usize| self.time(range.low + (range.high - range.low) * (place as f64 / bars.len() as f64));
        // Where all are equally late the bars are one.
        let shown = if range.high > range.low { bars.len() } else { 1 };
        let row = |from, to, drops| vec![Cell::Number(from), Cell::Number(to), Cell::Exact(f64::from(drops))];
        let mut rows = Vec::new();
        if self.statistics.landed() > 0 {
            rows.extend(bars.iter().take(shown).enumerate().map(|(place, drops)| row(edge(place), edge(place + 1), *drops)));
        }
        if self.statistics.beyond() > 0 {
            rows.push(row(edge(bars.len()), f64::NAN, self.statistics.beyond()));
        }
        Table::new([s.column_from, s.column_to, s.column_drops], rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(EnsemblePicture::of(self, frame))
    }
}
