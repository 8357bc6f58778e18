//! Numbers read from text and written as text, exactly.
//!
//! The standard library reads them as exactly and faster, but by tables of 12 kB that no compression makes smaller, and writes
//! them by 16 kB of code: too much for a program that every page loads. Nothing in it may write one by `format!`, which
//! `tools/programs` holds.

mod written;

use std::cmp::Ordering;

pub use written::{fixed, plain, rounded, rounded_to_decimals, scientific, shortest};

/// The number nearest to what is written, as [`str::parse`] has it; its words for numbers that are infinite or none are not
/// read.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let value = Decimal::of(unsigned)?.nearest();
    Some(if text.starts_with('-') { -value } else { value })
}

/// Digits, from the first that is not zero to the last one, and the power of ten that the number they make is multiplied by.
struct Decimal {
    digits: Vec<u8>,
    exponent: i32,
}

impl Decimal {
    fn of(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, Some(0)), |(mantissa, rest)| (mantissa, exponent(rest)));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let written = || whole.bytes().chain(fraction.bytes());
        if written().next().is_none() || !written().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut digits: Vec<u8> = written().map(|byte| byte - b'0').skip_while(|digit| *digit == 0).collect();
        let mut exponent = exponent?.saturating_sub(i32::try_from(fraction.len()).ok()?);
        while digits.pop_if(|digit| *digit == 0).is_some() {
            exponent = exponent.saturating_add(1);
        }
        Some(Self { digits, exponent })
    }

    fn nearest(&self) -> f64 {
        // So many digits stand before the decimal point: beyond these bounds all numbers are the same.
        match self.exponent.saturating_add(self.digits.len() as i32) {
            _ if self.digits.is_empty() => 0.0,
            ..-330 => 0.0,
            311.. => f64::INFINITY,
            _ => self.exact_by_one_operation().unwrap_or_else(|| self.nearest_by_comparing()),
        }
    }

    /// What nearly all texts need: where both factors are exact, so is the one rounding of their product or quotient.
    fn exact_by_one_operation(&self) -> Option<f64> {
        const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
        const LARGEST_POWER: i32 = 22;
        // What the power would be too large for goes to the digits.
        let zeros = (self.exponent - LARGEST_POWER).max(0);
        let (number, rest) = self.leading();
        let number = number.checked_mul(10_u64.checked_pow(zeros as u32)?).filter(|number| *number <= EXACT && rest == 0)?;
        match self.exponent - zeros {
            power @ ..0 if power < -LARGEST_POWER => None,
            power @ ..0 => Some(number as f64 / power_of_ten(-power)),
            power => Some(number as f64 * power_of_ten(power)),
        }
    }

    /// The number that the first digits make, as many as fit, and how many are left.
    fn leading(&self) -> (u64, usize) {
        let digits = self.digits.iter().take(19);
        (digits.fold(0, |number, digit| 10 * number + u64::from(*digit)), self.digits.len().saturating_sub(19))
    }

    /// Begins with a number nearby and goes to the nearest by comparing exactly with what lies halfway between two.
    fn nearest_by_comparing(&self) -> f64 {
        let (number, rest) = self.leading();
        let (mut near, mut power) = (number as f64, self.exponent + rest as i32);
        while power != 0 {
            let step = power.clamp(-22, 22);
            near = if step > 0 { near * power_of_ten(step) } else { near / power_of_ten(-step) };
            power -= step;
        }
        // The bits of positive numbers are in their order. Of two that are as near, the even one is taken.
        let mut bits = near.to_bits();
        let too_small = |bits: u64| match self.cmp_halfway_above(bits) {
            Ordering::Less => false,
            Ordering::Equal => bits % 2 == 1,
            Ordering::Greater => true,
        };
        while bits > 0 && !too_small(bits - 1) {
            bits -= 1;
        }
        while bits < f64::INFINITY.to_bits() && too_small(bits) {
            bits += 1;
        }
        f64::from_bits(bits)
    }

    /// Compares with the number halfway between the one that has these bits and the next.
    fn cmp_halfway_above(&self, bits: u64) -> Ordering {
        let (mantissa, exponent) = parts(bits);
        let mut own = Whole::default();
        self.digits.iter().for_each(|digit| own.multiply_add(10, u32::from(*digit)));
        let mut other = Whole::of(2 * mantissa + 1);
        // Both sides times what makes them whole: ten is five times two.
        if self.exponent > 0 { &mut own } else { &mut other }.multiply_power_of_five(self.exponent.unsigned_abs());
        let twos = exponent - 1 - self.exponent;
        if twos < 0 { &mut own } else { &mut other }.multiply_power_of_two(twos.unsigned_abs());
        own.cmp(&other)
    }
}

/// The whole number and the power of two that make the positive number with these bits.
fn parts(bits: u64) -> (u64, i32) {
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i32);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// A power of ten that is exact, with an exponent from 0 to 22.
fn power_of_ten(exponent: i32) -> f64 {
    let half = exponent.unsigned_abs() / 2;
    10_u64.pow(half) as f64 * 10_u64.pow(exponent.unsigned_abs() - half) as f64
}

/// Reads the exponent of a power of ten; one that is too large is as good as the largest.
fn exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let add = |sum: i32, byte: u8| byte.is_ascii_digit().then(|| sum.saturating_mul(10).saturating_add(i32::from(byte - b'0')));
    let size = digits.bytes().try_fold(0, add).filter(|_| !digits.is_empty())?;
    Some(if text.starts_with('-') { -size } else { size })
}

/// A whole number of any size, the lowest 32 bits first; the highest are not zero.
#[derive(Default)]
struct Whole(Vec<u32>);

impl Whole {
    fn of(number: u64) -> Self {
        let mut whole = Self::default();
        whole.multiply_add(0, (number >> 32) as u32);
        whole.multiply_power_of_two(32);
        whole.multiply_add(1, number as u32);
        whole
    }

    fn multiply_add(&mut self, factor: u32, summand: u32) {
        let mut carry = u64::from(summand);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn multiply_power_of_five(&mut self, exponent: u32) {
        (0..exponent / 13).for_each(|_| self.multiply_add(5_u32.pow(13), 0));
        self.multiply_add(5_u32.pow(exponent % 13), 0);
    }

    fn multiply_power_of_two(&mut self, exponent: u32) {
        self.multiply_add(1 << (exponent % 32), 0);
        self.0.splice(0..0, (0..exponent / 32).map(|_| 0));
    }

    /// Its digits, from the first that is not zero.
    fn digits(mut self) -> Vec<u8> {
        const DIGITS: usize = 9;
        // The last digits come first.
        let mut digits = Vec::with_capacity((self.0.len() + 1) * 10);
        while !self.0.is_empty() {
            let mut nine = self.divide(10_u32.pow(DIGITS as u32));
            for _ in 0..DIGITS {
                digits.push((nine % 10) as u8);
                nine /= 10;
            }
        }
        while digits.pop_if(|digit| *digit == 0).is_some() {}
        digits.reverse();
        digits
    }

    /// Divides it, and returns the rest.
    fn divide(&mut self, divisor: u32) -> u32 {
        let mut rest = 0;
        for part in self.0.iter_mut().rev() {
            let dividend = u64::from(rest) << 32 | u64::from(*part);
            *part = (dividend / u64::from(divisor)) as u32;
            rest = (dividend % u64::from(divisor)) as u32;
        }
        while self.0.pop_if(|part| *part == 0).is_some() {}
        rest
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests;
