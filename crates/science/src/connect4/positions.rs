//! Positions whose value is known exactly: the yardstick that does not depend on an opponent.

use std::sync::OnceLock;

use super::{Board, COLUMNS};

/// 500 positions after 14 to 20 moves, in which no one has won yet, solved by an exact search: a row for each with the number
/// of moves made, the stones of the player whose turn it is, all stones, and the cells of those moves that keep the value of
/// the game, that is win, draw or loss with the best play of both. The search was our own; the tests solve them anew.
const SOLVED: &str = include_str!("../../data/connect4_positions.csv");

/// A position, and which moves in it are as good as any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The position.
    pub board: Board,
    /// The cells of the moves that keep the value of the game.
    pub optimal: u64,
}

impl Position {
    /// Whether a move in a column keeps the value of the game.
    #[must_use]
    pub fn is_optimal(&self, column: usize) -> bool {
        self.board.landing(column).is_some_and(|cell| cell & self.optimal != 0)
    }
}

/// The share of moves that keep the value which moves at random would have, in the first of the solved positions; nothing where
/// that is none.
#[must_use]
pub fn chance(count: usize) -> Option<f64> {
    let share = |position: &Position| {
        let legal: Vec<_> = (0..COLUMNS).filter(|column| position.board.landing(*column).is_some()).collect();
        legal.iter().filter(|column| position.is_optimal(**column)).count() as f64 / legal.len() as f64
    };
    let shares: Vec<_> = positions().iter().take(count).map(share).collect();
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
}

/// The solved positions.
pub fn positions() -> &'static [Position] {
    static POSITIONS: OnceLock<Vec<Position>> = OnceLock::new();
    POSITIONS.get_or_init(|| SOLVED.lines().skip(1).filter_map(read).collect())
}

fn read(row: &str) -> Option<Position> {
    let mut fields = row.split(',').skip(1).map(|field| field.parse::<u64>().ok());
    let (mine, all, optimal) = (fields.next()??, fields.next()??, fields.next()??);
    Some(Position { board: Board::from_stones(mine, all)?, optimal })
}
