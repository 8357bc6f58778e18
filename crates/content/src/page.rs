//! What a page consists of.

use crate::Term;

/// One page in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title, plain text.
    pub title: String,
    /// What search engines and previews say about it, plain text.
    pub description: String,
    /// The question to the reader on the cover, plain text; may be empty.
    pub question: String,
    /// One sentence for the cover, plain text; may be empty.
    pub summary: String,
    /// Its number among the sections, for those that are sections.
    pub section: Option<usize>,
    /// Name of its picture on the cover; sections have one, other pages have none.
    pub cover: String,
    /// The text between the figure slots: one block more than there are figures, some may be empty.
    pub blocks: Vec<Block>,
    /// Ids of the figures in order.
    pub figures: Vec<String>,
    /// The steps of the presentation in order.
    pub steps: Vec<Step>,
    /// The question before each figure, where there is one.
    pub questions: Vec<Option<Question>>,
    /// The check questions in order.
    pub checks: Vec<Check>,
    /// The headings of level 2 in order.
    pub headings: Vec<Heading>,
    /// The words that the text explains, in the order in which they first stand there.
    pub terms: Vec<Term>,
    /// Their list for the end of the page, HTML; empty where there are none.
    pub glossary: String,
    /// The footnotes in the order of their numbers.
    pub footnotes: Vec<Footnote>,
    /// What stands above the footnotes, plain text.
    pub footnotes_title: String,
}

impl Page {
    /// The whole text without its figures, HTML.
    #[must_use]
    pub fn html(&self) -> String {
        self.blocks.iter().map(Block::html).collect()
    }
}

/// The text between two figure slots, or before the first or after the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// HTML before its first heading of level 2; all of it where it has none.
    pub before_heading: String,
    /// HTML from that heading on.
    pub from_heading: String,
    /// Numbers of the footnotes that it calls, in the order of the calls.
    pub calls: Vec<usize>,
    /// The states of figures that its words lead to, in the order of the text, as they are written.
    pub states: Vec<String>,
}

impl Block {
    /// The whole block, HTML.
    #[must_use]
    pub fn html(&self) -> String {
        format!("{}{}", self.before_heading, self.from_heading)
    }
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its number, from 1, in the order in which footnotes are first called.
    pub number: usize,
    /// The id that its calls lead to.
    pub id: String,
    /// Its text with the links back to its calls, HTML.
    pub html: String,
}

/// A step of the presentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its title, plain text.
    pub title: String,
    /// The figure it shows.
    pub show: Option<Show>,
    /// What the speaker may want to say, HTML.
    pub notes: String,
    /// Index of the block it stands in.
    pub block: usize,
}

/// A question that the reader answers before the figure does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question itself, plain text.
    pub title: String,
    /// What belongs to it, HTML. It calls no footnotes.
    pub text: String,
}

/// A check question, which is part of its block's HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which answers are right, in their order.
    pub right: Vec<bool>,
    /// Index of the block it stands in.
    pub block: usize,
}

/// A heading of level 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its id.
    pub id: String,
    /// Its words, plain text.
    pub title: String,
}

/// A figure in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    /// The figure's id.
    pub figure: String,
    /// Its state as in an address, without the question mark; may be empty.
    pub state: String,
}
