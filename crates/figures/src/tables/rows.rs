//! Lines of CSV text as rows of cells.

use csv_core::{ReadRecordResult, Reader};

use super::{Malformed, Problem, schema::Schema};

/// A row with one cell per column of its table.
pub(super) struct Row {
    /// Where it begins in the file, from 1.
    pub line: usize,
    pub cells: Vec<String>,
}

/// All rows below the header, which is checked. Lines may end as on any system; a byte order mark is passed over.
pub(super) fn rows(schema: &Schema, text: &str) -> Result<Vec<Row>, Malformed> {
    let at = |line, problem| Malformed { table: schema.name, line, column: "", problem };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(at(1, Problem::Empty));
    }
    let mut lines = records(schema, text)?.into_iter();
    let header = lines.next();
    if !header.is_some_and(|row| row.cells.iter().eq(schema.columns.iter().map(|column| column.name))) {
        return Err(at(1, Problem::Header));
    }
    let rows: Vec<Row> = lines.collect();
    if let Some(row) = rows.iter().find(|row| row.cells.len() != schema.columns.len()) {
        return Err(at(row.line, Problem::Fields));
    }
    // A download that broke off seldom does so at the end of a line; our files end with one.
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    if quotes % 2 != 0 || !text.ends_with(['\n', '\r']) {
        return Err(at(rows.last().map_or(1, |row| row.line), Problem::Truncated));
    }
    if rows.is_empty() { Err(at(1, Problem::Empty)) } else { Ok(rows) }
}

fn records(schema: &Schema, text: &str) -> Result<Vec<Row>, Malformed> {
    let mut reader = Reader::new();
    let mut rest = text.as_bytes();
    // No row is longer than the text it is in.
    let mut cells = vec![0; rest.len() + 1];
    let mut ends = vec![0; schema.columns.len() + 1];
    let (mut line, mut rows) = (1, Vec::new());
    let (mut written, mut ended) = (0, 0);
    let mut begun = false;
    loop {
        if !begun {
            let breaks = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            line += newlines(&rest[..breaks]);
            rest = &rest[breaks..];
            begun = true;
        }
        let start = line;
        let (result, read, wrote, fields) = reader.read_record(rest, &mut cells[written..], &mut ends[ended..]);
        line += newlines(&rest[..read]);
        rest = &rest[read..];
        written += wrote;
        ended += fields;
        match result {
            // Called once more without input, the reader gives the last row even where no line end follows it.
            ReadRecordResult::InputEmpty => continue,
            ReadRecordResult::End => return Ok(rows),
            ReadRecordResult::Record => {}
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                let problem = if rows.is_empty() { Problem::Header } else { Problem::Fields };
                return Err(Malformed { table: schema.name, line: start, column: "", problem });
            }
        }
        let mut from = 0;
        let cells = ends[..ended].iter().map(|end| {
            let cell = String::from_utf8_lossy(&cells[from..*end]).into_owned();
            from = *end;
            cell
        });
        rows.push(Row { line: start, cells: cells.collect() });
        (written, ended, begun) = (0, 0, false);
    }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}
