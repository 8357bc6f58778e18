//! What stands between `:::` lines: margin notes, steps of the presentation, questions, checks.

use super::{Kind, Renderer, Result, write};
use crate::{Question, Show, Step};

/// Where the events go at the moment, with the line where it was opened.
pub(super) enum Container {
    Text,
    Note(usize),
    Step(usize, String, Option<Show>),
    Question(usize, String),
    Check(usize, String),
    Footnote(usize, String),
}

/// A question that waits for its figure.
pub(super) struct Asked {
    question: Question,
    /// The line where it stands.
    line: usize,
    /// How long the output was before it: nothing may come between it and its figure.
    length: usize,
}

impl Renderer<'_, '_> {
    /// Opens or closes a container.
    pub(super) fn container(&mut self, head: &str, line: usize) -> Result<()> {
        let (name, title) = head.split_once(' ').unwrap_or((head, ""));
        match (name, std::mem::replace(&mut self.container, Container::Text)) {
            ("note", Container::Text) if !title.is_empty() => return self.error(line, "a note has no title"),
            ("note", Container::Text) => {
                if self.after_note {
                    return self.error(line, "a note follows the one paragraph it stands beside; two notes in a row are one note");
                }
                self.html("<aside class=\"note\" role=\"note\">\n");
                self.container = Container::Note(line);
            }
            ("step", Container::Text) => {
                if title.is_empty() || !matches!(self.source.kind, Kind::Page) {
                    return self.error(line, "a step has a title and stands on a page");
                }
                self.text_output = std::mem::take(&mut self.output);
                self.container = Container::Step(line, title.trim().to_owned(), None);
            }
            ("question", Container::Text) => {
                if title.is_empty() || !matches!(self.source.kind, Kind::Page) || self.asked.is_some() {
                    return self.error(line, "a question has a title and stands on a page, one before its figure");
                }
                self.text_output = std::mem::take(&mut self.output);
                self.container = Container::Question(line, title.trim().to_owned());
            }
            ("check", Container::Text) => {
                if title.is_empty() || !matches!(self.source.kind, Kind::Page) {
                    return self.error(line, "a check question has a title and stands on a page");
                }
                self.text_output = std::mem::take(&mut self.output);
                self.container = Container::Check(line, title.trim().to_owned());
            }
            ("", Container::Check(line, title)) => {
                let inner = std::mem::replace(&mut self.output, std::mem::take(&mut self.text_output));
                self.after_note = true;
                self.check(&title, inner, line)?;
            }
            ("", Container::Note(_)) => {
                self.html("</aside>\n");
                self.after_note = true;
            }
            ("", Container::Step(_, title, show)) => {
                let notes = self.close_output();
                self.steps.push(Step { title, show, notes, block: self.blocks.len() });
            }
            ("", Container::Question(line, title)) => {
                let text = self.close_output();
                self.asked = Some(Asked { question: Question { title, text }, line, length: self.output.len() });
            }
            ("", Container::Text) => return self.error(line, "::: closes nothing here"),
            ("note" | "step" | "question" | "check", _) => {
                return self.error(line, "notes, steps, questions and checks do not stand inside one another");
            }
            _ => return self.error(line, format!("“::: {name}” is neither a note nor a step nor a question nor a check")),
        }
        Ok(())
    }

    /// Closes the output of a step or question and returns to the text's.
    fn close_output(&mut self) -> String {
        self.after_note = true;
        write(std::mem::replace(&mut self.output, std::mem::take(&mut self.text_output)))
    }

    /// The question that stands right before a figure slot.
    pub(super) fn question_before_figure(&mut self) -> Result<Option<Question>> {
        match self.asked.take() {
            Some(asked) if asked.length == self.output.len() => Ok(Some(asked.question)),
            Some(asked) => self.error(asked.line, "a question is followed by its figure at once"),
            None => Ok(None),
        }
    }

    /// At the end of a text no container is open, and no question waits.
    pub(super) fn check_closed(&self) -> Result<()> {
        match &self.container {
            Container::Text => {}
            Container::Note(line)
            | Container::Step(line, ..)
            | Container::Question(line, _)
            | Container::Check(line, _)
            | Container::Footnote(line, _) => {
                return self.error(*line, "what opens here is never closed");
            }
        }
        match &self.asked {
            Some(asked) => self.error(asked.line, "a question is followed by its figure at once"),
            None => Ok(()),
        }
    }
}
