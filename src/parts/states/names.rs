//! What the binder of words for states finds.

/// Words that put a figure of the page into a state, which their own address says.
pub const ROOT: &str = "a[data-shows]";
/// Names the figure.
pub const FIGURE: &str = "data-shows";
