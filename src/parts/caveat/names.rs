//! What the binder of the caveat needs.

/// The place of the caveat.
pub const ROOT: &str = ".caveat";

crate::needs! {
    /// The paragraph that holds it.
    TEXT = "p";
}
