//! The data table of a figure as HTML and as CSV.

use pendrop_kit::{
    format::decimal_mark,
    locale::{Language, Strings},
    number,
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
                Cell::Text(text) => format!("<td class=\"name\">{}</td>", escaped(text)),
                number => format!("<td>{}</td>", number.shown(language)),
            };
        }
        html += "</tr>";
    }
    html + "</tbody>"
}

/// Significant digits of what is measured or calculated, in a file.
const DIGITS: usize = 6;

/// The same rows as a file, in SI units, as spreadsheets of the page's language open it: a mark at the beginning says how its
/// letters are written, and where a comma stands before decimals, semicolons part the cells.
pub fn csv(table: &Table, language: Language) -> String {
    let mark = decimal_mark(language);
    let between = if mark == "," { ";" } else { "," };
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let written = |cell: &Cell| match cell {
        Cell::Text(text) => quoted(text),
        Cell::Number(value) | Cell::Exact(value) if value.is_nan() => String::new(),
        Cell::Number(value) => query::plain(rounded(*value)).replace('.', mark),
        Cell::Exact(value) => number::plain(*value).replace('.', mark),
    };
    let heads: Vec<String> = table.heads.iter().map(|head| quoted(head)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(written).collect());
    let lines = [heads].into_iter().chain(rows).map(|cells| cells.join(between) + "\r\n");
    ["\u{feff}".to_owned()].into_iter().chain(lines).collect()
}

fn rounded(value: f64) -> f64 {
    number::rounded(value, DIGITS)
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
                vec![name("Höhe"), Cell::Exact(2_013.458_333)],
                vec![name("n"), Cell::Exact(12_345_678.0)],
            ],
        }
    }

    #[test]
    fn a_file_opens_in_the_spreadsheets_of_its_language() {
        let lines = |language| csv(&table(), language).split("\r\n").map(str::to_owned).collect::<Vec<_>>();
        let points = [
            "\u{feff}\"Name\",\"Time in s\"",
            "\"a, “b” & \"\"c\"\"\",0.554322",
            "\"<i>\",-2.5e-7",
            "\"\",",
            "\"Höhe\",2013.458333",
            "\"n\",12345678",
            "",
        ];
        assert_eq!(lines(Language::En), points);
        let commas = [
            "\u{feff}\"Name\";\"Time in s\"",
            "\"a, “b” & \"\"c\"\"\";0,554322",
            "\"<i>\";-2,5e-7",
            "\"\";",
            "\"Höhe\";2013,458333",
            "\"n\";12345678",
            "",
        ];
        assert_eq!(lines(Language::De), commas);
    }

    #[test]
    fn a_page_shows_five_digits_where_they_say_it_in_its_language_and_no_markup_from_the_data() {
        let html = rows(&table(), Language::De);
        for cell in [
            "<td>0,55432</td>",
            "<td>−2,5\u{202f}×\u{202f}10⁻⁷</td>",
            "<td>–</td>",
            "<td>2013,458</td>",
            "<td class=\"name\">&lt;i&gt;</td>",
            "<th scope=\"col\">Time in s</th>",
        ] {
            assert!(html.contains(cell), "{cell} in {html}");
        }
        assert_eq!(html.matches("<tr>").count(), 6);
    }
}
