//! What the binders of toolbar and panels need.

/// The figure that the toolbar belongs to.
pub const ROOT: &str = "figure[data-figure]";
/// A panel with text to be copied.
pub const CODE_ROOT: &str = ":is([data-panel=link], [data-panel=embed], [data-panel=file])";

crate::needs! {
    /// Back to the start.
    RESET = "[data-action=reset]";
    /// Says what failed.
    NOTICE = ".toolbar-notice p";
    /// The data table.
    TABLE = "[data-panel=table] table";
    /// The picture in words.
    DESCRIPTION = "[data-panel=description] p";
    /// The address that opens this state.
    LINK = "[data-panel=link]";
    /// The code that embeds it.
    EMBED = "[data-panel=embed]";
    /// The width of the frame that it makes.
    FRAME_WIDTH = "[data-panel=embed] select";
    /// A file that was saved, to be copied where the browser did not save it.
    FILE = "[data-panel=file]";
    /// It, where it is a picture.
    FILE_IMAGE = "[data-panel=file] .file-image";
    /// It, where it is a text.
    FILE_TEXT = "[data-panel=file] .file-text";
    /// What the model assumes and leaves out.
    ABOUT = "[data-panel=about]";
}

/// What the binder of a text to be copied needs.
pub mod code {
    crate::needs! {
        /// The text.
        TEXT = "textarea";
        /// The button that copies it.
        COPY = "button";
        /// Whether that went well.
        ANSWER = "span";
    }
}
