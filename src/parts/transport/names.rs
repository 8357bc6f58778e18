//! What the binder of the transport needs.

/// The transport of an animated figure.
pub const ROOT: &str = ".transport";

crate::needs! {
    /// The button that plays and pauses.
    PLAY_BUTTON = ".play";
    /// The shape on it.
    PLAY_SHAPE = ".play path";
    /// The button that goes on a step.
    STEP_BUTTON = ".step";
    /// The list of speeds.
    SPEED = "select.speed";
    /// The range that moves through time.
    SCRUBBER = "input.scrubber";
}
