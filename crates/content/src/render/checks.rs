//! Check questions: a choice of answers, each with what there is to say to it.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Renderer, Result, write};
use crate::{Check, html::escaped};

/// An answer and what is said to it.
struct Answer<'a> {
    right: bool,
    words: Vec<Event<'a>>,
    why: Vec<Event<'a>>,
}

impl<'a> Renderer<'_, 'a> {
    /// Writes a check question: of what is said to the answers, the style sheet shows what belongs to the one that is chosen. The
    /// place where it is said is there from the start, so that it is read out.
    pub(super) fn check(&mut self, title: &str, inner: Vec<Event<'a>>, line: usize) -> Result<()> {
        let Some(answers) = answers(inner) else {
            return self
                .error(line, "a check question is a list of “- [x] answer” and “- [ ] answer”, each with a paragraph of its own below it");
        };
        if answers.len() < 2 || answers.iter().all(|answer| !answer.right) {
            return self.error(line, "a check question has at least two answers, and one of them is right");
        }
        let right = answers.iter().map(|answer| answer.right).collect();
        self.checks.push(Check { right, block: self.blocks.len() });
        let name = format!("check-{}", self.checks.len());
        let mut html = format!("<fieldset class=\"check\">\n<legend>{}</legend>\n", escaped(title));
        for (number, Answer { right, words, why }) in (1..).zip(answers) {
            let id = format!("{name}-{number}");
            html += &format!(
                "<div><input type=\"radio\" name=\"{name}\" id=\"{id}\" autocomplete=\"off\"{}><label for=\"{id}\">{}</label><div role=\"status\"><div>\n{}</div></div></div>\n",
                if right { " data-right" } else { "" },
                write(words),
                write(why)
            );
        }
        self.html(html + "</fieldset>\n");
        Ok(())
    }
}

/// The answers of a list; nothing where it is written in another way.
fn answers(inner: Vec<Event>) -> Option<Vec<Answer>> {
    let mut events = inner.into_iter();
    let mut answers = Vec::new();
    let Some(Event::Start(Tag::List(None))) = events.next() else { return None };
    loop {
        match events.next()? {
            Event::Start(Tag::Item) => answers.push(answer(&mut events)?),
            Event::End(TagEnd::List(_)) => return events.next().is_none().then_some(answers),
            _ => return None,
        }
    }
}

/// An answer, which ends with its item of the list.
fn answer<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> Option<Answer<'a>> {
    let Event::Start(Tag::Paragraph) = events.next()? else { return None };
    let Event::TaskListMarker(right) = events.next()? else { return None };
    let words = events.by_ref().take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph))).collect();
    let (mut why, mut depth) = (Vec::new(), 0);
    loop {
        let event = events.next()?;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        why.push(event);
    }
    (!why.is_empty()).then_some(Answer { right, words, why })
}
