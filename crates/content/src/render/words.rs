//! Text inside of paragraphs: spans, readouts and equations.

use math_core::MathDisplay;
use pulldown_cmark::Event;

use super::{Kind, Renderer, Result, containers::Container};
use crate::html::{escaped, is_id};

impl Renderer<'_, '_> {
    /// Text with spans and readouts, from this line on.
    pub(super) fn text(&mut self, text: &str, first_line: usize) -> Result<()> {
        let mut rest = text;
        while let Some(brace) = rest.find(['{', '}']) {
            let line = first_line + text[..text.len() - rest.len() + brace].matches('\n').count();
            let Some((inner, after)) = rest[brace..].strip_prefix('{').and_then(|inner| inner.split_once('}')) else {
                return self.error(line, "a brace without its partner");
            };
            let before = &rest[..brace];
            if let Some(spanned) = before.strip_suffix(']') {
                let Some((before, words)) = spanned.rsplit_once('[') else {
                    return self.error(line, "[words]{…} takes plain words, without other markup");
                };
                self.plain(before, first_line)?;
                self.span(inner, words, line)?;
            } else {
                self.plain(before, line)?;
                self.readout(inner, line)?;
            }
            rest = after;
        }
        self.plain(rest, first_line)
    }

    /// `[words]{inner}`.
    fn span(&mut self, inner: &str, words: &str, line: usize) -> Result<()> {
        if let Some(id) = inner.strip_prefix("term=") {
            return self.term(id, words, line);
        }
        match (inner, inner.strip_prefix("lang=")) {
            (".force", _) => self.html("<span class=\"force\">"),
            (_, Some(code)) if is_id(code) => self.html(format!("<span lang=\"{code}\">")),
            _ => return self.error(line, format!("{{{inner}}} is neither {{.force}} nor {{lang=…}} nor {{term=…}}")),
        }
        self.plain(words, line)?;
        self.html("</span>");
        Ok(())
    }

    /// `[words]{term=id}`: a link to the entry, which stands at the end of the text.
    fn term(&mut self, id: &str, words: &str, line: usize) -> Result<()> {
        if matches!(self.source.kind, Kind::Entry) || !matches!(self.container, Container::Text | Container::Note(_) | Container::Check(..))
        {
            return self.error(line, "a word is explained in the text, the notes and the check questions");
        }
        let Some(term) = self.source.glossary.get(id) else {
            return self.error(line, format!("the glossary has no entry “{id}”"));
        };
        if self.terms.iter().all(|known| known.id != id) {
            self.terms.push(term.clone());
        }
        self.html(format!("<a class=\"term\" href=\"#{}term-{id}\">", self.prefix()));
        self.plain(words, line)?;
        self.html("</a>");
        Ok(())
    }

    /// `{readout: name}`, the only directive that stands inside of text.
    fn readout(&mut self, inner: &str, line: usize) -> Result<()> {
        match inner.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
            Some(("readout", name)) => {
                let Some(value) = (self.source.known.readout)(self.source.language, name) else {
                    return self.error(line, format!("no readout is called “{name}”, or it has no value"));
                };
                self.html(format!("<span data-readout=\"{}\">{}</span>", escaped(name), escaped(&value)));
                Ok(())
            }
            Some((key @ ("figure" | "table" | "show"), _)) => self.error(line, format!("{{{key}: …}} stands alone between blank lines")),
            _ => self.error(line, format!("{{{inner}}} is not known here")),
        }
    }

    fn plain(&mut self, text: &str, line: usize) -> Result<()> {
        if text.contains(['"', '\'']) {
            return self.error(line, "straight quotes: write “ ” ‘ ’ or „ “ ‚ ‘ and the apostrophe ’");
        }
        if text.contains("[^") {
            return self.error(line, "a footnote is called here that is not defined");
        }
        if text.contains(":::") {
            return self.error(line, "::: stands at the beginning of a line of its own, outside of lists");
        }
        if !text.is_empty() {
            // A number keeps its sign, also at the end of a line.
            self.output.push(Event::Text(text.replace(" %", "\u{202f}%").into()));
        }
        Ok(())
    }

    /// An equation as MathML.
    pub(super) fn equation(&self, latex: &str, display: MathDisplay, line: usize) -> Result<String> {
        match self.math.convert_with_local_state(latex, display) {
            Ok(converted) => Ok(converted.mathml),
            Err(error) => self.error(line, format!("the equation {} cannot be read: {error:?}", latex.trim())),
        }
    }
}
