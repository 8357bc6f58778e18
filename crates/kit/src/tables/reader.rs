//! Checked rows as the points of a series.

use super::{
    Malformed, Point, Problem, Series,
    cell::{self, Cell},
    rows::{Row, rows},
    schema::{Column, Role, Schema},
};

/// Reads a table; `known` tells whether a source has this key.
pub(super) fn series(schema: &'static Schema, text: &str, known: &dyn Fn(&str) -> bool) -> Result<Series, Malformed> {
    let rows = rows(schema, text)?;
    let mut points: Vec<Point> = Vec::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        let at = |(column, problem)| Malformed { table: schema.name, line: row.line, column, problem };
        let point = point(schema.columns, row, known).map_err(at)?;
        if rows[..place].iter().any(|earlier| earlier.cells == row.cells) {
            return Err(at(("", Problem::Duplicate)));
        }
        // The files are nearly in order, so this moves little, and a sort would weigh half as much again as the reader.
        points.insert(points.partition_point(|earlier| earlier.year <= point.year), point);
    }
    Ok(Series { points })
}

fn point(columns: &'static [Column], row: &Row, known: &dyn Fn(&str) -> bool) -> Result<Point, (&'static str, Problem)> {
    let mut point = Point { year: 0.0, value: 0.0, name: String::new(), group: "", label: String::new(), source: String::new() };
    let (mut over, mut quantity) = (1.0, "");
    for (column, text) in columns.iter().zip(&row.cells) {
        let cell = cell::read(column, text, known).map_err(|problem| (column.name, problem))?;
        match (column.role, cell) {
            (Role::Time, Cell::Number(year)) => point.year = year,
            (Role::Value, Cell::Number(value)) => (point.value, quantity) = (value, column.name),
            (Role::Over, Cell::Number(value)) => over = value,
            (Role::Group, Cell::Word(word)) => point.group = word,
            (Role::Name, Cell::Text) => point.name.clone_from(text),
            (Role::Source, Cell::Text) => point.source.clone_from(text),
            (Role::List, Cell::Text) => {
                point.label.clone_from(text);
                point.group = if text.is_empty() { "earlier" } else { "list" };
            }
            _ => {}
        }
    }
    point.value /= over;
    // Both are finite and above zero; their quotient need not be.
    if point.value > 0.0 && point.value.is_finite() { Ok(point) } else { Err((quantity, Problem::Number)) }
}
