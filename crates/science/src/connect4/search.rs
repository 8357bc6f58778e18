//! Monte Carlo tree search: from the moves in the tree those are followed that promise most (upper confidence bounds), a new
//! one is added to it, and the game played to its end from there; the moves in the tree learn who won.
//!
//! Sources: L. Kocsis, C. Szepesvári, "Bandit based Monte-Carlo planning", ECML 2006; the bound is UCB1 of P. Auer, N.
//! Cesa-Bianchi, P. Fischer, "Finite-time analysis of the multiarmed bandit problem", Machine Learning 47, 2002, with values from
//! 0 (lost) to 1 (won) and the exploration constant 1: mean + sqrt(ln N / n).
//!
//! # What computing costs
//!
//! One unit is one move made, in the tree or in a playout. Knowledge is charged: a move of a guided playout costs 3 units, to
//! rank the moves of a position 2. A search ends with the first playout that reaches its budget, so it spends at most that one more.

mod playout;
mod tree;

use serde::{Deserialize, Serialize};

use self::tree::Tree;
use super::{
    board::{Board, COLUMNS, column_cells},
    columns::Columns,
    player::{Knowledge, Player},
};
use crate::random::Random;

/// What a move of a guided playout costs, in units.
const GUIDED_MOVE: u64 = 3;
/// What it costs to rank the moves of a position, in units.
const RANKING: u64 = 2;

/// What a player thinks before a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thought {
    /// The column to play.
    pub column: u8,
    /// How often the search went into each column; all 0 without a search.
    pub visits: [u32; COLUMNS],
    /// Half points that it found there: 2 for each win, 1 for each draw.
    pub points: [u32; COLUMNS],
    /// Units spent.
    pub units: u64,
    /// Playouts made.
    pub playouts: u64,
}

impl Thought {
    /// What a column is worth to the player whose turn it is, 0 (lost) to 1 (won); nothing where the search did not go.
    #[must_use]
    pub fn value(&self, column: usize) -> Option<f64> {
        let (visits, points) = (*self.visits.get(column)?, self.points[column]);
        (visits > 0).then(|| 0.5 * f64::from(points) / f64::from(visits))
    }
}

/// A search, which goes on by a few playouts at a time. It keeps its memory from one search to the next.
pub struct Search {
    tree: Tree,
    board: Board,
    player: Player,
    compute: u64,
    spent: u64,
    playouts: u64,
    random: Random,
    /// Known without a search.
    decided: Option<usize>,
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}

impl Search {
    /// With nothing to do yet.
    #[must_use]
    pub fn new() -> Search {
        Search {
            tree: Tree::new(),
            board: Board::EMPTY,
            player: Player::Pure,
            compute: 0,
            spent: 0,
            playouts: 0,
            random: Random::new(0),
            decided: Some(0),
        }
    }

    /// Begins to look for a player's move in a position in which the game is not over, with so many units. The same seed finds the
    /// same move everywhere.
    pub fn begin(&mut self, board: Board, player: Player, compute: u64, seed: u64) {
        (self.board, self.player, self.compute) = (board, player, compute);
        (self.spent, self.playouts, self.random) = (0, 0, Random::new(seed));
        let root = self.candidates(board);
        self.decided = (root.count() <= 1).then(|| root.at(0));
        self.tree.plant(root, matches!(player.knowledge(), Some(Knowledge::Prefers)));
    }

    /// Goes on until about so many units more are spent. False once there is no need to.
    pub fn step(&mut self, units: u64) -> bool {
        let until = self.spent.saturating_add(units);
        while !self.is_done() && self.spent < until {
            self.playout();
        }
        !self.is_done()
    }

    /// Whether the move is found. However small the budget is, one playout is made.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.decided.is_some() || (self.spent >= self.compute && self.playouts > 0)
    }

    /// Units spent so far.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// What is thought so far: the move that was looked at most, of several the one that promises most, and else chance.
    #[must_use]
    pub fn thought(&self) -> Thought {
        let column = self.decided.unwrap_or_else(|| self.tree.best(&mut self.random.clone()));
        let (visits, points) = self.tree.played();
        Thought { column: column as u8, visits, points, units: self.spent, playouts: self.playouts }
    }

    /// The moves to be looked at in a position, in their order.
    fn candidates(&mut self, board: Board) -> Columns {
        let Some(knowledge) = self.player.knowledge() else { return Columns::of(board.landings()) };
        self.spent += RANKING;
        knowledge.candidates(board)
    }

    /// From the root to a new move, and from there to the end of the game.
    fn playout(&mut self) {
        let knowledge = self.player.knowledge();
        let mut board = self.board;
        self.tree.start();
        // Half points of the player who has just moved.
        let points = loop {
            let (column, is_new) = self.tree.choose(&mut self.random);
            board = board.with(board.landings() & column_cells(column));
            self.spent += 1;
            if board.is_won() {
                break 2;
            }
            if board.is_full() {
                break 1;
            }
            if is_new {
                let (playout, cost) = match knowledge {
                    Some(_) => (playout::guided(board, &mut self.random), GUIDED_MOVE),
                    None => (playout::random(board, &mut self.random), 1),
                };
                self.spent += cost * u64::from(playout.moves);
                break 2 - playout.points;
            }
            if !self.tree.descend() {
                let candidates = self.candidates(board);
                self.tree.grow(candidates);
            }
        };
        self.tree.learn(points);
        self.playouts += 1;
    }
}

/// The move of a player in a position in which the game is not over.
#[must_use]
pub fn think(board: Board, player: Player, compute: u64, seed: u64) -> Thought {
    let mut search = Search::new();
    search.begin(board, player, compute, seed);
    while search.step(u64::MAX) {}
    search.thought()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEARCHERS: [Player; 4] = [Player::Pure, Player::Soft, Player::Guided { keep_moves: 2 }, Player::Guided { keep_moves: 4 }];

    #[test]
    fn a_search_spends_what_it_has_and_at_most_a_playout_more() {
        for player in SEARCHERS {
            for compute in [0, 1, 32, 100, 5000] {
                let thought = think(Board::EMPTY, player, compute, 1);
                // 41 moves after the first at 3 units each, and two rankings.
                assert!((compute..compute + 130).contains(&thought.units), "{player:?} {compute}: {}", thought.units);
                assert_eq!(u64::from(thought.visits.iter().sum::<u32>()), thought.playouts);
                assert!((0..COLUMNS).all(|column| thought.points[column] <= 2 * thought.visits[column]));
            }
        }
    }

    #[test]
    fn in_whatever_pieces_a_search_is_done_it_finds_the_same() {
        for player in SEARCHERS {
            let whole = think(Board::EMPTY, player, 20_000, 7);
            // The memory of another search does not matter.
            let mut search = Search::new();
            search.begin(Board::EMPTY, Player::Pure, 1000, 3);
            while search.step(333) {}
            search.begin(Board::EMPTY, player, 20_000, 7);
            let mut steps = 1;
            while search.step(100) {
                steps += 1;
            }
            assert_eq!(search.thought(), whole);
            assert!((80..=200).contains(&steps), "{steps}");
            assert_ne!(think(Board::EMPTY, player, 20_000, 8).points, whole.points);
        }
    }

    #[test]
    fn it_sees_what_wins_and_what_must_be_stopped() {
        let win = Board::after(&[2, 2, 3, 3]).expect("a position");
        let block = Board::after(&[0, 6, 0, 6, 0]).expect("a position");
        for player in SEARCHERS {
            for seed in 0..20 {
                // A third stone beside the two leaves two cells for the fourth.
                assert!([1, 4].contains(&think(win, player, 20_000, seed).column), "{player:?}");
                assert_eq!(think(block, player, 5000, seed).column, 0, "{player:?}");
            }
        }
        assert!(think(win, Player::Pure, 20_000, 1).value(4).is_some_and(|value| value > 0.8));
        assert_eq!(think(win, Player::Guided { keep_moves: 2 }, 20_000, 1).value(0), None);
    }

    #[test]
    fn who_does_not_search_spends_next_to_nothing() {
        let thought = think(Board::EMPTY, Player::RulesOnly, 1_000_000, 1);
        assert_eq!((thought.column, thought.units, thought.playouts), (3, RANKING, 0));
        // One who considers a single move does not either.
        let forced = Board::after(&[0, 6, 0, 6, 0]).expect("a position");
        assert_eq!(think(forced, Player::Guided { keep_moves: 2 }, 1000, 1).units, RANKING);
    }

    #[test]
    fn moves_that_are_forbidden_are_not_looked_at() {
        let thought = think(Board::EMPTY, Player::Guided { keep_moves: 3 }, 20_000, 1);
        let looked_at: Vec<usize> = (0..COLUMNS).filter(|column| thought.visits[*column] > 0).collect();
        assert_eq!(looked_at, [2, 3, 4]);
        assert!(think(Board::EMPTY, Player::Soft, 20_000, 1).visits.iter().all(|visits| *visits > 0));
    }
}
