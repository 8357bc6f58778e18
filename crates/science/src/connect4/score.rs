//! What a good player sees at a glance: the knowledge that some of the players have, and others lack.

use super::{board::Board, columns::Columns};

/// The columns from the centre outwards: the order of those that are equally good.
const FROM_CENTRE: [usize; 7] = [3, 2, 4, 1, 5, 0, 6];
/// What a column is worth, by how many of the lines of four pass through it.
const CENTRE: [i32; 7] = [0, 1, 2, 3, 2, 1, 0];
/// What each new cell is worth that would make a four: more than any column.
const THREAT: i32 = 4;
/// What it costs to open to the opponent the cell of a four: the game.
const GIFT: i32 = 100;
/// What it is worth to win, or else to keep the other from winning with the next move: more than all else.
const FORCED: i32 = 1000;

/// The moves that cannot be wrong: those that win, or else those that keep the other from winning with the next.
fn forced(board: Board) -> u64 {
    let landings = board.landings();
    match board.my_fours() & landings {
        0 => board.their_fours() & landings,
        wins => wins,
    }
}

/// The columns to consider who considers so many only: of moves that win or block one alone, else the best.
pub(super) fn chosen(board: Board, count: u32) -> Columns {
    let forced = forced(board);
    if forced != 0 { Columns::of(forced).first(1) } else { ranked(board).first(count) }
}

/// The columns that can be played, the best first, without looking ahead: wins, blocks, and then centre + threats made - gifts.
pub(super) fn ranked(board: Board) -> Columns {
    let forced = forced(board);
    let (mine, theirs) = (board.my_fours(), board.their_fours());
    let mut ranked = [(i32::MIN, 0); 7];
    let mut count = 0;
    for column in FROM_CENTRE {
        let Some(cell) = board.landing(column) else { continue };
        // After the move it is the other's turn: what was mine is theirs.
        let fours = board.with(cell).their_fours();
        let made = (fours & !mine).count_ones() as i32;
        // The next stone in the column may be the opponent's, on his four.
        let given = if theirs & (cell << 1) != 0 { GIFT } else { 0 };
        let urgent = if forced & cell != 0 { FORCED } else { 0 };
        let score = urgent + CENTRE[column] + THREAT * made - given;
        // Sorted in as it comes: after those that are as good.
        let mut place = count;
        while place > 0 && ranked[place - 1].0 < score {
            ranked[place] = ranked[place - 1];
            place -= 1;
        }
        ranked[place] = (score, column);
        count += 1;
    }
    let mut columns = Columns::default();
    ranked[..count].iter().for_each(|(_, column)| columns.push(*column));
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(moves: &[usize]) -> Vec<usize> {
        let ranked = ranked(Board::after(moves).expect("a position"));
        (0..ranked.count()).map(|place| ranked.at(place)).collect()
    }

    fn only(moves: &[usize]) -> usize {
        let chosen = chosen(Board::after(moves).expect("a position"), 4);
        assert_eq!(chosen.count(), 1);
        chosen.at(0)
    }

    #[test]
    fn the_centre_comes_first() {
        assert_eq!(order(&[]), FROM_CENTRE);
        assert_eq!(chosen(Board::EMPTY, 2), ranked(Board::EMPTY).first(2));
        // A column that is full is none.
        assert_eq!(order(&[3; 6]), [2, 4, 1, 5, 0, 6]);
    }

    #[test]
    fn a_win_comes_before_a_block_and_a_block_before_all_else() {
        // Three in the left column for the one, in the right one for the other.
        assert_eq!(order(&[0, 6, 0, 6, 0, 6])[0], 0);
        assert_eq!(only(&[0, 6, 0, 6, 0, 6]), 0);
        assert_eq!(order(&[0, 6, 0, 6, 0])[0], 0);
        assert_eq!(only(&[0, 6, 0, 6, 0]), 0);
    }

    #[test]
    fn a_threat_is_made_rather_than_the_centre_held() {
        // Two in the bottom row, of columns 1 and 2, the other's on top of them: a third makes the cells beside them fours.
        let ranked = order(&[1, 1, 2, 2]);
        assert_eq!(ranked[0], 3);
        // 0 and 4 make one cell each; the centre two.
        assert!(ranked[1..3].contains(&4) && ranked[1..3].contains(&0), "{ranked:?}");
    }

    #[test]
    fn gifts_are_not_made() {
        // The first player has three in the second row, of columns 2 to 4; whoever plays beside them opens the fourth cell to him.
        let moves = [3, 2, 2, 4, 4, 6, 3];
        assert_eq!(Board::after(&moves).expect("a position").their_fours().count_ones(), 2);
        assert_eq!(order(&moves)[5..], [1, 5]);
    }
}
