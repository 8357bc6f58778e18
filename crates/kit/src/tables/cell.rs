//! One cell, read as what its column must hold.

use super::{
    Problem,
    date::decimal_year,
    schema::{Column, Kind},
};
use crate::query;

/// What a cell holds.
pub(super) enum Cell {
    Text,
    Number(f64),
    Word(&'static str),
}

/// Reads a cell; `known` tells whether a source has this key.
pub(super) fn read(column: &Column, text: &str, known: &dyn Fn(&str) -> bool) -> Result<Cell, Problem> {
    if text.is_empty() {
        return if column.optional { Ok(Cell::Text) } else { Err(Problem::Text) };
    }
    match column.kind {
        Kind::Text if text.trim() == text && !text.contains(char::is_control) => Ok(Cell::Text),
        Kind::Text => Err(Problem::Text),
        Kind::Source if known(text) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') => {
            Ok(Cell::Text)
        }
        Kind::Source => Err(Problem::Source),
        Kind::Positive => number(text).filter(|value| *value > 0.0).map(Cell::Number).ok_or(Problem::Number),
        Kind::Year => number(text).filter(|year| YEARS.contains(year)).map(Cell::Number).ok_or(Problem::Year),
        Kind::Date => date(text).map(Cell::Number).ok_or(Problem::Date),
        Kind::Month => month(text).map(|_| Cell::Text).ok_or(Problem::Month),
        Kind::Word(words) => words.iter().find(|(word, _)| *word == text).map(|(_, group)| Cell::Word(group)).ok_or(Problem::Word),
    }
}

/// Slips such as 19.58 for 1958 are outside.
const YEARS: std::ops::Range<f64> = 1800.0..2100.0;

/// As a query has a number, but without the spaces that addresses put for plus signs.
fn number(text: &str) -> Option<f64> {
    query::number(text).filter(|_| !text.contains(' '))
}

fn digits(text: &str, count: usize) -> Option<u16> {
    if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Year and month of YYYY-MM.
fn month(text: &str) -> Option<(u16, u16)> {
    let (year, month) = text.split_once('-')?;
    let (year, month) = (digits(year, 4)?, digits(month, 2)?);
    (YEARS.contains(&f64::from(year)) && (1..=12).contains(&month)).then_some((year, month))
}

/// Decimal year of YYYY-MM-DD.
fn date(text: &str) -> Option<f64> {
    let (start, day) = text.rsplit_once('-')?;
    let ((year, month), day) = (month(start)?, digits(day, 2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=last).contains(&day).then(|| decimal_year(i32::from(year), u32::from(month), u32::from(day)))
}
