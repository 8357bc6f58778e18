//! What the binder of a game needs.

/// What shows a figure that can be played.
pub const ROOT: &str = ".show[data-plays]";

/// Says on the figure that the reader's game is shown.
pub const PLAYED: &str = "data-played";
/// Says on the line under the board how the game stands.
pub const STAGE: &str = "data-stage";

crate::needs! {
    /// The button that begins.
    START = "[data-game=start]";
    /// The places in the picture.
    PLACES = ".places";
    /// The line under the picture.
    LINE = ".game";
    /// How the game stands.
    SAID = ".game-said";
    /// Whom the reader plays against.
    RIVAL = ".game-rival";
    /// The list of those who can be played against.
    RIVALS = ".game-rival select";
    /// The button that lets the other begin, or the reader.
    FIRST = "[data-game=first]";
    /// The button that takes the reader's last move back.
    TAKE_BACK = "[data-game=take-back]";
    /// The button that begins another game.
    AGAIN = "[data-game=again]";
    /// The button that asks again where no answer came.
    RETRY = "[data-game=retry]";
    /// The button that ends the game.
    LEAVE = "[data-game=leave]";
}
