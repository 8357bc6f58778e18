//! One point of the duel's curve: at one budget, some of the games and some of the solved positions.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{
    game::{Game, GameResult, Mover},
    player::Player,
    search::Thought,
};
use crate::trend::Interval;

/// 97.5 % of a normal distribution are below.
const NORMAL_975: f64 = 1.959_963_984_540_054;

/// What is played and asked at one budget. It does not matter how games and positions are spread over several of these: each has
/// random numbers of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointSpec {
    /// Who plays against pure search.
    pub opponent: Player,
    /// Units that each has for a move.
    pub compute: u64,
    /// Which games, by their numbers.
    pub games: Range<u32>,
    /// Which of the solved positions.
    pub positions: Range<u32>,
    /// Which random numbers.
    pub seed: u64,
}

impl PointSpec {
    /// The same in so many parts, each with its share of the games and of the positions. [Merged](Point::merge), what they find is
    /// what the whole finds.
    pub fn parts(&self, count: u32) -> impl Iterator<Item = PointSpec> + use<> {
        let whole = self.clone();
        let part = move |range: &Range<u32>, number: u32| {
            let end = |number: u32| range.start + (u64::from(number) * range.len() as u64 / u64::from(count)) as u32;
            end(number)..end(number + 1)
        };
        (0..count).map(move |number| PointSpec { games: part(&whole.games, number), positions: part(&whole.positions, number), ..whole })
    }
}

/// What a player has spent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Moves decided.
    pub moves: u64,
    /// Units spent on them.
    pub units: u64,
    /// Playouts made.
    pub playouts: u64,
}

/// What has been found at one budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Units that each player has for a move.
    pub compute: u64,
    /// Games that pure search has won,
    pub wins: u32,
    /// that no one has,
    pub draws: u32,
    /// and that its opponent has.
    pub losses: u32,
    /// Solved positions that both were asked.
    pub positions: u32,
    /// In how many of them pure search chose a move that keeps the value of the game,
    pub optimal_pure: u32,
    /// and in how many its opponent.
    pub optimal_opponent: u32,
    /// What pure search spent,
    pub pure: Spent,
    /// and its opponent.
    pub opponent: Spent,
}

impl Point {
    /// Nothing found yet.
    #[must_use]
    pub fn new(compute: u64) -> Point {
        let (wins, draws, losses, positions, optimal_pure, optimal_opponent) = (0, 0, 0, 0, 0, 0);
        let (pure, opponent) = (Spent::default(), Spent::default());
        Point { compute, wins, draws, losses, positions, optimal_pure, optimal_opponent, pure, opponent }
    }

    /// Adds what was found elsewhere at the same budget.
    pub fn merge(&mut self, other: &Point) {
        self.wins += other.wins;
        self.draws += other.draws;
        self.losses += other.losses;
        self.positions += other.positions;
        self.optimal_pure += other.optimal_pure;
        self.optimal_opponent += other.optimal_opponent;
        self.pure.add(other.pure);
        self.opponent.add(other.opponent);
    }

    /// Counts a game that is over, and what was spent on it.
    pub(super) fn count_game(&mut self, game: &Game) {
        match game.result() {
            Some(GameResult::PureWon) => self.wins += 1,
            Some(GameResult::Drawn) => self.draws += 1,
            Some(GameResult::OpponentWon) => self.losses += 1,
            None => return,
        }
        for step in game.moves() {
            if let Some(thought) = &step.thought {
                let spent = if step.mover == Mover::Pure { &mut self.pure } else { &mut self.opponent };
                spent.think(thought);
            }
        }
    }

    /// Counts the answers of both to a solved position, and whether each keeps the value of the game.
    pub(super) fn count_answers(&mut self, pure: (&Thought, bool), opponent: (&Thought, bool)) {
        self.positions += 1;
        self.optimal_pure += u32::from(pure.1);
        self.optimal_opponent += u32::from(opponent.1);
        self.pure.think(pure.0);
        self.opponent.think(opponent.0);
    }

    /// Games played.
    #[must_use]
    pub fn games(&self) -> u32 {
        self.wins + self.draws + self.losses
    }

    /// Pure search's share of the points, a draw being half a win; nothing before the first game.
    #[must_use]
    pub fn win_rate(&self) -> Option<f64> {
        let games = self.games();
        (games > 0).then(|| (f64::from(self.wins) + 0.5 * f64::from(self.draws)) / f64::from(games))
    }

    /// Wilson's interval of the win rate, 95 %: the rates that would give what was seen within 1.96 standard deviations, if each
    /// game were won or lost by itself. A draw counts as half a success. Draws, and the exchange of sides after the same
    /// opening, make the rate vary less than that (its variance was 0.86 to 0.97 of it over 1000 games at four budgets), so the
    /// interval is rather too wide than too narrow.
    #[must_use]
    pub fn win_rate_interval(&self) -> Option<Interval> {
        Some(wilson(self.win_rate()?, f64::from(self.games())))
    }

    /// In which share of the solved positions pure search chose a move that keeps the value of the game; nothing before the first.
    #[must_use]
    pub fn optimal_pure(&self) -> Option<f64> {
        (self.positions > 0).then(|| f64::from(self.optimal_pure) / f64::from(self.positions))
    }

    /// The same of its opponent.
    #[must_use]
    pub fn optimal_opponent(&self) -> Option<f64> {
        (self.positions > 0).then(|| f64::from(self.optimal_opponent) / f64::from(self.positions))
    }
}

impl Spent {
    fn add(&mut self, other: Spent) {
        self.moves += other.moves;
        self.units += other.units;
        self.playouts += other.playouts;
    }

    fn think(&mut self, thought: &Thought) {
        self.add(Spent { moves: 1, units: thought.units, playouts: thought.playouts });
    }
}

/// Wilson's interval, 95 %, of a share that was seen in so many trials. E. B. Wilson, "Probable inference, the law of succession,
/// and statistical inference", JASA 22, 1927.
fn wilson(share: f64, trials: f64) -> Interval {
    let square = NORMAL_975 * NORMAL_975;
    let scale = 1.0 + square / trials;
    let middle = (share + square / (2.0 * trials)) / scale;
    let reach = NORMAL_975 / scale * (share * (1.0 - share) / trials + square / (4.0 * trials * trials)).sqrt();
    Interval { low: (middle - reach).max(0.0), high: (middle + reach).min(1.0) }
}
