//! What keeping a picture in view needs.

/// A figure whose picture may stay in view: one with text around it.
pub const ROOT: &str = ".section figure[data-figure]";

/// Says that the reader has sent the picture back to its place, and has neither been there since nor asked for it.
pub const DISMISSED: &str = "data-dismissed";

/// Says on a figure that its picture stays in view.
pub const PINNED: &str = "data-pinned";
/// Says so on the root element: places that are gone to lie lower then.
pub const PINS: &str = "data-pins";

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
