//! Errors, which are computed in powers of ten, as readers see them: as factors.

use crate::backtest::Strings;
use pendrop_kit::{
    format::{power_of_ten, short, significant, with_unit},
    locale::Language,
};

/// Factors from here on (decades) are written as a power of ten alone.
const VAST: f64 = 4.0;

/// By which factor something is off that is off by so many decades; below 1 for negative ones.
pub fn factor(decades: f64, language: Language) -> String {
    if decades.abs() < VAST { significant(10_f64.powf(decades), 2, language) } else { power_of_ten(decades.round() as i32) }
}

/// By which factor a forecast was off, either way.
pub fn off(decades: f64, language: Language) -> (String, String) {
    (factor(decades, language), "×".to_owned())
}

/// By which factor forecasts were too high or too low.
pub fn leaning(decades: f64, language: Language) -> (String, String) {
    let s = Strings::of(language);
    let side = if decades < 0.0 { s.backtest_too_low } else { s.backtest_too_high };
    let text = factor(decades.abs(), language);
    // What is off by less than the digits that are shown leans to neither side.
    let unit = if text == factor(0.0, language) { "×".to_owned() } else { format!("× {side}") };
    (text, unit)
}

/// A share in percent.
pub fn percent(share: f64, language: Language) -> (String, String) {
    (short((100.0 * share).round(), 3, language), "%".to_owned())
}

/// The same in one text.
pub fn percent_text(share: f64, language: Language) -> String {
    with_unit(&percent(share, language))
}

/// A date as a decimal year.
pub fn year(year: f64, language: Language) -> String {
    short(year, 5, language)
}

/// A number of years with its unit.
pub fn years(count: f64, language: Language) -> String {
    let s = Strings::of(language);
    with_unit(&(short(count, 3, language), if count == 1.0 { s.backtest_year } else { s.trend_unit_years }.to_owned()))
}
