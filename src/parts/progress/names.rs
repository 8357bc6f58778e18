//! What the binder of the progress line needs.

/// The line of a figure that asks for jobs.
pub const ROOT: &str = ".computing:not(.measuring)";

crate::needs! {
    /// What is being done.
    WORD = ".computing-word";
    /// How much of it is done.
    SHARE = ".computing-share";
    /// The same as a bar.
    BAR = "progress";
    /// How long it will take.
    LEFT = ".computing-left";
    /// That this browser computes without vector instructions.
    PLAIN = ".computing-plain";
    /// The button that pauses and resumes.
    PAUSE = "[data-computing=pause]";
    /// The button that cancels, and begins anew.
    CANCEL = "[data-computing=cancel]";
}
