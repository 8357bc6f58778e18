//! A game of the duel: pure search against another player.

use serde::{Deserialize, Serialize};

use super::{
    board::Board,
    columns::Columns,
    player::Player,
    search::{Search, Thought},
};
use crate::random::{self, Random};

/// So many moves at the start are drawn by lot, the same ones for two games after one another.
pub(super) const OPENING: u32 = 2;
/// What random numbers are for.
const OPENINGS: u64 = 1;
const MOVES: u64 = 2;

/// Which game.
///
/// Games 2 k and 2 k + 1 are a pair: the same opening, sides exchanged, so that neither player has the better of it; the openings
/// are the same at every budget. All else is drawn anew for each game, budget and move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GameSpec {
    /// Who plays against pure search.
    pub opponent: Player,
    /// Units that each has for a move.
    pub compute: u64,
    /// Which random numbers.
    pub seed: u64,
    /// Its number in the duel, from 0. In even ones pure search moves first.
    pub number: u32,
}

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mover {
    /// The lot.
    Opening,
    /// Pure search.
    Pure,
    /// The player against it.
    Opponent,
}

/// How a game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GameResult {
    /// Pure search won.
    PureWon,
    /// No one did.
    Drawn,
    /// Its opponent won.
    OpponentWon,
}

/// A move, and what was thought before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Where the stone was put.
    pub column: u8,
    /// By whom.
    pub mover: Mover,
    /// What he thought; nothing of the lot.
    pub thought: Option<Thought>,
}

/// A game, move by move, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Game {
    spec: GameSpec,
    board: Board,
    moves: Vec<Move>,
    result: Option<GameResult>,
    /// Whether the player whose turn it is has begun to think.
    #[serde(skip)]
    is_thinking: bool,
}

impl Game {
    /// After the opening.
    #[must_use]
    pub fn new(spec: GameSpec) -> Game {
        let mut game = Game { spec, board: Board::EMPTY, moves: Vec::new(), result: None, is_thinking: false };
        let mut random = Random::new(random::number(random::number(spec.seed, OPENINGS), u64::from(spec.number / 2)));
        for _ in 0..OPENING {
            let open = Columns::of(game.board.landings());
            game.make(open.at(random.below(open.count())), None);
        }
        game
    }

    /// A whole game.
    #[must_use]
    pub fn played(spec: GameSpec) -> Game {
        let (mut game, mut search) = (Game::new(spec), Search::new());
        while game.step(&mut search, u64::MAX) {}
        game
    }

    /// Goes on by about so many units, at most to the end of a move. False once the game is over. The search must not be used for
    /// anything else while a player thinks.
    pub fn step(&mut self, search: &mut Search, units: u64) -> bool {
        if self.result.is_some() {
            return false;
        }
        let player = if self.mover() == Mover::Pure { Player::Pure } else { self.spec.opponent };
        if !self.is_thinking {
            search.begin(self.board, player, self.spec.compute, self.move_seed());
            self.is_thinking = true;
        }
        if !search.step(units) {
            let thought = search.thought();
            self.is_thinking = false;
            self.make(usize::from(thought.column), Some(thought));
        }
        self.result.is_none()
    }

    /// Whose turn it is.
    #[must_use]
    pub fn mover(&self) -> Mover {
        let ply = self.board.plies();
        match (ply < OPENING, (ply + self.spec.number) % 2) {
            (true, _) => Mover::Opening,
            (false, 0) => Mover::Pure,
            _ => Mover::Opponent,
        }
    }

    /// Whether the player whose turn it is has begun to think.
    pub(super) fn is_thinking(&self) -> bool {
        self.is_thinking
    }

    fn move_seed(&self) -> u64 {
        let GameSpec { compute, seed, number, .. } = self.spec;
        let places = [MOVES, compute, u64::from(number), u64::from(self.mover() == Mover::Pure), u64::from(self.board.plies())];
        places.into_iter().fold(seed, random::number)
    }

    fn make(&mut self, column: usize, thought: Option<Thought>) {
        let Some(cell) = self.board.landing(column) else { return };
        let mover = self.mover();
        self.moves.push(Move { column: column as u8, mover, thought });
        self.board = self.board.with(cell);
        self.result = match (self.board.is_won(), mover) {
            (true, Mover::Pure) => Some(GameResult::PureWon),
            (true, _) => Some(GameResult::OpponentWon),
            (false, _) => self.board.is_full().then_some(GameResult::Drawn),
        };
    }

    /// Which game it is.
    #[must_use]
    pub fn spec(&self) -> GameSpec {
        self.spec
    }

    /// The position.
    #[must_use]
    pub fn board(&self) -> Board {
        self.board
    }

    /// The moves so far.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// How it ended; nothing while it goes on.
    #[must_use]
    pub fn result(&self) -> Option<GameResult> {
        self.result
    }
}
