//! Numbers and units as the reader's language writes them.

use crate::{
    locale::{Language, Strings},
    number,
};

/// Between a number and its unit, and between groups of three digits.
pub const NARROW_SPACE: char = '\u{202f}';

/// Raised digits, in their order.
pub(crate) const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A number with so many significant digits, in the language's notation. Very large and very small ones get a power of ten.
#[must_use]
pub fn significant(value: f64, digits: usize, language: Language) -> String {
    if value == 0.0 || !value.is_finite() {
        return if value == 0.0 { "0".to_owned() } else { "–".to_owned() };
    }
    // Rounding first: 9.996 with three digits is 10.0, which has its first digit elsewhere.
    let scientific = number::scientific(value, digits.saturating_sub(1));
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if !(-4..=6).contains(&exponent) {
        return format!("{}{NARROW_SPACE}×{NARROW_SPACE}10{}", notation(mantissa, language), superscript(exponent));
    }
    let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
    notation(&number::fixed(number::rounded(value, digits.max(1)), decimals), language)
}

/// A number with at most so many significant digits and no zeros at its end: for axes and editable fields.
#[must_use]
pub fn short(value: f64, digits: usize, language: Language) -> String {
    let text = significant(value, digits, Language::En);
    let text = match text.split_once(NARROW_SPACE) {
        _ if !text.contains('.') => text,
        None => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        Some((mantissa, power)) if power.starts_with('×') => {
            format!("{}{NARROW_SPACE}{power}", mantissa.trim_end_matches('0').trim_end_matches('.'))
        }
        Some(_) => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
    };
    notation_mark(&text, language)
}

/// Decimal mark and minus sign of the language, digits in groups of three from five digits on.
fn notation(plain: &str, language: Language) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if whole.len() > 4 && place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(NARROW_SPACE);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    notation_mark(&text, language)
}

fn notation_mark(text: &str, language: Language) -> String {
    match decimal_mark(language) {
        "." => text.to_owned(),
        mark => text.replace('.', mark),
    }
}

/// What the language writes before decimals.
#[must_use]
pub fn decimal_mark(language: Language) -> &'static str {
    match language {
        Language::En => ".",
        Language::De => ",",
    }
}

/// A number for people who hear it: from a million on by its name ("5 trillion"), since raised digits are read out badly.
#[must_use]
pub fn spoken(value: f64, digits: usize, language: Language) -> String {
    // A value that is a power of a thousand but for rounding belongs to it.
    let thousands = (value.abs().log10() / 3.0 + 1e-9).floor() as i32;
    let name =
        usize::try_from(thousands.saturating_sub(2)).ok().and_then(|place| Strings::of(language).large_numbers.split(' ').nth(place));
    match name {
        Some(name) => format!("{} {name}", short(value / 10_f64.powi(3 * thousands), digits, language)),
        None => short(value, digits, language),
    }
}

/// A power of ten, for logarithmic axes.
#[must_use]
pub fn power_of_ten(exponent: i32) -> String {
    format!("10{}", superscript(exponent))
}

fn superscript(exponent: i32) -> String {
    let digits = exponent.unsigned_abs().to_string();
    let sign = if exponent < 0 { "⁻" } else { "" };
    sign.chars().chain(digits.bytes().map(|digit| SUPERSCRIPTS[usize::from(digit - b'0') % 10])).collect()
}

/// A value in a unit with the SI prefix that keeps its number between 1 and 1000: number and unit.
#[must_use]
pub fn prefixed(value: f64, unit: &str, digits: usize, language: Language) -> (String, String) {
    const PREFIXES: [(&str, f64); 10] =
        [("n", 1e-9), ("µ", 1e-6), ("m", 1e-3), ("", 1.0), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15), ("E", 1e18)];
    let rounded = number::rounded(value, digits.max(1));
    let (prefix, factor) = if value == 0.0 {
        ("", 1.0)
    } else {
        PREFIXES.iter().copied().rev().find(|(_, factor)| rounded.abs() >= *factor).unwrap_or(PREFIXES[0])
    };
    (significant(value / factor, digits, language), format!("{prefix}{unit}"))
}

/// A share of one as a percentage with so many significant digits: number and unit.
#[must_use]
pub fn percent(share: f64, digits: usize, language: Language) -> (String, String) {
    (significant(100.0 * share, digits, language), "%".to_owned())
}

/// A share of one as a percentage: two digits below a tenth, else three.
#[must_use]
pub fn short_percent(share: f64, language: Language) -> (String, String) {
    percent(share, if share.abs() < 0.1 { 2 } else { 3 }, language)
}

/// Number and unit in one text.
#[must_use]
pub fn with_unit((number, unit): &(String, String)) -> String {
    if unit.is_empty() { number.clone() } else { format!("{number}{NARROW_SPACE}{unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_readers_language() {
        assert_eq!(significant(0.553_823, 3, Language::En), "0.554");
        assert_eq!(significant(0.553_823, 3, Language::De), "0,554");
        assert_eq!(significant(9.996, 3, Language::En), "10.0");
        assert_eq!(significant(-12_345.6, 3, Language::De), "−12\u{202f}300");
        assert_eq!(significant(2.5e-7, 2, Language::De), "2,5\u{202f}×\u{202f}10⁻⁷");
    }

    #[test]
    fn short_numbers_have_no_zeros_at_their_end() {
        assert_eq!(short(1.5, 4, Language::En), "1.5");
        assert_eq!(short(1000.0, 4, Language::En), "1000");
        assert_eq!(short(12_345.5, 6, Language::De), "12\u{202f}345,5");
        assert_eq!(short(2e-7, 4, Language::En), "2\u{202f}×\u{202f}10⁻⁷");
    }

    #[test]
    fn large_numbers_are_heard_by_their_names() {
        assert_eq!(spoken(2e6, 2, Language::En), "2 million");
        assert_eq!(spoken(-3.5e9, 2, Language::De), "−3,5 Milliarden");
        assert_eq!(spoken(1e15, 1, Language::En), "1 quadrillion");
        assert_eq!(spoken(999_000.0, 3, Language::En), "999\u{202f}000");
        assert_eq!(spoken(1e40, 1, Language::En), "1\u{202f}×\u{202f}10⁴⁰");
        assert_eq!(spoken(0.0, 2, Language::De), "0");
    }

    #[test]
    fn prefixes_keep_numbers_readable() {
        assert_eq!(prefixed(0.0569, "N", 2, Language::En), ("57".to_owned(), "mN".to_owned()));
        assert_eq!(prefixed(0.999_96, "N", 3, Language::En), ("1.00".to_owned(), "N".to_owned()));
        assert_eq!(prefixed(1.809e18, "FLOP/s", 3, Language::De), ("1,81".to_owned(), "EFLOP/s".to_owned()));
        assert_eq!(prefixed(0.0, "N", 2, Language::En), ("0".to_owned(), "N".to_owned()));
    }
}
