//! Connect Four.

mod board;
mod positions;

pub use board::{Board, COLUMNS, ROWS};
pub use positions::{Position, positions};
