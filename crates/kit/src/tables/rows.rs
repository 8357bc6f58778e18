//! Lines of CSV text as rows of cells.

use csv_core::{ReadRecordResult, Reader};

use super::{Malformed, Problem, schema::Schema};

/// A row with one cell per column of its table.
pub(super) struct Row {
    /// Where it begins in the file, from 1.
    pub line: usize,
    pub cells: Vec<String>,
}

/// All rows below the header, which is checked. Lines may end as on any system; a byte order mark and empty lines are
/// passed over.
pub(super) fn rows(schema: &Schema, text: &str) -> Result<Vec<Row>, Malformed> {
    let at = |line, problem| Malformed { table: schema.name, line, column: "", problem };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(at(1, Problem::Empty));
    }
    let mut records = Records::new(text, schema.columns.len());
    let header = records.next().and_then(|row| row.cells);
    if !header.is_some_and(|cells| cells.iter().eq(schema.columns.iter().map(|column| column.name))) {
        return Err(at(1, Problem::Header));
    }
    let mut rows = Vec::new();
    while let Some(Record { line, cells }) = records.next() {
        let cells = cells.filter(|cells| cells.len() == schema.columns.len());
        rows.push(Row { line, cells: cells.ok_or(at(line, Problem::Fields))? });
    }
    // A download that broke off seldom does so at the end of a line; our files end with one.
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    if quotes % 2 != 0 || !text.ends_with(['\n', '\r']) {
        return Err(at(rows.last().map_or(1, |row| row.line), Problem::Truncated));
    }
    if rows.is_empty() { Err(at(1, Problem::Empty)) } else { Ok(rows) }
}

struct Record {
    line: usize,
    /// Nothing where there are more than the table's columns.
    cells: Option<Vec<String>>,
}

struct Records<'a> {
    reader: Reader,
    rest: &'a [u8],
    line: usize,
    buffer: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, columns: usize) -> Self {
        // No record is longer than the text it is in.
        Self { reader: Reader::new(), rest: text.as_bytes(), line: 1, buffer: vec![0; text.len() + 1], ends: vec![0; columns + 1] }
    }

    fn next(&mut self) -> Option<Record> {
        self.skip(self.rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count());
        let line = self.line;
        let (mut result, read, mut written, mut count) = self.reader.read_record(self.rest, &mut self.buffer, &mut self.ends);
        self.skip(read);
        if matches!(result, ReadRecordResult::InputEmpty) {
            // Asked once more, the reader gives the last record even where no line end follows it.
            let last = self.reader.read_record(&[], &mut self.buffer[written..], &mut self.ends[count..]);
            (result, written, count) = (last.0, written + last.2, count + last.3);
        }
        let cells = match result {
            ReadRecordResult::End => return None,
            ReadRecordResult::Record => Some(cells(&self.buffer[..written], &self.ends[..count])),
            _ => None,
        };
        Some(Record { line, cells })
    }

    fn skip(&mut self, bytes: usize) {
        let (skipped, rest) = self.rest.split_at(bytes);
        self.line += skipped.iter().filter(|byte| **byte == b'\n').count();
        self.rest = rest;
    }
}

fn cells(buffer: &[u8], ends: &[usize]) -> Vec<String> {
    let mut from = 0;
    let mut cells = Vec::with_capacity(ends.len());
    for end in ends {
        // A field of a text is text.
        cells.push(str::from_utf8(&buffer[from..*end]).unwrap_or_default().to_owned());
        from = *end;
    }
    cells
}
