//! The data table of a figure as HTML and as CSV.

use pendrop_kit::{
    format::short,
    locale::{Language, Strings},
    outcome::{Cell, Table},
    query,
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

/// The same rows as a file: SI units and decimal points in every language, as programs read them.
pub fn csv(table: &Table) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let heads: Vec<String> = table.heads.iter().map(|head| quoted(head)).collect();
    let mut text = heads.join(",") + "\r\n";
    for row in &table.rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Cell::Number(value) if value.is_nan() => String::new(),
                Cell::Number(value) => query::plain(*value),
                Cell::Text(text) => quoted(text),
            })
            .collect();
        text += &(cells.join(",") + "\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let name = |name: &str| Cell::Text(name.to_owned());
        Table {
            heads: vec!["Name".to_owned(), "Time in s".to_owned()],
            rows: vec![
                vec![name("a, “b” & \"c\""), Cell::Number(0.554_321_987)],
                vec![name("<i>"), Cell::Number(-2.5e-7)],
                vec![name(""), Cell::Number(f64::NAN)],
            ],
        }
    }

    #[test]
    fn a_file_holds_every_digit_with_a_point_and_quotes_what_is_no_number() {
        let expected = "\"Name\",\"Time in s\"\r\n\"a, “b” & \"\"c\"\"\",0.554321987\r\n\"<i>\",-2.5e-7\r\n\"\",\r\n";
        assert_eq!(csv(&table()), expected);
    }

    #[test]
    fn a_page_shows_five_digits_in_its_language_and_no_markup_from_the_data() {
        let html = rows(&table(), Language::De);
        for cell in [
            "<td>0,55432</td>",
            "<td>−2,5\u{202f}×\u{202f}10⁻⁷</td>",
            "<td>–</td>",
            "<td class=\"name\">&lt;i&gt;</td>",
            "<th scope=\"col\">Time in s</th>",
        ] {
            assert!(html.contains(cell), "{cell} in {html}");
        }
        assert_eq!(html.matches("<tr>").count(), 4);
    }
}
