//! The reader in the place of a player: against pure search, or in its place against its opponent.

use std::sync::Arc;

use pendrop_kit::{
    job::{JobSpec, decode, encode},
    locale::{Language, fill},
    outcome::Outcome,
    play::{End, Game, Place, Play},
};
use pendrop_science::connect4::{Board, COLUMNS, Move, Mover, Player, ReplySpec, Thought};

use super::{
    Strings,
    duel::SearchVsKnowledgeOutcome,
    jobs::{PlayerJob, ShownGame, ShownMove, seconds_of},
    text::{count, wins},
};

/// Pure search among those who can be played against; the opponent of the values in force comes after it.
const PURE: usize = 0;

impl SearchVsKnowledgeOutcome {
    /// Whom the reader plays against.
    fn rival(&self, game: &Game) -> Player {
        let opponent = || settled(game).map_or(self.spec.opponent, |asked| asked.player);
        if game.rival == PURE { Player::Pure } else { opponent() }
    }

    /// Who makes a move: the reader has the place of the player who is not played against.
    fn mover(game: &Game, readers: bool) -> Mover {
        if (game.rival == PURE) == readers { Mover::Opponent } else { Mover::Pure }
    }
}

/// Who was asked last in a game that is over: whatever is set after its end, it was played against that player.
fn settled(game: &Game) -> Option<ReplySpec> {
    let over = board(game).is_some_and(|board| board.is_over());
    game.asked.as_deref().filter(|_| over).and_then(decode)
}

/// The position; nothing where the moves cannot have been made.
fn board(game: &Game) -> Option<Board> {
    let columns: Vec<usize> = game.moves.iter().map(|step| step.place).collect();
    Board::after(&columns)
}

impl Play for SearchVsKnowledgeOutcome {
    fn rivals(&self, language: Language) -> Vec<&'static str> {
        [Player::Pure, self.spec.opponent].map(|player| name(player, language)).to_vec()
    }

    fn job(&self, game: &Game) -> JobSpec {
        JobSpec::answering::<PlayerJob>(&()).lasting(seconds_of(self.rival(game), self.spec.compute))
    }

    fn question(&self, game: &Game) -> Vec<u8> {
        let board = board(game).unwrap_or_default();
        encode(&ReplySpec { board, player: self.rival(game), compute: self.spec.compute, seed: self.spec.seed })
    }

    fn reply(&self, game: &Game, answer: &[u8]) -> Option<usize> {
        let column = usize::from(decode::<Option<Thought>>(answer)??.column);
        board(game)?.landing(column).map(|_| column)
    }

    fn places(&self, game: &Game, language: Language) -> Vec<Place> {
        let s = Strings::of(language);
        let board = board(game);
        let stones = |column: usize| {
            let owners = game.moves.iter().filter(|step| step.place == column);
            owners.map(|step| if step.answer.is_none() { s.play_yours } else { s.play_theirs }).collect::<Vec<_>>().join(", ")
        };
        let place = |column: usize| {
            let open = board.is_some_and(|board| !board.is_over() && board.landing(column).is_some());
            let full = board.is_some_and(|board| board.landing(column).is_none());
            let stones = stones(column);
            let template = match (stones.is_empty(), full) {
                (true, _) => s.play_empty,
                (_, true) => s.play_full,
                _ => s.play_column,
            };
            Place { label: fill(template, &[("column", &(column + 1).to_string()), ("stones", &stones)]), open }
        };
        (0..COLUMNS).map(place).collect()
    }

    fn end(&self, game: &Game) -> Option<End> {
        let board = board(game)?;
        let readers = game.moves.last().is_some_and(|step| step.answer.is_none());
        match (board.is_won(), readers) {
            (true, true) => Some(End::Won),
            (true, false) => Some(End::Lost),
            _ => board.is_full().then_some(End::Drawn),
        }
    }

    fn thinks(&self, game: &Game, language: Language) -> &'static str {
        let s = Strings::of(language);
        match self.rival(game) {
            Player::Pure => s.thinks_pure,
            Player::RulesOnly => s.thinks_rules_only,
            Player::Guided { .. } => s.thinks_guided,
            Player::Soft => s.thinks_soft,
        }
    }

    fn against(&self, game: &Game, language: Language) -> String {
        let compute = settled(game).map_or(self.spec.compute, |asked| asked.compute);
        let (player, units) = (self.rival(game), count(compute as f64, language));
        // Who does not search has no use for units.
        let template = if player == Player::RulesOnly { "{player}" } else { Strings::of(language).play_against };
        fill(template, &[("player", name(player, language)), ("units", &units)])
    }

    fn told(&self, game: &Game, language: Language) -> String {
        let (s, player) = (Strings::of(language), self.rival(game));
        let state = match self.end(game) {
            Some(End::Won) => s.play_won.to_owned(),
            Some(End::Lost) => format!("{}.", wins(player, language)),
            Some(End::Drawn) => format!("{}.", s.board_drawn),
            None if game.moves.is_empty() => s.play_begin.to_owned(),
            None => s.play_turn.to_owned(),
        };
        match game.moves.last().filter(|step| step.answer.is_some()) {
            Some(step) => {
                // At the end it is said by name who has won.
                let template = if self.end(game).is_some() { s.play_last } else { s.play_moved };
                let column = (step.place + 1).to_string();
                format!("{} {state}", fill(template, &[("player", name(player, language)), ("column", &column)]))
            }
            None => state,
        }
    }

    fn shown(&self, game: &Game) -> Arc<dyn Outcome> {
        let shown = |step: &pendrop_kit::play::Move| {
            let thought = step.answer.as_deref().and_then(decode::<Option<Thought>>).flatten();
            ShownMove::of(&Move { column: step.place as u8, mover: Self::mover(game, step.answer.is_none()), thought })
        };
        let moves = game.moves.iter().map(shown).collect();
        let opponent = if game.rival == PURE { self.spec.opponent } else { self.rival(game) };
        let shown = ShownGame { moves, over: self.end(game).is_some() };
        Arc::new(Self { game: Some(shown), reader: Some(Self::mover(game, true)), opponent, ..self.clone() })
    }
}

/// The player's name where it stands alone.
fn name(player: Player, language: Language) -> &'static str {
    let s = Strings::of(language);
    match player {
        Player::Pure => s.duel_pure,
        Player::RulesOnly => s.duel_rules_only,
        Player::Guided { .. } => s.duel_guided,
        Player::Soft => s.duel_soft,
    }
}
