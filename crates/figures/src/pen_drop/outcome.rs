//! What a drop comes to, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    format::{prefixed, short_percent, significant, with_unit},
    label,
    locale::{Language, fill},
    outcome::{Animation, Outcome, Prediction, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};
use pendrop_science::falling::{Force, NoLanding};

use super::{
    Strings,
    drop::{POSTER, PenDropOutcome},
    picture::PenDropPicture,
    text::{delay, force_name, seconds, speed},
};

/// From this prediction error on, the headline says that gravity alone is not enough.
const MISLEADING: f64 = 0.05;

/// Rows of the data table.
const ROWS: usize = 41;

impl Outcome for PenDropOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let object = self.object_text(language);
        let (template, late) = match (self.fall().landing(), self.fall().prediction_error()) {
            (Err(NoLanding::NoGravity), _) => (s.headline_no_gravity, String::new()),
            (Err(NoLanding::Floats), _) => (s.headline_floats, String::new()),
            (Ok(_), Some(error)) if error > 0.0 => {
                let late = delay(self.fall().delay().unwrap_or(0.0), language);
                match self.fall().dominant_force() {
                    _ if error < MISLEADING => (s.headline_close, late),
                    Some(Force::Gravity) => (s.headline_dominates, late),
                    _ => (s.headline_misleading, late),
                }
            }
            (Ok(_), _) => (s.headline_exact, String::new()),
        };
        fill(template, &[("Object", object.start), ("object", object.middle), ("of_object", object.of), ("late", &late)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let start = self.object_text(language).start;
        let height = with_unit(&(significant(self.fall().release().height, 3, language), "m".to_owned()));
        let Ok(landing) = self.fall().landing() else {
            return fill(s.description_aloft, &[("Object", start), ("height", &height)]);
        };
        let (_, force) = force_name(self.fall().dominant_force());
        fill(
            s.description_landing,
            &[
                ("Object", start),
                ("height", &height),
                ("time", &with_unit(&seconds(landing.time, language))),
                ("vacuum", &with_unit(&seconds(landing.time_vacuum, language))),
                ("speed", &with_unit(&speed(landing.speed, language))),
                ("error", &with_unit(&short_percent(self.fall().prediction_error().unwrap_or(0.0), language))),
                ("force", force(language)),
            ],
        )
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let template = match self.fall().landing().err()? {
            NoLanding::Floats => s.caveat_floats,
            NoLanding::NoGravity => s.caveat_no_gravity,
        };
        Some(fill(template, &[("Object", self.object_text(language).start)]))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        match self.fall().terminal_velocity() {
            Some(terminal) => fill(
                if self.fall().release().wind == 0.0 { s.source_line_drag } else { s.source_line_wind },
                &[("terminal", &with_unit(&speed(terminal, language)))],
            ),
            None => s.source_line_no_drag.to_owned(),
        }
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let fall = self.fall();
        let landing = fall.landing().ok();
        let reason = match fall.landing() {
            Err(NoLanding::Floats) => s.reason_floats,
            Err(NoLanding::NoGravity) => s.reason_no_gravity,
            Ok(_) => s.reason_no_drag,
        };
        // Gravity alone would land, but with nothing to be compared with.
        let alone = s.reason_no_comparison;
        let seconds = |value| seconds(value, language);
        let speed = |value| speed(value, language);
        let percent = |value| short_percent(value, language);
        let ratio = |value| (significant(value, 3, language), String::new());
        let metres = |value| prefixed(value, "m", 3, language);
        let (force, force_label) = force_name(fall.dominant_force());
        let time = landing.map(|landing| landing.time);
        let time_vacuum = landing.map(|landing| landing.time_vacuum);
        let impact_speed = landing.map(|landing| landing.speed);
        let drift = landing.map(|landing| landing.drift);
        let peak_drag = fall.peak_drag_to_weight();
        vec![
            Readout::number("prediction_error", label!(readout_prediction_error), "1", fall.prediction_error(), percent, alone).large(),
            Readout::number("fall_time", label!(readout_fall_time), "s", time, seconds, reason),
            Readout::number("fall_time_vacuum", label!(readout_fall_time_vacuum), "s", time_vacuum, seconds, alone)
                .accented_if(fall.dominant_force() == Some(Force::Gravity)),
            Readout::word("dominant_force", label!(readout_dominant_force), force, force_label(language)),
            Readout::number("impact_speed", label!(readout_impact_speed), "m/s", impact_speed, speed, reason).under_more(),
            Readout::number("terminal_velocity", label!(readout_terminal_velocity), "m/s", fall.terminal_velocity(), speed, reason)
                .under_more(),
            Readout::number("dominance", label!(readout_dominance), "1", fall.dominance(), ratio, reason).under_more(),
            Readout::number("peak_drag_to_weight", label!(readout_peak_drag_to_weight), "1", peak_drag, percent, reason).under_more(),
            Readout::number("drift", label!(readout_drift), "m", drift, metres, reason).under_more(),
        ]
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
            let time = self.fall().duration() * row as f64 / (ROWS - 1) as f64;
            let (motion, vacuum, forces) = (self.fall().at(time), self.fall().vacuum_at(time), self.fall().forces_at(time));
            vec![
                time,
                motion.height,
                motion.fall_speed,
                motion.x,
                vacuum.height,
                vacuum.fall_speed,
                forces.gravity,
                forces.buoyancy,
                forces.drag_up,
                forces.drag_x,
            ]
        });
        Table::of_numbers(heads, rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(PenDropPicture::of(self, frame, &[]))
    }

    fn animation(&self) -> Option<&dyn Animation> {
        Some(self)
    }

    fn prediction(&self) -> Option<&dyn Prediction> {
        Some(self)
    }

    /// When it lands.
    fn decisive(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        Some(match self.fall().landing() {
            Ok(landing) => with_unit(&seconds(landing.time, language)),
            Err(NoLanding::Floats) => s.reason_floats.to_owned(),
            Err(NoLanding::NoGravity) => s.reason_no_gravity.to_owned(),
        })
    }
}

impl Comparable for PenDropOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(PenDropPicture::of(self, frame, runs))
    }
}

impl Animation for PenDropOutcome {
    fn duration(&self) -> f64 {
        self.fall().duration()
    }

    fn poster(&self) -> f64 {
        POSTER * self.fall().duration()
    }
}
