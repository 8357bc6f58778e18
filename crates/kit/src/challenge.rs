//! What a reader can try to bring about in a figure, which the figure checks itself.

use crate::locale::Label;

/// Something to bring about with the controls.
pub struct Challenge<P, O> {
    /// Its name where it is stored; another challenge has another name.
    pub name: &'static str,
    /// What is to be brought about, as a sentence.
    pub label: Label,
    /// Whether parameters and the outcome that they lead to do so; those at the start never do.
    pub met: fn(&P, &O) -> bool,
}
