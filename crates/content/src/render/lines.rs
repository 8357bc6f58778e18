//! The lines of a text, made ready for the Markdown parser.

/// Sets blank lines around the lines that open and close containers, and says which line of the file each line was.
pub(super) fn prepare(text: &str, first_line: usize) -> (String, Vec<usize>) {
    let (mut prepared, mut lines) = (String::with_capacity(text.len()), Vec::new());
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("```") || line.starts_with("~~~") {
            fenced = !fenced;
        }
        let parts: &[&str] = if !fenced && line.starts_with(":::") { &["", line, ""] } else { &[line] };
        for part in parts {
            prepared.push_str(part);
            prepared.push('\n');
            lines.push(first_line + index);
        }
    }
    (prepared, lines)
}
