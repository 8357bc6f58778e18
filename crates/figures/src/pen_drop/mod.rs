//! `pen-drop`: a body is let go, and gravity's prediction is held against the real fall.

pub mod parameters;
pub mod picture;

crate::own_strings!("pen_drop");

use pendrop_kit::{
    figure::{Figure, Heights},
    format::{prefixed, short, significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Outcome, Place, Reading, Readout, Table},
    parameter::Parameter,
    picture::{Frame, TimeAxis},
    question::Question,
    svg::Svg,
    tables::Tables,
    values::Values,
};
use pendrop_science::falling::{Fall, Force, NoLanding, Release};

/// The figure.
pub struct PenDrop;

/// From this prediction error on, the headline says that gravity alone is not enough.
const MISLEADING: f64 = 0.05;

/// Rows of the data table.
const ROWS: usize = 41;

/// When does it land? Guesses reach well beyond what anyone would say.
pub(crate) static QUESTION: Question = Question {
    least: 0.0,
    greatest: 2.0,
    step: 0.01,
    start: 1.0,
    log: false,
    wording: |_| "{number}\u{202f}s",
    ticks: &[0.0, 0.5, 1.0, 1.5, 2.0],
};

impl Figure for PenDrop {
    fn id(&self) -> &'static str {
        "pen-drop"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/falling.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 284.0, wide: 560.0 }
    }

    fn question(&self) -> Option<&'static Question> {
        Some(&QUESTION)
    }

    fn solve(&self, values: &Values, _tables: &Tables) -> Box<dyn Outcome> {
        Box::new(PenDropOutcome::of(values))
    }
}

/// How the body is let go, from the parameters.
#[must_use]
pub fn release(values: &Values) -> Release {
    Release {
        mass: values.number("mass"),
        area: values.number("area"),
        drag_coefficient: values.number("drag_coefficient"),
        volume: values.number("volume"),
        height: values.number("height"),
        gravity: values.number("gravity"),
        fluid_density: values.number("fluid_density"),
        wind: values.number("wind"),
    }
}

/// The object at the start of a sentence, in its middle, and as whose landing it is.
pub(crate) fn object_words(object: &str, language: Language) -> (&'static str, &'static str, &'static str) {
    let s = Strings::of(language);
    match object {
        "pen" => (s.the_pen_start, s.the_pen, s.of_the_pen),
        "ping-pong-ball" => (s.the_ping_pong_ball_start, s.the_ping_pong_ball, s.of_the_ping_pong_ball),
        "coffee-filter" => (s.the_coffee_filter_start, s.the_coffee_filter, s.of_the_coffee_filter),
        "feather" => (s.the_feather_start, s.the_feather, s.of_the_feather),
        "paper-sheet" => (s.the_paper_sheet_start, s.the_paper_sheet, s.of_the_paper_sheet),
        "steel-ball" => (s.the_steel_ball_start, s.the_steel_ball, s.of_the_steel_ball),
        _ => (s.the_body_start, s.the_body, s.of_the_body),
    }
}

/// A drop that has been computed.
pub struct PenDropOutcome {
    fall: Fall,
    object: &'static str,
}

impl PenDropOutcome {
    /// The drop with these values.
    #[must_use]
    pub fn of(values: &Values) -> Self {
        Self { fall: Fall::solve(&release(values)), object: values.chosen("object") }
    }

    /// The solved fall.
    #[must_use]
    pub fn fall(&self) -> &Fall {
        &self.fall
    }

    fn picture(&self) -> picture::Drop<'_> {
        picture::Drop { fall: &self.fall, object: self.object }
    }

    fn object_words(&self, language: Language) -> (&'static str, &'static str, &'static str) {
        object_words(self.object, language)
    }

    /// The height of the release, as short as it can be said.
    fn height(&self, language: Language) -> String {
        with_unit(&(short(self.fall.release().height, 3, language), "m".to_owned()))
    }

    /// Why there is no landing, in a word or two, or the number.
    fn number(&self, value: Option<f64>, language: Language, show: impl Fn(f64) -> (String, String)) -> (Reading, (String, String)) {
        match value.filter(|value| value.is_finite()) {
            Some(value) => (Reading::Number(value), show(value)),
            None => {
                let s = Strings::of(language);
                let reason = match self.fall.landing() {
                    Err(NoLanding::Floats) => s.reason_floats,
                    Err(NoLanding::NoGravity) => s.reason_no_gravity,
                    Ok(_) => s.reason_no_drag,
                };
                (Reading::Missing, (reason.to_owned(), String::new()))
            }
        }
    }
}

/// A time as precise as two times to be compared need it.
fn seconds(value: f64, language: Language) -> (String, String) {
    if value < 1e-3 { prefixed(value, "s", 4, language) } else { (significant(value, 4, language), "s".to_owned()) }
}

fn speed(value: f64, language: Language) -> (String, String) {
    (significant(value, 3, language), "m/s".to_owned())
}

/// An error as a percentage.
pub(crate) fn percent(value: f64, language: Language) -> (String, String) {
    (significant(value * 100.0, if value.abs() < 0.1 { 2 } else { 3 }, language), "%".to_owned())
}

/// A delay in words of a length that suits a headline.
fn delay(value: f64, language: Language) -> String {
    let s = Strings::of(language);
    let (template, amount) = match value {
        late if late < 1e-3 => (s.delay_microseconds, late * 1e6),
        late if late < 0.1 => (s.delay_milliseconds, late * 1e3),
        late if late < 600.0 => (s.delay_seconds, late),
        late if late < 36_000.0 => (s.delay_minutes, late / 60.0),
        late => (s.delay_hours, late / 3600.0),
    };
    fill(template, &[("amount", &significant(amount, 2, language))])
}

fn word(force: Option<Force>) -> (&'static str, Label) {
    match force {
        Some(Force::Gravity) => ("gravity", label!(force_gravity)),
        Some(Force::Buoyancy) => ("buoyancy", label!(force_buoyancy)),
        Some(Force::Drag) => ("drag", label!(force_drag)),
        Some(Force::Wind) => ("wind", label!(force_wind)),
        None => ("none", label!(force_none)),
    }
}

impl Outcome for PenDropOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (start, middle, of) = self.object_words(language);
        let (template, late) = match (self.fall.landing(), self.fall.prediction_error()) {
            (Err(NoLanding::NoGravity), _) => (s.headline_no_gravity, String::new()),
            (Err(NoLanding::Floats), _) => (s.headline_floats, String::new()),
            (Ok(_), Some(error)) if error > 0.0 => {
                let late = delay(self.fall.delay().unwrap_or(0.0), language);
                match self.fall.dominant_force() {
                    _ if error < MISLEADING => (s.headline_close, late),
                    Some(Force::Gravity) => (s.headline_dominates, late),
                    _ => (s.headline_misleading, late),
                }
            }
            (Ok(_), _) => (s.headline_exact, String::new()),
        };
        fill(template, &[("Object", start), ("object", middle), ("of_object", of), ("late", &late)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (start, _, _) = self.object_words(language);
        let height = with_unit(&(significant(self.fall.release().height, 3, language), "m".to_owned()));
        let Ok(landing) = self.fall.landing() else {
            return fill(s.description_aloft, &[("Object", start), ("height", &height)]);
        };
        let (_, force) = word(self.fall.dominant_force());
        fill(
            s.description_landing,
            &[
                ("Object", start),
                ("height", &height),
                ("time", &with_unit(&seconds(landing.time, language))),
                ("vacuum", &with_unit(&seconds(landing.time_vacuum, language))),
                ("speed", &with_unit(&speed(landing.speed, language))),
                ("error", &with_unit(&percent(self.fall.prediction_error().unwrap_or(0.0), language))),
                ("force", force(s)),
            ],
        )
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let (start, _, _) = self.object_words(language);
        match self.fall.landing() {
            Err(NoLanding::Floats) => Some(fill(s.caveat_floats, &[("Object", start)])),
            Err(NoLanding::NoGravity) => Some(fill(s.caveat_no_gravity, &[("Object", start)])),
            Ok(_) => None,
        }
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        match self.fall.terminal_velocity() {
            Some(terminal) => fill(
                if self.fall.release().wind == 0.0 { s.source_line_drag } else { s.source_line_wind },
                &[("terminal", &with_unit(&speed(terminal, language)))],
            ),
            None => s.source_line_no_drag.to_owned(),
        }
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let fall = &self.fall;
        let landing = fall.landing().ok();
        let readout =
            |name, label: Label, unit, place, (reading, shown)| Readout { name, label, reading, unit, shown, place, accent: false };
        let number =
            |value: Option<f64>, show: fn(f64, Language) -> (String, String)| self.number(value, language, |value| show(value, language));
        let ratio: fn(f64, Language) -> (String, String) = |value, language| (significant(value, 3, language), String::new());
        let (force, force_label) = word(fall.dominant_force());
        let mut readouts = vec![
            readout("prediction_error", label!(readout_prediction_error), "1", Place::Large, number(fall.prediction_error(), percent)),
            readout("fall_time", label!(readout_fall_time), "s", Place::Front, number(landing.map(|landing| landing.time), seconds)),
            readout(
                "fall_time_vacuum",
                label!(readout_fall_time_vacuum),
                "s",
                Place::Front,
                number(landing.map(|landing| landing.time_vacuum), seconds),
            ),
            readout(
                "dominant_force",
                label!(readout_dominant_force),
                "",
                Place::Front,
                (Reading::Word(force.into()), (force_label(s).to_owned(), String::new())),
            ),
            readout("impact_speed", label!(readout_impact_speed), "m/s", Place::More, number(landing.map(|landing| landing.speed), speed)),
            readout("terminal_velocity", label!(readout_terminal_velocity), "m/s", Place::More, number(fall.terminal_velocity(), speed)),
            readout("dominance", label!(readout_dominance), "1", Place::More, number(fall.dominance(), ratio)),
            readout(
                "peak_drag_to_weight",
                label!(readout_peak_drag_to_weight),
                "1",
                Place::More,
                number(fall.peak_drag_to_weight(), percent),
            ),
            readout(
                "drift",
                label!(readout_drift),
                "m",
                Place::More,
                number(landing.map(|landing| landing.drift), |value, language| prefixed(value, "m", 3, language)),
            ),
        ];
        readouts[2].accent = true;
        // Gravity alone would land, but with nothing to be compared with.
        if landing.is_none() {
            for place in [0, 2] {
                readouts[place].shown.0 = s.reason_no_comparison.to_owned();
            }
        }
        readouts
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [
            s.column_time,
            s.column_height,
            s.column_speed,
            s.column_x,
            s.column_height_vacuum,
            s.column_speed_vacuum,
            s.column_gravity,
            s.column_buoyancy,
            s.column_drag_vertical,
            s.column_drag_horizontal,
        ];
        let rows = (0..ROWS).map(|row| {
            let time = self.fall.duration() * row as f64 / (ROWS - 1) as f64;
            let (motion, alone, forces) = (self.fall.at(time), self.fall.vacuum_at(time), self.fall.forces_at(time));
            vec![
                time,
                motion.height,
                motion.fall_speed,
                motion.x,
                alone.height,
                alone.fall_speed,
                forces.gravity,
                forces.buoyancy,
                forces.drag_up,
                forces.drag_x,
            ]
        });
        Table::of_numbers(heads, rows)
    }

    fn duration(&self) -> Option<f64> {
        Some(self.fall.duration())
    }

    fn poster(&self) -> f64 {
        // Late enough that speed and air have shown, early enough that the object still hangs in the air.
        picture::POSTER * self.fall.duration()
    }

    fn time_axis(&self, frame: &Frame) -> Option<TimeAxis> {
        Some(picture::time_axis(frame, &self.picture()))
    }

    fn verdict(&self, guess: f64, language: Language) -> String {
        let s = Strings::of(language);
        let Ok(landing) = self.fall.landing() else { return String::new() };
        let late = landing.time - guess;
        let template = match late {
            late if late.abs() <= QUESTION.step / 2.0 => s.verdict_exact,
            late if late < 0.0 => s.verdict_sooner,
            _ => s.verdict_later,
        };
        let (start, _, _) = self.object_words(language);
        fill(
            template,
            &[
                ("guess", &QUESTION.formatted(guess, language)),
                ("Object", start),
                ("time", &with_unit(&seconds(landing.time, language))),
                ("difference", &with_unit(&(significant(late.abs(), 2, language), "s".to_owned()))),
            ],
        )
    }

    fn held(&self, language: Language) -> String {
        let (start, _, _) = self.object_words(language);
        fill(Strings::of(language).held_pen_drop, &[("Object", start), ("height", &self.height(language))])
    }

    fn draw_held(&self, svg: &mut Svg, frame: &Frame) {
        let label = fill(Strings::of(frame.language).picture_held, &[("height", &self.height(frame.language))]);
        picture::held(svg, frame, &self.picture(), &label, QUESTION.greatest);
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        picture::still(svg, frame, &self.picture());
    }

    fn draw_moving(&self, svg: &mut Svg, frame: &Frame, time: f64) {
        picture::moving(svg, frame, &self.picture(), time);
    }
}
