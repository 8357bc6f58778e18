//! The words that texts may explain, from `glossary.md`: a heading with an id and one paragraph for each.

use std::collections::BTreeMap;

use crate::{
    Error,
    html::{escaped, is_id},
    render::{Kind, Source, render},
};

/// The file's name in a language's folder.
pub(crate) const FILE: &str = "glossary.md";

/// The words of a language by their ids.
pub(crate) type Glossary = BTreeMap<String, Term>;

/// A word that texts may explain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Its id in the glossary.
    pub id: String,
    /// The word, plain text.
    pub title: String,
    /// What it means, HTML for the inside of a paragraph.
    pub html: String,
}

/// The entries at the end of a text below their title, a heading of this level; nothing where there are none. `prefix` is what the
/// ids of the text begin with.
pub(crate) fn list(terms: &[Term], title: &str, prefix: &str, level: u8) -> String {
    if terms.is_empty() {
        return String::new();
    }
    let title = escaped(title);
    // A page has one of its own; those of figures' texts can stand beside it and one another.
    let role = if level == 2 { format!(" role=\"doc-glossary\" aria-label=\"{title}\"") } else { String::new() };
    let mut html = format!("<div class=\"glossary\"{role}>\n<h{level}>{title}</h{level}>\n<dl>\n");
    for Term { id, title, html: meaning } in terms {
        html += &format!("<div><dt>{}</dt><dd id=\"{prefix}term-{id}\">{meaning}</dd></div>\n", escaped(title));
    }
    html + "</dl>\n</div>\n"
}

/// Reads the entries of a glossary.
pub(crate) fn read(source: &Source) -> Result<Glossary, Error> {
    let mut glossary = Glossary::new();
    let mut entries: Vec<(usize, &str, Vec<&str>)> = Vec::new();
    for (line, text) in source.text.lines().enumerate().map(|(index, text)| (source.first_line + index, text)) {
        match (text.strip_prefix("### "), entries.last_mut()) {
            (Some(head), _) => entries.push((line, head, Vec::new())),
            (None, Some((.., body))) => body.push(text),
            (None, None) if text.trim().is_empty() => {}
            (None, None) => return Err(Error::at(source.file, line, "a glossary begins with an entry: ### word {#id}")),
        }
    }
    for (line, head, body) in entries {
        let fail = |message: String| Error::at(source.file, line, message);
        let named = head.trim().strip_suffix('}').and_then(|head| head.split_once(" {#")).filter(|(_, id)| is_id(id));
        let (title, id) = named.ok_or_else(|| fail(format!("“{head}”: an entry begins with its word and its id: ### word {{#id}}")))?;
        let rendered = render(&Source { text: &body.join("\n"), first_line: line + 1, kind: Kind::Entry, ..*source })?;
        let html: String = rendered.blocks.iter().map(crate::Block::html).collect();
        let one = html.trim().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).filter(|html| !html.contains("<p>"));
        let html = one.ok_or_else(|| fail(format!("“{title}”: an entry is one paragraph")))?.to_owned();
        let term = Term { id: id.to_owned(), title: title.trim().to_owned(), html };
        if glossary.insert(id.to_owned(), term).is_some() {
            return Err(fail(format!("“{id}” stands here twice")));
        }
    }
    Ok(glossary)
}
