//! What the binder of the points needs.

/// The line under the picture.
pub const ROOT: &str = ".marks";

crate::needs! {
    /// The field that looks for names.
    SEARCH = ".mark-seek input";
    /// How many names match.
    COUNT = ".mark-count";
    /// The slider that goes through the points.
    RANGE = ".mark-range";
    /// The name of the point that is asked about.
    NAME = ".mark-told b";
    /// What it says.
    DETAILS = ".mark-told span";
}
