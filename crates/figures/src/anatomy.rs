//! What every figure is made of.

use std::borrow::Cow;

pub use crate::question::Question;
use crate::{
    chart::Point,
    locale::{Label, Language},
    parameter::Parameter,
    svg::Svg,
    tables::Tables,
    values::Values,
};

/// A figure: declared parameters and a pure function from their values to an outcome.
pub trait Figure: Sync {
    /// Its id in addresses and in the document.
    fn id(&self) -> &'static str;
    /// Its source file, from the root of the repository.
    fn source(&self) -> &'static str;
    /// Its parameters, declared once.
    fn parameters(&self) -> &'static [Parameter];
    /// Heights of the picture's box in the narrow and in the wide layout.
    fn heights(&self) -> Heights;
    /// Names of the tables that the outcome for these values is made from.
    fn tables(&self, _values: &Values) -> &'static [&'static str] {
        &[]
    }
    /// The outcome for these values, complete however long it takes. The same values and tables give the same outcome.
    /// Tables that are not there count as empty.
    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome>;
    /// What a reader may guess before it answers.
    fn question(&self) -> Option<&'static Question> {
        None
    }
    /// Whether there are values for which it computes in pieces.
    fn computes(&self) -> bool {
        false
    }
    /// What [`Figure::solve`] computes, in pieces, where it takes longer than fits a frame; nothing where it does not, and
    /// never for the values at the start. To begin it costs next to nothing.
    fn computation(&self, _values: &Values) -> Option<Box<dyn Computation>> {
        None
    }
    /// Whether the page measures something on the reader's device for it, at the press of a button. What has been measured
    /// does not depend on the values.
    fn measures(&self) -> bool {
        false
    }
    /// The outcome as far as `found`, which this figure's computation or measurement has found; empty before its first piece.
    fn outcome(&self, values: &Values, _found: &[f64], tables: &Tables) -> Box<dyn Outcome> {
        self.solve(values, tables)
    }
}

/// A long computation in pieces, so that it can run anywhere, stream what it has so far, pause, and be cancelled.
pub trait Computation {
    /// Does the next piece: a few milliseconds of work. False once nothing is left to do.
    fn advance(&mut self) -> bool;
    /// How much of the work is done, from 0 to 1.
    fn share(&self) -> f64;
    /// What has been found so far, as plain numbers that [`Figure::outcome`] understands.
    fn found(&self) -> Vec<f64>;
}

/// Does a computation to its end.
#[must_use]
pub fn complete(mut computation: Box<dyn Computation>) -> Vec<f64> {
    while computation.advance() {}
    computation.found()
}

/// Heights of a picture in units of 1/16 of the root font size.
#[derive(Clone, Copy)]
pub struct Heights {
    /// On a phone.
    pub narrow: f64,
    /// From about 35 rem of width on.
    pub wide: f64,
}

/// What a figure's parameters lead to: it can be drawn, read, listed and told.
pub trait Outcome: Send + Sync {
    /// A sentence that states the finding.
    fn headline(&self, language: Language) -> String;
    /// One to three sentences for people who cannot see the picture.
    fn description(&self, language: Language) -> String;
    /// Why some readouts are missing, as a sentence for everyone; nothing when none is.
    fn caveat(&self, language: Language) -> Option<String>;
    /// The line under the picture: what the picture is drawn from.
    fn source_line(&self, language: Language) -> String;
    /// Named values, the large one first.
    fn readouts(&self, language: Language) -> Vec<Readout>;
    /// The data behind the picture.
    fn table(&self, language: Language) -> Table;
    /// How long the animation lasts, s; nothing where nothing moves.
    fn duration(&self) -> Option<f64> {
        None
    }
    /// The moment shown before anything has been played, s.
    fn poster(&self) -> f64 {
        0.0
    }
    /// Where the picture's time axis lies, if the scrubber is to stand under it.
    fn time_axis(&self, _frame: &Frame) -> Option<TimeAxis> {
        None
    }
    /// The unit of the animation's time: `s`, or `1` where time has no dimension.
    fn time_unit(&self) -> &'static str {
        "s"
    }
    /// The handles in the picture that the reader can move, always as many.
    fn handles(&self, _frame: &Frame) -> Vec<Handle> {
        Vec::new()
    }
    /// What the parameters of a handle become when it is moved to a place in the picture: SI values, within bounds.
    fn moved_to(&self, _frame: &Frame, _handle: usize, _place: Point) -> Vec<(&'static str, f64)> {
        Vec::new()
    }
    /// What a press on a place of the picture changes.
    fn pressed_at(&self, _frame: &Frame, _place: Point) -> Vec<(&'static str, f64)> {
        Vec::new()
    }
    /// What it changes to drag sideways over the picture from one place to another; nothing where that means nothing.
    fn swept(&self, _frame: &Frame, _from: f64, _to: f64) -> Vec<(&'static str, f64)> {
        Vec::new()
    }
    /// The points that the reader can ask about, in the order in which keys go through them.
    fn marks(&self, _frame: &Frame) -> Vec<Mark<'_>> {
        Vec::new()
    }
    /// What a point says when it is asked: its values with their units, and its source.
    fn mark_told(&self, _mark: usize, _language: Language) -> String {
        String::new()
    }
    /// What a guess turned out to be worth, in words.
    fn verdict(&self, _guess: f64, _language: Language) -> String {
        String::new()
    }
    /// A title that only describes, for before the guess.
    fn held(&self, _language: Language) -> String {
        String::new()
    }
    /// Draws the picture as it is before the guess: nothing in it gives the answer away. Where guesses can be made in the
    /// picture ([`Outcome::guess_at`]), `frame.guess` is the one that is being made: the question's start at first.
    fn draw_held(&self, _svg: &mut Svg, _frame: &Frame) {}
    /// Which guess a place in the held picture means, in the frame's units from its left upper corner; any number, the
    /// question's bounds and steps are applied to it. Where the middle of the picture means a guess, the picture can be
    /// pressed and dragged, also beyond its edges. The answer must not depend on `frame.guess`, or the guess runs away
    /// under the finger.
    fn guess_at(&self, _frame: &Frame, _x: f64, _y: f64) -> Option<f64> {
        None
    }
    /// Draws what does not change with time: axes, labels.
    fn draw_still(&self, svg: &mut Svg, frame: &Frame);
    /// Draws what changes with time, at `time` in s.
    fn draw_moving(&self, _svg: &mut Svg, _frame: &Frame, _time: f64) {}
}

/// The box a picture is drawn in. Lengths are in units of 1/16 of the root font size: CSS pixels at normal size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the box.
    pub width: f64,
    /// Height of the box.
    pub height: f64,
    /// Whether this is the layout for phones.
    pub narrow: bool,
    /// Language of the labels.
    pub language: Language,
    /// What the reader has guessed, in the unit of the figure's question, to be drawn with the answer; in a held picture
    /// that takes guesses, what the reader is about to guess.
    pub guess: Option<f64>,
}

/// A point of the picture that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark<'a> {
    /// Place in the frame's units, from the left and from the top.
    pub at: Point,
    /// What it is called.
    pub name: &'a str,
}

/// A handle in the picture that the reader can move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// Place in the frame's units, from the left.
    pub x: f64,
    /// Place in the frame's units, from the top.
    pub y: f64,
    /// Name of the parameter that grows to the right; empty where it moves up and down only.
    pub across: &'static str,
    /// Name of the parameter that grows upwards; empty where it moves sideways only.
    pub up: &'static str,
}

/// A time axis inside a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeAxis {
    /// Left end, where time is 0, in the frame's units.
    pub left: f64,
    /// Right end, in the frame's units.
    pub right: f64,
    /// Time at the right end, s.
    pub end: f64,
}

/// A named value.
pub struct Readout {
    /// Its name in the document; never changes.
    pub name: &'static str,
    /// What the reader sees.
    pub label: Label,
    /// The value.
    pub reading: Reading,
    /// SI unit, `1` for a ratio, empty for a word.
    pub unit: &'static str,
    /// The number as shown and its unit as shown.
    pub shown: (String, String),
    /// Where it stands.
    pub place: Place,
    /// Whether it belongs to the dominant force.
    pub accent: bool,
}

/// Where a readout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one large number.
    Large,
    /// Among the rows always shown.
    Front,
    /// Under "More".
    More,
}

/// What a readout reads.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A finite number in SI units.
    Number(f64),
    /// A word that names a category.
    Word(Cow<'static, str>),
    /// No finite value; the outcome's caveat or the shown text says why.
    Missing,
}

impl Reading {
    /// The reading as the document holds it: the full number, the word, or `null`.
    #[must_use]
    pub fn data(&self) -> String {
        match self {
            Self::Number(value) => format!("{value}"),
            Self::Word(word) => word.clone().into_owned(),
            Self::Missing => "null".to_owned(),
        }
    }
}

/// Rows of numbers and names.
pub struct Table {
    /// Column heads with units.
    pub heads: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// An SI number; NaN where there is none.
    Number(f64),
    /// A name.
    Text(String),
}

impl Cell {
    /// The number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Text(_) => None,
        }
    }
}

impl Table {
    /// A table of SI numbers only.
    pub fn of_numbers(heads: impl IntoIterator<Item = &'static str>, rows: impl IntoIterator<Item = Vec<f64>>) -> Self {
        let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::Number).collect());
        Self { heads: heads.into_iter().map(str::to_owned).collect(), rows: rows.collect() }
    }
}
