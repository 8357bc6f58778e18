//! Headings with their ids, and links.

use std::collections::VecDeque;

use pulldown_cmark::{Event, HeadingLevel, LinkType, TagEnd};

use super::{Kind, Located, Renderer, Result, containers::Container};
use crate::html::{escaped, id_from, is_id};

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
        } else {
            return self.error(line, format!("“{target}”: a link leads to https://… or to #… in the same text"));
        }
        Ok(())
    }

    /// Every link inside the text leads to an id.
    pub(super) fn check_links(&self) -> Result<()> {
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
