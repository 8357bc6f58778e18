//! `dominance-map`: how wrong gravity alone is, for every mass and every area at once.

pub mod map;
pub mod parameters;
pub mod picture;

crate::own_strings!("dominance_map");

use crate::pen_drop::{PenDropOutcome, percent};
use pendrop_science::{
    error_map::GridSweep,
    falling::{NoLanding, Release},
};

use map::Map;
use parameters::bounds;
use pendrop_kit::{
    chart::{Point, decades},
    figure::{Figure, Heights},
    format::{short, with_unit},
    job::{Computation, complete},
    locale::{Language, fill},
    outcome::{Outcome, Readout, Table},
    parameter::Parameter,
    picture::{Frame, Handle},
    svg::Svg,
    tables::Tables,
    values::Values,
};

/// The figure.
pub struct DominanceMap;

/// The errors that have a line on the map.
pub const CONTOURS: [f64; 3] = [0.01, 0.1, 0.5];

/// Of the readouts of a drop, those that belong to a point of the map.
const READOUTS: [&str; 3] = ["prediction_error", "fall_time", "fall_time_vacuum"];

impl Figure for DominanceMap {
    fn id(&self) -> &'static str {
        "dominance-map"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/error_map.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 324.0, wide: 560.0 }
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        self.outcome(values, &computation(values).map(complete).unwrap_or_default(), tables)
    }

    fn computes(&self) -> bool {
        true
    }

    fn computation(&self, values: &Values) -> Option<Box<dyn Computation>> {
        computation(values)
    }

    fn outcome(&self, values: &Values, found: &[f64], _tables: &Tables) -> Box<dyn Outcome> {
        Box::new(DominanceMapOutcome { drop: PenDropOutcome::of(values), map: Map::of(values, found) })
    }
}

/// The long computation behind the map, where there is wind; in still air there is a formula.
#[must_use]
pub fn computation(values: &Values) -> Option<Box<dyn Computation>> {
    let plane = map::plane(values).filter(|plane| plane.integrated())?;
    Some(Box::new(Mapping(GridSweep::new(plane))))
}

/// A survey of the map in pieces. What it finds are errors on a square grid, by rows of one area from the least on, within a
/// row from the least mass that lands on; their number says how fine the grid is.
struct Mapping(GridSweep);

impl Computation for Mapping {
    fn advance(&mut self) -> bool {
        self.0.advance()
    }

    fn share(&self) -> f64 {
        self.0.share()
    }

    fn found(&self) -> Vec<f64> {
        self.0.found()
    }
}

/// A map, and the reader's point on it.
struct DominanceMapOutcome {
    drop: PenDropOutcome,
    map: Map,
}

/// A mass as people say it.
fn mass_words(mass: f64, language: Language) -> String {
    let (factor, unit) = match mass {
        mass if mass >= 1.0 => (1.0, "kg"),
        mass if mass >= 1e-3 => (1e-3, "g"),
        _ => (1e-6, "mg"),
    };
    with_unit(&(short(mass / factor, 2, language), unit.to_owned()))
}

/// An area in the unit of its axis.
fn area_words(area: f64, language: Language) -> String {
    with_unit(&(short(area / 1e-4, 2, language), "cm²".to_owned()))
}

fn percent_words(error: f64, language: Language) -> String {
    with_unit(&percent(error, language))
}

/// The error of a line on the map.
fn level_words(error: f64, language: Language) -> String {
    with_unit(&(short(error * 100.0, 2, language), "%".to_owned()))
}

impl DominanceMapOutcome {
    fn release(&self) -> &Release {
        self.drop.fall().release()
    }

    fn picture<'a>(&'a self, frame: &'a Frame) -> picture::Picture<'a> {
        let error = self.drop.fall().prediction_error();
        picture::Picture::of(frame, &self.map, (self.release().mass, self.release().area), error)
    }

    /// The error for another mass than the point's.
    fn error_of(&self, mass: f64) -> Option<f64> {
        self.map.plane.and_then(|plane| plane.fall(mass, self.release().area).prediction_error())
    }
}

impl Outcome for DominanceMapOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Release { mass, area, .. } = *self.release();
        let (template, error, other) = match (self.drop.fall().landing(), self.drop.fall().prediction_error()) {
            (Err(NoLanding::NoGravity), _) => (s.headline_no_gravity, None, None),
            _ if self.map.exact => (s.headline_map_exact, None, None),
            (Ok(_), Some(error)) if mass / 10.0 < bounds("mass").0 => (s.headline_map_heavier, Some(error), self.error_of(mass * 10.0)),
            (Ok(_), Some(error)) => match self.error_of(mass / 10.0) {
                Some(other) => (s.headline_map_lighter, Some(error), Some(other)),
                None => (s.headline_map_lighter_floats, Some(error), None),
            },
            _ => (s.headline_map_floats, None, None),
        };
        let words = |error: Option<f64>| error.map_or(String::new(), |error| percent_words(error, language));
        let (mass, area) = (mass_words(mass, language), area_words(area, language));
        fill(template, &[("mass", &mass), ("area", &area), ("error", &words(error)), ("other", &words(other))])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Release { mass, height, .. } = *self.release();
        let height = with_unit(&(short(height, 3, language), "m".to_owned()));
        let about = fill(s.description_map, &[("height", &height)]);
        let words = mass_words(mass, language);
        let passed: Vec<String> = CONTOURS
            .iter()
            .filter_map(|error| {
                let area = area_words(self.map.area_of(*error, mass)?, language);
                Some(fill(s.description_map_passed, &[("error", &level_words(*error, language)), ("area", &area)]))
            })
            .collect();
        let (low, high) = bounds("area");
        let more = match (self.map.error(mass, low), self.map.error(mass, high)) {
            _ if self.map.exact => return format!("{about} {}", s.description_map_exact),
            _ if self.map.plane.is_none() => return format!("{about} {}", s.description_map_nothing),
            (Some(_), Some(_)) if !passed.is_empty() => fill(s.description_map_passes, &[("mass", &words), ("list", &passed.join(", "))]),
            (Some(least), Some(greatest)) => fill(
                s.description_map_within,
                &[("mass", &words), ("least", &percent_words(least, language)), ("greatest", &percent_words(greatest, language))],
            ),
            _ => fill(s.description_map_floats, &[("mass", &words)]),
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
        let powers = |(low, high): (f64, f64)| decades(low, high, 1).map(|(value, _)| value);
        let rows = powers(bounds("mass")).flat_map(|mass| powers(bounds("area")).map(move |area| (mass, area))).map(|(mass, area)| {
            let fall = self.map.plane.map(|plane| plane.fall(mass, area));
            let error = fall.as_ref().and_then(|fall| fall.prediction_error());
            let time = fall.and_then(|fall| fall.landing().ok()).map(|landing| landing.time);
            vec![mass, area, error.unwrap_or(f64::NAN), time.unwrap_or(f64::NAN)]
        });
        Table::of_numbers(heads, rows)
    }

    fn handles(&self, frame: &Frame) -> Vec<Handle> {
        let (x, y) = picture::place(frame, (self.release().mass, self.release().area));
        vec![Handle { x, y, across: "mass", up: "area" }]
    }

    fn moved_to(&self, frame: &Frame, _handle: usize, place: Point) -> Vec<(&'static str, f64)> {
        let (mass, area) = picture::values_at(frame, place);
        vec![("mass", mass), ("area", area)]
    }

    fn pressed_at(&self, frame: &Frame, place: Point) -> Vec<(&'static str, f64)> {
        self.moved_to(frame, 0, place)
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        self.picture(frame).still(svg);
    }

    fn draw_moving(&self, svg: &mut Svg, frame: &Frame, _time: f64) {
        self.picture(frame).moving(svg);
    }
}
