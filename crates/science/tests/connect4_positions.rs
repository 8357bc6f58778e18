//! The solved positions, solved anew.

use pendrop_budget::is_long;
use pendrop_science::connect4::{Board, COLUMNS, positions};

/// Value of a position for the player whose turn it is, 1 won, 0 drawn, -1 lost, by alpha-beta search.
struct Solver {
    /// Positions, and between which values theirs is known to lie.
    known: Vec<(Board, i8, i8)>,
}

/// The columns from the centre outwards.
const ORDER: [usize; COLUMNS] = [3, 2, 4, 1, 5, 0, 6];
const SIZE: usize = 1 << 20;

impl Solver {
    fn new() -> Self {
        Self { known: vec![(Board::EMPTY, -1, 1); SIZE] }
    }

    fn slot(board: Board) -> usize {
        ((board.mine() ^ board.all().rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 44) as usize
    }

    fn value(&mut self, board: Board, mut alpha: i8, mut beta: i8) -> i8 {
        if board.is_full() {
            return 0;
        }
        let landings = board.landings();
        if board.my_fours() & landings != 0 {
            return 1;
        }
        let threats = board.their_fours();
        let forced = threats & landings;
        let safe = (if forced == 0 { landings } else { forced }) & !(threats >> 1);
        if safe == 0 || forced & (forced.wrapping_sub(1)) != 0 {
            // Whatever is played, the other wins with the next stone; unless the board is full before.
            return if board.plies() == 41 { 0 } else { -1 };
        }
        let slot = Self::slot(board);
        if self.known[slot].0 == board {
            (alpha, beta) = (alpha.max(self.known[slot].1), beta.min(self.known[slot].2));
            if alpha >= beta {
                return alpha;
            }
        }
        let mut moves: Vec<Board> =
            ORDER.iter().filter_map(|column| board.landing(*column)).filter(|cell| cell & safe != 0).map(|cell| board.with(cell)).collect();
        moves.sort_by_key(|next| std::cmp::Reverse(next.their_fours().count_ones()));
        let mut best = -1;
        for next in moves {
            best = best.max(-self.value(next, -beta, -alpha.max(best)));
            if best >= beta {
                break;
            }
        }
        let (low, high) = if best >= beta {
            (best, 1)
        } else if best > alpha {
            (best, best)
        } else {
            (-1, best)
        };
        self.known[slot] = (board, low, high);
        best
    }

    /// The cells of the moves that keep the value.
    fn optimal(&mut self, board: Board) -> u64 {
        let values: Vec<(u64, i8)> = (0..COLUMNS)
            .filter_map(|column| board.landing(column))
            .map(|cell| (cell, if board.with(cell).is_won() { 1 } else { -self.value(board.with(cell), -1, 1) }))
            .collect();
        let best = values.iter().map(|(_, value)| *value).max();
        values.iter().filter(|(_, value)| Some(*value) == best).map(|(cell, _)| cell).sum()
    }
}

#[test]
fn they_are_positions_with_something_to_choose() {
    let positions = positions();
    assert_eq!(positions.len(), 500);
    for position in positions {
        let landings = position.board.landings();
        assert!((14..=20).contains(&position.board.plies()) && !position.board.is_over());
        assert!(position.optimal != 0 && position.optimal & !landings == 0 && position.optimal != landings, "{position:?}");
        assert_eq!((0..COLUMNS).filter(|column| position.is_optimal(*column)).count(), position.optimal.count_ones() as usize);
        assert!(!position.is_optimal(COLUMNS));
    }
}

#[test]
fn an_exact_search_finds_the_same_moves() {
    let mut solver = Solver::new();
    // Those with the fewest cells left are soon solved.
    let least = if is_long() { 0 } else { 20 };
    let mut solved = 0;
    for position in positions().iter().filter(|position| position.board.plies() >= least) {
        assert_eq!(solver.optimal(position.board), position.optimal, "{position:?}");
        solved += 1;
    }
    assert!(solved >= 60);
}
