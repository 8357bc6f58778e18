//! What the binder of a slider needs.

/// A slider.
pub const ROOT: &str = ".settings .slider";

crate::needs! {
    /// The native range.
    RANGE = "input[type=range]";
    /// The field in which the number can be written.
    FIELD = "input.value";
    /// The marked values.
    TICKS = ".ticks";
    /// The mark of the default.
    DEFAULT = ".default";
}
