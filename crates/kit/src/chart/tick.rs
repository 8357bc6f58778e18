//! Where an axis has its ticks, and what stands beside them.

use crate::{format, locale::Language};

/// Ticks that cover a range, evenly spaced or one for each power of ten; the axis ends at the outer ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ticks {
    /// Distance: 1, 2 or 5 times a power of ten; on a log axis 1, in decades.
    pub step: f64,
    /// Whether they are powers of ten on a log axis.
    pub log: bool,
    first: i32,
    last: i32,
}

impl Ticks {
    /// The finest ticks with at most `most` steps between them that reach from `low` or below to `high` or above.
    #[must_use]
    pub fn covering(low: f64, high: f64, most: i32) -> Self {
        let (low, high) = if high - low > 0.0 && (high - low).is_finite() { (low, high) } else { (0.0, 1.0) };
        let mut step = nice((high - low) / f64::from(most));
        loop {
            // A value that lies on a tick but for rounding belongs to it.
            let ticks = Self { step, log: false, first: (low / step + 1e-6).floor() as i32, last: (high / step - 1e-6).ceil() as i32 };
            if ticks.last - ticks.first <= most || most < 2 {
                return ticks;
            }
            step = nice(step * 1.5);
        }
    }

    /// The powers of ten from one exponent to another, for a log axis.
    #[must_use]
    pub fn decades(first: i32, last: i32) -> Self {
        Self { step: 1.0, log: true, first, last: last.max(first + 1) }
    }

    /// The value of a tick.
    fn value(&self, count: i32) -> f64 {
        if self.log { 10_f64.powi(count) } else { f64::from(count) * self.step }
    }

    /// The first tick's value.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.value(self.first)
    }

    /// The last tick's value.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.value(self.last)
    }

    /// The values of all ticks.
    pub fn values(&self) -> impl Iterator<Item = f64> + use<> {
        let ticks = *self;
        (ticks.first..=ticks.last).map(move |count| ticks.value(count))
    }

    /// The values of those decades that are labelled, from the first on, so that they lie at least `apart` from each other
    /// on an axis of this length: every, or every 2nd, 4th, 6th, 8th … Two say little about an axis: where that would be all,
    /// they lie closer, down to a third of that distance.
    pub fn labelled(&self, length: f64, apart: f64) -> impl Iterator<Item = f64> + use<> {
        let decades = f64::from(self.last - self.first);
        let least = apart * decades / length;
        let least = if 2.0 * least > decades { (decades / 2.0).max(least / 3.0) } else { least };
        // An axis too short for any has only its first one.
        let even = 2 * ((least / 2.0).ceil().clamp(1.0, 1000.0) as usize);
        let each = if least <= 1.0 {
            1
        } else if 2.0 * least <= decades && 2.0 * even as f64 > decades {
            // An odd distance, where the even one leaves no third label.
            even - 1
        } else {
            even
        };
        self.values().step_by(each)
    }

    /// What stands beside a tick: as many decimals as the step has, none beside zero; a power of ten on a log axis.
    #[must_use]
    pub fn label(&self, value: f64, language: Language) -> String {
        if self.log {
            return match value.log10().round() as i32 {
                0 => "1".to_owned(),
                exponent => format::power_of_ten(exponent),
            };
        }
        let decimals = (-(self.step * 1.001).log10().floor()).max(0.0) as i32;
        fixed(value, decimals, language)
    }
}

/// The least of 1, 2, 5 times a power of ten that is at least `step`.
fn nice(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let lead = step / power * (1.0 - 1e-9);
    // Dividing by a power of ten is exact where multiplying by a fraction is not: 2 / 10, not 2 × 0.1.
    let times = if lead <= 1.0 {
        1.0
    } else if lead <= 2.0 {
        2.0
    } else if lead <= 5.0 {
        5.0
    } else {
        10.0
    };
    if power < 1.0 { times / (1.0 / power).round() } else { times * power }
}

/// A number with so many decimals, in the language's notation; very small and very large ones with fewer.
#[must_use]
pub fn fixed(value: f64, decimals: i32, language: Language) -> String {
    let unit = 10_f64.powi(-decimals);
    let rounded = (value / unit).round() * unit;
    if rounded == 0.0 {
        return format::significant(0.0, 1, language);
    }
    if decimals > 4 || rounded.abs() >= 1e6 {
        return format::short(rounded, 3, language);
    }
    let whole = (rounded.abs() * (1.0 + 1e-12)).log10().floor() as i32;
    format::significant(rounded, (whole + 1 + decimals).max(1) as usize, language)
}

/// Powers of ten within a range: every one as a tick, every `each`-th, from the first on, to be labelled.
pub fn decades(low: f64, high: f64, each: usize) -> impl Iterator<Item = (f64, bool)> {
    let first = (low.log10() - 1e-9).ceil() as i32;
    let last = (high.log10() + 1e-9).floor() as i32;
    (first..=last).enumerate().map(move |(place, power)| (10_f64.powi(power), place % each.max(1) == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: f64, high: f64, most: i32) -> Vec<String> {
        let ticks = Ticks::covering(low, high, most);
        ticks.values().map(|value| ticks.label(value, Language::En)).collect()
    }

    #[test]
    fn ticks_are_round_at_any_magnitude() {
        assert_eq!(labels(0.0, 1.5, 3), ["0", "0.5", "1.0", "1.5"]);
        assert_eq!(labels(0.0, 0.1, 3), ["0", "0.05", "0.10"]);
        assert_eq!(labels(0.0, 4000.0, 3), ["0", "2000", "4000"]);
        assert_eq!(labels(0.0, 1e-4, 4), ["0", "5\u{202f}×\u{202f}10⁻⁵", "0.0001"]);
        assert_eq!(labels(0.0, 9e7, 3), ["0", "5\u{202f}×\u{202f}10⁷", "1\u{202f}×\u{202f}10⁸"]);
    }

    #[test]
    fn ticks_reach_below_zero() {
        assert_eq!(labels(-1.1, 5.4, 4), ["−2", "0", "2", "4", "6"]);
    }

    #[test]
    fn an_empty_range_has_ticks() {
        assert_eq!(labels(0.0, 0.0, 3), ["0", "0.5", "1.0"]);
        assert_eq!(labels(0.0, f64::NAN, 3), ["0", "0.5", "1.0"]);
    }

    #[test]
    fn decades_are_labelled_as_powers_as_far_apart_as_letters_need() {
        let ticks = Ticks::decades(-8, 6);
        let labels = |length| ticks.labelled(length, 60.0).map(|value| ticks.label(value, Language::En)).collect::<Vec<_>>();
        assert_eq!(labels(450.0), ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1", "10²", "10⁴", "10⁶"]);
        assert_eq!(labels(220.0), ["10⁻⁸", "10⁻⁴", "1", "10⁴"]);
        assert_eq!(labels(100.0), ["10⁻⁸", "10⁻¹", "10⁶"]);
        assert_eq!(labels(0.0), ["10⁻⁸"]);
        assert_eq!((ticks.low(), ticks.high(), ticks.values().count()), (1e-8, 1e6, 15));
    }

    #[test]
    fn decimals_are_fixed() {
        assert_eq!(fixed(0.7204, 2, Language::De), "0,72");
        assert_eq!(fixed(9.996, 2, Language::En), "10.00");
        assert_eq!(fixed(0.004, 2, Language::En), "0");
        assert_eq!(fixed(1499.6, 0, Language::En), "1500");
    }

    #[test]
    fn decades_start_on_a_labelled_one() {
        let ticks: Vec<_> = decades(1e-8, 1e2, 4).filter(|(_, labelled)| *labelled).map(|(value, _)| value).collect();
        assert_eq!(ticks, [1e-8, 1e-4, 1.0]);
    }
}
