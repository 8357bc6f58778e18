//! What the binder of explained words finds.

/// Words whose address names their entry.
pub const ROOT: &str = "a.term";
