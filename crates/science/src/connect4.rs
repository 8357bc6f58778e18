//! Connect Four, and players of it who think: what knowledge is worth when computing gets cheap.
//!
//! Two players get the same number of units for each move. One, pure search, knows the rules of the game alone; the other is told
//! what good players know (see [`Player`]). At each budget they play games (see [`GameSpec`]), and both are asked for their moves
//! in positions whose value is known exactly (see [`positions()`]). With few units knowledge wins; with more and more of them it
//! does the less, the more it forbids.
//!
//! What is found depends on the specification alone, to the last bit: all is integers and plain arithmetic, and each move of
//! each game has random numbers of its own. So it does not matter how a duel is spread over steps, jobs or machines.
//!
//! ```
//! use pendrop_science::{connect4::{Board, Duel, DuelSpec, Player, think}, overtaking::NoOvertaking};
//! let spec = DuelSpec { opponent: Player::RulesOnly, compute: 256, games: 40, positions: 100, seed: 1 };
//! let statistics = Duel::new(spec).finish();
//! let point = statistics.points().last().unwrap();
//! // With 256 units search loses to who plays by rules, and finds fewer of the moves that keep the value of the game.
//! assert!(point.win_rate_interval().unwrap().high < 0.5 && point.optimal_pure() < point.optimal_opponent());
//! assert_eq!(statistics.crossover(), Err(NoOvertaking::Behind));
//! // With more it finds the best first move, the centre.
//! assert_eq!(think(Board::EMPTY, Player::Pure, 100_000, 1).column, 3);
//! ```

mod board;
mod columns;
mod duel;
mod game;
mod player;
mod point;
mod positions;
mod reply;
mod run;
mod score;
mod search;

pub use board::{Board, COLUMNS, ROWS};
pub use duel::{Duel, DuelSpec, DuelStatistics, LEAST_COMPUTE};
pub use game::{Game, GameResult, GameSpec, Move, Mover};
pub use player::Player;
pub use point::{Point, PointSpec, Spent};
pub use positions::{Position, chance, positions};
pub use reply::{Reply, ReplySpec};
pub use run::{PointRun, STEP};
pub use search::{Search, Thought, think};
