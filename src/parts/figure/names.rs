//! What the binder of a figure needs.

/// A figure.
pub const ROOT: &str = "figure[data-figure]";

/// What names the chunks of the program that it needs.
pub const CHUNKS: &str = "data-chunks";
/// What names the tables that it shows at the start.
pub const TABLES: &str = "data-tables";

/// Chunks of what only some figures have.
pub mod chunks {
    /// Handles, presses and ranges in the picture, and points to ask about.
    pub const INTERACTION: &str = "interaction";
    /// Computations beside the page.
    pub const JOBS: &str = "jobs";
    /// Measurements of the device.
    pub const MEASURING: &str = "measuring";
    /// All of these: what can wait until a figure answers.
    pub const FEATURES: [&str; 3] = [INTERACTION, JOBS, MEASURING];
}

/// What answers first; all else that is served disabled waits for the rest of the program.
pub const ANSWERING: &str = ":is(.settings, .transport) :is(input, select):disabled, .transport :disabled";

crate::needs! {
    /// Its title.
    TITLE = "h2";
    /// The line that says what the picture is drawn from.
    SOURCE_LINE = ".source-line";
    /// Its controls.
    SETTINGS = ".settings";
}
