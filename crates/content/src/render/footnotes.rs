//! Footnotes: numbered in the order in which they are first called.

use pulldown_cmark::{Event, TagEnd};

use super::{Renderer, Result, containers::Container, write};
use crate::{Error, Footnote, html::escaped};

/// A footnote as far as it has been read: it may be called before it is defined.
#[derive(Default)]
pub(super) struct Definition<'a> {
    number: usize,
    /// How often it has been called.
    calls: usize,
    text: Option<Vec<Event<'a>>>,
}

impl Renderer<'_, '_> {
    pub(super) fn open_footnote(&mut self, label: &str, line: usize) -> Result<()> {
        if !matches!(self.container, Container::Text) {
            return self.error(line, "footnotes are defined outside of notes and steps");
        }
        if self.footnotes.get(label).is_some_and(|footnote| footnote.text.is_some()) {
            return self.error(line, format!("the footnote “{label}” is defined twice"));
        }
        self.text_output = std::mem::take(&mut self.output);
        self.container = Container::Footnote(line, label.to_owned());
        Ok(())
    }

    pub(super) fn close_footnote(&mut self) {
        if let Container::Footnote(_, label) = std::mem::replace(&mut self.container, Container::Text) {
            let text = std::mem::replace(&mut self.output, std::mem::take(&mut self.text_output));
            self.footnotes.entry(label).or_default().text = Some(text);
        }
    }

    /// Writes the link from the text to a footnote.
    pub(super) fn call_footnote(&mut self, label: &str, line: usize) -> Result<()> {
        if !matches!(self.container, Container::Text | Container::Note(_)) {
            return self.error(line, "footnotes are called from the text and from margin notes");
        }
        let prefix = self.prefix();
        let footnote = self.footnotes.entry(label.to_owned()).or_default();
        if footnote.calls == 0 {
            self.footnotes_called += 1;
            footnote.number = self.footnotes_called;
        }
        footnote.calls += 1;
        let number = footnote.number;
        let (target, id) = (footnote_id(&prefix, number), call_id(&prefix, number, footnote.calls));
        let name = escaped(&format!("{} {number}", self.source.terms.note));
        self.calls.push(number);
        self.html(format!(
            "<sup class=\"footnote\"><a href=\"#{target}\" id=\"{id}\" role=\"doc-noteref\" aria-label=\"{name}\">{number}</a></sup>"
        ));
        Ok(())
    }

    /// The footnotes in the order of their numbers.
    pub(super) fn footnotes(&mut self) -> Result<Vec<Footnote>> {
        let (prefix, back) = (self.prefix(), &self.source.terms.back);
        let mut footnotes = Vec::new();
        for (label, definition) in std::mem::take(&mut self.footnotes) {
            let Definition { number, calls, text: Some(mut text) } = definition else {
                return Err(Error::in_file(self.source.file, format!("the footnote “{label}” is not defined")));
            };
            if calls == 0 {
                return Err(Error::in_file(self.source.file, format!("the footnote “{label}” is never called")));
            }
            let mut links = String::new();
            for nth in 1..=calls {
                let name = if calls == 1 { format!("{back} {number}") } else { format!("{back} {number} ({nth})") };
                links.push_str(&format!(
                    " <a href=\"#{}\" class=\"back\" role=\"doc-backlink\" aria-label=\"{}\">↩\u{fe0e}</a>",
                    call_id(&prefix, number, nth),
                    escaped(&name)
                ));
            }
            // Inside the last paragraph, where there is one.
            let end = text.len() - usize::from(matches!(text.last(), Some(Event::End(TagEnd::Paragraph))));
            text.insert(end, Event::InlineHtml(links.into()));
            footnotes.push(Footnote { number, id: footnote_id(&prefix, number), html: write(text).trim_end().to_owned() });
        }
        footnotes.sort_by_key(|footnote| footnote.number);
        Ok(footnotes)
    }
}

fn footnote_id(prefix: &str, number: usize) -> String {
    format!("{prefix}fn-{number}")
}

fn call_id(prefix: &str, number: usize, nth: usize) -> String {
    if nth == 1 { format!("{prefix}fnref-{number}") } else { format!("{prefix}fnref-{number}-{nth}") }
}
