//! One text from Markdown to HTML.
//!
//! The events of the Markdown parser pass through once. What belongs to the page goes to the current sink; margin notes
//! stay in it, steps and footnotes get a sink of their own; a figure slot closes a block and opens the next.

use std::collections::{BTreeMap, BTreeSet};

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use crate::{
    Error, Find, Question, Show, Step,
    html::{escape, id_from, is_id},
};

/// The few words that the pipeline itself writes, from `terms.md`.
pub(crate) struct Terms {
    /// Heading of the notes at the end.
    pub(crate) notes: String,
    /// Name of one of them, before its number.
    pub(crate) note: String,
    /// Name of the way back, before the number.
    pub(crate) back: String,
}

/// What kind of text it is.
pub(crate) enum Kind<'a> {
    /// A page of its own.
    Page,
    /// The text about a figure's model, which can stand beside others in one document.
    About(&'a str),
}

/// A text to be rendered, with all it may ask for.
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) language: &'a str,
    pub(crate) text: &'a str,
    pub(crate) first_line: usize,
    pub(crate) kind: Kind<'a>,
    pub(crate) terms: &'a Terms,
    pub(crate) readout: Find<'a>,
    pub(crate) table: Find<'a>,
}

/// What became of it.
#[derive(Debug)]
pub(crate) struct Rendered {
    pub(crate) blocks: Vec<String>,
    pub(crate) figures: Vec<String>,
    pub(crate) steps: Vec<Step>,
    pub(crate) questions: Vec<Option<Question>>,
    pub(crate) notes: String,
}

type Result<T> = std::result::Result<T, Error>;

/// Where the events go at the moment, with the line where it was opened.
enum Place {
    Text,
    Note(usize),
    Step(usize, String, Option<Show>),
    Question(usize, String),
    Footnote(usize, String),
}

#[derive(Default)]
struct Footnote<'a> {
    number: usize,
    uses: usize,
    text: Option<Vec<Event<'a>>>,
}

struct Renderer<'s, 'a> {
    source: &'s Source<'s>,
    math: LatexToMathML,
    place: Place,
    sink: Vec<Event<'a>>,
    /// The text's own sink, while a step or footnote has its own.
    aside: Vec<Event<'a>>,
    blocks: Vec<String>,
    figures: Vec<String>,
    steps: Vec<Step>,
    questions: Vec<Option<Question>>,
    /// The question that waits for its figure, with the line where it stands and what the text held before it.
    asked: Option<(Question, usize, usize)>,
    footnotes: BTreeMap<String, Footnote<'a>>,
    footnotes_used: usize,
    ids: BTreeSet<String>,
    links: Vec<(usize, String)>,
    after_note: bool,
}

/// Renders a text.
pub(crate) fn render(source: &Source) -> Result<Rendered> {
    let (text, lines) = prepare(source.text, source.first_line);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_MATH | Options::ENABLE_HEADING_ATTRIBUTES;
    // A line's end inside a paragraph is text like any other, so that a span may go over it.
    let parser = Parser::new_ext(&text, options).into_offset_iter().map(|(event, range)| match event {
        Event::SoftBreak => (Event::Text("\n".into()), range),
        event => (event, range),
    });
    let events: Vec<(Event, usize)> = TextMergeWithOffset::new(parser)
        .map(|(event, range)| (event, lines.get(text[..range.start].matches('\n').count()).copied().unwrap_or(source.first_line)))
        .collect();
    let math = LatexToMathML::new(MathCoreConfig::default())
        .map_err(|_| Error::in_file(source.file, "the equation writer could not be set up"))?;
    let mut renderer = Renderer {
        source,
        math,
        place: Place::Text,
        sink: Vec::new(),
        aside: Vec::new(),
        blocks: Vec::new(),
        figures: Vec::new(),
        steps: Vec::new(),
        questions: Vec::new(),
        asked: None,
        footnotes: BTreeMap::new(),
        footnotes_used: 0,
        ids: BTreeSet::new(),
        links: Vec::new(),
        after_note: true,
    };
    renderer.run(events)?;
    renderer.finish()
}

/// Sets blank lines around the lines that open and close containers, and says which line of the file each line was.
fn prepare(text: &str, first_line: usize) -> (String, Vec<usize>) {
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

/// `{key: value}`, if the whole text is that.
fn directive(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    if inner.contains(['{', '}']) {
        return None;
    }
    inner.split_once(':').map(|(key, value)| (key.trim(), value.trim()))
}

impl<'a> Renderer<'_, 'a> {
    fn error<T>(&self, line: usize, message: impl Into<String>) -> Result<T> {
        Err(Error::at(self.source.file, line, message))
    }

    fn prefix(&self) -> String {
        match self.source.kind {
            Kind::Page => String::new(),
            Kind::About(id) => format!("{id}-about-"),
        }
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.sink.push(Event::InlineHtml(html.into()));
    }

    fn run(&mut self, events: Vec<(Event<'a>, usize)>) -> Result<()> {
        let mut open = 0;
        let mut code = false;
        let mut events = events.into_iter().peekable();
        let mut pending: Vec<(Event<'a>, usize)> = Vec::new();
        while let Some((event, line)) = if pending.is_empty() { events.next() } else { Some(pending.remove(0)) } {
            // A paragraph that may be a directive or an equation is looked at as a whole.
            if matches!(event, Event::Start(Tag::Paragraph)) && open == 0 && pending.is_empty() {
                let mut paragraph = Vec::new();
                for (event, line) in events.by_ref() {
                    let ended = matches!(event, Event::End(TagEnd::Paragraph));
                    paragraph.push((event, line));
                    if ended {
                        break;
                    }
                }
                if let [(Event::Text(text), line), _] = paragraph.as_slice()
                    && self.block_directive(text, *line)?
                {
                    continue;
                }
                if let [(Event::DisplayMath(latex), line), _] = paragraph.as_slice() {
                    let equation = self.equation(latex, MathDisplay::Block, *line)?;
                    self.html(format!("<div class=\"equation\">{equation}</div>\n"));
                    self.after_note = false;
                    continue;
                }
                pending = paragraph;
            }
            match &event {
                Event::Start(Tag::FootnoteDefinition(_)) | Event::End(TagEnd::FootnoteDefinition) => {}
                Event::Start(_) if open == 0 && !matches!(self.place, Place::Footnote(..)) => self.after_note = false,
                _ => {}
            }
            match &event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            match event {
                Event::Start(Tag::CodeBlock(_)) => {
                    code = true;
                    self.sink.push(event);
                }
                Event::End(TagEnd::CodeBlock) => {
                    code = false;
                    self.sink.push(event);
                }
                Event::Text(text) if code => self.sink.push(Event::Text(text)),
                Event::Text(text) => self.text(&text, line)?,
                Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                    if !classes.is_empty() || !attrs.is_empty() {
                        return self.error(line, "a heading takes an id and nothing else in its braces");
                    }
                    // The heading's events up to its end, to make its id from its text.
                    let mut inner = Vec::new();
                    for next in events.by_ref() {
                        let ended = matches!(next.0, Event::End(TagEnd::Heading(_)));
                        inner.push(next);
                        if ended {
                            break;
                        }
                    }
                    let id = self.heading_id(level, id.as_deref(), &inner, line)?;
                    self.sink.push(Event::Start(Tag::Heading { level, id: Some(id.into()), classes, attrs }));
                    pending = inner;
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => self.link(link_type, &dest_url, line)?,
                Event::Start(Tag::Image { .. }) => return self.error(line, "pictures come from figures, not from Markdown"),
                Event::Start(Tag::FootnoteDefinition(label)) => self.open_footnote(&label, line)?,
                Event::End(TagEnd::FootnoteDefinition) => self.close_footnote(),
                Event::FootnoteReference(label) => self.reference(&label, line)?,
                Event::InlineMath(latex) => {
                    let equation = self.equation(&latex, MathDisplay::Inline, line)?;
                    self.html(equation);
                }
                Event::DisplayMath(_) => return self.error(line, "an equation in $$…$$ stands alone between blank lines"),
                Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                    return self.error(line, "raw HTML is not allowed in the content");
                }
                event => self.sink.push(event),
            }
        }
        Ok(())
    }

    /// Handles a paragraph that is one directive; false when it is something else.
    fn block_directive(&mut self, text: &str, line: usize) -> Result<bool> {
        if let Some(head) = text.trim().strip_prefix(":::") {
            self.container(head.trim(), line)?;
            return Ok(true);
        }
        match directive(text) {
            Some(("figure", id)) => self.figure(id, line)?,
            Some(("table", name)) => match (self.source.table)(self.source.language, name) {
                Some(table) => {
                    self.html(format!("{table}\n"));
                    self.after_note = false;
                }
                None => return self.error(line, format!("no table is called “{name}”")),
            },
            Some(("show", target)) => {
                let show = self.show(target, line)?;
                match &mut self.place {
                    Place::Step(_, _, place @ None) if self.sink.is_empty() => *place = Some(show),
                    _ => return self.error(line, "{show: …} is the first paragraph of a step"),
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn figure(&mut self, id: &str, line: usize) -> Result<()> {
        if !matches!((&self.place, &self.source.kind), (Place::Text, Kind::Page)) {
            return self.error(line, "a figure slot stands in the text of a page");
        }
        if !is_id(id) {
            return self.error(line, format!("“{id}” cannot be a figure’s id"));
        }
        if self.figures.iter().any(|known| known == id) {
            return self.error(line, format!("the figure “{id}” already has a slot on this page"));
        }
        let question = match self.asked.take() {
            Some((question, _, length)) if length == self.sink.len() => Some(question),
            Some((_, line, _)) => return self.error(line, "a question is followed by its figure at once"),
            None => None,
        };
        self.questions.push(question);
        self.figures.push(id.to_owned());
        self.close_block();
        Ok(())
    }

    fn close_block(&mut self) {
        let block = write(std::mem::take(&mut self.sink));
        self.blocks.push(block);
        self.after_note = true;
    }

    fn show(&self, target: &str, line: usize) -> Result<Show> {
        let (figure, state) = target.split_once('?').unwrap_or((target, ""));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-+.=&".contains(&byte);
        if !is_id(figure) || !state.bytes().all(plain) {
            return self.error(line, format!("“{target}” is not a figure and its state, such as pen-drop?object=feather"));
        }
        Ok(Show { figure: figure.to_owned(), state: state.to_owned() })
    }

    /// Opens or closes a container.
    fn container(&mut self, head: &str, line: usize) -> Result<()> {
        let (name, title) = head.split_once(' ').unwrap_or((head, ""));
        match (name, std::mem::replace(&mut self.place, Place::Text)) {
            ("note", Place::Text) if !title.is_empty() => return self.error(line, "a note has no title"),
            ("note", Place::Text) => {
                if self.after_note {
                    return self.error(line, "a note follows the one paragraph it stands beside; two notes in a row are one note");
                }
                self.html("<aside class=\"note\" role=\"note\">\n");
                self.place = Place::Note(line);
            }
            ("step", Place::Text) => {
                if title.is_empty() || !matches!(self.source.kind, Kind::Page) {
                    return self.error(line, "a step has a title and stands on a page");
                }
                self.aside = std::mem::take(&mut self.sink);
                self.place = Place::Step(line, title.trim().to_owned(), None);
            }
            ("question", Place::Text) => {
                if title.is_empty() || !matches!(self.source.kind, Kind::Page) || self.asked.is_some() {
                    return self.error(line, "a question has a title and stands on a page, one before its figure");
                }
                self.aside = std::mem::take(&mut self.sink);
                self.place = Place::Question(line, title.trim().to_owned());
            }
            ("", Place::Question(line, title)) => {
                let text = write(std::mem::replace(&mut self.sink, std::mem::take(&mut self.aside)));
                self.asked = Some((Question { title, text }, line, self.sink.len()));
                self.after_note = true;
            }
            ("", Place::Note(_)) => {
                self.html("</aside>\n");
                self.after_note = true;
            }
            ("", Place::Step(_, title, show)) => {
                let notes = write(std::mem::replace(&mut self.sink, std::mem::take(&mut self.aside)));
                self.steps.push(Step { title, show, notes, block: self.blocks.len() });
                self.after_note = true;
            }
            ("", Place::Text) => return self.error(line, "::: closes nothing here"),
            ("note" | "step" | "question", _) => {
                return self.error(line, "notes, steps and questions do not stand inside one another");
            }
            _ => return self.error(line, format!("“::: {name}” is neither a note nor a step nor a question")),
        }
        Ok(())
    }

    /// Text with spans and readouts, from this line on.
    fn text(&mut self, text: &str, first_line: usize) -> Result<()> {
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
                match (inner, inner.strip_prefix("lang=")) {
                    (".force", _) => self.html("<span class=\"force\">"),
                    (_, Some(code)) if is_id(code) => self.html(format!("<span lang=\"{code}\">")),
                    _ => return self.error(line, format!("{{{inner}}} is neither {{.force}} nor {{lang=…}}")),
                }
                self.plain(words, line)?;
                self.html("</span>");
            } else {
                self.plain(before, line)?;
                match inner.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
                    Some(("readout", name)) => {
                        let Some(value) = (self.source.readout)(self.source.language, name) else {
                            return self.error(line, format!("no readout is called “{name}”, or it has no value"));
                        };
                        self.html(format!("<span data-readout=\"{}\">{}</span>", escape(name), escape(&value)));
                    }
                    Some((key @ ("figure" | "table" | "show"), _)) => {
                        return self.error(line, format!("{{{key}: …}} stands alone between blank lines"));
                    }
                    _ => return self.error(line, format!("{{{inner}}} is not known here")),
                }
            }
            rest = after;
        }
        self.plain(rest, first_line)
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
            self.sink.push(Event::Text(text.replace(" %", "\u{202f}%").into()));
        }
        Ok(())
    }

    fn equation(&self, latex: &str, display: MathDisplay, line: usize) -> Result<String> {
        match self.math.convert_with_local_state(latex, display) {
            Ok(converted) => Ok(converted.mathml),
            Err(error) => self.error(line, format!("the equation {} cannot be read: {error:?}", latex.trim())),
        }
    }

    fn heading_id(&mut self, level: HeadingLevel, id: Option<&str>, inner: &[(Event, usize)], line: usize) -> Result<String> {
        let least = if matches!(self.source.kind, Kind::Page) { HeadingLevel::H2 } else { HeadingLevel::H3 };
        if level < least {
            return self.error(line, format!("headings begin at {least} here: what is above stands around the text"));
        }
        if !matches!(self.place, Place::Text) {
            return self.error(line, "headings do not stand in notes, steps and footnotes");
        }
        let prefix = self.prefix();
        if let Some(id) = id {
            if !is_id(id) || !self.ids.insert(format!("{prefix}{id}")) {
                return self.error(line, format!("“{id}” is taken, or cannot be an id"));
            }
            return Ok(format!("{prefix}{id}"));
        }
        let mut text = String::new();
        for (event, _) in inner {
            if let Event::Text(piece) | Event::Code(piece) = event {
                text.push_str(piece);
            }
        }
        let base = format!("{prefix}{}", id_from(&text));
        let free = (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") }).find(|id| !self.ids.contains(id));
        let id = free.unwrap_or(base);
        self.ids.insert(id.clone());
        Ok(id)
    }

    fn link(&mut self, kind: LinkType, target: &str, line: usize) -> Result<()> {
        if kind == LinkType::Email {
            return self.error(line, "an address to write to is not a link here");
        }
        if let Some(id) = target.strip_prefix('#') {
            let id = format!("{}{id}", self.prefix());
            self.html(format!("<a href=\"#{}\">", escape(&id)));
            self.links.push((line, id));
        } else if target.starts_with("https://") || target.starts_with("http://") {
            self.html(format!("<a href=\"{}\" rel=\"noopener\">", escape(target)));
        } else {
            return self.error(line, format!("“{target}”: a link leads to https://… or to #… in the same text"));
        }
        Ok(())
    }

    fn open_footnote(&mut self, label: &str, line: usize) -> Result<()> {
        if !matches!(self.place, Place::Text) {
            return self.error(line, "footnotes are defined outside of notes and steps");
        }
        if self.footnotes.get(label).is_some_and(|footnote| footnote.text.is_some()) {
            return self.error(line, format!("the footnote “{label}” is defined twice"));
        }
        self.aside = std::mem::take(&mut self.sink);
        self.place = Place::Footnote(line, label.to_owned());
        Ok(())
    }

    fn close_footnote(&mut self) {
        if let Place::Footnote(_, label) = std::mem::replace(&mut self.place, Place::Text) {
            let text = std::mem::replace(&mut self.sink, std::mem::take(&mut self.aside));
            self.footnotes.entry(label).or_default().text = Some(text);
        }
    }

    fn reference(&mut self, label: &str, line: usize) -> Result<()> {
        if !matches!(self.place, Place::Text | Place::Note(_)) {
            return self.error(line, "footnotes are called from the text and from margin notes");
        }
        let footnote = self.footnotes.entry(label.to_owned()).or_default();
        if footnote.uses == 0 {
            self.footnotes_used += 1;
            footnote.number = self.footnotes_used;
        }
        footnote.uses += 1;
        let (number, id) = (footnote.number, call_id(&self.prefix(), self.footnotes[label].number, self.footnotes[label].uses));
        let name = escape(&format!("{} {number}", self.source.terms.note));
        self.html(format!(
            "<sup class=\"footnote\"><a href=\"#{}\" id=\"{id}\" role=\"doc-noteref\" aria-label=\"{name}\">{number}</a></sup>",
            note_id(&self.prefix(), number)
        ));
        Ok(())
    }

    fn finish(mut self) -> Result<Rendered> {
        match &self.place {
            Place::Text => {}
            Place::Note(line) | Place::Step(line, ..) | Place::Question(line, _) | Place::Footnote(line, _) => {
                return self.error(*line, "what opens here is never closed");
            }
        }
        if let Some((_, line, _)) = self.asked {
            return self.error(line, "a question is followed by its figure at once");
        }
        if let Some((line, id)) = self.links.iter().find(|(_, id)| !self.ids.contains(id)) {
            return self.error(*line, format!("nothing here has the id “{id}”"));
        }
        if let Some(show) = self.steps.iter().filter_map(|step| step.show.as_ref()).find(|show| !self.figures.contains(&show.figure)) {
            return Err(Error::in_file(self.source.file, format!("a step shows “{}”, which has no slot on this page", show.figure)));
        }
        let notes = self.end_notes()?;
        self.close_block();
        if let (Kind::About(_), Some(last)) = (&self.source.kind, self.blocks.last_mut()) {
            last.push_str(&notes);
        }
        Ok(Rendered { blocks: self.blocks, figures: self.figures, steps: self.steps, questions: self.questions, notes })
    }

    /// The list of footnotes, in the order in which they are called.
    fn end_notes(&mut self) -> Result<String> {
        let (prefix, back) = (self.prefix(), self.source.terms.back.clone());
        let mut items = BTreeMap::new();
        for (label, footnote) in std::mem::take(&mut self.footnotes) {
            let Footnote { number, uses, text: Some(mut text) } = footnote else {
                return Err(Error::in_file(self.source.file, format!("the footnote “{label}” is not defined")));
            };
            if uses == 0 {
                return Err(Error::in_file(self.source.file, format!("the footnote “{label}” is never called")));
            }
            let mut ways = String::new();
            for nth in 1..=uses {
                let name = if uses == 1 { format!("{back} {number}") } else { format!("{back} {number} ({nth})") };
                ways.push_str(&format!(
                    " <a href=\"#{}\" class=\"back\" role=\"doc-backlink\" aria-label=\"{}\">↩\u{fe0e}</a>",
                    call_id(&prefix, number, nth),
                    escape(&name)
                ));
            }
            // Inside the last paragraph, where there is one.
            let end = text.len() - usize::from(matches!(text.last(), Some(Event::End(TagEnd::Paragraph))));
            text.insert(end, Event::InlineHtml(ways.into()));
            items.insert(number, format!("<li id=\"{}\">{}</li>\n", note_id(&prefix, number), write(text).trim_end()));
        }
        if items.is_empty() {
            return Ok(String::new());
        }
        let (title, items) = (escape(&self.source.terms.notes), items.into_values().collect::<String>());
        Ok(match self.source.kind {
            Kind::Page => format!(
                "<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\">{title}</h2>\n<ol>\n{items}</ol>\n</section>\n"
            ),
            Kind::About(_) => format!("<ol class=\"footnotes\" aria-label=\"{title}\">\n{items}</ol>\n"),
        })
    }
}

fn note_id(prefix: &str, number: usize) -> String {
    format!("{prefix}fn-{number}")
}

fn call_id(prefix: &str, number: usize, nth: usize) -> String {
    if nth == 1 { format!("{prefix}fnref-{number}") } else { format!("{prefix}fnref-{number}-{nth}") }
}

fn write(events: Vec<Event>) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    html
}

#[cfg(test)]
#[path = "render_tests.rs"]
mod tests;
