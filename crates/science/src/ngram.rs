//! Character n-gram models of a text: the next character guessed from the last k. The order k is the structure: the less of
//! the past may count, the sooner the counts tell something, and the sooner they have nothing more to tell.
//!
//! Two ways to make probabilities of the counts of orders 0 to [`ORDERS`] - 1 ([`Smoothing`]): each order by itself, and each
//! interpolated with all below it. Both are measured in bits per character on a part of the text that is not counted, while
//! the counted part grows ([`Sampler`]).
//!
//! Of the text only runs of white space are changed: a run with a line end in it becomes one line end, any other one space.
//! It is cut into blocks, shuffled by the seed; the first are the test, the rest is counted in that order. Every character is
//! guessed from those that really stand before it, whichever part they belong to; the first few of the text only stand before
//! others. Symbols are Unicode scalar values, and the alphabet is that of the whole text.
//!
//! ```
//! use pendrop_science::ngram::{NgramSpec, Sampler, Smoothing};
//! let text = "Row, row, row your boat, gently down the stream. ".repeat(40);
//! let mut sampler = Sampler::new(&NgramSpec { text, add: 0.02, seed: 1 }).unwrap();
//! while sampler.step() {}
//! let (smoothing, order, bits) = sampler.statistics().best().unwrap();
//! assert!(order >= 2 && bits < 0.1);
//! assert_eq!(sampler.write(smoothing, order, 1, 20).chars().count(), 20);
//! ```

mod counts;
mod model;
mod sampler;
mod split;
mod statistics;
mod text;
mod writer;

pub use sampler::Sampler;
pub use statistics::BitStatistics;
pub use text::unwrapped;

use serde::{Deserialize, Serialize};

/// How many orders: 0, the frequencies of the characters alone, to 7, each after the seven before it.
pub const ORDERS: usize = 8;

/// How far apart the models are measured, in decades of counted characters, from 100 on.
pub const STEP_DECADES: f64 = 0.25;

/// Characters that a text must have, once its white space is normal.
pub const LEAST: usize = 1000;

/// Bytes of UTF-8 that a text may have. Counting as many takes up to 280 MB of memory, a fourth of it for usual text.
pub const MOST: usize = 2_000_000;

/// What is counted, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NgramSpec {
    /// Any text of [`LEAST`] characters to [`MOST`] bytes.
    pub text: String,
    /// What is added to each count where every order stands by itself, 1e-6..=10, such as 0.02.
    pub add: f64,
    /// Which random numbers: the same seed shuffles alike everywhere.
    pub seed: u64,
}

/// How counts become probabilities. Below, `c(x)` is how often x followed the context, n how often anything did, t how many
/// different symbols did, m how many symbols there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Smoothing {
    /// `(c(x) + add) / (n + add m)`: after a context never seen all symbols are alike (Lidstone).
    Additive,
    /// `(c(x) + t p(x)) / (n + t)` with p the same of the context shortened by its first character, and below order 0 all
    /// symbols alike: Witten and Bell, "The zero-frequency problem", IEEE Trans. Inf. Theory 37 (1991), as interpolated in
    /// Chen and Goodman, "An empirical study of smoothing techniques for language modeling" (1998), section 2.4. A prior
    /// that the data can outvote.
    Interpolated,
}

/// Why a text cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unusable {
    /// It has no characters, or only white space.
    Empty,
    /// It has fewer than [`LEAST`] characters: as many as this.
    TooShort(usize),
    /// It has more than [`MOST`] bytes: as many as this.
    TooLong(usize),
    /// It is one character again and again: nothing to guess.
    OneSymbol,
    /// It has more than 65 535 different characters.
    TooManySymbols,
}
