//! What the binder of words for states finds.

/// Words that put a figure of the page into a state, which their own address says.
pub const ROOT: &str = "a[data-shows]";
/// The picture of a figure, which a question may keep back.
pub const PICTURE: &str = ".picture:not(.prompt)";
/// Names the figure.
pub const FIGURE: &str = "data-shows";
