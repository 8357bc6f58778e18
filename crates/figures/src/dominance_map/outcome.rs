//! What the map says, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    chart::decades,
    format::{short, with_unit},
    locale::{Language, fill},
    outcome::{Outcome, Readout, Table},
    parameter::Quantity,
    picture::{Frame, Picture},
};
use pendrop_science::falling::{NoLanding, Release};

use super::{
    CONTOURS, Strings,
    map::Map,
    parameters::{AREAS, MASSES},
    picture::DominanceMapPicture,
    text::{area_text, contour_text, error_text, mass_text},
};
use crate::pen_drop::PenDropOutcome;

/// Of the readouts of a drop, those that belong to a point of the map.
const READOUTS: [&str; 3] = ["prediction_error", "fall_time", "fall_time_vacuum"];

/// A map, and the reader's point on it.
pub struct DominanceMapOutcome {
    /// The drop at the reader's point.
    pub drop: PenDropOutcome,
    /// The map.
    pub map: Map,
}

impl DominanceMapOutcome {
    fn release(&self) -> &Release {
        self.drop.fall().release()
    }

    /// The reader's point: its mass (kg) and its area (m²).
    pub(super) fn point(&self) -> (f64, f64) {
        (self.release().mass, self.release().area)
    }

    /// The error for another mass (kg) than the point's.
    fn error_of(&self, mass: f64) -> Option<f64> {
        self.map.grid.and_then(|grid| grid.fall(mass, self.release().area).prediction_error())
    }
}

impl Outcome for DominanceMapOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Release { mass, area, .. } = *self.release();
        let (template, error, other) = match (self.drop.fall().landing(), self.drop.fall().prediction_error()) {
            (Err(NoLanding::NoGravity), _) => (s.headline_no_gravity, None, None),
            _ if self.map.exact => (s.headline_map_exact, None, None),
            (Ok(_), Some(error)) if mass / 10.0 < MASSES.min => (s.headline_map_heavier, Some(error), self.error_of(mass * 10.0)),
            (Ok(_), Some(error)) => match self.error_of(mass / 10.0) {
                Some(other) => (s.headline_map_lighter, Some(error), Some(other)),
                None => (s.headline_map_lighter_floats, Some(error), None),
            },
            _ => (s.headline_map_floats, None, None),
        };
        let percent = |error: Option<f64>| error.map_or(String::new(), |error| error_text(error, language));
        let (mass, area) = (mass_text(mass, language), area_text(area, language));
        fill(template, &[("mass", &mass), ("area", &area), ("error", &percent(error)), ("other", &percent(other))])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Release { mass, height, .. } = *self.release();
        let height = with_unit(&(short(height, 3, language), "m".to_owned()));
        let about = fill(s.description_map, &[("height", &height)]);
        let mass_text = mass_text(mass, language);
        let passed: Vec<String> = CONTOURS
            .iter()
            .filter_map(|error| {
                let area = area_text(self.map.area_of(*error, mass)?, language);
                Some(fill(s.description_map_passed, &[("error", &contour_text(*error, language)), ("area", &area)]))
            })
            .collect();
        let more = match (self.map.error(mass, AREAS.min), self.map.error(mass, AREAS.max)) {
            _ if self.map.exact => return format!("{about} {}", s.description_map_exact),
            _ if self.map.grid.is_none() => return format!("{about} {}", s.description_map_nothing),
            (Some(_), Some(_)) if !passed.is_empty() => {
                fill(s.description_map_passes, &[("mass", &mass_text), ("list", &passed.join(", "))])
            }
            (Some(least), Some(greatest)) => fill(
                s.description_map_within,
                &[("mass", &mass_text), ("least", &error_text(least, language)), ("greatest", &error_text(greatest, language))],
            ),
            _ => fill(s.description_map_floats, &[("mass", &mass_text)]),
        };
        format!("{about} {} {more}", s.description_map_shading)
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        match self.drop.fall().landing() {
            Err(NoLanding::Floats) => Some(s.caveat_map_floats.to_owned()),
            Err(NoLanding::NoGravity) => Some(s.caveat_map_no_gravity.to_owned()),
            Ok(_) => None,
        }
    }

    fn source_line(&self, language: Language) -> String {
        let release = self.release();
        let volume = with_unit(&(short(release.volume / 1e-6, 2, language), "cm³".to_owned()));
        let drag = short(release.drag_coefficient, 3, language);
        fill(Strings::of(language).source_line_map, &[("drag", &drag), ("volume", &volume)])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        self.drop.readouts(language).into_iter().filter(|readout| READOUTS.contains(&readout.name)).collect()
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.column_mass, s.column_area, s.column_error, s.column_fall_time];
        let powers = |axis: &Quantity| decades(axis.min, axis.max, 1).map(|(value, _)| value);
        let rows = powers(&MASSES).flat_map(|mass| powers(&AREAS).map(move |area| (mass, area))).map(|(mass, area)| {
            let fall = self.map.grid.map(|grid| grid.fall(mass, area));
            let error = fall.as_ref().and_then(|fall| fall.prediction_error());
            let time = fall.and_then(|fall| fall.landing().ok()).map(|landing| landing.time);
            vec![mass, area, error.unwrap_or(f64::NAN), time.unwrap_or(f64::NAN)]
        });
        Table::of_numbers(heads, rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(DominanceMapPicture::of(self, frame))
    }
}
