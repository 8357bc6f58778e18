//! What the binder of the caveat needs.

/// The place of the caveat.
pub const ROOT: &str = ".caveat";

/// Says on a figure that it has one.
pub const CAVEAT: &str = "data-caveat";

crate::needs! {
    /// The paragraph that holds it.
    TEXT = "p";
}
