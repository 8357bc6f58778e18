//! `flutter`: the counter-example. A sheet is let go twice, almost alike, where no force dominates.

pub mod course;
pub mod parameters;
pub mod picture;

crate::own_strings!("flutter");

use pendrop_kit::{
    figure::{Figure, Heights},
    format::{short, significant},
    label,
    locale::{Label, Language, fill},
    outcome::{Outcome, Place, Reading, Readout, Table},
    parameter::Parameter,
    picture::{Frame, TimeAxis},
    svg::Svg,
    tables::Tables,
    values::Values,
};
use pendrop_science::plate::{Descent, Regime, Release};

use course::SampledTrajectory;

/// The figure.
pub struct Flutter;

/// Rows of the data table.
const ROWS: usize = 41;

/// The picture that is shown first stands where the two are so far from each other (in the model's lengths) for the first
/// time since their parting: both can still be seen together.
const WELL_APART: f64 = 4.0;

impl Figure for Flutter {
    fn id(&self) -> &'static str {
        "flutter"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/plate.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 284.0, wide: 560.0 }
    }

    fn solve(&self, values: &Values, _tables: &Tables) -> Box<dyn Outcome> {
        Box::new(FlutterOutcome::of(&release(values)))
    }
}

/// How the sheet is let go, from the parameters.
#[must_use]
pub fn release(values: &Values) -> Release {
    Release {
        inertia: values.number("inertia"),
        angle: values.number("angle"),
        nudge: values.number("nudge"),
        duration: values.number("duration"),
    }
}

/// Two falls that have been computed.
pub struct FlutterOutcome {
    descent: Descent,
    course: SampledTrajectory,
}

impl FlutterOutcome {
    /// Lets the sheet fall twice.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        let descent = Descent::solve(release);
        let course = SampledTrajectory::of(&descent);
        Self { descent, course }
    }

    /// What the picture shows.
    #[must_use]
    pub fn picture(&self) -> picture::Fall<'_> {
        picture::Fall { descent: &self.descent, course: &self.course }
    }

    /// The numbers that sentences speak of.
    fn formatted(&self, template: &str, language: Language) -> String {
        let Release { nudge, duration, .. } = *self.descent.release();
        // A power of ten needs no "1 ×" before it.
        let nudge = short(nudge, 2, language);
        let nudge = nudge.strip_prefix("1\u{202f}×\u{202f}").unwrap_or(&nudge);
        let (_, label) = word(self.descent.regime());
        fill(
            template,
            &[
                ("nudge", nudge),
                ("duration", &short(duration, 3, language)),
                ("time", &significant(self.descent.predictable_for().unwrap_or(duration), 2, language)),
                ("separation", &significant(widths(self.descent.separation()), 2, language)),
                ("exponent", &exponent(self.descent.lyapunov_exponent(), language)),
                ("regime", label(Strings::of(language))),
            ],
        )
    }
}

/// The plate is two of the model's lengths wide.
fn widths(length: f64) -> f64 {
    0.5 * length
}

/// An exponent as exact as the time it is averaged over allows.
fn exponent(value: f64, language: Language) -> String {
    significant((value * 100.0).round() / 100.0, 2, language)
}

fn word(regime: Regime) -> (&'static str, Label) {
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
        let template = match self.descent.predictable_for() {
            Some(time) if time <= 0.0 => s.flutter_headline_apart,
            Some(_) if chaotic => s.flutter_headline_chaos,
            Some(_) => s.flutter_headline_parted,
            None if chaotic => s.flutter_headline_soon,
            None => match self.descent.regime() {
                Regime::Tumbling => s.flutter_headline_tumbling,
                Regime::Flutter => s.flutter_headline_flutter,
                _ => s.flutter_headline_mixed,
            },
        };
        self.formatted(template, language)
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let template = if self.descent.predictable_for().is_some() { s.flutter_description_parted } else { s.flutter_description_together };
        self.formatted(template, language)
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        self.descent.predictable_for().is_none().then(|| self.formatted(s.flutter_caveat, language))
    }

    fn source_line(&self, language: Language) -> String {
        Strings::of(language).flutter_source_line.to_owned()
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let readout = |name, label: Label, unit, place, reading, shown: (String, &str)| Readout {
            name,
            label,
            reading,
            unit,
            shown: (shown.0, shown.1.to_owned()),
            place,
            accent: false,
        };
        let descent = &self.descent;
        let (predictable, shown) = match descent.predictable_for() {
            Some(time) => (Reading::Number(time), (significant(time, 3, language), s.flutter_time_unit)),
            None => (Reading::Missing, (s.flutter_never.to_owned(), "")),
        };
        let (regime, label) = word(descent.regime());
        let (separation, growth) = (descent.separation(), descent.lyapunov_exponent());
        vec![
            readout("predictable_for", label!(flutter_predictable_for), "1", Place::Large, predictable, shown),
            readout("regime", label!(flutter_regime), "", Place::Front, Reading::Word(regime.into()), (label(s).to_owned(), "")),
            readout(
                "separation",
                label!(flutter_separation),
                "1",
                Place::Front,
                Reading::Number(separation),
                (significant(widths(separation), 3, language), ""),
            ),
            readout(
                "lyapunov_exponent",
                label!(flutter_lyapunov_exponent),
                "1",
                Place::Front,
                Reading::Number(growth),
                (exponent(growth, language), ""),
            ),
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
        let rows = (0..ROWS).map(|row| {
            let time = self.descent.release().duration * row as f64 / (ROWS - 1) as f64;
            let [first, second] = self.descent.at(time);
            let places = [first, second].map(|plate| [plate.x, plate.y, plate.angle]);
            let mut cells = vec![time];
            cells.extend(places.as_flattened());
            cells.extend([self.descent.distance(time), self.descent.difference(time)]);
            cells
        });
        Table::of_numbers(heads, rows)
    }

    fn duration(&self) -> Option<f64> {
        Some(self.descent.release().duration)
    }

    fn poster(&self) -> f64 {
        let duration = self.descent.release().duration;
        let Some(parting) = self.descent.predictable_for() else { return duration };
        let mut times = self.course.moments.iter().map(|moment| moment.time);
        let apart = times.find(|time| *time > parting && self.descent.distance(*time) > WELL_APART);
        apart.unwrap_or(duration)
    }

    fn time_axis(&self, frame: &Frame) -> Option<TimeAxis> {
        Some(picture::time_axis(frame, &self.picture()))
    }

    fn time_unit(&self) -> &'static str {
        "1"
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        picture::still(svg, frame, &self.picture());
    }

    fn draw_moving(&self, svg: &mut Svg, frame: &Frame, time: f64) {
        picture::moving(svg, frame, &self.picture(), time);
    }
}
