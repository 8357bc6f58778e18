//! What the clock says of a duel: how long its jobs took, beside what they have found.

use pendrop_science::connect4::{Point, Spent};

use super::duel::SearchVsKnowledgeOutcome;

/// What jobs that are done have spent at a budget, and how long they took.
#[derive(Clone, Copy)]
pub(super) struct Clocked {
    /// Units that each player has for a move.
    compute: u64,
    /// Moves that were thought about. Who decides by rules does not think.
    moves: u64,
    playouts: u64,
    /// Of one core; nothing where one of the jobs was not timed.
    seconds: Option<f64>,
}

/// Why there is no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoTime {
    /// No job is done.
    NotYet,
    /// Nobody looked at a clock, or what was done was sooner done than the clock can tell.
    NotTimed,
}

impl Clocked {
    /// Adds a job that is done to those before it, which come from the least budget on.
    pub fn add(clocked: &mut Vec<Self>, found: &Point, seconds: Option<f64>) {
        if clocked.last().is_none_or(|last| last.compute != found.compute) {
            clocked.push(Self { compute: found.compute, moves: 0, playouts: 0, seconds: Some(0.0) });
        }
        let Some(last) = clocked.last_mut() else { return };
        for Spent { moves, playouts, .. } in [found.pure, found.opponent].into_iter().filter(|spent| spent.playouts > 0) {
            last.moves += moves;
            last.playouts += playouts;
        }
        last.seconds = last.seconds.zip(seconds).map(|(before, more)| before + more);
    }
}

impl SearchVsKnowledgeOutcome {
    /// Games that both players have played out in their heads, for each second of a core.
    pub(super) fn rollouts_per_s(&self) -> Result<f64, NoTime> {
        if self.clocked.is_empty() {
            return Err(NoTime::NotYet);
        }
        let seconds: Option<f64> = self.clocked.iter().map(|of| of.seconds).sum();
        let playouts: u64 = self.clocked.iter().map(|of| of.playouts).sum();
        seconds.filter(|seconds| *seconds > 0.0).map(|seconds| playouts as f64 / seconds).ok_or(NoTime::NotTimed)
    }

    /// How long a move took at each budget whose jobs are done.
    pub(super) fn pace(&self) -> Result<Pace, NoTime> {
        if self.clocked.is_empty() {
            return Err(NoTime::NotYet);
        }
        let each = |of: &Clocked| Some((of.compute as f64, of.seconds.filter(|seconds| *seconds > 0.0)? / of.moves.max(1) as f64));
        self.clocked.iter().map(each).collect::<Option<_>>().map(Pace).ok_or(NoTime::NotTimed)
    }
}

/// How long a move took at each budget: units and seconds, from the least budget on; never empty.
#[derive(Clone)]
pub(super) struct Pace(Vec<(f64, f64)>);

impl Pace {
    /// How long a move took at a budget, s; nothing where that was not measured.
    pub fn measured(&self, compute: u64) -> Option<f64> {
        self.0.iter().find(|(units, _)| *units == compute as f64).map(|(_, seconds)| *seconds)
    }

    /// How long a move takes with so many units, s: between two budgets along a straight line over the logarithms, as the curves
    /// run; outside in proportion to the units.
    pub fn at(&self, units: f64) -> f64 {
        let after = self.0.iter().position(|(known, _)| *known >= units);
        match after {
            Some(after) if after > 0 => {
                let ((from, start), (to, end)) = (self.0[after - 1], self.0[after]);
                start * (end / start).powf((units / from).ln() / (to / from).ln())
            }
            _ => {
                let nearest = if after.is_some() { self.0.first() } else { self.0.last() };
                nearest.map_or(f64::NAN, |(known, seconds)| seconds * units / known)
            }
        }
    }

    /// The shortest and the longest, s.
    pub fn range(&self) -> (f64, f64) {
        self.0.iter().fold((f64::INFINITY, 0.0), |(low, high), (_, seconds)| (f64::min(low, *seconds), f64::max(high, *seconds)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(compute: u64, opponent_units: u64) -> Point {
        let spent = |units| Spent { moves: 10, units, playouts: units / 8 };
        Point { pure: spent(80), opponent: spent(opponent_units), ..Point::new(compute) }
    }

    #[test]
    fn parts_of_a_budget_add_up() {
        let mut clocked = Vec::new();
        for (compute, opponent, seconds) in
            [(32, 160, Some(1.0)), (32, 160, Some(2.0)), (64, 0, Some(4.0)), (128, 160, None), (128, 160, Some(1.0))]
        {
            Clocked::add(&mut clocked, &point(compute, opponent), seconds);
        }
        let told: Vec<_> = clocked.iter().map(|of| (of.compute, of.moves, of.playouts, of.seconds)).collect();
        assert_eq!(told, [(32, 40, 60, Some(3.0)), (64, 10, 10, Some(4.0)), (128, 40, 60, None)]);
    }

    #[test]
    fn between_budgets_time_runs_straight_over_the_logarithms() {
        let pace = Pace(vec![(100.0, 1.0), (400.0, 16.0)]);
        for (units, seconds) in [(50.0, 0.5), (100.0, 1.0), (200.0, 4.0), (400.0, 16.0), (800.0, 32.0)] {
            assert!((pace.at(units) / seconds - 1.0).abs() < 1e-12, "{units}: {}", pace.at(units));
        }
        assert_eq!((pace.measured(400), pace.measured(200), pace.range()), (Some(16.0), None, (1.0, 16.0)));
    }
}
