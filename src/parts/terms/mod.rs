//! Words that open their entry in the glossary in place: links to the entry at the end of the text, of which the program makes buttons.
//! `pendrop-content` writes both.

pub mod bind;
pub mod names;
