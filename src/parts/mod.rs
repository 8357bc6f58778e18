//! The parts of a page. Each keeps its sides together: `names` (what the binder needs in the markup, shared), `markup` (written
//! natively when the site is built) and `bind` (what brings it to life in the browser).
//!
//! A binder finds what it needs by selectors that its `names` list; a native test looks for all of them on every page.

pub mod benchmark;
pub mod caveat;
pub mod challenge;
pub mod choice;
pub mod corpus;
pub mod drawing;
pub mod figure;
pub mod full_screen;
pub mod gestures;
pub mod handles;
pub mod masthead;
pub mod notice;
pub mod panels;
pub mod picture;
pub mod pinned;
pub mod play;
pub mod points;
pub mod progress;
#[cfg(feature = "ssr")]
pub mod prose;
pub mod question;
pub mod readouts;
pub mod runs;
pub mod slider;
pub mod states;
pub mod strings;
pub mod terms;
pub mod toggle;
pub mod transport;
pub mod way;

#[cfg(all(test, feature = "ssr"))]
mod tests;

use crate::browser::dom::Need;

/// A part: where its root is, and what its binder needs below it.
pub struct Part {
    /// Selector of the root; a page has as many as it shows.
    pub root: &'static str,
    /// What the binder needs in each of them.
    pub needs: &'static [Need],
}

/// All parts whose binders find something.
pub const PARTS: &[Part] = &[
    Part { root: benchmark::names::ROOT, needs: benchmark::names::NEEDS },
    Part { root: caveat::names::ROOT, needs: caveat::names::NEEDS },
    Part { root: challenge::names::ROOT, needs: challenge::names::NEEDS },
    Part { root: corpus::names::ROOT, needs: corpus::names::NEEDS },
    Part { root: drawing::names::ROOT, needs: drawing::names::NEEDS },
    Part { root: figure::names::ROOT, needs: figure::names::NEEDS },
    Part { root: full_screen::names::ROOT, needs: full_screen::names::NEEDS },
    Part { root: masthead::names::ROOT, needs: masthead::names::NEEDS },
    Part { root: panels::names::ROOT, needs: panels::names::NEEDS },
    Part { root: panels::names::CODE_ROOT, needs: panels::names::code::NEEDS },
    Part { root: picture::names::ROOT, needs: picture::names::NEEDS },
    Part { root: play::names::ROOT, needs: play::names::NEEDS },
    Part { root: points::names::ROOT, needs: points::names::NEEDS },
    Part { root: progress::names::ROOT, needs: progress::names::NEEDS },
    Part { root: pinned::names::ROOT, needs: pinned::names::NEEDS },
    Part { root: question::names::ROOT, needs: question::names::NEEDS },
    Part { root: question::names::PROMPT_ROOT, needs: question::names::prompt::NEEDS },
    Part { root: runs::names::ROOT, needs: runs::names::NEEDS },
    Part { root: slider::names::ROOT, needs: slider::names::NEEDS },
    Part { root: states::names::ROOT, needs: &[] },
    Part { root: terms::names::ROOT, needs: &[] },
    Part { root: transport::names::ROOT, needs: transport::names::NEEDS },
    Part { root: way::names::HEADINGS, needs: &[] },
];
