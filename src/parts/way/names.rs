//! What the binder of the way finds.

/// The links to the headings of a section.
pub const HEADINGS: &str = ".where ol a";
