//! The text of this site as a figure learns from it: what its sections and the notes on its models say, without markup.

use std::{error::Error, fs, path::Path};

use pendrop_content::Site;
use pendrop_kit::{locale::LANGUAGES, tables::text_file};

use super::{Lecture, Program, root};

/// Everything that readers read in a language, a line for each paragraph, heading and item.
#[must_use]
pub fn text(content: &Site, language: &str) -> String {
    let mut lines = Vec::new();
    for section in content.sections() {
        let Some(page) = content.page(language, &section.slug) else { continue };
        lines.extend([page.question.clone(), page.summary.clone()]);
        lines.extend(plain(&page.html()));
        lines.extend(page.steps.iter().flat_map(|step| [vec![step.title.clone()], plain(&step.notes)].concat()));
        lines.extend(section.figures.iter().flat_map(|id| plain(content.about(language, id).unwrap_or_default())));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n") + "\n"
}

/// Elements that end a line.
const BLOCKS: &[&str] = &["p", "h2", "h3", "h4", "li", "div", "legend", "label", "aside", "blockquote", "dt", "dd"];
/// Elements that are no prose.
const OTHER: &[&str] = &["math", "table", "sup", "button"];

/// Stands where a formula stood.
const HOLE: char = '\u{fffc}';

/// The lines of some HTML of our own, but for those with formulas.
fn plain(html: &str) -> Vec<String> {
    let (mut lines, mut line, mut skipped) = (Vec::new(), String::new(), None);
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        let Some((tag, tail)) = tail.split_once('>') else { break };
        rest = tail;
        if skipped.is_none() {
            line += text;
        }
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match skipped {
            None if OTHER.contains(&name) && !tag.starts_with('/') => {
                // A sentence without its symbols is none.
                if name == "math" {
                    line.push(HOLE);
                }
                skipped = Some(name);
            }
            Some(other) if other == name && tag.starts_with('/') => skipped = None,
            None if BLOCKS.contains(&name) => lines.push(std::mem::take(&mut line)),
            _ => {}
        }
    }
    lines.push(line + rest);
    lines.iter().filter(|line| !line.contains(HOLE)).map(|line| said(line)).collect()
}

/// A line with its white space normal and its characters themselves.
fn said(line: &str) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "’"), ("&amp;", "&"), (" ↩︎", ""), ("↩︎", "")]
        .iter()
        .fold(line, |line, (written, character)| line.replace(written, character))
}

/// Writes the texts anew, from which figures learn.
///
/// # Errors
/// Content that is missing or wrong, and files that cannot be written.
pub fn write() -> Result<(), Box<dyn Error>> {
    let lecture = Lecture::read(Program::default(), "", "")?;
    for (_, code) in LANGUAGES {
        let path = data().join(text_file(code));
        fs::write(path, text(&lecture.content, code))?;
    }
    Ok(())
}

fn data() -> std::path::PathBuf {
    Path::new(root()).join("public/data")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn prose_is_left_of_html() {
        let html = "<h2 id=\"a\">One &amp; two</h2>\n<p>Falls <em>fast</em>,\nor so.<sup><a href=\"#f\">1</a></sup></p><table><tr><td>3</td></tr></table><p>With <math><mi>v</mi></math> it ends.</p><p>End</p>";
        let lines: Vec<_> = plain(html).into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["One & two", "Falls fast, or so.", "End"]);
    }

    /// Most lines: a change of some sentences need not move every number that is learnt from them.
    const MOST: f64 = 0.8;

    #[test]
    fn what_figures_learn_from_is_mostly_what_the_site_says() {
        let lecture = Lecture::read(Program::default(), "", "").unwrap_or_else(|error| panic!("{error}"));
        for (_, code) in LANGUAGES {
            let now = text(&lecture.content, code);
            let written = fs::read_to_string(data().join(text_file(code))).unwrap_or_default();
            let known: HashSet<&str> = written.lines().collect();
            let length = |lines: &mut dyn Iterator<Item = &str>| lines.map(|line| line.chars().count()).sum::<usize>() as f64;
            let share = length(&mut now.lines().filter(|line| known.contains(line))) / length(&mut now.lines());
            assert!(share > MOST, "{code}: {share:.2} of the text is in {}; ./dev record ngram-orders writes it anew", text_file(code));
            assert!(!written.contains(['\u{fffc}', '<', '\r']) && !written.contains("  "), "{code}");
        }
    }
}
