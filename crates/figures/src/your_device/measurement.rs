//! Which rounds a measurement of a device's arithmetic has, and what they amount to.

/// Rounds of each kind that count: many short ones, because other programs disturb some of them.
const ROUNDS: usize = 40;
/// How long a round is, s: twenty-five ticks of the clock that browsers give.
const SECONDS: f64 = 0.025;
/// More workers than this may have to take turns, where the browser names more cores than the program is given.
const FEW: usize = 4;
/// Rounds of many workers that count: fewer, and so long that all of them get their turn. A share of the processors is handed out by
/// the tenth of a second (Linux' CFS bandwidth control); a round is two of these.
const LONG_ROUNDS: usize = 10;
/// How long such a round is, s.
const LONG: f64 = 0.2;
/// How long one that does not count is, s: browsers compile what runs often again, and better.
const WARM_UP: f64 = 0.25;
/// A round shorter than this share of what was asked for has been missed.
const ENOUGH: f64 = 0.5;
/// After so many missed rounds in a row no more of them are tried: the clock may stand still.
const MISSES: usize = 8;

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

/// What one worker did in a round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Done {
    /// Floating-point operations begun and ended between the two moments.
    pub operations: f64,
    /// When it saw that the round had begun, s of the clock that all workers share.
    pub begun: f64,
    /// When it saw that the round was over, s of the same clock.
    pub ended: f64,
}

/// A measurement under way. Scalar and vector rounds alternate, so that whatever else the device does disturbs both alike.
#[derive(Clone, Debug)]
pub struct Measurement {
    cores: usize,
    done: usize,
    /// Rounds missed in a row.
    missed: usize,
    given_up: bool,
    /// Rates of the rounds that count, FLOP/s.
    rates: [Vec<f64>; 3],
}

impl Measurement {
    /// A measurement of a device with so many cores. With one, that core is all of them and is not measured once more.
    #[must_use]
    pub fn of(cores: usize) -> Self {
        Self { cores: cores.max(1), done: 0, missed: 0, given_up: false, rates: Default::default() }
    }

    /// How many workers a round needs.
    #[must_use]
    pub fn workers(&self, kind: Kind) -> usize {
        if kind == Kind::AllCores { self.cores } else { 1 }
    }

    /// The rounds in order.
    fn rounds(&self) -> impl Iterator<Item = Round> + use<> {
        let warm_up = |kind| Round { kind, seconds: WARM_UP, counts: false };
        let single = [Kind::Scalar, Kind::Simd];
        let together = match self.cores {
            1 => 0..0,
            2..=FEW => 0..ROUNDS + 1,
            _ => 0..LONG_ROUNDS + 1,
        };
        let seconds = if self.cores > FEW { LONG } else { SECONDS };
        (single.map(warm_up).into_iter())
            .chain((0..ROUNDS).flat_map(move |_| single.map(|kind| Round { kind, seconds: SECONDS, counts: true })))
            .chain(together.map(move |number| match number {
                0 => warm_up(Kind::AllCores),
                _ => Round { kind: Kind::AllCores, seconds, counts: true },
            }))
    }

    /// The next round; nothing once all are done.
    #[must_use]
    pub fn next(&self) -> Option<Round> {
        if self.given_up { None } else { self.rounds().nth(self.done) }
    }

    /// Takes what the workers of the next round did. Only what they did while all of them were at it counts, over that common time: a
    /// worker that came late, or had to wait for others' turns, adds what it did and no more. A round that was missed does not count.
    pub fn take(&mut self, said: &[Done]) {
        let Some(round) = self.next() else { return };
        self.done += 1;
        match rate(said, round.seconds) {
            Some(rate) => {
                self.missed = 0;
                if round.counts {
                    self.rates[round.kind as usize].push(rate);
                }
            }
            None => self.missed += 1,
        }
        if self.missed == MISSES {
            self.missed = 0;
            // Where one core could not be measured, all of them cannot either.
            let together = round.kind != Kind::AllCores && !self.rates[Kind::Simd as usize].is_empty();
            self.done = self.rounds().filter(|other| !together || other.kind != Kind::AllCores).count();
        }
    }

    /// Nothing more can be measured.
    pub fn give_up(&mut self) {
        self.given_up = true;
    }

    /// Which share of its time has passed, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        // A sum over nothing would be −0.
        let seconds = |rounds: usize| self.rounds().take(rounds).fold(0.0, |sum, round| sum + round.seconds);
        (seconds(self.done) / seconds(usize::MAX)).min(1.0)
    }

    /// What has been found so far, as the plain numbers that [`speeds`] and [`failed`] understand.
    #[must_use]
    pub fn found(&self) -> Vec<f64> {
        let of = |kind: Kind| {
            let kind = if self.workers(kind) == 1 && kind == Kind::AllCores { Kind::Simd } else { kind };
            let to_come = !self.given_up && self.rounds().skip(self.done).any(|round| round.kind == kind);
            match Speed::of(&self.rates[kind as usize]) {
                Some(speed) => [speed.best, speed.spread],
                None => [if to_come { f64::NAN } else { 0.0 }; 2],
            }
        };
        KINDS.into_iter().flat_map(of).collect()
    }
}

/// What the workers of a round reached together, FLOP/s; nothing if they were not at it for long enough of the seconds asked for.
fn rate(said: &[Done], seconds: f64) -> Option<f64> {
    let begun = said.iter().map(|done| done.begun).fold(f64::INFINITY, f64::min);
    let ended = said.iter().map(|done| done.ended).fold(f64::INFINITY, f64::min);
    // Who began when others had ended was not at it together with them.
    let operations = said.iter().filter(|done| done.begun < ended).fold(0.0, |sum, done| sum + done.operations);
    let rate = operations / (ended - begun);
    (ended - begun >= ENOUGH * seconds && rate.is_finite() && rate > 0.0).then_some(rate)
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

/// Which kinds could not be measured though it was tried to the end, in the order of [`KINDS`].
#[must_use]
pub fn failed(found: &[f64]) -> [bool; 3] {
    KINDS.map(|kind| found.get(2 * kind as usize) == Some(&0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One worker's part in a window that begins at 0.
    fn part(operations: f64, seconds: f64) -> Done {
        Done { operations, begun: 0.0, ended: seconds }
    }

    /// Does all rounds; what the workers of a round say.
    fn done(cores: usize, say: impl Fn(Round, usize) -> Vec<Done>) -> Measurement {
        let mut measurement = Measurement::of(cores);
        let mut number = 0;
        while let Some(round) = measurement.next() {
            measurement.take(&say(round, number));
            number += 1;
        }
        measurement
    }

    #[test]
    fn every_kind_has_its_rounds_and_the_whole_takes_a_few_seconds() {
        for (cores, together) in [(1, 0), (2, ROUNDS), (4, ROUNDS), (5, LONG_ROUNDS), (64, LONG_ROUNDS)] {
            let rounds: Vec<_> = Measurement::of(cores).rounds().collect();
            for (kind, count) in KINDS.into_iter().zip([ROUNDS, ROUNDS, together]) {
                assert_eq!(rounds.iter().filter(|round| round.kind == kind && round.counts).count(), count);
                assert!(!rounds.iter().find(|round| round.kind == kind).is_some_and(|round| round.counts), "{kind:?} is not warmed up");
            }
            assert!((2.0..5.0).contains(&rounds.iter().map(|round| round.seconds).sum::<f64>()));
        }
    }

    #[test]
    fn the_best_round_counts_and_cores_add_up() {
        let measurement = done(2, |round, number| match round.kind {
            Kind::Scalar => vec![part(1e8, 0.05)],
            // Every second vector round is disturbed.
            Kind::Simd => vec![part(if number % 4 == 1 { 4e8 } else { 2e8 }, 0.05)],
            Kind::AllCores => vec![part(4e8, 0.05), part(2e8, 0.05)],
        });
        let [scalar, simd, all] = speeds(&measurement.found());
        assert_eq!(scalar, Some(Speed { best: 2e9, spread: 0.0 }));
        // Half at 8, half at 4 GFLOP/s: the median is 6.
        assert_eq!(simd, Some(Speed { best: 8e9, spread: 0.25 }));
        assert_eq!(all.map(|speed| speed.best), Some(12e9));
    }

    #[test]
    fn one_core_is_all_of_them() {
        for cores in [0, 1] {
            let measurement = done(cores, |round, _| {
                assert_ne!(round.kind, Kind::AllCores);
                vec![part(1e8, 0.05)]
            });
            let [_, simd, all] = speeds(&measurement.found());
            assert!(simd.is_some());
            assert_eq!(all, simd);
        }
    }

    /// A machine of two cores that does 50 GFLOP/s on each, shared in turns by any number of workers.
    #[test]
    fn workers_that_take_turns_reach_what_the_cores_do() {
        const TURN: f64 = 0.003;
        for workers in [2, 3, 8, 16, 64, 256] {
            let measurement = done(workers, |round, number| match round.kind {
                Kind::AllCores => {
                    // Each core goes through its workers, every round from another one on.
                    let turns = |worker: usize| {
                        let (on_core, place) = ((workers - worker % 2).div_ceil(2), worker / 2 + number * 7);
                        let first = place % on_core;
                        (0..).map(move |lap| TURN * (first + lap * on_core) as f64).map(|begun| (begun, begun + TURN))
                    };
                    (0..workers)
                        .map(|worker| {
                            let (begun, _) = turns(worker).next().unwrap_or_default();
                            let (mut operations, mut ended) = (0.0, f64::NAN);
                            for (from, to) in turns(worker) {
                                if begun < round.seconds {
                                    operations += 5e10 * (to.min(round.seconds) - from).max(0.0);
                                }
                                if to >= round.seconds && to > begun {
                                    ended = from.max(round.seconds);
                                    break;
                                }
                            }
                            // Who comes when all is over works on for a tick of the clock.
                            if begun >= round.seconds {
                                Done { operations: 5e7, begun, ended: begun + 0.001 }
                            } else {
                                Done { operations, begun, ended }
                            }
                        })
                        .collect()
                }
                _ => vec![part(5e10 * 0.025, 0.025)],
            });
            let all = speeds(&measurement.found())[2].map_or(f64::NAN, |speed| speed.best);
            assert!((all / 1e11 - 1.0).abs() < 1e-9, "{workers}: {all}");
        }
    }

    #[test]
    fn the_share_grows_to_one() {
        for cores in [1, 2, 8] {
            let mut measurement = Measurement::of(cores);
            let mut last = measurement.share();
            // Not −0, which would be shown with its sign.
            assert_eq!(last.to_bits(), 0);
            while measurement.next().is_some() {
                measurement.take(&[part(1e8, 0.25)]);
                assert!(measurement.share() > last);
                last = measurement.share();
            }
            assert_eq!(last, 1.0);
        }
    }

    #[test]
    fn warming_up_does_not_count_and_what_was_measured_before_a_stop_is_kept() {
        let mut measurement = Measurement::of(2);
        measurement.take(&[part(9e9, 0.25)]);
        measurement.take(&[part(9e9, 0.25)]);
        assert_eq!(speeds(&measurement.found()), [None; 3]);
        measurement.take(&[part(1e8, 0.05)]);
        let scalar = Some(Speed { best: 2e9, spread: 0.0 });
        assert_eq!(speeds(&measurement.found()), [scalar, None, None]);
        assert_eq!(failed(&measurement.found()), [false; 3]);
        // The workers are gone: what has not been measured cannot be.
        measurement.give_up();
        assert_eq!(measurement.next(), None);
        assert_eq!(speeds(&measurement.found()), [scalar, None, None]);
        assert_eq!(failed(&measurement.found()), [false, true, true]);
    }

    #[test]
    fn a_round_that_was_missed_does_not_count_and_no_number_of_them_is_tried_for_ever() {
        let stuck = Done { operations: 0.0, begun: 1e9, ended: 1e9 };
        for said in [&[part(1e6, 0.001)][..], &[part(1e6, 0.0)], &[part(1e8, f64::NAN)], &[part(0.0, 0.05)], &[stuck], &[]] {
            let mut rounds = 0;
            let mut measurement = Measurement::of(2);
            while measurement.next().is_some() {
                measurement.take(said);
                rounds += 1;
            }
            assert_eq!(speeds(&measurement.found()), [None; 3], "{said:?}");
            assert_eq!(failed(&measurement.found()), [true; 3], "{said:?}");
            assert_eq!((rounds, measurement.share()), (MISSES, 1.0), "{said:?}");
        }
        let late = done(2, |round, _| if round.kind == Kind::AllCores { vec![part(1e6, 0.01)] } else { vec![part(1e8, 0.05)] });
        assert_eq!(failed(&late.found()), [false, false, true]);
        // The clock stops after the tenth round and goes on later: all cores have their try.
        let paused = done(2, |round, number| match round.kind {
            Kind::AllCores => vec![part(1e8, 0.05); 2],
            _ if number < 10 => vec![part(1e8, 0.05)],
            _ => vec![stuck],
        });
        assert_eq!(failed(&paused.found()), [false; 3]);
        assert_eq!(speeds(&paused.found())[2].map(|speed| speed.best), Some(4e9));
    }

    #[test]
    fn a_worker_adds_only_what_it_did_while_the_others_were_at_it() {
        let on_time = part(1e8, 0.025);
        let late = Done { operations: 2e7, begun: 0.02, ended: 0.025 };
        let too_late = Done { operations: 1e7, begun: 0.03, ended: 0.031 };
        assert_eq!(rate(&[on_time, late, too_late], 0.025), Some(1.2e8 / 0.025));
        // Interrupted at the end: its last moment is not the window's.
        assert_eq!(rate(&[on_time, Done { ended: 0.06, ..on_time }], 0.025), Some(8e9));
        // All but one came when it was over.
        assert_eq!(rate(&[Done { begun: 0.024, ..on_time }, too_late], 0.025), None);
    }

    #[test]
    fn anything_else_than_speeds_is_nothing() {
        assert_eq!(speeds(&[]), [None; 3]);
        assert_eq!(speeds(&[1.0, f64::NAN, f64::INFINITY, 0.0, -1.0, 0.0]), [None; 3]);
        assert_eq!(failed(&[]), [false; 3]);
    }
}
