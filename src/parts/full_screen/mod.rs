//! Full screen: the buttons in a figure's head that make a stage of it and leave it, and on it the one that opens what a room
//! does not need (`style/stage.css`).

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
