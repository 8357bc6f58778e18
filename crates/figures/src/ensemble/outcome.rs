//! What the drops so far say, in numbers and in words.

use crate::{ensemble::Strings, pen_drop::object_words};
use pendrop_kit::{
    format::{prefixed, short, significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Outcome, Place, Reading, Readout, Table},
    picture::Frame,
    svg::Svg,
};
use pendrop_science::{
    ensemble::{DelayStatistics, EnsembleSpec},
    falling::{Fall, WEIGHTLESS},
};

use super::picture;

/// Up to this relative spread the headline says "only".
const PREDICTABLE: f64 = 0.01;

/// The drops so far.
pub struct EnsembleOutcome {
    /// Which drops are made.
    pub plan: EnsembleSpec,
    /// What they amount to so far.
    pub tally: DelayStatistics,
    /// Fall time under gravity alone (s); nothing without gravity.
    pub vacuum: Option<f64>,
    /// Fall time (s) of the drop with its details as they are set, and how much of it is not gravity's alone.
    pub nominal: Option<(f64, f64)>,
    /// The object's name in the declaration of parameters.
    pub object: &'static str,
}

impl EnsembleOutcome {
    /// The outcome of a tally.
    #[must_use]
    pub fn of(plan: EnsembleSpec, tally: DelayStatistics, object: &'static str) -> Self {
        let fall = Fall::solve(&plan.nominal);
        let vacuum = (plan.nominal.gravity >= WEIGHTLESS).then(|| (2.0 * plan.nominal.height).sqrt() / plan.nominal.gravity.sqrt());
        let nominal = fall.landing().ok().map(|landing| landing.time).zip(fall.delay());
        Self { plan, tally, vacuum, nominal, object }
    }

    /// The fall time (s) of a drop so much later than gravity alone.
    fn time(&self, late: f64) -> f64 {
        match self.nominal {
            // From the nominal fall, so that drops that are all the same take exactly as long as it.
            Some((time, delay)) => time + (late - delay),
            None => self.vacuum.unwrap_or(0.0) + late,
        }
    }

    fn mean(&self) -> Option<f64> {
        self.tally.mean().map(|late| self.time(late))
    }

    fn percentile(&self, share: f64) -> Option<f64> {
        self.tally.percentile(share).map(|late| self.time(late))
    }

    /// Standard deviation over mean.
    fn spread(&self) -> Option<f64> {
        let mean = self.mean().filter(|mean| *mean > 0.0)?;
        Some(self.tally.standard_deviation()? / mean)
    }

    /// A fall time with as many digits as it takes to tell the drops apart.
    fn seconds(&self, time: f64, language: Language) -> (String, String) {
        let apart = self.spread().filter(|spread| *spread > 0.0).map_or(2.0, |spread| -spread.log10());
        (significant(time, (apart.ceil() as usize + 1).clamp(3, 12), language), "s".to_owned())
    }

    fn jitter(&self, language: Language) -> String {
        with_unit(&(short(100.0 * self.plan.jitter, 3, language), "%".to_owned()))
    }
}

fn count(drops: u32, language: Language) -> String {
    short(f64::from(drops), 6, language)
}

fn percent(share: f64, language: Language) -> (String, String) {
    (significant(100.0 * share, 2, language), "%".to_owned())
}

impl Outcome for EnsembleOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (start, _, of) = object_words(self.object, language);
        let tally = &self.tally;
        let aloft = f64::from(tally.aloft()) / f64::from(tally.made().max(1));
        let template = match self.spread() {
            _ if tally.made() == 0 => s.headline_ensemble_begin,
            _ if tally.landed() == 0 => {
                if self.vacuum.is_some() {
                    s.headline_floats
                } else {
                    s.headline_no_gravity
                }
            }
            _ if tally.aloft() > 0 => s.headline_ensemble_aloft,
            Some(0.0) if self.plan.jitter == 0.0 => s.headline_ensemble_known,
            Some(0.0) => s.headline_ensemble_alone,
            Some(spread) if spread <= PREDICTABLE => s.headline_ensemble_calm,
            Some(_) => s.headline_ensemble_varies,
            None => s.headline_ensemble_begin,
        };
        fill(
            template,
            &[
                ("Object", start),
                ("of_object", of),
                ("jitter", &self.jitter(language)),
                ("spread", &with_unit(&percent(self.spread().unwrap_or(0.0), language))),
                ("share", &with_unit(&percent(aloft, language))),
            ],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (start, ..) = object_words(self.object, language);
        let time = |time: Option<f64>| time.map_or_else(String::new, |time| with_unit(&self.seconds(time, language)));
        let deviation = self.tally.standard_deviation();
        fill(
            if self.tally.landed() > 0 { s.description_ensemble } else { s.description_ensemble_aloft },
            &[
                ("Object", start),
                ("height", &with_unit(&(significant(self.plan.nominal.height, 3, language), "m".to_owned()))),
                ("made", &count(self.tally.made(), language)),
                ("jitter", &self.jitter(language)),
                ("mean", &time(self.mean())),
                ("deviation", &deviation.map_or_else(|| "–".to_owned(), |value| with_unit(&prefixed(value, "s", 2, language)))),
                ("early", &time(self.percentile(0.05))),
                ("late", &time(self.percentile(0.95))),
                ("vacuum", &time(self.vacuum)),
                ("aloft", &count(self.tally.aloft(), language)),
            ],
        )
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        // Until a drop has been made, the readouts themselves say so.
        let caveat = match self.tally.landed() {
            _ if self.tally.made() == 0 => return None,
            0 if self.vacuum.is_some() => s.caveat_ensemble_floats,
            0 => s.caveat_ensemble_no_gravity,
            1 => s.caveat_ensemble_one,
            _ => return None,
        };
        Some(caveat.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let factor = |sign: f64| short(1.0 + sign * self.plan.jitter, 4, language);
        let template = if self.plan.jitter > 0.0 { s.source_line_ensemble } else { s.source_line_ensemble_known };
        fill(template, &[("least", &factor(-1.0)), ("most", &factor(1.0))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let number = |name, label: Label, unit, place, value: Option<f64>, show: &dyn Fn(f64) -> (String, String)| {
            let (reading, shown) = match value.filter(|value| value.is_finite()) {
                Some(value) => (Reading::Number(value), show(value)),
                None => {
                    let reason = match self.tally.landed() {
                        _ if self.tally.made() == 0 => s.reason_not_yet,
                        0 => s.reason_floats,
                        _ => s.reason_one_landing,
                    };
                    (Reading::Missing, (reason.to_owned(), String::new()))
                }
            };
            Readout { name, label, reading, unit, shown, place, accent: false }
        };
        let seconds = |time| self.seconds(time, language);
        let deviation = self.tally.standard_deviation();
        let aloft = f64::from(self.tally.aloft());
        vec![
            number("relative_spread", label!(readout_relative_spread), "1", Place::Large, self.spread(), &|value| percent(value, language)),
            number("mean", label!(readout_mean), "s", Place::Front, self.mean(), &seconds),
            number("standard_deviation", label!(readout_standard_deviation), "s", Place::Front, deviation, &|value| {
                prefixed(value, "s", 3, language)
            }),
            number("p05", label!(readout_p05), "s", Place::Front, self.percentile(0.05), &seconds),
            number("p95", label!(readout_p95), "s", Place::Front, self.percentile(0.95), &seconds),
            number("aloft", label!(readout_aloft), "1", Place::Front, Some(aloft), &|_| {
                (count(self.tally.aloft(), language), String::new())
            }),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let bars = self.tally.bars(picture::bars(&self.plan, false));
        let range = self.tally.range();
        let edge = |place: usize| self.time(range.low + (range.high - range.low) * (place as f64 / bars.len() as f64));
        // Where all are equally late the bars are one.
        let shown = if range.high > range.low { bars.len() } else { 1 };
        let mut rows = Vec::new();
        if self.tally.landed() > 0 {
            rows.extend(bars.iter().take(shown).enumerate().map(|(place, drops)| vec![edge(place), edge(place + 1), f64::from(*drops)]));
        }
        if self.tally.beyond() > 0 {
            rows.push(vec![edge(bars.len()), f64::NAN, f64::from(self.tally.beyond())]);
        }
        Table::of_numbers([s.column_from, s.column_to, s.column_drops], rows)
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        picture::draw(svg, frame, self);
    }
}
