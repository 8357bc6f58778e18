//! What the binder of a challenge needs.

/// The challenge of a figure.
pub const ROOT: &str = ".challenge";

crate::needs! {
    /// Says that it is done.
    DONE = ".challenge-done";
}
