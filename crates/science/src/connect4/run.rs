//! A point being found, in steps of a few milliseconds.

use super::{
    game::{Game, GameSpec, OPENING},
    player::Player,
    point::{Point, PointSpec},
    positions::positions,
    search::{Search, Thought},
};
use crate::random;

/// Units that a step of a job spends, at most: a few milliseconds.
pub const STEP: u64 = 150_000;
/// A move that costs next to nothing takes its part of a step all the same, in units.
const LEAST: u64 = 50;
/// How many moves there are in a game, about.
const MOVES: f64 = 32.0;
/// What random numbers are for; those of games come before.
const POSITIONS: u64 = 3;

/// A point being found.
pub struct PointRun {
    spec: PointSpec,
    point: Point,
    search: Search,
    task: Task,
}

/// What is being done.
enum Task {
    /// A game.
    Game(Game),
    /// A solved position: what pure search has answered, if it has, and whether the one who is asked has begun to think.
    Question { number: u32, pure: Option<Thought>, is_thinking: bool },
    /// Nothing: all is played and asked.
    Nothing,
}

impl PointRun {
    /// Nothing played yet.
    #[must_use]
    pub fn new(spec: PointSpec) -> PointRun {
        let known = positions().len() as u32;
        let asked = spec.positions.start.min(known)..spec.positions.end.min(known);
        let spec = PointSpec { positions: asked, ..spec };
        let task = Task::game(&spec, spec.games.start);
        PointRun { point: Point::new(spec.compute), search: Search::new(), task, spec }
    }

    /// Goes on for a few milliseconds, from within a search and to within a search. False once all is played and asked.
    pub fn step(&mut self) -> bool {
        let mut left = STEP;
        while left > 0 && !matches!(self.task, Task::Nothing) {
            left = left.saturating_sub(self.go_on(left).max(LEAST));
        }
        !matches!(self.task, Task::Nothing)
    }

    /// Does all that is left.
    #[must_use]
    pub fn finish(mut self) -> Point {
        while self.step() {}
        self.point
    }

    /// Goes on by about so many units, at most to the end of a move; how many it spent.
    fn go_on(&mut self, units: u64) -> u64 {
        let before = if self.task.is_thinking() { self.search.spent() } else { 0 };
        match &mut self.task {
            Task::Game(game) => {
                if !game.step(&mut self.search, units) {
                    self.point.count_game(game);
                    self.task = Task::game(&self.spec, game.spec().number + 1);
                }
            }
            Task::Question { number, pure, is_thinking } => {
                let position = positions()[*number as usize];
                if !*is_thinking {
                    let PointSpec { opponent, compute, seed, .. } = self.spec;
                    let player = if pure.is_none() { Player::Pure } else { opponent };
                    let places = [POSITIONS, compute, u64::from(*number), u64::from(pure.is_none())];
                    self.search.begin(position.board, player, compute, places.into_iter().fold(seed, random::number));
                    *is_thinking = true;
                }
                if !self.search.step(units) {
                    let thought = self.search.thought();
                    let judged = |thought: &Thought| position.is_optimal(usize::from(thought.column));
                    self.task = if let Some(pure) = pure {
                        self.point.count_answers((pure, judged(pure)), (&thought, judged(&thought)));
                        Task::question(&self.spec, *number + 1)
                    } else {
                        Task::Question { number: *number, pure: Some(thought), is_thinking: false }
                    };
                }
            }
            Task::Nothing => return 0,
        }
        self.search.spent() - before
    }

    /// Share of the work that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let all = work(self.spec.games.len() as f64, self.spec.positions.len() as f64);
        let done = work(f64::from(self.point.games()), f64::from(self.point.positions));
        let found = match &self.task {
            Task::Game(game) => f64::from(game.board().plies()) - f64::from(OPENING),
            Task::Question { pure, .. } => f64::from(u8::from(pure.is_some())),
            Task::Nothing => return 1.0,
        };
        let thinking = if self.task.is_thinking() { self.search.spent() as f64 / self.spec.compute.max(1) as f64 } else { 0.0 };
        ((done + (found + thinking.min(1.0)).min(MOVES)) / all).min(1.0)
    }

    /// What has been found so far.
    #[must_use]
    pub fn point(&self) -> &Point {
        &self.point
    }
}

/// Games and positions, in moves that have to be found.
fn work(games: f64, positions: f64) -> f64 {
    MOVES * games + 2.0 * positions
}

impl Task {
    /// Whether a search is being made.
    fn is_thinking(&self) -> bool {
        match self {
            Task::Game(game) => game.is_thinking(),
            Task::Question { is_thinking, .. } => *is_thinking,
            Task::Nothing => false,
        }
    }

    /// The game with this number, or what comes after the games.
    fn game(spec: &PointSpec, number: u32) -> Task {
        let PointSpec { opponent, compute, seed, .. } = *spec;
        if number < spec.games.end {
            Task::Game(Game::new(GameSpec { opponent, compute, seed, number }))
        } else {
            Task::question(spec, spec.positions.start)
        }
    }

    /// The question about the position with this number, or what comes after the questions.
    fn question(spec: &PointSpec, number: u32) -> Task {
        if number < spec.positions.end { Task::Question { number, pure: None, is_thinking: false } } else { Task::Nothing }
    }
}
