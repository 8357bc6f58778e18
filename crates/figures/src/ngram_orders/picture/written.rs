//! What the best model writes, below the chart.

use pendrop_kit::{
    chart::{ChartStyle, text_width},
    picture::Frame,
};

use super::Label;
use crate::ngram_orders::{NgramOrdersOutcome, Strings};

/// What the best model has written, under a line that says so; as many rows as there is room for.
pub(super) fn written(outcome: &NgramOrdersOutcome, top: f64, row: f64, rows: usize, style: &ChartStyle, frame: &Frame) -> Vec<Label> {
    let s = Strings::of(frame.language);
    let Some(line) = outcome.line() else {
        return vec![Label { at: (2.0, top), text: s.picture_writes_not_yet.to_owned(), bold: false }];
    };
    let mut labels = vec![Label { at: (2.0, top), text: s.picture_writes.to_owned(), bold: true }];
    let lines = broken(line, frame.width - 4.0, rows, style.text);
    labels.extend(lines.into_iter().enumerate().map(|(place, text)| Label {
        at: (2.0, top + row * (place + 1) as f64),
        text,
        bold: false,
    }));
    labels
}

/// A text in so many rows at most, broken at spaces where there are any; what has no room is left out, and that shown.
fn broken(text: &str, width: f64, rows: usize, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() < rows {
        let last = lines.len() + 1 == rows;
        let fits = fitting(rest, width, size);
        if fits == rest.len() {
            lines.push(rest.to_owned());
            break;
        }
        if last {
            let fits = fitting(rest, width - size, size);
            lines.push(format!("{}…", rest[..fits].trim_end()));
            break;
        }
        let space = rest[..fits].rfind(' ').filter(|space| 2 * space > fits);
        let (line, next) = rest.split_at(space.unwrap_or(fits));
        lines.push(line.trim_end().to_owned());
        rest = next.trim_start();
    }
    lines
}

/// How many bytes of a text fit into a width, one character at least.
fn fitting(text: &str, width: f64, size: f64) -> usize {
    let mut left = width;
    for (place, character) in text.char_indices() {
        left -= wide(character, size);
        if left < 0.0 && place > 0 {
            return place;
        }
    }
    text.len()
}

/// How wide a character is at most, whatever its script.
fn wide(character: char, size: f64) -> f64 {
    match character {
        '\u{1100}'..='\u{1eff}' | '\u{2e80}'..='\u{ffff}' => 1.1 * size,
        '\u{10000}'.. => 1.5 * size,
        _ => text_width(character.encode_utf8(&mut [0; 4]), size, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_broken_at_spaces_and_cut_where_there_is_no_room() {
        assert_eq!(broken("the fall of a pen is the fall of a pen", 100.0, 3, 10.0), ["the fall of a pen is", "the fall of a pen"]);
        assert_eq!(broken("the fall of a pen is the fall of a pen", 60.0, 2, 10.0), ["the fall of a", "pen is the…"]);
        assert_eq!(broken("ペンは落ちるペンは落ちる", 56.0, 3, 10.0), ["ペンは落ち", "るペンは落", "ちる"]);
        assert_eq!(broken("", 56.0, 3, 10.0), Vec::<String>::new());
        assert_eq!(broken("🖊🖊", 1.0, 1, 10.0), ["🖊…"]);
    }
}
