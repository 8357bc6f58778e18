//! Headings with their ids, and links.

use std::collections::VecDeque;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::{Kind, Located, Renderer, Result, containers::Container, directives::figure_and_state};
use crate::{
    Heading,
    html::{escaped, id_from, is_id},
};

impl Renderer<'_, '_> {
    /// The id of a heading: the one it was given, or one from its text, which is the beginning of `rest`.
    pub(super) fn heading_id(&mut self, level: HeadingLevel, id: Option<&str>, rest: &VecDeque<Located>, line: usize) -> Result<String> {
        let least = if matches!(self.source.kind, Kind::Page) { HeadingLevel::H2 } else { HeadingLevel::H3 };
        if level < least {
            return self.error(line, format!("headings begin at {least} here: what is above stands around the text"));
        }
        if !matches!(self.container, Container::Text) {
            return self.error(line, "headings do not stand in notes, steps and footnotes");
        }
        let prefix = self.prefix();
        if let Some(id) = id {
            if !is_id(id) || !self.ids.insert(format!("{prefix}{id}")) {
                return self.error(line, format!("“{id}” is taken, or cannot be an id"));
            }
            return Ok(format!("{prefix}{id}"));
        }
        let inner = rest.iter().map(|(event, _)| event).take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
        let text: String = inner
            .filter_map(|event| match event {
                Event::Text(piece) | Event::Code(piece) => Some(&**piece),
                _ => None,
            })
            .collect();
        let base = format!("{prefix}{}", id_from(&text));
        let free = (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") }).find(|id| !self.ids.contains(id));
        let id = free.unwrap_or(base);
        self.ids.insert(id.clone());
        Ok(id)
    }

    /// Notes the words of a heading of level 2, which is the last one of the output.
    pub(super) fn end_heading(&mut self) {
        let mut words = Vec::new();
        for event in self.output.iter().rev() {
            match event {
                Event::Text(piece) | Event::Code(piece) => words.push(&**piece),
                Event::Start(Tag::Heading { id: Some(id), .. }) => {
                    words.reverse();
                    self.headings.push(Heading { id: id.to_string(), title: words.concat() });
                    return;
                }
                _ => {}
            }
        }
    }

    /// Opens a link; the parser's own event closes it.
    pub(super) fn link(&mut self, kind: LinkType, target: &str, line: usize) -> Result<()> {
        if kind == LinkType::Email {
            return self.error(line, "an address to write to is not a link here");
        }
        if let Some(id) = target.strip_prefix('#') {
            let id = format!("{}{id}", self.prefix());
            self.html(format!("<a href=\"#{}\">", escaped(&id)));
            self.links.push((line, id));
        } else if target.starts_with("https://") || target.starts_with("http://") {
            self.html(format!("<a href=\"{}\" rel=\"noopener\">", escaped(target)));
        } else if let Some(show) = figure_and_state(target) {
            self.state_link(&show.figure, target, line)?;
        } else {
            return self.error(line, format!("“{target}”: a link leads to https://…, to #… in the same text, or to a state of a figure"));
        }
        Ok(())
    }

    /// Opens the words that put a figure into a state: a link to the figure alone in that state, of which the program makes more.
    fn state_link(&mut self, figure: &str, target: &str, line: usize) -> Result<()> {
        if !matches!((&self.source.kind, &self.container), (Kind::Page, Container::Text | Container::Note(_) | Container::Check(..))) {
            return self.error(line, "a link to a state stands in the text, the notes and the check questions of a page");
        }
        let href = self.state(target, line)?;
        self.shown.push((line, figure.to_owned()));
        self.states.push(target.to_owned());
        self.html(format!("<a class=\"state\" data-shows=\"{figure}\" href=\"{}\">", escaped(&href)));
        Ok(())
    }

    /// Every link inside the text leads to an id, and every state to a figure of the page.
    pub(super) fn check_links(&self) -> Result<()> {
        if let Some((line, figure)) = self.shown.iter().find(|(_, figure)| !self.figures.contains(figure)) {
            return self.error(*line, format!("the figure “{figure}” has no slot on this page"));
        }
        match self.links.iter().find(|(_, id)| !self.is_target(id)) {
            Some((line, id)) => self.error(*line, format!("nothing here has the id “{id}”")),
            None => Ok(()),
        }
    }

    /// Whether something in the text, or a figure on its page, has this id.
    fn is_target(&self, id: &str) -> bool {
        let figure = id.strip_prefix("figure-");
        self.ids.contains(id) || figure.is_some_and(|figure| self.figures.iter().any(|known| known == figure))
    }
}
