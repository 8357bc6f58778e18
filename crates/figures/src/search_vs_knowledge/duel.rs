//! The duel as far as it has come: the numbers that words and picture are made from.

use pendrop_science::connect4::{Crossover, DuelSpec, DuelStatistics, NoCrossover, Point, positions};

use super::jobs::ShownGame;

/// The duel as far as it has come.
pub struct SearchVsKnowledgeOutcome {
    /// Which duel.
    pub spec: DuelSpec,
    /// The points of the curve so far.
    pub statistics: DuelStatistics,
    /// The game that is shown.
    pub game: Option<ShownGame>,
    /// Whether all was recorded beforehand.
    pub recorded: bool,
}

impl SearchVsKnowledgeOutcome {
    /// Solved positions that both are asked at each budget.
    pub(super) fn positions(&self) -> u32 {
        self.spec.positions.min(positions().len() as u32)
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

    /// From how many units on pure search is ahead; nothing as long as that may change.
    pub(super) fn crossover(&self) -> Option<Result<Crossover, NoCrossover>> {
        self.is_complete().then(|| self.statistics.crossover())
    }

    /// The same as a number, where there is one.
    pub(super) fn crossing(&self) -> Option<f64> {
        Some(self.crossover()?.ok()?.compute)
    }
}
