//! Layer 2: what every figure is made of. Parameters and their state, addresses, formats, pictures and charts as SVG,
//! tables of data, jobs and their protocol.
//!
//! Invariant: knows no particular figure, so that another lecture could be built on it, and knows nothing about the web, its
//! frameworks, storage or the clock. A language is only a table of strings.

/// How a label is found in whichever language is shown: `label!(key)` reads the key of the `Strings` in scope.
#[macro_export]
macro_rules! label {
    ($key:ident) => {
        |language| Strings::of(language).$key
    };
}

pub mod challenge;
pub mod chart;
pub mod corpus;
pub mod difference;
pub mod figure;
pub mod format;
pub mod job;
pub mod locale;
pub mod number;
pub mod outcome;
pub mod parameter;
pub mod picture;
pub mod play;
pub mod query;
pub mod question;
pub mod recording;
pub mod runs;
pub mod sketch;
pub mod state;
pub mod svg;
pub mod tables;
pub mod text;
mod typed;
pub mod values;
