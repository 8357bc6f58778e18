//! What two falls come to, in numbers and in words.

use std::sync::Arc;

use crate::flutter::Strings;
use pendrop_kit::{
    format::{short, significant},
    label,
    locale::{Label, Language, fill},
    outcome::{Animation, Outcome, Readout, Table},
    picture::{Frame, Picture},
};
use pendrop_science::plate::{Parting, Regime, Release, difference, distance};

use super::{
    falls::{FlutterOutcome, widths},
    picture::FlutterPicture,
};

/// Rows of the data table.
const ROWS: usize = 41;

/// The picture that is shown first stands where the two are so far from each other (in the model's lengths) for the first
/// time since their parting: both can still be seen together.
const WELL_APART: f64 = 4.0;

impl FlutterOutcome {
    /// A template with the numbers that sentences speak of.
    fn sentence(&self, template: &str, language: Language) -> String {
        let Release { nudge, duration, .. } = *self.descent.release();
        // A power of ten needs no "1 ×" before it.
        let nudge = short(nudge, 2, language);
        let nudge = nudge.strip_prefix("1\u{202f}×\u{202f}").unwrap_or(&nudge);
        let (_, regime) = regime_name(self.descent.regime());
        fill(
            template,
            &[
                ("nudge", nudge),
                ("duration", &short(duration, 3, language)),
                ("known", &short(self.descent.known_until(), 3, language)),
                ("time", &significant(self.predictable_for().unwrap_or(duration), 3, language)),
                ("separation", &significant(widths(self.descent.separation().unwrap_or(0.0)), 2, language)),
                ("exponent", &format_exponent(self.descent.lyapunov_exponent(), language)),
                ("regime", regime(language)),
            ],
        )
    }
}

/// An exponent as exact as the time it is averaged over allows.
fn format_exponent(value: f64, language: Language) -> String {
    significant((value * 100.0).round() / 100.0, 2, language)
}

/// A regime's name in the document, and what the reader sees.
fn regime_name(regime: Regime) -> (&'static str, Label) {
    match regime {
        Regime::Flutter => ("flutter", label!(flutter_fluttering)),
        Regime::Tumbling => ("tumbling", label!(flutter_turning)),
        Regime::Mixed => ("mixed", label!(flutter_mixed)),
        Regime::Chaotic => ("chaotic", label!(flutter_chaotic)),
    }
}

impl Outcome for FlutterOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let chaotic = self.descent.regime() == Regime::Chaotic;
        let template = match self.predictable_for() {
            Some(time) if time <= 0.0 => s.flutter_headline_apart,
            Some(_) if chaotic => s.flutter_headline_chaos,
            Some(_) => s.flutter_headline_parted,
            None if chaotic || self.descent.parting() == Parting::Unknown => s.flutter_headline_soon,
            None => match self.descent.regime() {
                Regime::Tumbling => s.flutter_headline_tumbling,
                Regime::Flutter => s.flutter_headline_flutter,
                _ => s.flutter_headline_mixed,
            },
        };
        self.sentence(template, language)
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let template = match (self.descent.parting(), self.descent.separation()) {
            (Parting::At(_), Some(_)) => s.flutter_description_parted,
            (Parting::At(_), None) => s.flutter_description_parted_unknown,
            (_, Some(_)) => s.flutter_description_together,
            (_, None) => s.flutter_description_together_unknown,
        };
        self.sentence(template, language)
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let template = match (self.descent.parting(), self.descent.separation()) {
            (_, None) | (Parting::Unknown, _) => s.flutter_caveat_unknown,
            (Parting::Never, _) => s.flutter_caveat,
            (Parting::At(_), _) => return None,
        };
        Some(self.sentence(template, language))
    }

    fn source_line(&self, language: Language) -> String {
        Strings::of(language).flutter_source_line.to_owned()
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let descent = &self.descent;
        let (regime, regime_label) = regime_name(descent.regime());
        let time = |value| (significant(value, 3, language), s.flutter_time_unit.to_owned());
        let decade = |value| (significant(value, 2, language), s.flutter_time_unit.to_owned());
        let separation = |value| (significant(widths(value), 3, language), s.flutter_width_unit.to_owned());
        let velocity = |value| (significant(widths(value), 2, language), s.flutter_velocity_unit.to_owned());
        let whole_time = if descent.parting() == Parting::Unknown { s.flutter_unknown } else { s.flutter_never };
        let exponent = |value| (format_exponent(value, language), String::new());
        vec![
            Readout::number("predictable_for", label!(flutter_predictable_for), "1", self.predictable_for(), time, whole_time).large(),
            Readout::word("regime", label!(flutter_regime), regime, regime_label(language)),
            Readout::number("separation", label!(flutter_separation), "1", descent.separation(), separation, s.flutter_unknown),
            Readout::number("lyapunov_exponent", label!(flutter_lyapunov_exponent), "1", Some(descent.lyapunov_exponent()), exponent, ""),
            Readout::number(
                "time_per_decade",
                label!(flutter_time_per_decade),
                "1",
                descent.time_per_decade(),
                decade,
                s.flutter_no_growth,
            )
            .under_more(),
            Readout::number(
                "descent_velocity",
                label!(flutter_descent_velocity),
                "1",
                descent.descent_velocity(),
                velocity,
                s.flutter_unknown,
            )
            .under_more(),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [
            s.flutter_column_time,
            s.flutter_column_x,
            s.flutter_column_y,
            s.flutter_column_angle,
            s.flutter_column_x_second,
            s.flutter_column_y_second,
            s.flutter_column_angle_second,
            s.flutter_column_distance,
            s.flutter_column_difference,
        ];
        let times = (0..ROWS).map(|row| self.descent.release().duration * row as f64 / (ROWS - 1) as f64);
        let rows = times.filter(|time| self.is_known(*time)).map(|time| {
            let plates = self.descent.at(time);
            let mut cells = vec![time];
            cells.extend(plates.map(|plate| [plate.x, plate.y, plate.angle]).as_flattened());
            cells.extend([distance(&plates), difference(&plates)]);
            cells
        });
        Table::of_numbers(heads, rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(FlutterPicture::of(self, frame))
    }

    fn animation(&self) -> Option<&dyn Animation> {
        Some(self)
    }
}

impl Animation for FlutterOutcome {
    fn duration(&self) -> f64 {
        self.descent.release().duration
    }

    fn poster(&self) -> f64 {
        let Some(parting) = self.predictable_for() else { return self.duration() };
        let apart = self.trajectory.samples.iter().find(|sample| sample.time > parting && distance(&sample.plates) > WELL_APART);
        apart.map_or(self.duration(), |sample| sample.time)
    }

    fn unit(&self) -> &'static str {
        "1"
    }
}
