//! Who plays.

use serde::{Deserialize, Serialize};

use super::{board::Board, columns::Columns, score};

/// A player, by what he knows and how he decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Player {
    /// Knows what good players look at, and does not search: wins, blocks, or else takes the best of centre + threats made -
    /// gifts. More computing is of no use to him.
    RulesOnly,
    /// Searches among those moves alone which that knowledge ranks highest, with playouts that follow it.
    Guided {
        /// How many moves he considers, 2..=4.
        keep_moves: u8,
    },
    /// Searches with the same knowledge among all moves, none of them forbidden: his playouts follow it, and each move starts as if
    /// two playouts had been made of it, which the best ranked has won and the worst lost.
    Soft,
    /// Searches, and knows the rules of the game alone.
    Pure,
}

/// Knowledge, and how it is used.
#[derive(Clone, Copy, Debug)]
pub(super) enum Knowledge {
    /// So many moves are considered, or the one that wins or blocks.
    Forbids(u32),
    /// All moves are, the best first.
    Prefers,
}

impl Player {
    /// What he knows; nothing of one who knows the rules alone.
    pub(super) fn knowledge(self) -> Option<Knowledge> {
        match self {
            Player::RulesOnly => Some(Knowledge::Forbids(1)),
            Player::Guided { keep_moves } => Some(Knowledge::Forbids(u32::from(keep_moves.max(1)))),
            Player::Soft => Some(Knowledge::Prefers),
            Player::Pure => None,
        }
    }
}

impl Knowledge {
    /// The moves that are considered.
    pub fn candidates(self, board: Board) -> Columns {
        match self {
            Knowledge::Forbids(keep) => score::chosen(board, keep),
            Knowledge::Prefers => score::ranked(board),
        }
    }
}
