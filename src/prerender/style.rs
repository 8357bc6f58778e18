//! The style of all pages, inline in every head, so that the first paint needs no further file.

use std::{fs, io, path::Path};

/// The style sheets in the order in which they apply.
const SHEETS: [&str; 12] = [
    "tokens.css",
    "page.css",
    "text.css",
    "cover.css",
    "figure.css",
    "controls.css",
    "runs.css",
    "panels.css",
    "picture.css",
    "question.css",
    "stage.css",
    "forced.css",
];

/// Stand in the style sheets for the questions that are answered, and for those whose figures are opened without an answer: the
/// root element lists the figures of each kind in an attribute.
const KINDS: [(&str, &str); 2] = [("ANSWERED", "data-guessed"), ("OPENED", "data-open")];

/// Selects the questions that the reader has answered since the page was there.
const ANSWERED_HERE: &str = ".asked[data-answered]";

/// Stands for the questions that are neither, and that the reader has not stepped around: a script says so on them. Only where none
/// runs the browser looks itself, for wherever it does, each change within has it look at the style of all that stands there.
const WAITING: (&str, &str) =
    ("WAITING", ".asked:not(:is(ANSWERED,OPENED,[data-shown])):not(:not([data-script] *):has(.show-anyway[open]))");

/// All style sheets in one, without comments and needless spaces. `asked` are the figures that pages ask about: the style
/// sheet has to name each.
///
/// # Errors
/// A sheet that cannot be read.
pub fn read(folder: &Path, asked: &[&str]) -> io::Result<String> {
    let mut all = String::new();
    for sheet in SHEETS {
        all += &compact(&fs::read_to_string(folder.join(sheet))?);
    }
    let all = all.replace(WAITING.0, WAITING.1);
    // What is answered on the page itself says so at its own place: a change of the root would cost a look at every element.
    let all = all.replace("ANSWERED", &format!("ANSWERED,{ANSWERED_HERE}"));
    Ok(KINDS.iter().fold(all, |style, (placeholder, attribute)| style.replace(placeholder, &listed(attribute, asked))))
}

/// Selects the questions about figures that an attribute of the root element lists.
fn listed(attribute: &str, asked: &[&str]) -> String {
    asked.iter().map(|id| format!("[{attribute}~={id}] [data-question={id}]")).collect::<Vec<_>>().join(",")
}

/// Leaves out comments and spaces that mean nothing. Our sheets hold no strings with comments or runs of spaces.
fn compact(sheet: &str) -> String {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ["{", "}", ";", ","] {
        words = words.replace(&format!(" {mark}"), mark).replace(&format!("{mark} "), mark);
    }
    words.replace(": ", ":").replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_is_made_compact_without_changing_it() {
        assert_eq!(compact("/* why */\na b,\nc { d: e f; }\n"), "a b,c{d:e f}");
    }

    /// Each change within an element that a rule looks into with `:has` makes browsers look at the style of all that stands in
    /// it: 1500 elements for one line of a picture, were it the page.
    #[test]
    fn no_rule_looks_into_what_has_a_picture_in_it() -> io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
        let small =
            [".masthead", ".readout", ".toolbar", ".settings", ".question", ":not(:not([data-script] *)", "@supports not selector("];
        let style = read(&folder, &["pen-drop"])?;
        let mut looks = 0;
        for (place, _) in style.match_indices(":has(") {
            let before = &style[..place];
            let rule = &before[before.rfind(['}', '{', ';']).map_or(0, |end| end + 1)..];
            assert!(small.iter().any(|part| rule.ends_with(part) || rule.ends_with(&format!("{part}:not("))), "{rule}:has(");
            looks += 1;
        }
        assert!(looks > 0, "nothing was looked at");
        Ok(())
    }

    #[test]
    fn the_style_names_every_figure_that_is_asked_about() -> io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
        let style = read(&folder, &["pen-drop", "other"])?;
        assert!(KINDS.iter().chain([&WAITING]).all(|(placeholder, _)| !style.contains(placeholder)));
        let both = "[data-guessed~=pen-drop] [data-question=pen-drop],[data-guessed~=other] [data-question=other]";
        assert!(style.contains(&format!(":is({both},{ANSWERED_HERE}) .verdict{{display:block}}")));
        Ok(())
    }
}
