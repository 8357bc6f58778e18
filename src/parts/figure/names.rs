//! What the binder of a figure needs.

/// A figure.
pub const ROOT: &str = "figure[data-figure]";

crate::needs! {
    /// Its title.
    TITLE = "h2";
    /// The line that says what the picture is drawn from.
    SOURCE_LINE = ".source-line";
    /// Its controls.
    SETTINGS = ".settings";
}
