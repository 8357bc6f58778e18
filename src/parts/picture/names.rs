//! What the binder of a picture needs.

/// The box that a picture is shown in.
pub const ROOT: &str = "figure .picture:not(.prompt)";

crate::needs! {
    /// The wide layout.
    WIDE = "svg[data-layout=wide]";
    /// What stands still in it.
    WIDE_BACKGROUND = "svg[data-layout=wide] > g:nth-of-type(1)";
    /// What moves in it.
    WIDE_FOREGROUND = "svg[data-layout=wide] > g:nth-of-type(2)";
    /// The layout for phones.
    NARROW = "svg[data-layout=narrow]";
    /// What stands still in it.
    NARROW_BACKGROUND = "svg[data-layout=narrow] > g:nth-of-type(1)";
    /// What moves in it.
    NARROW_FOREGROUND = "svg[data-layout=narrow] > g:nth-of-type(2)";
}
