//! The data table of a figure as HTML.

use pendrop_kit::{
    format::short,
    locale::{Language, Strings},
    outcome::{Cell, Table},
    text::escaped,
};

/// The rows of a data table as HTML; heads come from the locale files and hold no markup, names may.
pub fn rows(table: &Table, language: Language) -> String {
    let mut html = format!("<caption>{}</caption><thead><tr>", Strings::of(language).table_caption);
    for head in &table.heads {
        html += &format!("<th scope=\"col\">{head}</th>");
    }
    html += "</tr></thead><tbody>";
    for row in &table.rows {
        html += "<tr>";
        for cell in row {
            html += &match cell {
                Cell::Number(value) if value.is_nan() => "<td>–</td>".to_owned(),
                Cell::Number(value) => format!("<td>{}</td>", short(*value, 5, language)),
                Cell::Text(text) => format!("<td class=\"name\">{}</td>", escaped(text)),
            };
        }
        html += "</tr>";
    }
    html + "</tbody>"
}
