//! What a figure's parameters lead to: it can be told, read, listed and shown.

use std::{any::Any, borrow::Cow, sync::Arc};

use crate::{
    chart::Point,
    format::short,
    locale::{Label, Language},
    picture::{Frame, Picture},
    play::Play,
    runs::Mark,
    sketch::Sketch,
    svg::Svg,
};

/// What a figure's parameters lead to.
pub trait Outcome: Any + Send + Sync {
    /// A sentence that states the finding.
    fn headline(&self, language: Language) -> String;
    /// One to three sentences for people who cannot see the picture.
    fn description(&self, language: Language) -> String;
    /// Why some readouts are missing, as a sentence for everyone; nothing when none is.
    fn caveat(&self, _language: Language) -> Option<String> {
        None
    }
    /// The line under the picture: what the picture is drawn from.
    fn source_line(&self, language: Language) -> String;
    /// Named values, the large one first.
    fn readouts(&self, language: Language) -> Vec<Readout>;
    /// The data behind the picture.
    fn table(&self, language: Language) -> Table;
    /// What it shows in a frame.
    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture>;
    /// How it moves, if it does.
    fn animation(&self) -> Option<&dyn Animation> {
        None
    }
    /// How a guess is made and judged, if the figure has a question.
    fn prediction(&self) -> Option<&dyn Prediction> {
        None
    }
    /// Why a run beside it is not in its picture, as the end of a sentence; nothing where it is.
    fn undrawn(&self, _run: Mark) -> Option<Label> {
        None
    }
    /// The game in which the reader can take a player's place, if there is one.
    fn play(&self) -> Option<&dyn Play> {
        None
    }
    /// What its jobs can be asked of a picture that the reader draws, if they can.
    fn sketch(&self) -> Option<&dyn Sketch> {
        None
    }
    /// The number by which it is compared with other runs, with its unit, if the figure compares them.
    fn decisive(&self, _language: Language) -> Option<String> {
        None
    }
}

/// An outcome that moves.
pub trait Animation {
    /// How long the animation lasts, in [`Animation::unit`].
    fn duration(&self) -> f64;
    /// The moment shown before anything has been played.
    fn poster(&self) -> f64 {
        0.0
    }
    /// The unit of its time: `s`, or `1` where time has no dimension.
    fn unit(&self) -> &'static str {
        "s"
    }
    /// So far apart are its moments, where it goes by steps such as the moves of a game: one of them passes in a second, and there is
    /// nothing that a reader has to have seen before an answer. Nothing where it flows.
    fn step(&self) -> Option<f64> {
        None
    }
}

/// An outcome that is guessed before it is shown.
pub trait Prediction {
    /// What a guess turned out to be worth, in words.
    fn verdict(&self, guess: f64, language: Language) -> String;
    /// A title that only describes, for before the guess.
    fn prompt(&self, language: Language) -> String;
    /// Draws the picture as it is before the guess: nothing in it gives the answer away. Where guesses can be made in the
    /// picture ([`Prediction::guess_at`]), `frame.guess` is the one that is being made: the question's start at first.
    fn draw(&self, svg: &mut Svg, frame: &Frame);
    /// Which guess a place in that picture means, in the frame's units from its left upper corner; any number, the question's
    /// bounds and steps are applied to it. Where the middle of the picture means a guess, the picture can be pressed and
    /// dragged, also beyond its edges. The answer must not depend on `frame.guess`, or the guess runs away under the finger.
    fn guess_at(&self, _frame: &Frame, _place: Point) -> Option<f64> {
        None
    }
    /// Where a guess stands in a picture that takes guesses: there a finger grabs it.
    fn guess_place(&self, _frame: &Frame, _guess: f64) -> Option<Point> {
        None
    }
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
    /// The number as displayed and its unit as displayed.
    pub display: (String, String),
    /// Where it stands.
    pub prominence: Prominence,
    /// Whether it belongs to the force that dominates in this state.
    pub accent: bool,
    /// Whether it was measured with a clock: the same values read differently on another device, and at another time.
    pub measured: bool,
}

/// Where a readout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prominence {
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
    /// No finite value; the displayed text says why.
    Missing,
}

impl Reading {
    /// The reading as the document holds it: the full number, the word, or `null`.
    #[must_use]
    pub fn data(&self) -> String {
        match self {
            Self::Number(value) => crate::number::plain(*value),
            Self::Word(word) => word.clone().into_owned(),
            Self::Missing => "null".to_owned(),
        }
    }
}

impl Readout {
    /// A number with its unit, displayed by `display`; where it is missing or not finite, `reason` says why in a word or two.
    pub fn number(
        name: &'static str,
        label: Label,
        unit: &'static str,
        value: Option<f64>,
        display: impl FnOnce(f64) -> (String, String),
        reason: &str,
    ) -> Self {
        let (reading, display) = match value.filter(|value| value.is_finite()) {
            Some(value) => (Reading::Number(value), display(value)),
            None => (Reading::Missing, (reason.to_owned(), String::new())),
        };
        Self { name, label, reading, unit, display, prominence: Prominence::Front, accent: false, measured: false }
    }

    /// A word that names a category, with the word that is displayed.
    pub fn word(name: &'static str, label: Label, word: impl Into<Cow<'static, str>>, display: impl Into<String>) -> Self {
        let (reading, display) = (Reading::Word(word.into()), (display.into(), String::new()));
        Self { name, label, reading, unit: "", display, prominence: Prominence::Front, accent: false, measured: false }
    }

    /// The same readout as the one large number.
    #[must_use]
    pub fn large(self) -> Self {
        Self { prominence: Prominence::Large, ..self }
    }

    /// The same readout under "More".
    #[must_use]
    pub fn under_more(self) -> Self {
        Self { prominence: Prominence::More, ..self }
    }

    /// The same readout as one that was measured with a clock.
    #[must_use]
    pub fn measured(self) -> Self {
        Self { measured: true, ..self }
    }

    /// The same readout in the colour of the dominant force, where it is that in this state.
    #[must_use]
    pub fn accented_if(self, dominates: bool) -> Self {
        Self { accent: dominates, ..self }
    }
}

/// The readouts as they stand beside each other: a reason that several share is said once, at the first of them, which is the large
/// one where that lacks a value; the others have a dash.
#[must_use]
pub fn beside_each_other(mut readouts: Vec<Readout>) -> Vec<Readout> {
    let mut said = Vec::new();
    for readout in readouts.iter_mut().filter(|readout| readout.reading == Reading::Missing) {
        let reason = &mut readout.display.0;
        if said.contains(reason) {
            "–".clone_into(reason);
        } else {
            said.push(reason.clone());
        }
    }
    readouts
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
    /// An SI number that is measured or calculated, so that its first digits say it; NaN where there is none.
    Number(f64),
    /// A year, a date or a count: every digit of it counts.
    Exact(f64),
    /// A name.
    Text(String),
}

impl Cell {
    /// The number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) | Self::Exact(value) => Some(*value),
            Self::Text(_) => None,
        }
    }

    /// As a page shows it, without markup.
    #[must_use]
    pub fn shown(&self, language: Language) -> String {
        match self {
            Self::Number(value) => short(*value, 5, language),
            // Counts up to millions, and a date to its day.
            Self::Exact(value) => short(*value, 7, language),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Table {
    /// A table of rows with a cell for each head.
    pub fn new(heads: impl IntoIterator<Item = &'static str>, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        Self { heads: heads.into_iter().map(str::to_owned).collect(), rows: rows.into_iter().collect() }
    }

    /// A table of SI numbers only.
    pub fn of_numbers(heads: impl IntoIterator<Item = &'static str>, rows: impl IntoIterator<Item = Vec<f64>>) -> Self {
        Self::new(heads, rows.into_iter().map(|row| row.into_iter().map(Cell::Number).collect()))
    }
}
