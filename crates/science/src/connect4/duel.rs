//! The duel: from how much computing on pure search beats a player who knows more.

use serde::{Deserialize, Serialize};

use super::{
    player::Player,
    point::{Point, PointSpec},
    run::PointRun,
};
use crate::overtaking::{NoOvertaking, overtaking};

/// The least budget, in units for a move.
pub const LEAST_COMPUTE: u64 = 32;

/// Which duel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuelSpec {
    /// Who plays against pure search.
    pub opponent: Player,
    /// The greatest budget, in units for a move.
    pub compute: u64,
    /// How many games at each budget.
    pub games: u32,
    /// How many of the solved positions both are asked at each budget.
    pub positions: u32,
    /// Which random numbers: the same seed gives the same duel everywhere.
    pub seed: u64,
}

impl DuelSpec {
    /// The budgets: the powers of two from [`LEAST_COMPUTE`] on, and the greatest.
    pub fn budgets(&self) -> impl Iterator<Item = u64> + use<> {
        let compute = self.compute;
        let powers = (0..u64::BITS).map_while(move |power| LEAST_COMPUTE.checked_shl(power));
        powers.take_while(move |budget| *budget < compute).chain([compute])
    }

    /// The points of the curve, from the least budget on: what is to be done at each.
    pub fn points(&self) -> impl Iterator<Item = PointSpec> + use<> {
        let DuelSpec { opponent, games, positions, seed, .. } = *self;
        self.budgets().map(move |compute| PointSpec { opponent, compute, games: 0..games, positions: 0..positions, seed })
    }
}

/// What a duel has found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuelStatistics {
    points: Vec<Point>,
}

impl DuelStatistics {
    /// Adds what was found at a budget, to what else is known of it.
    pub fn add(&mut self, point: &Point) {
        match self.points.binary_search_by_key(&point.compute, |known| known.compute) {
            Ok(place) => self.points[place].merge(point),
            Err(place) => self.points.insert(place, *point),
        }
    }

    /// The points of the curve, from the least budget on.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// From how many units on pure search has more than half of the points, up to the greatest budget that was played: where the
    /// curve of its win rates rises through one half, by a straight line over the logarithm of the units. Where it does so several
    /// times, the last.
    pub fn crossover(&self) -> Result<f64, NoOvertaking> {
        let played = self.points.iter().filter_map(|point| Some((point.compute as f64, point.win_rate()?)));
        let (budgets, rates): (Vec<f64>, Vec<f64>) = played.unzip();
        // To overtake is to have the other below oneself.
        overtaking(&budgets, &rates, &vec![0.5; rates.len()])
    }
}

/// A duel being fought, from the least budget to the greatest.
pub struct Duel {
    /// The points that are not begun, the last first.
    waiting: Vec<PointSpec>,
    run: Option<PointRun>,
    statistics: DuelStatistics,
    /// Units of the points that are done, and of all.
    done: f64,
    all: f64,
}

impl Duel {
    /// Nothing played yet.
    #[must_use]
    pub fn new(spec: DuelSpec) -> Duel {
        let mut waiting: Vec<PointSpec> = spec.points().collect();
        waiting.reverse();
        let all = waiting.iter().map(|point| point.compute as f64).sum();
        let run = waiting.pop().map(PointRun::new);
        Duel { waiting, run, statistics: DuelStatistics::default(), done: 0.0, all }
    }

    /// Goes on for a few milliseconds. False once all is played.
    pub fn step(&mut self) -> bool {
        let Some(run) = &mut self.run else { return false };
        if !run.step() {
            self.done += run.point().compute as f64;
            self.statistics.add(run.point());
            self.run = self.waiting.pop().map(PointRun::new);
        }
        self.run.is_some()
    }

    /// Plays all that is left.
    #[must_use]
    pub fn finish(mut self) -> DuelStatistics {
        while self.step() {}
        self.statistics
    }

    /// Share of the units that is spent, from 0 to 1, about.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let of_run = self.run.as_ref().map_or(0.0, |run| run.progress() * run.point().compute as f64);
        ((self.done + of_run) / self.all).min(1.0)
    }

    /// What has been found so far.
    #[must_use]
    pub fn statistics(&self) -> DuelStatistics {
        let mut statistics = self.statistics.clone();
        if let Some(run) = &self.run {
            statistics.add(run.point());
        }
        statistics
    }
}
