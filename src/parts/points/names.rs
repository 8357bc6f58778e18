//! What the binder of the points needs.

/// The line under the picture.
pub const ROOT: &str = ".points";

crate::needs! {
    /// The field that looks for names.
    SEARCH = ".point-search input";
    /// How many names match.
    COUNT = ".point-count";
    /// The slider that goes through the points.
    RANGE = ".point-range";
    /// The name of the point that is asked about.
    NAME = ".point-details b";
    /// What it says.
    DETAILS = ".point-details span";
}
