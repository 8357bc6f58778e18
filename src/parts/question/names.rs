//! What the binders of a question need.

/// A figure that is asked about, and the text that waits with it.
pub const ROOT: &str = "[data-question]";
/// What stands in the picture's place until the guess.
pub const PROMPT_ROOT: &str = "[data-question] .prompt";

/// Says that it has been answered since the page was there.
pub const ANSWERED: &str = "data-answered";
/// What stands below the answer in the figure that is asked about.
pub const BELOW: &str = ".results, .points, .settings, .toolbar";
/// The text that speaks of the answer.
pub const TEXT: &str = ".answer > *";
/// What opens with a question, and the pieces of it.
pub const REST: &str = ".rest";
/// See [`REST`].
pub const PIECES: &str = ".rest > *, .rest > .asked > *";

crate::needs! {
    /// The slider of guesses.
    RANGE = ".guess-range";
    /// Slider, number and button together.
    GUESS = ".guess";
    /// The guess as a large number, to be written.
    FIELD = ".guess-field";
    /// Says which guesses can be made.
    NOTICE = ".guess .notice";
    /// The button that makes the guess.
    COMMIT = "[data-guess=commit]";
    /// The button that takes it back.
    AGAIN = "[data-guess=again]";
    /// What the guess turned out to be worth.
    VERDICT = ".verdict p";
    /// The guess among the results.
    SAID = ".said";
    /// What opens the figure without a guess.
    SHOW_ANYWAY = ".show-anyway";
}

/// What the binder of the prompt needs.
pub mod prompt {
    /// Where a finger grabs the guess, in pictures that take guesses.
    pub const GRIP: &str = ".grip";

    crate::needs! {
        /// What is drawn in the wide layout.
        WIDE = "svg[data-layout=wide] > g";
        /// What is drawn in the layout for phones.
        NARROW = "svg[data-layout=narrow] > g";
    }
}
