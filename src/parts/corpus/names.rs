//! What the binder of the reader's text needs.

/// The fold for the reader's text.
pub const ROOT: &str = ".own-text";

crate::needs! {
    /// The field for it.
    FIELD = "textarea";
    /// Takes it.
    USE = "[data-action=use-text]";
    /// Goes back to the text of the site.
    BACK = "[data-action=site-text]";
    /// What has become of it.
    ANSWER = "[role=status] p";
}

/// What is said, where addresses of a state are given, of a text that these cannot hold.
pub const NOT_IN_LINK: &str = ".not-in-link";
