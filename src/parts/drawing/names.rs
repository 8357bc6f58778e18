//! What the binder of the pad needs.

/// The fold with the pad.
pub const ROOT: &str = ".drawing";

/// Of a judge, what it may find the picture to show, in order.
pub const THINGS: &str = "li";

crate::needs! {
    /// What is drawn on, and takes the keys.
    PAD = ".pad";
    /// Its cells.
    CANVAS = "canvas";
    /// The button that takes the last change back.
    UNDO = "[data-drawing=undo]";
    /// The button that empties the pad.
    CLEAR = "[data-drawing=clear]";
    /// Where nobody is there to be asked: why, and the button that changes it.
    ABSENT = ".drawing-absent";
    /// The button that has the learners train here.
    TRAIN = "[data-drawing=train]";
    /// Those who are asked.
    JUDGES = ".judges";
    /// What one of them says in a word.
    VERDICT = ".judge-said";
}
