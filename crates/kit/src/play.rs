//! A game between the reader and a player of a figure, who is a job that is asked for its moves. What the moves mean, and when the
//! game is over, the figure knows ([`Play`]); whose turn it is, and what is taken back, is the same in every game of two.

use std::sync::Arc;

use crate::{job::JobSpec, locale::Language, outcome::Outcome};

/// A game between the reader and a player of the figure, as far as it has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Game {
    /// Whom the reader plays against, by the place in [`Play::rivals`].
    pub rival: usize,
    /// Whether the reader moves second.
    pub rival_begins: bool,
    /// The moves so far.
    pub moves: Vec<Move>,
    /// What the other was asked last, encoded: whom the reader played against when the game ended.
    pub asked: Option<Arc<[u8]>>,
}

/// A move.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Where, by the place in [`Play::places`].
    pub place: usize,
    /// What the job answered, encoded; nothing where the reader moved.
    pub answer: Option<Arc<[u8]>>,
}

impl Game {
    /// Whether it is the reader's turn, if the game is not over.
    #[must_use]
    pub fn is_readers_turn(&self) -> bool {
        (self.moves.len() % 2 == 1) == self.rival_begins
    }

    /// Whether the reader has moved, so that there is something to take back.
    #[must_use]
    pub fn has_readers_move(&self) -> bool {
        self.moves.iter().any(|step| step.answer.is_none())
    }

    /// Takes the reader's last move back, and what was answered to it.
    pub fn take_back(&mut self) {
        if let Some(place) = self.moves.iter().rposition(|step| step.answer.is_none()) {
            self.moves.truncate(place);
        }
    }
}

/// A place where a move can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is called and what is there, for people who do not see it.
    pub label: String,
    /// Whether a move can be made there.
    pub open: bool,
}

/// How a game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The reader won.
    Won,
    /// The other did.
    Lost,
    /// No one did.
    Drawn,
}

/// An outcome with a game in which the reader can take a player's place. The game goes on where the reader changes parameters: each
/// answer is that of the player in force.
pub trait Play {
    /// The names of those who can be played against, always as many.
    fn rivals(&self, language: Language) -> Vec<&'static str>;
    /// The job that is asked for the other's moves, alive as long as a game. How long it [lasts](JobSpec::lasting) is how long it
    /// thinks about one.
    fn job(&self, game: &Game) -> JobSpec;
    /// What it is asked, encoded: the same game and parameters give the same question.
    fn question(&self, game: &Game) -> Vec<u8>;
    /// Where its answer is a move to; nothing where it is none that can be made.
    fn reply(&self, game: &Game, answer: &[u8]) -> Option<usize>;
    /// The places where moves are made, always as many, in the order in which keys go through them.
    fn places(&self, game: &Game, language: Language) -> Vec<Place>;
    /// How the game ended; nothing while it goes on.
    fn end(&self, game: &Game) -> Option<End>;
    /// That the other is thinking, as a sentence.
    fn thinks(&self, game: &Game, language: Language) -> &'static str;
    /// Whom the reader plays against, with what strength.
    fn against(&self, game: &Game, language: Language) -> String;
    /// How the game stands, in a sentence or two: the other's last move, and whose turn it is or who won.
    fn told(&self, game: &Game, language: Language) -> String;
    /// The same outcome with this game in its picture; the end of its animation is the game as it stands.
    fn shown(&self, game: &Game) -> Arc<dyn Outcome>;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn game(rival_begins: bool, answered: &[bool]) -> Game {
        let moves = answered.iter().map(|answered| Move { place: 0, answer: answered.then(|| [].into()) }).collect();
        Game { rival_begins, moves, ..Game::default() }
    }

    #[test]
    fn turns_alternate_from_whoever_begins() {
        let turns = |rival_begins| [0, 1, 2].map(|count| game(rival_begins, &[true, false][..].repeat(2)[..count]).is_readers_turn());
        assert_eq!((turns(false), turns(true)), ([true, false, true], [false, true, false]));
    }

    #[test]
    fn a_move_is_taken_back_with_its_answer_and_what_was_before_it_stays() {
        // While the other thinks, and after.
        for (before, after) in [(&[false][..], 0), (&[false, true], 0), (&[false, true, false], 2), (&[false, true, false, true], 2)] {
            let mut game = game(false, before);
            game.take_back();
            assert_eq!(game.moves.len(), after);
            assert!(game.is_readers_turn());
        }
        // The other's first move is no one's to take back.
        let mut opened = game(true, &[true, false, true]);
        opened.take_back();
        assert!(opened.moves.len() == 1 && opened.is_readers_turn() && !opened.has_readers_move());
        opened.take_back();
        assert_eq!(opened.moves.len(), 1);
    }
}
