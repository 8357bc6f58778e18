//! The duel as far as it has come: the numbers that words and picture are made from.

use pendrop_science::{
    connect4::{DuelSpec, DuelStatistics, Mover, Player, Point, positions},
    overtaking::NoOvertaking,
};

use super::{
    clocked::{Clocked, NoTime, Pace},
    jobs::ShownGame,
};

/// The duel as far as it has come.
#[derive(Clone)]
pub struct SearchVsKnowledgeOutcome {
    /// Which duel.
    pub spec: DuelSpec,
    /// The points of the curve so far.
    pub statistics: DuelStatistics,
    /// The game that is shown.
    pub game: Option<ShownGame>,
    /// Who plays against pure search in it.
    pub opponent: Player,
    /// In whose place the reader plays it, where it is the reader's.
    pub reader: Option<Mover>,
    /// The day on which all was recorded, where it was.
    pub recorded: Option<String>,
    /// How long it took, from the least budget on.
    pub(super) clocked: Vec<Clocked>,
    /// Whether the charts are to have time across.
    pub(super) over_time: bool,
}

impl SearchVsKnowledgeOutcome {
    /// Solved positions that both are asked at each budget.
    pub(super) fn positions(&self) -> u32 {
        self.spec.positions.min(positions().len() as u32)
    }

    /// What time there is for the axis; nothing where that has units.
    pub(super) fn timed(&self) -> Option<Result<Pace, NoTime>> {
        self.over_time.then(|| self.pace())
    }

    /// Whether all has been played and asked.
    pub(super) fn is_complete(&self) -> bool {
        let asked = self.positions();
        let done = |point: &&Point| point.games() == self.spec.games && point.positions == asked;
        self.statistics.points().iter().filter(done).count() == self.spec.budgets().count()
    }

    /// The points at which games have been played.
    pub(super) fn played(&self) -> impl DoubleEndedIterator<Item = &Point> {
        self.statistics.points().iter().filter(|point| point.games() > 0)
    }

    /// What has been found at the greatest budget.
    pub(super) fn last(&self) -> Option<&Point> {
        self.statistics.points().last().filter(|point| point.compute == self.spec.compute)
    }

    /// From how many units on pure search is ahead; not yet as long as that may change.
    pub(super) fn crossover(&self) -> Result<f64, NoCrossing> {
        let was_ahead = || self.ahead().any(|ahead| ahead);
        let reason = |none| match none {
            NoOvertaking::Unmeasured => NoCrossing::NotYet,
            NoOvertaking::Ahead => NoCrossing::AheadFromTheStart,
            NoOvertaking::Behind if was_ahead() => NoCrossing::FallsBack,
            NoOvertaking::Behind => NoCrossing::NeverAhead,
        };
        if self.is_complete() { self.statistics.crossover().map_err(reason) } else { Err(NoCrossing::NotYet) }
    }

    /// The same as a number, where there is one.
    pub(super) fn crossing(&self) -> Option<f64> {
        self.crossover().ok()
    }

    /// How often the curve rises through one half.
    pub(super) fn crossings(&self) -> usize {
        self.ahead().zip(self.ahead().skip(1)).filter(|(before, after)| !before && *after).count()
    }

    /// Whether pure search has more than half of the points, from the least budget on.
    fn ahead(&self) -> impl Iterator<Item = bool> {
        self.played().filter_map(|point| Some(point.win_rate()? > 0.5))
    }
}

/// Why there is no crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoCrossing {
    /// Not all has been played.
    NotYet,
    /// Pure search has more than half of the points at no budget.
    NeverAhead,
    /// It has from the least budget on.
    AheadFromTheStart,
    /// It had, and at the greatest budget no longer has.
    FallsBack,
}
