//! The duel as jobs: one game to be shown, and the points of the curve, the long ones in parts; and a player who is asked. None of them names the greatest budget:
//! a duel up to a lower one needs some of the same jobs.

use pendrop_kit::job::{Answer, Job, JobSpec, Results};
use pendrop_science::connect4::{
    Board, COLUMNS, DuelSpec, DuelStatistics, Game, GameSpec, Move, Mover, Player, Point, PointRun, PointSpec, ROWS, Reply, ReplySpec,
    STEP, Search, Thought,
};
use serde::{Deserialize, Serialize};

use super::clocked::Clocked;

/// The game that is shown, by its number: an even one, in which pure search moves first, and one that ends as most do at the start.
const SHOWN: u32 = 4;
/// How long a unit takes natively, s.
const UNIT: f64 = 25e-9;
/// Moves in a game, about, that are not drawn by lot.
const MOVES: f64 = 28.0;
/// Stones that a game has room for: it has no more moves.
const CELLS: u64 = (COLUMNS * ROWS) as u64;
/// No job is to spend more units than this, which takes one or two seconds; what is recorded is recorded in these parts.
const LONGEST: f64 = 57e6;
/// A point is in no more parts than this.
const MOST_PARTS: f64 = 64.0;
/// Units that a step of thinking about a reply spends: less, as the page may be what thinks.
const REPLY_STEP: u64 = 50_000;

/// Some of the games and solved positions at one budget.
pub struct PointJob(PointRun);

impl Job for PointJob {
    const NAME: &'static str = "duel-point";
    type Spec = PointSpec;
    type Partial = Point;

    fn start(spec: PointSpec) -> Self {
        Self(PointRun::new(spec))
    }

    fn step(&mut self) -> bool {
        self.0.step()
    }

    fn progress(&self) -> f64 {
        self.0.progress()
    }

    fn partial(&self) -> Point {
        *self.0.point()
    }
}

/// A game, move by move.
pub struct GameJob {
    game: Game,
    search: Search,
}

/// A game as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownGame {
    /// The moves so far.
    pub moves: Vec<ShownMove>,
    /// Whether it is over.
    pub over: bool,
}

/// A move as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownMove {
    /// Where the stone was put.
    pub column: u8,
    /// By whom.
    pub mover: Mover,
    /// Which share of his tries went into each column, in halves of a per cent, 1 for the least of them; all 0 where no search was needed.
    pub tries: [u8; COLUMNS],
}

impl ShownMove {
    pub(super) fn of(step: &Move) -> Self {
        let visits = step.thought.map_or([0; COLUMNS], |thought| thought.visits);
        let all: f64 = visits.iter().map(|visits| f64::from(*visits)).sum();
        let share = |visits: u32| if visits == 0 { 0 } else { (200.0 * f64::from(visits) / all).round().max(1.0) as u8 };
        Self { column: step.column, mover: step.mover, tries: visits.map(share) }
    }
}

impl Job for GameJob {
    const NAME: &'static str = "duel-game";
    type Spec = GameSpec;
    type Partial = ShownGame;

    fn start(spec: GameSpec) -> Self {
        Self { game: Game::new(spec), search: Search::new() }
    }

    fn step(&mut self) -> bool {
        // Cheap moves come several to a step.
        let moves = STEP / self.game.spec().compute.max(1);
        (0..moves.clamp(1, CELLS)).all(|_| self.game.step(&mut self.search, STEP))
    }

    fn progress(&self) -> f64 {
        if self.game.result().is_some() { 1.0 } else { f64::from(self.game.board().plies()) / CELLS as f64 }
    }

    fn partial(&self) -> ShownGame {
        ShownGame { moves: self.game.moves().iter().map(ShownMove::of).collect(), over: self.game.result().is_some() }
    }
}

/// A player who is asked for replies, one after another, for as long as a game of the reader's lasts.
pub struct PlayerJob(Reply);

impl Job for PlayerJob {
    const NAME: &'static str = "duel-player";
    type Spec = ();
    type Partial = ();

    fn start((): ()) -> Self {
        Self(Reply::default())
    }
    fn step(&mut self) -> bool {
        false
    }
    fn progress(&self) -> f64 {
        1.0
    }
    fn partial(&self) {}
}

impl Answer for PlayerJob {
    type Question = ReplySpec;
    type Answer = Option<Thought>;

    fn think(&mut self, asked: &ReplySpec) -> bool {
        self.0.step(asked, REPLY_STEP)
    }

    fn answer(&mut self, asked: ReplySpec) -> Option<Thought> {
        self.0.thought(&asked)
    }
}

/// How long a player thinks about a move natively, s.
pub(super) fn seconds_of(player: Player, compute: u64) -> f64 {
    if player == Player::RulesOnly { 0.0 } else { UNIT * compute as f64 }
}

/// The jobs of a duel: the game that is shown, then the points of the curve from the least budget on.
pub(super) fn all(spec: &DuelSpec) -> Vec<JobSpec> {
    let DuelSpec { opponent, compute, seed, .. } = *spec;
    let game = GameSpec { opponent, compute, seed, number: SHOWN };
    let points = points(spec).map(|point| JobSpec::new::<PointJob>(&point).lasting(UNIT * units(&point)));
    [JobSpec::new::<GameJob>(&game).lasting(UNIT * units_of(opponent, compute, (1.0, 0.0)))].into_iter().chain(points).collect()
}

/// What the jobs of a duel have found so far: the game that is shown, and the points of the curve; and how long those took that are
/// done. Of one that is under way it is not known what the game took that is being played.
pub(super) fn found(spec: &DuelSpec, results: &Results) -> (Option<ShownGame>, DuelStatistics, Vec<Clocked>) {
    let (mut statistics, mut clocked) = (DuelStatistics::default(), Vec::new());
    for (place, part) in points(spec).enumerate() {
        // What another job has found is none of it.
        if let Some(point) = results.get::<PointJob>(place + 1).filter(|point| point.compute == part.compute) {
            statistics.add(&point);
            if (point.games() as usize, point.positions as usize) == (part.games.len(), part.positions.len()) {
                Clocked::add(&mut clocked, &point, results.seconds(place + 1));
            }
        }
    }
    (results.get::<GameJob>(0).filter(ShownGame::is_possible), statistics, clocked)
}

/// The points of the curve, the long ones in parts, which several workers share.
fn points(spec: &DuelSpec) -> impl Iterator<Item = PointSpec> + use<> {
    spec.points().flat_map(|point| {
        let parts = (units(&point) / LONGEST).ceil().min(MOST_PARTS).min(point.games.len() as f64).max(1.0);
        point.parts(parts as u32).collect::<Vec<_>>()
    })
}

/// How many units a point takes, about.
fn units(point: &PointSpec) -> f64 {
    units_of(point.opponent, point.compute, (point.games.len() as f64, point.positions.len() as f64))
}

/// How many units so many games and questions take, about.
fn units_of(opponent: Player, compute: u64, (games, positions): (f64, f64)) -> f64 {
    // Half of the moves of a game are the opponent's, who may not search; a question is put to both.
    let searchers = if opponent == Player::RulesOnly { 1.0 } else { 2.0 };
    compute as f64 * searchers * (games * MOVES / 2.0 + positions)
}

impl ShownGame {
    /// Whether the moves can be made one after another.
    fn is_possible(&self) -> bool {
        let columns: Vec<usize> = self.moves.iter().map(|step| usize::from(step.column)).collect();
        Board::after(&columns).is_some()
    }
}
