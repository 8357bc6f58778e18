//! A game played to its end from a position, quickly: what the position is worth, by one sample.

use super::super::{
    board::{Board, column_cells},
    columns::Columns,
};
use crate::random::Random;

/// How a playout ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Playout {
    /// Half points of the player whose turn it was at the start: 2 for a win, 1 for a draw, 0 for a loss.
    pub points: u32,
    /// How many moves were made.
    pub moves: u32,
}

impl Playout {
    fn won_by_last(moves: u32) -> Playout {
        Playout { points: 2 * (moves % 2), moves }
    }

    fn drawn(moves: u32) -> Playout {
        Playout { points: 1, moves }
    }
}

/// Each move any of the possible ones, with equal chances.
pub(super) fn random(mut board: Board, random: &mut Random) -> Playout {
    const TOP: u64 = Board::TOP;
    let mut open = Columns::of(board.landings());
    let mut moves = 0;
    while open.count() > 0 {
        let place = random.below(open.count());
        let cell = board.landings() & column_cells(open.at(place));
        if cell & TOP != 0 {
            open.take(place);
        }
        board = board.with(cell);
        moves += 1;
        if board.is_won() {
            return Playout::won_by_last(moves);
        }
    }
    Playout::drawn(moves)
}

/// Each column as often as lines of four pass through it, by and large.
const CENTRED: [u8; 16] = [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6];

/// As a player moves who knows what to look for: he wins where he can, else keeps the other from winning, else opens no cell of
/// a four to him where that can be helped, and prefers the centre.
pub(super) fn guided(mut board: Board, random: &mut Random) -> Playout {
    let mut moves = 0;
    let mut bits = 0;
    loop {
        let landings = board.landings();
        if landings == 0 {
            return Playout::drawn(moves);
        }
        moves += 1;
        if board.my_fours() & landings != 0 {
            return Playout::won_by_last(moves);
        }
        let theirs = board.their_fours();
        let block = theirs & landings;
        let cell = if block != 0 {
            block & block.wrapping_neg()
        } else {
            let careful = landings & !(theirs >> 1);
            let among = if careful == 0 { landings } else { careful };
            loop {
                // Four bits choose a column. The mark above them says when the 60 bits of a number are used up.
                if bits <= 1 {
                    bits = random.next() >> 4 | 1 << 60;
                }
                let cell = among & column_cells(usize::from(CENTRED[(bits & 15) as usize]));
                bits >>= 4;
                if cell != 0 {
                    break cell;
                }
            }
        };
        board = board.with(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: u32 = 20_000;

    fn mean(of: impl Fn(Playout) -> f64, playout: impl Fn(&mut Random) -> Playout) -> f64 {
        let mut random = Random::new(1);
        (0..COUNT).map(|_| of(playout(&mut random))).sum::<f64>() / f64::from(COUNT)
    }

    /// Between players who move at random, the first is known to win 55.6 % of the games, and 0.3 % are drawn.
    #[test]
    fn random_games_end_as_they_are_known_to() {
        let share = |points: u32| mean(|playout| f64::from(u8::from(playout.points == points)), |bits| random(Board::EMPTY, bits));
        // Standard errors: sqrt(0.25 / 20 000) = 0.0035, and 0.0004 of the draws.
        assert!((share(2) - 0.556).abs() < 0.012, "{}", share(2));
        assert!((share(1) - 0.0026).abs() < 0.0015, "{}", share(1));
        let moves = mean(|playout| f64::from(playout.moves), |bits| random(Board::EMPTY, bits));
        assert!((21.0..22.0).contains(&moves), "{moves}");
    }

    #[test]
    fn a_guided_playout_wins_at_once_and_blocks() {
        let mut bits = Random::new(1);
        let win = Board::after(&[0, 6, 0, 6, 0, 6]).expect("a position");
        assert_eq!(guided(win, &mut bits), Playout { points: 2, moves: 1 });
        // Two ways to win against one move: lost with the second of two moves.
        let lost = Board::after(&[2, 2, 3, 3, 4]).expect("a position");
        assert_eq!(guided(lost, &mut bits), Playout { points: 0, moves: 2 });
        // One way: it is blocked, and the game goes on.
        let block = Board::after(&[0, 6, 0, 6, 0]).expect("a position");
        assert!((0..100).all(|_| guided(block, &mut bits).moves > 2));
    }

    /// Who makes no gifts does not lose as soon.
    #[test]
    fn a_guided_playout_is_careful() {
        let of = |playout: Playout| f64::from(playout.moves);
        let guided = mean(of, |bits| guided(Board::EMPTY, bits));
        assert!(guided > 1.3 * mean(of, |bits| random(Board::EMPTY, bits)), "{guided}");
    }
}
