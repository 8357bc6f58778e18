//! What keeping a picture in view needs.

/// A figure whose picture may stay in view: one with text around it.
pub const ROOT: &str = ".section figure[data-figure]";

crate::needs! {
    /// Where its picture, and what belongs to it, has its place.
    STAGE = ".stage";
    /// What stays in view.
    SHOW = ".show";
    /// The picture.
    PICTURE = ".picture:not(.prompt)";
    /// What sends it back to its place.
    UNPIN = "[data-action=unpin]";
}
