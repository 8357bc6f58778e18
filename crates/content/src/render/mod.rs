//! One text from Markdown to HTML.
//!
//! The events of the Markdown parser pass through once. What belongs to the page goes to its output; margin notes stay in
//! it, steps, questions, checks and footnotes get an output of their own; a figure slot closes a block and opens the next.

mod anchors;
mod checks;
mod containers;
mod directives;
mod events;
mod footnotes;
mod lines;
mod words;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use math_core::{LatexToMathML, MathCoreConfig};
use pulldown_cmark::{CowStr, Event, Options, Parser, TextMergeWithOffset};

use crate::{
    Block, Check, Error, Footnote, Heading, Known, Question, Step,
    glossary::{Glossary, Term},
    terms::Terms,
};
use containers::{Asked, Container};
use footnotes::Definition;

/// What kind of text it is.
#[derive(Clone, Copy)]
pub(crate) enum Kind<'a> {
    /// A page of its own.
    Page,
    /// The text about a figure's model, which can stand beside others in one document.
    About(&'a str),
    /// The paragraph of an entry in the glossary.
    Entry,
}

/// A text to be rendered, with all it may ask for.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) language: &'a str,
    pub(crate) text: &'a str,
    pub(crate) first_line: usize,
    pub(crate) kind: Kind<'a>,
    pub(crate) terms: &'a Terms,
    pub(crate) glossary: &'a Glossary,
    pub(crate) known: Known<'a>,
}

impl Source<'_> {
    /// What all ids of this text begin with.
    pub(crate) fn prefix(&self) -> String {
        match self.kind {
            Kind::Page | Kind::Entry => String::new(),
            Kind::About(id) => format!("{id}-about-"),
        }
    }
}

/// What became of it.
#[derive(Debug)]
pub(crate) struct Rendered {
    pub(crate) blocks: Vec<Block>,
    pub(crate) figures: Vec<String>,
    pub(crate) steps: Vec<Step>,
    pub(crate) questions: Vec<Option<Question>>,
    pub(crate) checks: Vec<Check>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) terms: Vec<Term>,
    pub(crate) footnotes: Vec<Footnote>,
}

type Result<T> = std::result::Result<T, Error>;

/// An event with the line of the file where it begins.
type Located<'a> = (Event<'a>, usize);

struct Renderer<'s, 'a> {
    source: &'s Source<'s>,
    math: LatexToMathML,
    /// The container that is open, and its output.
    container: Container,
    output: Vec<Event<'a>>,
    /// The output of the text, while a step, question or footnote has its own.
    text_output: Vec<Event<'a>>,
    /// How many Markdown elements are open, and whether one of them is a code block.
    depth: usize,
    code: bool,
    /// Where the first heading of level 2 stands in the output of the block.
    heading: Option<usize>,
    /// The footnotes that the block calls, and the states that its words lead to.
    calls: Vec<usize>,
    states: Vec<String>,
    blocks: Vec<Block>,
    figures: Vec<String>,
    steps: Vec<Step>,
    questions: Vec<Option<Question>>,
    checks: Vec<Check>,
    headings: Vec<Heading>,
    terms: Vec<Term>,
    /// The question that waits for its figure.
    asked: Option<Asked>,
    footnotes: BTreeMap<String, Definition<'a>>,
    footnotes_called: usize,
    ids: BTreeSet<String>,
    links: Vec<(usize, String)>,
    /// The figures that words lead to, with their lines.
    shown: Vec<(usize, String)>,
    /// Whether no paragraph stands before, which a margin note could stand beside.
    after_note: bool,
}

/// Renders a text.
pub(crate) fn render(source: &Source) -> Result<Rendered> {
    let (text, lines) = lines::prepare(source.text, source.first_line);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    // A line's end inside a paragraph is text like any other, so that a span may go over it.
    let parser = Parser::new_ext(&text, options).into_offset_iter().map(|(event, range)| match event {
        Event::SoftBreak => (Event::Text("\n".into()), range),
        event => (event, range),
    });
    let events: VecDeque<Located> = TextMergeWithOffset::new(parser)
        .map(|(event, range)| (event, lines.get(text[..range.start].matches('\n').count()).copied().unwrap_or(source.first_line)))
        .collect();
    let math = LatexToMathML::new(MathCoreConfig::default())
        .map_err(|_| Error::in_file(source.file, "the equation writer could not be set up"))?;
    let mut renderer = Renderer {
        source,
        math,
        container: Container::Text,
        output: Vec::new(),
        text_output: Vec::new(),
        depth: 0,
        code: false,
        heading: None,
        calls: Vec::new(),
        states: Vec::new(),
        blocks: Vec::new(),
        figures: Vec::new(),
        steps: Vec::new(),
        questions: Vec::new(),
        checks: Vec::new(),
        headings: Vec::new(),
        terms: Vec::new(),
        asked: None,
        footnotes: BTreeMap::new(),
        footnotes_called: 0,
        ids: BTreeSet::new(),
        links: Vec::new(),
        shown: Vec::new(),
        after_note: true,
    };
    renderer.run(events)?;
    renderer.finish()
}

impl<'a> Renderer<'_, 'a> {
    fn error<T>(&self, line: usize, message: impl Into<String>) -> Result<T> {
        Err(Error::at(self.source.file, line, message))
    }

    fn prefix(&self) -> String {
        self.source.prefix()
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.output.push(Event::InlineHtml(html.into()));
    }

    /// Closes a block of the text at a figure slot or at the end.
    fn close_block(&mut self) {
        let mut before = std::mem::take(&mut self.output);
        let from = before.split_off(self.heading.take().unwrap_or(before.len()));
        let (calls, states) = (std::mem::take(&mut self.calls), std::mem::take(&mut self.states));
        self.blocks.push(Block { before_heading: write(before), from_heading: write(from), calls, states });
        self.after_note = true;
    }

    fn finish(mut self) -> Result<Rendered> {
        self.check_closed()?;
        self.check_links()?;
        if let Some(show) = self.steps.iter().filter_map(|step| step.show.as_ref()).find(|show| !self.figures.contains(&show.figure)) {
            return Err(Error::in_file(self.source.file, format!("a step shows “{}”, which has no slot on this page", show.figure)));
        }
        let footnotes = self.footnotes()?;
        self.close_block();
        Ok(Rendered {
            blocks: self.blocks,
            figures: self.figures,
            steps: self.steps,
            questions: self.questions,
            checks: self.checks,
            headings: self.headings,
            terms: self.terms,
            footnotes,
        })
    }
}

fn write(events: Vec<Event>) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    html
}

#[cfg(test)]
mod tests;
