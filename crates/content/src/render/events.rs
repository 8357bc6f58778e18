//! The parser's events, one after the other.

use std::collections::VecDeque;

use math_core::MathDisplay;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Located, Renderer, Result, containers::Container};

impl<'a> Renderer<'_, 'a> {
    pub(super) fn run(&mut self, mut events: VecDeque<Located<'a>>) -> Result<()> {
        while let Some((event, line)) = events.pop_front() {
            if matches!(event, Event::Start(Tag::Paragraph)) && self.depth == 0 && self.lone(&events)? {
                // What the paragraph held, and its end.
                events.drain(..2);
                continue;
            }
            match &event {
                Event::Start(tag) => {
                    let is_text = !matches!(tag, Tag::FootnoteDefinition(_)) && !matches!(self.container, Container::Footnote(..));
                    if self.depth == 0 && is_text {
                        self.after_note = false;
                    }
                    self.depth += 1;
                }
                Event::End(_) => self.depth -= 1,
                _ => {}
            }
            self.event(event, line, &events)?;
        }
        Ok(())
    }

    /// Handles a paragraph that is one directive or one equation; false when it is something else.
    fn lone(&mut self, rest: &VecDeque<Located<'a>>) -> Result<bool> {
        let (Some((inner, line)), Some((Event::End(TagEnd::Paragraph), _))) = (rest.front(), rest.get(1)) else { return Ok(false) };
        match inner {
            Event::Text(text) => self.block_directive(text, *line),
            Event::DisplayMath(latex) => {
                let equation = self.equation(latex, MathDisplay::Block, *line)?;
                self.html(format!("<div class=\"equation\">{equation}</div>\n"));
                self.after_note = false;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Handles one event; `rest` is what follows.
    fn event(&mut self, event: Event<'a>, line: usize, rest: &VecDeque<Located<'a>>) -> Result<()> {
        match event {
            Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {
                self.code = matches!(event, Event::Start(_));
                self.output.push(event);
            }
            Event::Text(text) if self.code => self.output.push(Event::Text(text)),
            Event::Text(text) => self.text(&text, line)?,
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                if !classes.is_empty() || !attrs.is_empty() {
                    return self.error(line, "a heading takes an id and nothing else in its braces");
                }
                let id = self.heading_id(level, id.as_deref(), rest, line)?;
                if level == HeadingLevel::H2 && self.depth == 1 {
                    self.heading.get_or_insert(self.output.len());
                }
                self.output.push(Event::Start(Tag::Heading { level, id: Some(id.into()), classes, attrs }));
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => {
                self.end_heading();
                self.output.push(event);
            }
            Event::TaskListMarker(_) if !matches!(self.container, Container::Check(..)) => {
                return self.error(line, "answers to tick stand in ::: check … :::");
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => self.link(link_type, &dest_url, line)?,
            Event::Start(Tag::Image { .. }) => return self.error(line, "pictures come from figures, not from Markdown"),
            Event::Start(Tag::FootnoteDefinition(label)) => self.open_footnote(&label, line)?,
            Event::End(TagEnd::FootnoteDefinition) => self.close_footnote(),
            Event::FootnoteReference(label) => self.call_footnote(&label, line)?,
            Event::InlineMath(latex) => {
                let equation = self.equation(&latex, MathDisplay::Inline, line)?;
                self.html(equation);
            }
            Event::DisplayMath(_) => return self.error(line, "an equation in $$…$$ stands alone between blank lines"),
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                return self.error(line, "raw HTML is not allowed in the content");
            }
            event => self.output.push(event),
        }
        Ok(())
    }
}
