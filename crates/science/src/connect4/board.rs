//! The board as two sets of cells, each the bits of one integer.
//!
//! The cell in `column` and `row` is bit 7 column + row, both counted from 0, row 0 at the bottom. Each column has seven bits
//! for six rows: the one on top is always empty, so that lines which are shifted by a row never run into the next column.

use serde::{Deserialize, Serialize};

/// How many columns there are.
pub const COLUMNS: usize = 7;
/// How many rows.
pub const ROWS: usize = 6;

/// Bits of a column: its rows, and the one that is always empty.
const HEIGHT: u32 = ROWS as u32 + 1;
/// The bottom row.
const BOTTOM: u64 = every_column(1);
/// All cells.
const CELLS: u64 = BOTTOM * ((1 << ROWS) - 1);
/// The ways to go from a cell to the next in a line: up, down to the right, to the right, up to the right.
const WAYS: [u32; 4] = [1, HEIGHT - 1, HEIGHT, HEIGHT + 1];

const fn every_column(bits: u64) -> u64 {
    let (mut cells, mut column) = (0, 0);
    while column < COLUMNS as u32 {
        cells |= bits << (column * HEIGHT);
        column += 1;
    }
    cells
}

/// A position, as the player sees it whose turn it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Board {
    /// Stones of the player whose turn it is.
    mine: u64,
    /// All stones.
    all: u64,
}

impl Board {
    /// No stone yet.
    pub const EMPTY: Board = Board { mine: 0, all: 0 };

    /// The top row.
    pub(super) const TOP: u64 = BOTTOM << (ROWS - 1);

    /// From the stones of the player whose turn it is, and all stones. Nothing where that is no position: a stone hangs in the
    /// air, or one player has had other than his share of turns.
    #[must_use]
    pub fn from_stones(mine: u64, all: u64) -> Option<Board> {
        // A column of stones from the bottom up is one less than a power of two; adding one leaves none of its bits.
        let (theirs, standing) = (all ^ mine, all & !CELLS == 0 && all.wrapping_add(BOTTOM) & all == 0);
        let turns = (0..=1).contains(&(i64::from(theirs.count_ones()) - i64::from(mine.count_ones())));
        (standing && mine & !all == 0 && turns).then_some(Board { mine, all })
    }

    /// After these moves from the empty board, each a column. Nothing where one of them cannot be made.
    #[must_use]
    pub fn after(columns: &[usize]) -> Option<Board> {
        columns.iter().try_fold(Board::EMPTY, |board, column| {
            let cell = board.landing(*column).filter(|_| !board.is_over())?;
            Some(board.with(cell))
        })
    }

    /// Stones of the player whose turn it is.
    #[must_use]
    pub const fn mine(self) -> u64 {
        self.mine
    }

    /// Stones of the other player.
    #[must_use]
    pub const fn theirs(self) -> u64 {
        self.all ^ self.mine
    }

    /// All stones.
    #[must_use]
    pub const fn all(self) -> u64 {
        self.all
    }

    /// How many moves have been made.
    #[must_use]
    pub const fn plies(self) -> u32 {
        self.all.count_ones()
    }

    /// The cells where a stone may land: one in each column that is not full. It does not ask whether the game is over.
    #[inline]
    #[must_use]
    pub const fn landings(self) -> u64 {
        (self.all + BOTTOM) & CELLS
    }

    /// The cell where a stone lands in a column; nothing where it is full, or no column.
    #[inline]
    #[must_use]
    pub fn landing(self, column: usize) -> Option<u64> {
        let cell = if column < COLUMNS { self.landings() & column_cells(column) } else { 0 };
        (cell != 0).then_some(cell)
    }

    /// The position after a stone in a cell, which is one of the [landings](Board::landings).
    #[inline]
    #[must_use]
    pub const fn with(self, cell: u64) -> Board {
        Board { mine: self.theirs(), all: self.all | cell }
    }

    /// The position before the stone in a cell, which is the one of the last move.
    #[must_use]
    pub const fn without(self, cell: u64) -> Board {
        Board { mine: self.theirs() & !cell, all: self.all & !cell }
    }

    /// Whether the player who has just moved has four in a line.
    #[inline]
    #[must_use]
    pub const fn is_won(self) -> bool {
        has_four(self.theirs())
    }

    /// Whether there is no cell left.
    #[inline]
    #[must_use]
    pub const fn is_full(self) -> bool {
        self.all == CELLS
    }

    /// Whether no move can be made any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        self.is_won() || self.is_full()
    }

    /// The empty cells, within reach or not, that would make a four for the player whose turn it is.
    #[inline]
    #[must_use]
    pub const fn my_fours(self) -> u64 {
        completing(self.mine) & (CELLS ^ self.all)
    }

    /// The empty cells, within reach or not, that would make a four for the other player.
    #[inline]
    #[must_use]
    pub const fn their_fours(self) -> u64 {
        completing(self.theirs()) & (CELLS ^ self.all)
    }

    /// Left and right exchanged.
    #[must_use]
    pub fn mirrored(self) -> Board {
        let mirror = |cells: u64| {
            (0..COLUMNS as u32).fold(0, |all, column| {
                let bits = cells >> (column * HEIGHT) & ((1 << HEIGHT) - 1);
                all | bits << ((COLUMNS as u32 - 1 - column) * HEIGHT)
            })
        };
        Board { mine: mirror(self.mine), all: mirror(self.all) }
    }
}

/// All cells of a column.
#[inline]
#[must_use]
pub(super) const fn column_cells(column: usize) -> u64 {
    ((1 << ROWS) - 1) << (column as u32 * HEIGHT)
}

/// The column in which a cell is.
#[inline]
#[must_use]
pub(super) const fn column_of(cell: u64) -> usize {
    (cell.trailing_zeros() / HEIGHT) as usize
}

/// Whether four stones are in a line.
#[inline]
const fn has_four(stones: u64) -> bool {
    let mut way = 0;
    let mut fours = 0;
    while way < WAYS.len() {
        let pairs = stones & (stones >> WAYS[way]);
        fours |= pairs & (pairs >> (2 * WAYS[way]));
        way += 1;
    }
    fours != 0
}

/// The cells that three stones lead to, taken or not, the ones outside of the board among them.
#[inline]
const fn completing(stones: u64) -> u64 {
    // A column grows upwards only.
    let mut cells = (stones << 1) & (stones << 2) & (stones << 3);
    let mut way = 1;
    while way < WAYS.len() {
        let step = WAYS[way];
        // The line's end after three; or the gap after two, with the third beyond it; and the same the other way round.
        let (after, before) = ((stones << step) & (stones << (2 * step)), (stones >> step) & (stones >> (2 * step)));
        cells |= after & ((stones << (3 * step)) | (stones >> step));
        cells |= before & ((stones >> (3 * step)) | (stones << step));
        way += 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use std::collections::HashSet;

    /// How many sequences of so many moves there are: a game that is over goes no further.
    fn sequences(board: Board, plies: u32) -> u64 {
        if plies == 0 {
            return 1;
        }
        let of = |column| board.landing(column).map_or(0, |cell| sequences(board.with(cell), plies - 1));
        if board.is_over() { 0 } else { (0..COLUMNS).map(of).sum() }
    }

    /// 7^n, but for the sequences that overfill a column, and from the eighth move on those that were won before.
    #[test]
    fn as_many_sequences_of_moves_as_there_are() {
        let counts: Vec<u64> = (1..=8).map(|plies| sequences(Board::EMPTY, plies)).collect();
        assert_eq!(counts, [7, 49, 343, 2401, 16_807, 117_649, 823_536, 5_673_234]);
    }

    /// John Tromp's numbers (OEIS A212693).
    #[test]
    fn as_many_positions_as_there_are() {
        let mut positions = HashSet::from([Board::EMPTY]);
        let counts: Vec<usize> = (1..=8)
            .map(|_| {
                let open = positions.iter().filter(|board| !board.is_over());
                positions = open.flat_map(|board| (0..COLUMNS).filter_map(|column| Some(board.with(board.landing(column)?)))).collect();
                positions.len()
            })
            .collect();
        assert_eq!(counts, [7, 49, 238, 1120, 4263, 16_422, 54_859, 184_275]);
    }

    /// Games of random moves to their end.
    fn games() -> impl Iterator<Item = Vec<(Board, u64)>> {
        let mut random = Random::new(1);
        (0..300).map(move |_| {
            let (mut board, mut moves) = (Board::EMPTY, Vec::new());
            while !board.is_over() {
                let column = random.below(COLUMNS as u32) as usize;
                if let Some(cell) = board.landing(column) {
                    moves.push((board, cell));
                    board = board.with(cell);
                }
            }
            moves
        })
    }

    /// Whether a cell makes a four, cell by cell along each line.
    fn makes_four(stones: u64, cell: u64) -> bool {
        let at = cell.trailing_zeros() as i32;
        let (column, row) = (at / 7, at % 7);
        let stone =
            |column: i32, row: i32| (0..7).contains(&column) && (0..6).contains(&row) && (stones | cell) >> (7 * column + row) & 1 == 1;
        [(0, 1), (1, -1), (1, 0), (1, 1)].iter().any(|(right, up)| {
            let reach = |sign: i32| (1..4).take_while(|step| stone(column + sign * step * right, row + sign * step * up)).count();
            reach(1) + reach(-1) >= 3
        })
    }

    #[test]
    fn lines_of_four_are_found() {
        let mut won = 0;
        for game in games() {
            for (board, cell) in &game {
                let next = board.with(*cell);
                assert_eq!(next.is_won(), makes_four(board.mine(), *cell));
                won += u32::from(next.is_won());
                let empty = (0..49).map(|bit| 1 << bit).filter(|cell| CELLS & cell & !board.all() != 0);
                let (mine, theirs) = empty.fold((0, 0), |(mine, theirs), cell| {
                    let mark = |stones| if makes_four(stones, cell) { cell } else { 0 };
                    (mine | mark(board.mine()), theirs | mark(board.theirs()))
                });
                assert_eq!((board.my_fours(), board.their_fours()), (mine, theirs));
            }
        }
        assert!(won > 250);
    }

    #[test]
    fn a_move_is_taken_back_and_mirrored() {
        for game in games() {
            for (board, cell) in game {
                let next = board.with(cell);
                assert_eq!(next.without(cell), board);
                assert_eq!(next.plies(), board.plies() + 1);
                assert_eq!(next.mirrored().mirrored(), next);
                assert_eq!(next.mirrored().is_won(), next.is_won());
                let opposite = board.mirrored().landing(COLUMNS - 1 - column_of(cell)).expect("not full");
                assert_eq!(board.mirrored().with(opposite), next.mirrored());
                assert_eq!(Board::from_stones(next.mine(), next.all()), Some(next));
                assert_ne!(next, board);
            }
        }
    }

    #[test]
    fn what_is_no_position() {
        // In the air, outside of the board, a stone that is not among all, two turns in a row.
        for (mine, all) in [(0, 2), (0, 1 << 6), (1, 0), (0, 3), (1, 1), (0, 1 << 49)] {
            assert_eq!(Board::from_stones(mine, all), None);
        }
        assert_eq!(Board::after(&[3; 7]), None);
        assert_eq!(Board::after(&[7]), None);
        // After the fourth of the first player in the left column nothing can be added.
        assert!(Board::after(&[0, 1, 0, 1, 0, 1, 0]).is_some_and(Board::is_won));
        assert_eq!(Board::after(&[0, 1, 0, 1, 0, 1, 0, 1]), None);
    }
}
