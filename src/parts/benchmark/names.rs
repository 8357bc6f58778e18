//! What the binder of the measurement needs.

/// The line of a figure that measures.
pub const ROOT: &str = ".measuring";

crate::needs! {
    /// The button that begins and cancels.
    BUTTON = "[data-measure]";
    /// What is being done.
    WORD = ".computing-word";
    /// How much of it is done.
    SHARE = ".computing-share";
    /// The same as a bar.
    BAR = "progress";
}
