//! What the binder of full screen needs.

/// The figure that fills the screen.
pub const ROOT: &str = "figure[data-figure]";

/// Says on the figure that the rest is open.
pub const REST: &str = "data-rest";

/// Says on the root element that a figure fills the screen.
pub const FULL: &str = "data-full-screen";

crate::needs! {
    /// Full screen, and back.
    FULL_SCREEN = "[data-action=fullscreen]";
    /// On a stage, the rest.
    MORE = "[data-action=more]";
    /// Says that there is no full screen here.
    NOTICE = ".figure-notice p";
}
