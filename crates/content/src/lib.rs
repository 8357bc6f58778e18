//! The lecture's prose: Markdown in, checked HTML out.
//!
//! Invariant: what [`load`] returns is complete. Every page and every figure's "About this model" exists in every
//! language with the same sections, figures, questions and presentation steps, every name resolves, and no text of a reader
//! is ever parsed.
//! Anything else is an [`Error`] that says where, and the build stops. This crate knows nothing of figures, numbers or
//! the web: values, tables and addresses of states come from the functions given to [`load`].
//!
//! # Files
//!
//! ```text
//! content/en/pen-drop.md           a page; its name is the slug
//! content/en/figures/pen-drop.md   "About this model" of the figure with that id, no front matter
//! content/en/glossary.md           the words that texts may explain: `### terminal speed {#terminal-speed}` and a paragraph each
//! content/en/terms.md              the few words that the pipeline itself writes
//! content/de/…                     the same files in each further language
//! ```
//!
//! # Syntax
//!
//! CommonMark with tables, footnotes and `$…$` equations, and this:
//!
//! | written | becomes |
//! |---|---|
//! | `---` `title: …` `---` | front matter: `title`, `description` (required), `question`, `summary`; for a section `section`, its number from 1 on, and `cover`, the name of its picture on the cover. Plain text |
//! | `{figure: pen-drop}` | a figure slot; alone between blank lines |
//! | `{table: pen-drop.objects}` | a table of declared values; alone between blank lines |
//! | `{readout: pen-drop.fall_time?object=feather}` | a value with its unit, filled in; parameters are optional, and `#number` at the end leaves out the unit |
//! | `[one force]{.force}` | the dominant force, the only accent in prose |
//! | `[title]{lang=en}` | words in another language |
//! | `[the feather](pen-drop?object=feather)` | words that put a figure of the page into a state; without a state into its start |
//! | `[terminal speed]{term=terminal-speed}` | words that open their entry in the glossary |
//! | `::: note` … `:::` | a margin note, right after the paragraph it stands beside; one per paragraph |
//! | `::: step Title` … `:::` | a presentation step with its speaker notes; not in the HTML. Its first paragraph may be `{show: pen-drop?object=feather}`, a figure of the page and its state |
//! | `::: question Title` … `:::` | what the reader guesses before the figure whose slot follows at once |
//! | `::: check Title` … `:::` | a check question: a list of `- [x] answer` and `- [ ] answer`, each with what there is to say to it as a paragraph of its own; at least one is right |
//! | `text[^a]` and `[^a]: …` | a footnote; the notes stand at the end of the page |
//! | `$$…$$` | an equation, alone between blank lines |
//! | `## Title {#id}` | a heading; without an id it gets one from its text. Pages begin at `##`, figure texts at `###` |
//!
//! Refused: raw HTML, images, straight quotes, links that are neither `https://…` nor to an id of the same text or to `#figure-ID` of the same page
//! nor to a figure of the same page in a state that it can have, and any
//! `{…}` that is not in this table.

mod agreement;
mod error;
mod files;
mod front;
mod glossary;
mod html;
mod page;
mod render;
mod site;
mod terms;

pub use error::Error;
pub use glossary::Term;
pub use page::{Block, Check, Footnote, Heading, Page, Question, Show, Step};
pub use site::{Section, Site};

use std::path::Path;

/// Finds something by language and name: a readout's formatted value (plain text), or a table (HTML).
///
/// The name of a readout is what stands in the text, parameters included: `pen-drop.fall_time?object=feather`.
pub type Find<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// The address of a figure alone in a state, by language and target (`pen-drop?object=feather`); or why there is no such state.
pub type FindState<'a> = &'a dyn Fn(&str, &str) -> Result<String, String>;

/// What the texts ask for and this crate does not know.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Finds a readout.
    pub readout: Find<'a>,
    /// Finds a table.
    pub table: Find<'a>,
    /// Finds the address of a state.
    pub state: FindState<'a>,
}

/// Reads and checks everything under the content folder. `languages` are the codes of all languages that the site has; the
/// others are compared with the first.
///
/// # Errors
///
/// The first thing found that is missing, differs between languages or cannot be understood, with its file and line.
pub fn load(root: &Path, languages: &[&str], known: Known) -> Result<Site, Error> {
    Site::build(&files::read(root)?, languages, known)
}
