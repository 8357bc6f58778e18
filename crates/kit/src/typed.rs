//! Numbers as people write them: everything that a field shows, and what else means the same.

use crate::{
    format::{SUPERSCRIPTS, significant},
    locale::{Language, Strings},
    number,
    parameter::{DisplayUnit, YEARS},
};

/// The number that a text says, with or without its unit; nothing where it says none, or one in another unit.
#[must_use]
pub fn typed(text: &str, unit: &DisplayUnit, language: Language) -> Option<f64> {
    // Longer ones are no number that anyone writes.
    let text = Some(plain_signs(text)).filter(|text| text.len() <= 400)?;
    let own = own_units(unit, language);
    // Some units stand before the number.
    let text = own.iter().find_map(|unit| text.strip_prefix(unit.as_str())).unwrap_or(&text).trim();
    let (sign, text) = text.split_at_checked(usize::from(text.starts_with(['-', '+'])))?;
    let (mantissa, rest) = text.split_at_checked(text.find(|sign: char| !is_of_number(sign)).unwrap_or(text.len()))?;
    let (mantissa, rest) = (mantissa.trim(), rest.trim());
    let ((exponent, rest), mantissa) = match rest.strip_prefix('^') {
        // Ten to the seventh is as good as once that.
        Some(raised) if mantissa == "10" => (whole(raised)?, "1"),
        _ => (power_of_ten(rest).unwrap_or((0, rest)), mantissa),
    };
    let rest = rest.trim();
    let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let (thousands, rest) = thousands(word, language).map_or((0, rest), |thousands| (thousands, after));
    if !rest.is_empty() && !own.iter().any(|unit| is_same_unit(unit, rest)) {
        return None;
    }
    let digits = ungrouped(mantissa, language)?;
    number::parse(&format!("{sign}{digits}e{}", exponent.checked_add(3 * thousands)?)).filter(|value| value.is_finite())
}

/// The text with one sign for everything that is meant as the same: for minus and times, for spaces, and for raised digits.
fn plain_signs(text: &str) -> String {
    let mut plain = String::new();
    let mut raised = false;
    for sign in text.trim().chars() {
        let digit = SUPERSCRIPTS.iter().position(|digit| *digit == sign);
        let was_raised = std::mem::replace(&mut raised, digit.is_some() || matches!(sign, '⁻' | '⁺'));
        if raised && !was_raised {
            plain.push('^');
        }
        match (sign, digit) {
            (_, Some(digit)) => plain.push(char::from(b'0' + digit as u8)),
            ('−' | '–' | '—' | '‐' | '‑' | '⁻', _) => plain.push('-'),
            ('×' | '·' | '⋅' | '*' | 'x' | 'X', _) => plain.push('×'),
            ('⁺', _) => plain.push('+'),
            ('’', _) => plain.push('\''),
            // Pages write some that nobody sees, and copying takes them along.
            ('\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}', _) => {}
            (sign, _) => plain.push(if sign.is_whitespace() { ' ' } else { sign }),
        }
    }
    plain
}

fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '.' | ',' | '\'' | ' ')
}

/// What may stand beside a number for its unit, in plain signs.
fn own_units(unit: &DisplayUnit, language: Language) -> Vec<String> {
    let mut own = vec![unit.unit, unit.symbol(language)];
    if unit.unit == YEARS {
        own.push(Strings::of(language).unit_year);
    }
    own.into_iter().filter(|unit| !unit.is_empty()).map(plain_signs).collect()
}

/// Whether a text in plain signs is a unit: m3 is m³. Of a unit that is a word, capitals do not matter; of a symbol, they do.
fn is_same_unit(unit: &str, text: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|sign| !matches!(sign, ' ' | '^')).collect::<String>();
    let (unit, text) = (letters(unit), letters(text));
    unit == text || unit.len() > 3 && unit.bytes().all(|byte| byte.is_ascii_alphabetic()) && unit.eq_ignore_ascii_case(&text)
}

/// A power of ten that a number is multiplied by, and what follows it: `e7`, `× 10^7`.
fn power_of_ten(text: &str) -> Option<(i32, &str)> {
    let rest = match text.strip_prefix('×') {
        Some(rest) => rest.trim_start().strip_prefix("10")?.trim_start().strip_prefix('^')?,
        None => text.strip_prefix(['e', 'E'])?,
    };
    whole(rest)
}

/// A whole number, and what follows it.
fn whole(text: &str) -> Option<(i32, &str)> {
    let text = text.trim_start();
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
    let (number, rest) = text.split_at_checked(text.len() - digits.len() + end)?;
    Some((number.parse().ok()?, rest))
}

/// Of the name of a large number, how many times a thousand it multiplies by. One may be meant or several, and capitals do not
/// matter.
fn thousands(word: &str, language: Language) -> Option<i32> {
    let s = Strings::of(language);
    let short = word.trim_end_matches('.');
    let named = |names: &str, is: &dyn Fn(&str) -> bool| names.split(' ').position(|name| is(&plain_signs(name))).map(|place| place as i32);
    // What the languages put behind a name to make it plural, they all have of these.
    let stem = |word: &str| word.trim_end_matches(['e', 'n', 's']).len();
    named(s.short_numbers, &|name| name.trim_end_matches('.').eq_ignore_ascii_case(short)).map(|place| place + 1).or_else(|| {
        let is =
            |name: &str| word.get(..stem(word)).zip(name.get(..stem(name))).is_some_and(|(word, name)| word.eq_ignore_ascii_case(name));
        named(s.large_numbers, &is).map(|place| place + 2)
    })
}

/// The digits of a number with a point before the decimals and no sign between thousands. These may be spaces, apostrophes or
/// the language's own sign; that is also what the only sign before exactly three digits is.
fn ungrouped(text: &str, language: Language) -> Option<String> {
    let (decimal, own) = if significant(0.5, 1, language).contains(',') { (',', '.') } else { ('.', ',') };
    let foreign = text.chars().find(|sign| matches!(sign, ' ' | '\''));
    let separator = foreign.unwrap_or(own);
    let is_decimal = |sign: char| sign == decimal || foreign.is_some() && sign == own;
    let whole = text.split(is_decimal).next().unwrap_or_default();
    let mut groups = whole.split(separator);
    // A sign between thousands has one to three digits before it and three after it, in every group.
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'));
    let grouped = first && groups.all(|group| group.len() == 3);
    let digits = if grouped { format!("{}{}", whole.replace(separator, ""), text.get(whole.len()..)?) } else { text.to_owned() };
    let plain = digits.replace(',', ".");
    // What is in no order is no number.
    plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const METRES: DisplayUnit = DisplayUnit { unit: "m", factor: 1.0 };

    fn assert_read(unit: &'static str, text: &str, en: impl Into<Option<f64>>, de: impl Into<Option<f64>>) {
        let unit = DisplayUnit { unit, ..METRES };
        for (language, expected) in [(Language::En, en.into()), (Language::De, de.into())] {
            assert_eq!(typed(text, &unit, language), expected, "{text} in {language:?}");
        }
    }

    fn assert_same(unit: &'static str, text: &str, expected: impl Into<Option<f64>> + Copy) {
        assert_read(unit, text, expected, expected);
    }

    #[test]
    fn numbers_are_read_as_each_language_writes_them() {
        for (text, en, de) in [
            ("1.5", Some(1.5), Some(1.5)),
            ("1,5", Some(1.5), Some(1.5)),
            ("1,500", Some(1500.0), Some(1.5)),
            ("1.500", Some(1.5), Some(1500.0)),
            ("1,234.5", Some(1234.5), None),
            ("1.234,5", None, Some(1234.5)),
            ("1,234,567", Some(1_234_567.0), None),
            ("1,23,456", None, None),
            ("1 234,567", Some(1234.567), Some(1234.567)),
        ] {
            assert_read("m", text, en, de);
        }
        for (text, expected) in [
            ("0,554", Some(0.554)),
            ("0.554", Some(0.554)),
            ("1234,500", Some(1234.5)),
            ("10 000", Some(10_000.0)),
            ("10\u{202f}000,5", Some(10_000.5)),
            ("1'000'000", Some(1e6)),
            ("1’500", Some(1500.0)),
            (".5", Some(0.5)),
            ("+5", Some(5.0)),
            ("1 5", None),
            ("5.", Some(5.0)),
            ("", None),
            (".", None),
            ("1..5", None),
            ("ten", None),
            ("5-3", None),
            ("5+3", None),
            ("1e999", None),
            ("1e99999999999", None),
        ] {
            assert_same("m", text, expected);
        }
    }

    #[test]
    fn the_minus_is_whatever_looks_like_one() {
        for minus in ['-', '−', '–', '‑', '—'] {
            assert_same("m", &format!("{minus}5"), -5.0);
            assert_same("m", &format!("{minus}\u{202f}5 m"), -5.0);
            assert_same("m", &format!("5e{minus}3"), 5e-3);
        }
    }

    #[test]
    fn powers_of_ten_are_read_however_they_are_written() {
        for text in ["6\u{202f}×\u{202f}10⁷", "6 × 10^7", "6*10^7", "6x10^7", "6·10⁷", "6e7", "6E7", "6e+7", "60e6", "6 × 10⁷ m"]
        {
            assert_same("m", text, 6e7);
        }
        assert_same("rad", "2\u{202f}×\u{202f}10⁻⁶\u{202f}rad", 2e-6);
        assert_same("m", "10⁷", 1e7);
        assert_same("m", "1e-6", 1e-6);
        for text in ["6 × 107", "6^7", "6 × 9⁷", "6 ×", "6e"] {
            assert_same("m", text, None);
        }
    }

    #[test]
    fn large_numbers_are_read_by_their_names() {
        assert_same("$", "1 million", 1e6);
        assert_same("$", "1 Million", 1e6);
        assert_same("$", "2.5 million $", 2.5e6);
        assert_read("$", "3 trillion", 3e12, 3e18);
        assert_read("$", "2 billions", 2e9, 2e12);
        assert_read("$", "1,5 Mio.", None, 1.5e6);
        assert_read("$", "1,5 mio", None, 1.5e6);
        assert_read("$", "2 Milliarden", None, 2e9);
        assert_read("$", "1 Milliarde", None, 1e9);
        assert_read("$", "20 Mrd. $", None, 2e10);
        assert_read("$", "5 bn", 5e9, None);
        assert_read("$", "3 sextillion", 3e21, None);
    }

    #[test]
    fn a_unit_may_be_there_and_another_one_may_not() {
        for (unit, text) in [
            ("m", "5 m"),
            ("m", "5m"),
            ("$", "$5"),
            ("US$", "US$ 5"),
            ("%", "5\u{202f}%"),
            ("×", "5×"),
            ("×", "5 x"),
            ("°", "5°"),
            ("kg/m³", "5 kg/m3"),
            ("kg/m³", "5 kg / m^3"),
            (YEARS, "5 Years"),
        ] {
            assert_same(unit, text, 5.0);
        }
        assert_read(YEARS, "1 year", 1.0, None);
        assert_read(YEARS, "1 Jahr", None, 1.0);
        assert_read(YEARS, "20 Jahre", None, 20.0);
        for (unit, text) in
            [("m", "5 km"), ("m", "5 M"), ("m", "5 cm"), ("m", "5 m²"), ("W", "5 kW"), ("%", "5 ‰"), ("", "5 m"), ("g", "5 kg")]
        {
            assert_same(unit, text, None);
        }
    }
}
