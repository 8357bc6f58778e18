//! What the binder of kept runs needs.

/// The place of kept runs.
pub const ROOT: &str = ".runs";

crate::needs! {
    /// Keeps the present run.
    KEEP = "[data-action=keep]";
    /// What is to be said of the axes, and of an address.
    NOTE = ".runs-note";
    /// A row for each run.
    LIST = "ul";
}
