//! Masses, areas and errors in words.

use pendrop_kit::{
    format::{short, short_percent, with_unit},
    locale::Language,
};

use super::parameters::AREAS;

/// A mass (kg) as people say it.
pub(super) fn mass_text(mass: f64, language: Language) -> String {
    let (factor, unit) = match mass {
        mass if mass >= 1.0 => (1.0, "kg"),
        mass if mass >= 1e-3 => (1e-3, "g"),
        _ => (1e-6, "mg"),
    };
    with_unit(&(short(mass / factor, 2, language), unit.to_owned()))
}

/// An area (m²) in the unit of its axis.
pub(super) fn area_text(area: f64, language: Language) -> String {
    with_unit(&(short(area / AREAS.display.factor, 2, language), AREAS.display.unit.to_owned()))
}

/// An error as a percentage.
pub(super) fn error_text(error: f64, language: Language) -> String {
    with_unit(&short_percent(error, language))
}

/// The error of a line on the map.
pub(super) fn contour_text(error: f64, language: Language) -> String {
    with_unit(&(short(error * 100.0, 2, language), "%".to_owned()))
}
