//! Which rounds a measurement of a device's arithmetic has, and what they amount to.

/// Rounds of each kind that count: many short ones, because other programs disturb some of them.
const ROUNDS: usize = 40;
/// How long a round is, s: twenty-five ticks of the clock that browsers give.
const SECONDS: f64 = 0.025;
/// How long one that does not count is, s: browsers compile what runs often again, and better.
const WARM_UP: f64 = 0.25;
/// A round shorter than this share of what was asked for has been missed.
const ENOUGH: f64 = 0.5;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One core, one number at a time.
    Scalar,
    /// One core, four numbers at a time.
    Simd,
    /// Every core, four numbers at a time.
    AllCores,
}

/// Every kind, in the order of what has been found.
pub const KINDS: [Kind; 3] = [Kind::Scalar, Kind::Simd, Kind::AllCores];

/// One round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Round {
    /// What it measures.
    pub kind: Kind,
    /// How long it is, s.
    pub seconds: f64,
    /// Whether it counts.
    counts: bool,
}

/// A measurement under way. Scalar and vector rounds alternate, so that whatever else the device does disturbs both alike.
#[derive(Clone, Debug, Default)]
pub struct Measurement {
    done: usize,
    /// Rates of the rounds that count, FLOP/s.
    rates: [Vec<f64>; 3],
}

impl Measurement {
    /// The rounds in order.
    fn rounds() -> impl Iterator<Item = Round> {
        let warm_up = |kind| Round { kind, seconds: WARM_UP, counts: false };
        let counted = |kind| Round { kind, seconds: SECONDS, counts: true };
        let single = [Kind::Scalar, Kind::Simd];
        (single.map(warm_up).into_iter())
            .chain((0..ROUNDS).flat_map(move |_| single.map(counted)))
            .chain([warm_up(Kind::AllCores)])
            .chain((0..ROUNDS).map(move |_| counted(Kind::AllCores)))
    }

    /// The next round; nothing once all are done.
    #[must_use]
    pub fn next(&self) -> Option<Round> {
        Self::rounds().nth(self.done)
    }

    /// Takes what the workers of the next round say: floating-point operations and how long it took them, s. Their rates add up, as
    /// they worked at the same time. A round that one of them missed does not count.
    pub fn take(&mut self, said: &[(f64, f64)]) {
        let Some(round) = self.next() else { return };
        self.done += 1;
        let whole = said.iter().all(|(_, seconds)| *seconds >= ENOUGH * round.seconds);
        let rate: f64 = said.iter().map(|(operations, seconds)| operations / seconds).sum();
        if round.counts && whole && rate.is_finite() && rate > 0.0 {
            self.rates[round.kind as usize].push(rate);
        }
    }

    /// Which share of its time has passed, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        let whole: f64 = Self::rounds().map(|round| round.seconds).sum();
        let done: f64 = Self::rounds().take(self.done).map(|round| round.seconds).sum();
        (done / whole).min(1.0)
    }

    /// What has been found so far, as the plain numbers that [`speeds`] understands.
    #[must_use]
    pub fn found(&self) -> Vec<f64> {
        self.rates.iter().flat_map(|rates| Speed::of(rates).map_or([f64::NAN; 2], |speed| [speed.best, speed.spread])).collect()
    }
}

/// How fast one kind of arithmetic is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speed {
    /// The fastest round, FLOP/s: whatever disturbs a round makes it slower.
    pub best: f64,
    /// By which share of the best round's rate the middle one (the median) fell short of it.
    pub spread: f64,
}

impl Speed {
    fn of(rates: &[f64]) -> Option<Self> {
        let mut rates = rates.to_vec();
        rates.sort_unstable_by(f64::total_cmp);
        let best = *rates.last()?;
        let middle = (rates[(rates.len() - 1) / 2] + rates[rates.len() / 2]) / 2.0;
        Some(Self { best, spread: (best - middle) / best })
    }
}

/// Speeds of all kinds, in the order of [`KINDS`]; nothing for what has not been measured.
pub type Speeds = [Option<Speed>; 3];

/// The speeds that a measurement has found.
#[must_use]
pub fn speeds(found: &[f64]) -> Speeds {
    KINDS.map(|kind| {
        let (best, spread) = (*found.get(2 * kind as usize)?, *found.get(2 * kind as usize + 1)?);
        (best.is_finite() && best > 0.0 && spread.is_finite()).then_some(Speed { best, spread })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does all rounds; what a round of a kind says.
    fn done(say: impl Fn(Kind, usize) -> Vec<(f64, f64)>) -> Measurement {
        let mut measurement = Measurement::default();
        let mut number = 0;
        while let Some(round) = measurement.next() {
            measurement.take(&say(round.kind, number));
            number += 1;
        }
        measurement
    }

    #[test]
    fn every_kind_has_its_rounds_and_the_whole_takes_a_few_seconds() {
        let rounds: Vec<_> = Measurement::rounds().collect();
        for kind in KINDS {
            assert_eq!(rounds.iter().filter(|round| round.kind == kind && round.counts).count(), ROUNDS);
            assert!(!rounds.iter().find(|round| round.kind == kind).is_some_and(|round| round.counts), "{kind:?} is not warmed up");
        }
        assert!((3.0..5.0).contains(&rounds.iter().map(|round| round.seconds).sum::<f64>()));
    }

    #[test]
    fn the_best_round_counts_and_cores_add_up() {
        let measurement = done(|kind, number| match kind {
            Kind::Scalar => vec![(1e8, 0.05)],
            // Every second vector round is disturbed.
            Kind::Simd => vec![(if number % 4 == 1 { 4e8 } else { 2e8 }, 0.05)],
            Kind::AllCores => vec![(4e8, 0.05), (2e8, 0.05)],
        });
        let [scalar, simd, all] = speeds(&measurement.found());
        assert_eq!(scalar, Some(Speed { best: 2e9, spread: 0.0 }));
        // Half at 8, half at 4 GFLOP/s: the median is 6.
        assert_eq!(simd, Some(Speed { best: 8e9, spread: 0.25 }));
        assert_eq!(all.map(|speed| speed.best), Some(12e9));
    }

    #[test]
    fn the_share_grows_to_one() {
        let mut measurement = Measurement::default();
        let mut last = measurement.share();
        assert_eq!(last, 0.0);
        while measurement.next().is_some() {
            measurement.take(&[(1e8, 0.05)]);
            assert!(measurement.share() > last);
            last = measurement.share();
        }
        assert_eq!(last, 1.0);
    }

    #[test]
    fn warming_up_does_not_count_and_what_was_measured_before_a_stop_is_kept() {
        let mut measurement = Measurement::default();
        measurement.take(&[(9e9, 0.25)]);
        measurement.take(&[(9e9, 0.25)]);
        assert_eq!(speeds(&measurement.found()), [None; 3]);
        measurement.take(&[(1e8, 0.05)]);
        assert_eq!(speeds(&measurement.found()), [Some(Speed { best: 2e9, spread: 0.0 }), None, None]);
    }

    #[test]
    fn a_round_that_was_missed_does_not_count() {
        for said in [&[(1e6, 0.001)][..], &[(1e6, 0.0)], &[(1e8, f64::NAN)], &[(0.0, 0.05)], &[]] {
            let measurement = done(|_, _| said.to_vec());
            assert_eq!(speeds(&measurement.found()), [None; 3], "{said:?}");
        }
        let late = done(|kind, _| if kind == Kind::AllCores { vec![(1e8, 0.05), (1e6, 0.01)] } else { vec![(1e8, 0.05)] });
        assert_eq!(speeds(&late.found())[2], None);
    }

    #[test]
    fn anything_else_than_speeds_is_nothing() {
        assert_eq!(speeds(&[]), [None; 3]);
        assert_eq!(speeds(&[1.0, f64::NAN, f64::INFINITY, 0.0, -1.0, 0.0]), [None; 3]);
    }
}
