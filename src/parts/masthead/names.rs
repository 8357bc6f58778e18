//! What the binder of the head needs.

/// The body of a page with a head: figures alone have none.
pub const ROOT: &str = "body:has(.masthead)";

crate::needs! {
    /// The link that skips the head.
    SKIP = ".skip";
    /// The choice of themes.
    THEMES = ".themes";
    /// The button that opens it on a phone.
    THEMES_BUTTON = ".themes button";
    /// The links to the same page in other languages.
    LANGUAGES = ".languages";
}
