//! Words in the text that put a figure into a state, and take it back: links to the figure alone in that state, of which the program
//! makes buttons. `pendrop-content` writes them.

pub mod bind;
pub mod names;
