//! Numbers written as text, to the last digit as the standard library does: of two that are as near, it takes the even one, but the
//! upper one where it writes a number as short as it can be read back.

use std::cmp::Ordering;

use super::{Decimal, Whole, parts};

/// With so many decimals, as `format!("{value:.decimals$}")` has it.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    written(value, |size| Decimal::with_decimals(size, decimals).plain(decimals))
}

/// With so many decimals and a power of ten, as `format!("{value:.decimals$e}")` has it.
#[must_use]
pub fn scientific(value: f64, decimals: usize) -> String {
    written(value, |size| Decimal::with_digits(size, decimals + 1).scientific(decimals))
}

/// As short as it can be read back, as `format!("{value}")` has it.
#[must_use]
pub fn plain(value: f64) -> String {
    written(value, |size| Decimal::short(size).plain(0))
}

/// As short as it can be read back, with a power of ten, as `format!("{value:e}")` has it.
#[must_use]
pub fn shortest(value: f64) -> String {
    written(value, |size| Decimal::short(size).scientific(0))
}

/// The number nearest to one with so many significant digits.
#[must_use]
pub fn rounded(value: f64, digits: usize) -> f64 {
    if value.is_finite() { Decimal::with_digits(value.abs(), digits).nearest().copysign(value) } else { value }
}

/// The number nearest to one with so many decimals.
#[must_use]
pub fn rounded_to_decimals(value: f64, decimals: usize) -> f64 {
    if value.is_finite() { Decimal::with_decimals(value.abs(), decimals).nearest().copysign(value) } else { value }
}

fn written(value: f64, write: impl FnOnce(f64) -> String) -> String {
    match value {
        _ if value.is_nan() => "NaN".to_owned(),
        f64::INFINITY => "inf".to_owned(),
        _ if value.is_sign_negative() => format!("-{}", written(-value, write)),
        _ => write(value),
    }
}

/// The whole number nearest to this one times ten to the power of `decimals`; nothing where 128 bits are too few to say.
fn scaled(value: f64, decimals: i32) -> Option<u64> {
    let (mantissa, exponent) = parts(value.to_bits());
    let decimals = u32::try_from(decimals).ok().filter(|decimals| *decimals <= 22)?;
    let halvings = (-exponent) as u32;
    if !(1..128).contains(&halvings) {
        return None;
    }
    let product = u128::from(mantissa) * u128::from(10_u64.pow(decimals / 2)) * u128::from(10_u64.pow(decimals - decimals / 2));
    let (whole, half) = (u64::try_from(product >> halvings).ok()?, 1 << (halvings - 1));
    let rest = product & (2 * half - 1);
    Some(whole + u64::from(rest > half || rest == half && whole % 2 == 1))
}

impl Decimal {
    /// A number that is not negative, rounded to so many decimals.
    fn with_decimals(value: f64, decimals: usize) -> Self {
        scaled(value, decimals as i32).filter(|number| *number < u64::MAX / 2).map_or_else(
            || {
                let mut decimal = Self::exactly(value);
                decimal.round(decimal.places() + decimals as i32);
                decimal
            },
            |number| Self::whole(number, -(decimals as i32)),
        )
    }

    /// A number that is not negative, rounded to so many digits.
    fn with_digits(value: f64, count: usize) -> Self {
        // Where the logarithm is not exact, it shows in the digits: there are too few or too many, or they are those of a power of ten that may be the next.
        let decimals = (count as i32 - 1).saturating_sub(value.log10().floor() as i32);
        let expected = |number: &u64| {
            (1..19).contains(&count) && {
                let least = 10_u64.pow(count as u32 - 1);
                least < *number && *number <= 10 * least
            }
        };
        scaled(value, decimals).filter(expected).map_or_else(
            || {
                let mut decimal = Self::exactly(value);
                decimal.round(count as i32);
                decimal
            },
            |number| Self::whole(number, -decimals),
        )
    }

    /// As few digits as tell a number that is not negative from all others, and of several such those that are nearest.
    fn short(value: f64) -> Self {
        // What has been written with 15 digits is the nearest with 15; only the smallest numbers are told from others by fewer.
        let normal = value >= f64::MIN_POSITIVE;
        let mut short = Self::with_digits(value, 15);
        if !normal || short.nearest() != value {
            short = Self::exactly(value);
            short.shorten(value, if normal { 16 } else { 1 });
        }
        while short.digits.pop_if(|digit| *digit == 0).is_some() {
            short.exponent += 1;
        }
        short
    }

    fn whole(mut number: u64, mut exponent: i32) -> Self {
        let mut digits = Vec::with_capacity(20);
        while number > 0 {
            let digit = (number % 10) as u8;
            if digit == 0 && digits.is_empty() {
                exponent += 1;
            } else {
                digits.push(digit);
            }
            number /= 10;
        }
        digits.reverse();
        Self { exponent: if digits.is_empty() { 0 } else { exponent }, digits }
    }

    /// All digits of a number that is not negative.
    fn exactly(value: f64) -> Self {
        let (mantissa, exponent) = parts(value.to_bits());
        let twos = mantissa.trailing_zeros();
        let exponent = exponent + twos as i32;
        let mut whole = Whole::of(mantissa.checked_shr(twos).unwrap_or(0));
        if exponent < 0 {
            // As many tenths as halves.
            whole.multiply_power_of_five(exponent.unsigned_abs());
        } else {
            whole.multiply_power_of_two(exponent.unsigned_abs());
        }
        Self { digits: whole.digits(), exponent: if mantissa == 0 { 0 } else { exponent.min(0) } }
    }

    /// How many digits stand before the decimal point.
    fn places(&self) -> i32 {
        self.digits.len() as i32 + self.exponent
    }

    /// Rounds to so many digits.
    fn round(&mut self, count: i32) {
        let kept = count.max(0) as usize;
        let Some([first, rest @ ..]) = self.digits.get(kept..) else { return };
        let up = count >= 0
            && match first.cmp(&5) {
                Ordering::Less => false,
                Ordering::Equal => rest.iter().any(|digit| *digit > 0) || kept > 0 && self.digits[kept - 1] % 2 == 1,
                Ordering::Greater => true,
            };
        self.cut(kept, up);
    }

    /// Leaves out all but so many digits, and goes to the next number with as many.
    fn cut(&mut self, kept: usize, up: bool) {
        self.exponent += self.digits.len().saturating_sub(kept) as i32;
        self.digits.truncate(kept);
        if up {
            self.next();
        } else if kept == 0 {
            self.exponent = 0;
        }
    }

    /// Goes to the next number with as many digits.
    fn next(&mut self) {
        while self.digits.pop_if(|digit| *digit == 9).is_some() {
            self.exponent += 1;
        }
        match self.digits.last_mut() {
            Some(last) => *last += 1,
            None => self.digits.push(1),
        }
    }

    /// Rounds to as few digits as tell this number, which it is now exactly, from all others; these are so many at least.
    fn shorten(&mut self, value: f64, least: usize) {
        let cut = |kept: usize, up| {
            let mut short = Self { digits: self.digits.clone(), exponent: self.exponent };
            short.cut(kept, up);
            Some(short).filter(|short| kept == 17 || short.nearest() == value)
        };
        // Above a power of two, the numbers lie wider apart than below it: the nearest with so many digits may be another's, and the
        // next one this number's.
        let half = |kept: usize| self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        if let Some(short) = (least..=17).find_map(|kept| cut(kept, half(kept)).or_else(|| cut(kept, true))) {
            *self = short;
        }
    }

    /// Without a power of ten, with at least so many decimals.
    fn plain(&self, decimals: usize) -> String {
        let places = self.places();
        let decimals = decimals.max(self.exponent.min(0).unsigned_abs() as usize);
        let mut text = String::with_capacity(places.max(1).unsigned_abs() as usize + 1 + decimals);
        if places <= 0 {
            text.push('0');
        }
        for place in places.min(0)..places + decimals as i32 {
            if place == places {
                text.push('.');
            }
            let digit = usize::try_from(place).ok().and_then(|place| self.digits.get(place));
            text.push(digit.map_or('0', |digit| char::from(b'0' + digit)));
        }
        text
    }

    /// With a power of ten, and at least so many decimals.
    fn scientific(&self, decimals: usize) -> String {
        let mantissa = Self { digits: self.digits.clone(), exponent: 1 - self.digits.len() as i32 };
        let exponent = if self.digits.is_empty() { 0 } else { self.places() - 1 };
        format!("{}e{exponent}", mantissa.plain(decimals))
    }
}

#[cfg(test)]
mod tests;
