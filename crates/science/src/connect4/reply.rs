//! A player who is asked for single moves, as in a game against somebody who is none of the players.

use serde::{Deserialize, Serialize};

use super::{
    board::Board,
    player::Player,
    search::{Search, Thought},
};
use crate::random;

/// What random numbers are for; those of duels come before.
const REPLIES: u64 = 4;

/// What a player is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplySpec {
    /// The position, in which it is his turn.
    pub board: Board,
    /// Who is asked.
    pub player: Player,
    /// Units that he has.
    pub compute: u64,
    /// Which random numbers, of the whole game.
    pub seed: u64,
}

impl ReplySpec {
    /// The random numbers of this move.
    #[must_use]
    pub fn move_seed(&self) -> u64 {
        [REPLIES, self.compute, u64::from(self.board.plies())].into_iter().fold(self.seed, random::number)
    }
}

/// A player who thinks about one reply at a time.
#[derive(Default)]
pub struct Reply {
    search: Search,
    /// What the search is about.
    asked: Option<ReplySpec>,
}

impl Reply {
    /// Thinks about a reply for about so many units more. False once it is found, or where the game is over.
    pub fn step(&mut self, asked: &ReplySpec, units: u64) -> bool {
        if asked.board.is_over() {
            return false;
        }
        if self.asked != Some(*asked) {
            self.search.begin(asked.board, asked.player, asked.compute, asked.move_seed());
            self.asked = Some(*asked);
        }
        self.search.step(units)
    }

    /// What is thought when it is found; nothing where the game is over.
    pub fn thought(&mut self, asked: &ReplySpec) -> Option<Thought> {
        while self.step(asked, u64::MAX) {}
        (!asked.board.is_over()).then(|| self.search.thought())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connect4::think;

    #[test]
    fn a_reply_is_what_the_player_thinks_in_whatever_steps() {
        let mut reply = Reply::default();
        for player in [Player::Pure, Player::Soft, Player::RulesOnly, Player::Guided { keep_moves: 2 }] {
            for moves in [&[][..], &[3], &[3, 3, 2]] {
                let asked = ReplySpec { board: Board::after(moves).expect("a position"), player, compute: 5000, seed: 7 };
                while reply.step(&asked, 300) {}
                let thought = reply.thought(&asked).expect("a move");
                assert_eq!(thought, think(asked.board, player, 5000, asked.move_seed()));
                assert!(asked.board.landing(usize::from(thought.column)).is_some());
                // Asked again, it says the same.
                assert_eq!(reply.thought(&asked), Some(thought));
            }
        }
    }

    #[test]
    fn each_seed_and_each_move_has_random_numbers_of_its_own() {
        let asked =
            |moves: &[usize], seed| ReplySpec { board: Board::after(moves).expect("a position"), player: Player::Pure, compute: 32, seed };
        let seeds = [asked(&[], 0), asked(&[], 1), asked(&[3], 0)].map(|asked| asked.move_seed());
        assert!(seeds[0] != seeds[1] && seeds[0] != seeds[2]);
    }

    #[test]
    fn who_is_asked_after_the_end_says_nothing() {
        let over = Board::after(&[0, 1, 0, 1, 0, 1, 0]).expect("a position");
        let asked = ReplySpec { board: over, player: Player::Pure, compute: 32, seed: 0 };
        assert_eq!((Reply::default().step(&asked, 1), Reply::default().thought(&asked)), (false, None));
    }
}
