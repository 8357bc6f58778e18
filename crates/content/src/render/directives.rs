//! Paragraphs that are one directive: `{figure: …}`, `{table: …}`, `{show: …}` and the lines `:::`.

use super::{Kind, Renderer, Result, containers::Container};
use crate::{Show, html::is_id};

impl Renderer<'_, '_> {
    /// Handles a paragraph that is one directive; false when it is something else.
    pub(super) fn block_directive(&mut self, text: &str, line: usize) -> Result<bool> {
        if let Some(head) = text.trim().strip_prefix(":::") {
            self.container(head.trim(), line)?;
            return Ok(true);
        }
        match directive(text) {
            Some(("figure", id)) => self.figure(id, line)?,
            Some(("table", name)) => match (self.source.known.table)(self.source.language, name) {
                Some(table) => {
                    self.html(format!("{table}\n"));
                    self.after_note = false;
                }
                None => return self.error(line, format!("no table is called “{name}”")),
            },
            Some(("show", target)) => {
                let show = self.show(target, line)?;
                match &mut self.container {
                    Container::Step(_, _, place @ None) if self.output.is_empty() => *place = Some(show),
                    _ => return self.error(line, "{show: …} is the first paragraph of a step"),
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn figure(&mut self, id: &str, line: usize) -> Result<()> {
        if !matches!((&self.container, &self.source.kind), (Container::Text, Kind::Page)) {
            return self.error(line, "a figure slot stands in the text of a page");
        }
        if !is_id(id) {
            return self.error(line, format!("“{id}” cannot be a figure’s id"));
        }
        if self.figures.iter().any(|known| known == id) {
            return self.error(line, format!("the figure “{id}” already has a slot on this page"));
        }
        let question = self.question_before_figure()?;
        self.questions.push(question);
        self.figures.push(id.to_owned());
        self.close_block();
        Ok(())
    }

    /// The address of a figure alone in a state.
    pub(super) fn state(&self, target: &str, line: usize) -> Result<String> {
        (self.source.known.state)(self.source.language, target).or_else(|why| self.error(line, format!("“{target}”: {why}")))
    }

    fn show(&self, target: &str, line: usize) -> Result<Show> {
        let Some(show) = figure_and_state(target) else {
            return self.error(line, format!("“{target}” is not a figure and its state, such as pen-drop?object=feather"));
        };
        self.state(target, line)?;
        Ok(show)
    }
}

/// A figure and its state, if a target is written like that.
pub(super) fn figure_and_state(target: &str) -> Option<Show> {
    let (figure, state) = target.split_once('?').unwrap_or((target, ""));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-+.=&".contains(&byte);
    (is_id(figure) && state.bytes().all(plain)).then(|| Show { figure: figure.to_owned(), state: state.to_owned() })
}

/// `{key: value}`, if the whole text is that.
fn directive(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    if inner.contains(['{', '}']) {
        return None;
    }
    inner.split_once(':').map(|(key, value)| (key.trim(), value.trim()))
}
