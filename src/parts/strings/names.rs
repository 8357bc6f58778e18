//! What the elements with a page's strings are found by.

/// The name of the folder that an element brings.
pub const FOLDER: &str = "data-strings";
/// Selector of the elements.
pub const ROOT: &str = "script[data-strings]";
