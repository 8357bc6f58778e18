//! What an outcome shows in a frame: its picture, built once for both, and what the reader can do in it.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::{
    chart::{Point, Rect},
    locale::Language,
    svg::Svg,
    values::Key,
};

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
    /// What the reader has guessed, in the unit of the figure's question, to be drawn with the answer; in the picture before
    /// the guess, where that takes guesses, what the reader is about to guess.
    pub guess: Option<f64>,
}

/// An outcome in a frame. Whatever both determine is worked out when it is built; drawing a moment is then cheap.
pub trait Picture: Send + Sync {
    /// Draws what does not change while the reader watches or drags: axes, grids, titles.
    fn background(&self, svg: &mut Svg);
    /// Stands for all that the background follows from ([`key`]): pictures of one figure in one frame with equal keys have the same
    /// one, which then need not be drawn anew. Worth the trouble where it holds hundreds of points that most changes leave alone.
    fn background_key(&self) -> Option<u64> {
        None
    }
    /// Draws what changes, at `time` in s; where nothing is animated, at any time the same.
    fn foreground(&self, _svg: &mut Svg, _time: f64) {}
    /// Where its time axis lies, if the scrubber is to stand under it.
    fn time_axis(&self) -> Option<TimeAxis> {
        None
    }
    /// How far its axes reach where they follow the values, in words: `2 s`.
    fn extent(&self) -> Option<String> {
        None
    }
    /// Where the places of the game that the reader plays stand beside each other, all as wide.
    fn places(&self) -> Option<Rect> {
        None
    }
    /// Where the reader is invited to play: the left upper corner of a button, which is as high as a finger needs.
    fn invitation(&self) -> Option<Point> {
        None
    }
    /// The points that the reader can ask about.
    fn points(&self) -> Option<&dyn Points> {
        None
    }
    /// What the reader can move in it.
    fn interaction(&self) -> Option<&dyn Interaction> {
        None
    }
}

/// A number that stands for some values, for as long as the program runs.
#[must_use]
pub fn key(values: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    values.hash(&mut hasher);
    hasher.finish()
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

/// The points of a picture that can be asked about, by their index: the order in which keys go through them. There are as
/// many, with the same names, in every frame.
pub trait Points {
    /// How many there are.
    fn count(&self) -> usize;
    /// Where a point lies in the frame's units, from the left and from the top.
    fn position(&self, index: usize) -> Point;
    /// What it is called.
    fn name(&self, index: usize) -> &str;
    /// What it says when it is asked: its values with their units, and its source.
    fn details(&self, index: usize, language: Language) -> String;
    /// Where the picture's own names stand, which that of a point does not cover where there is another place for it.
    fn taken(&self) -> Vec<Rect> {
        Vec::new()
    }
    /// Whether the picture has the point's name beside it already.
    fn is_labelled(&self, _index: usize) -> bool {
        false
    }
}

/// What the reader can move in a picture.
pub trait Interaction {
    /// The handles that can be moved, always as many.
    fn handles(&self) -> Vec<Handle>;
    /// What a gesture makes of the parameters: SI values, within bounds. Nothing where it means nothing.
    fn edit(&self, gesture: Gesture) -> Vec<(Key, f64)>;
    /// Whether a range can be swept over.
    fn sweeps(&self) -> bool {
        false
    }
}

/// A handle in the picture that the reader can move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// Place in the frame's units, from the left and from the top.
    pub at: Point,
    /// The parameter that grows to the right; none where it moves up and down only.
    pub across: Option<Key>,
    /// The parameter that grows upwards; none where it moves sideways only.
    pub up: Option<Key>,
}

/// What a reader does in a picture, in the frame's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// A handle is moved to a place.
    Move {
        /// Its index among the handles.
        handle: usize,
        /// Where to.
        to: Point,
    },
    /// A place is pressed.
    Press(Point),
    /// A range is swept over sideways.
    Sweep {
        /// Where it began, from the left.
        from: f64,
        /// Where the pointer is now, from the left.
        to: f64,
    },
}
