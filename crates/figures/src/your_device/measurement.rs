//! Which rounds a measurement of a device's arithmetic has, and what they amount to.

use super::benchmark::{Round, RoundResult, Speed, Speeds, Status, Workload};

/// Rounds of each workload that count: many short ones, because other programs disturb some of them.
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

/// A round that is to come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScheduledRound {
    /// What it measures.
    pub workload: Workload,
    /// How long it is, s.
    pub seconds: f64,
    /// Whether it counts.
    counts: bool,
}

impl ScheduledRound {
    /// What each of its workers is asked, where it starts at a moment of the device's clock, ms since the epoch.
    #[must_use]
    pub fn starting_at(&self, from_ms: f64) -> Round {
        Round { kernel: self.workload.kernel(), from_ms, until_ms: from_ms + 1e3 * self.seconds }
    }
}

/// A measurement under way. Scalar and vector rounds alternate, so that whatever else the device does disturbs both alike.
#[derive(Clone, Debug)]
pub struct Measurement {
    cores: usize,
    /// Rounds that are over.
    completed: usize,
    /// Rounds missed in a row.
    missed: usize,
    given_up: bool,
    /// Rates of the rounds that count, FLOP/s, of each workload.
    rates: [Vec<f64>; 3],
}

impl Measurement {
    /// A measurement of a device with so many cores. With one, that core is all of them and is not measured once more.
    #[must_use]
    pub fn of(cores: usize) -> Self {
        Self { cores: cores.max(1), completed: 0, missed: 0, given_up: false, rates: Default::default() }
    }

    /// How many workers a round needs.
    #[must_use]
    pub fn workers(&self, workload: Workload) -> usize {
        if workload == Workload::AllCores { self.cores } else { 1 }
    }

    /// The rounds in order.
    fn rounds(&self) -> impl Iterator<Item = ScheduledRound> + use<> {
        let warm_up = |workload| ScheduledRound { workload, seconds: WARM_UP, counts: false };
        let single = [Workload::Scalar, Workload::Simd];
        let together = match self.cores {
            1 => 0..0,
            2..=FEW => 0..ROUNDS + 1,
            _ => 0..LONG_ROUNDS + 1,
        };
        let seconds = if self.cores > FEW { LONG } else { SECONDS };
        (single.map(warm_up).into_iter())
            .chain((0..ROUNDS).flat_map(move |_| single.map(|workload| ScheduledRound { workload, seconds: SECONDS, counts: true })))
            .chain(together.map(move |number| match number {
                0 => warm_up(Workload::AllCores),
                _ => ScheduledRound { workload: Workload::AllCores, seconds, counts: true },
            }))
    }

    /// The next round; nothing once all are done.
    #[must_use]
    pub fn next(&self) -> Option<ScheduledRound> {
        if self.given_up { None } else { self.rounds().nth(self.completed) }
    }

    /// Records what the workers of the next round did. Only what they did while all of them were at it counts, over that common time: a
    /// worker that came late, or had to wait for others' turns, adds what it did and no more. A round that was missed does not count.
    pub fn record(&mut self, results: &[RoundResult]) {
        let Some(round) = self.next() else { return };
        self.completed += 1;
        match rate(results, round.seconds) {
            Some(rate) => {
                self.missed = 0;
                if round.counts {
                    self.rates[round.workload as usize].push(rate);
                }
            }
            None => self.missed += 1,
        }
        if self.missed == MISSES {
            self.missed = 0;
            // Where one core could not be measured, all of them cannot either.
            let together = round.workload != Workload::AllCores && !self.rates[Workload::Simd as usize].is_empty();
            self.completed = self.rounds().filter(|other| !together || other.workload != Workload::AllCores).count();
        }
    }

    /// Nothing more can be measured.
    pub fn give_up(&mut self) {
        self.given_up = true;
    }

    /// Which share of its time has passed, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        // A sum over nothing would be −0.
        let seconds = |rounds: usize| self.rounds().take(rounds).fold(0.0, |sum, round| sum + round.seconds);
        (seconds(self.completed) / seconds(usize::MAX)).min(1.0)
    }

    /// What has been found so far.
    #[must_use]
    pub fn speeds(&self) -> Speeds {
        let status = |workload: Workload| {
            let workload = if workload == Workload::AllCores && self.cores == 1 { Workload::Simd } else { workload };
            let to_come = !self.given_up && self.rounds().skip(self.completed).any(|round| round.workload == workload);
            match speed(&self.rates[workload as usize]) {
                Some(speed) => Status::Measured(speed),
                None if to_come => Status::Pending,
                None => Status::Failed,
            }
        };
        Speeds { scalar: status(Workload::Scalar), simd: status(Workload::Simd), all_cores: status(Workload::AllCores) }
    }
}

/// What the workers of a round reached together, FLOP/s; nothing if they were not at it for long enough of the seconds asked for.
fn rate(results: &[RoundResult], seconds: f64) -> Option<f64> {
    let started = results.iter().map(|result| result.started).fold(f64::INFINITY, f64::min);
    let ended = results.iter().map(|result| result.ended).fold(f64::INFINITY, f64::min);
    // Who started when others had ended was not at it together with them.
    let operations = results.iter().filter(|result| result.started < ended).fold(0.0, |sum, result| sum + result.operations);
    let rate = operations / (ended - started);
    (ended - started >= ENOUGH * seconds && rate.is_finite() && rate > 0.0).then_some(rate)
}

/// The speed that these rates of rounds (FLOP/s) amount to; nothing where there are none.
fn speed(rates: &[f64]) -> Option<Speed> {
    let mut rates = rates.to_vec();
    rates.sort_unstable_by(f64::total_cmp);
    let best = *rates.last()?;
    let median = (rates[(rates.len() - 1) / 2] + rates[rates.len() / 2]) / 2.0;
    Some(Speed { best, spread: (best - median) / best })
}

#[cfg(test)]
mod tests {
    use super::{super::benchmark::Kernel, *};

    /// One worker's part in a window that begins at 0.
    fn part(operations: f64, seconds: f64) -> RoundResult {
        RoundResult { operations, started: 0.0, ended: seconds }
    }

    /// A measurement with all its rounds over; what the workers of a round did is given for each.
    fn completed(cores: usize, result: impl Fn(ScheduledRound, usize) -> Vec<RoundResult>) -> Measurement {
        let mut measurement = Measurement::of(cores);
        let mut number = 0;
        while let Some(round) = measurement.next() {
            measurement.record(&result(round, number));
            number += 1;
        }
        measurement
    }

    /// Which workloads could not be measured though it was tried to the end.
    fn failed(measurement: &Measurement) -> [bool; 3] {
        Workload::ALL.map(|workload| measurement.speeds().status(workload) == Status::Failed)
    }

    #[test]
    fn every_workload_has_its_rounds_and_the_whole_takes_a_few_seconds() {
        for (cores, together) in [(1, 0), (2, ROUNDS), (4, ROUNDS), (5, LONG_ROUNDS), (64, LONG_ROUNDS)] {
            let rounds: Vec<_> = Measurement::of(cores).rounds().collect();
            for (workload, count) in Workload::ALL.into_iter().zip([ROUNDS, ROUNDS, together]) {
                assert_eq!(rounds.iter().filter(|round| round.workload == workload && round.counts).count(), count);
                assert!(
                    !rounds.iter().find(|round| round.workload == workload).is_some_and(|round| round.counts),
                    "{workload:?} is not warmed up"
                );
            }
            assert!((2.0..5.0).contains(&rounds.iter().map(|round| round.seconds).sum::<f64>()));
        }
    }

    #[test]
    fn the_best_round_counts_and_cores_add_up() {
        let measurement = completed(2, |round, number| match round.workload {
            Workload::Scalar => vec![part(1e8, 0.05)],
            // Every second vector round is disturbed.
            Workload::Simd => vec![part(if number % 4 == 1 { 4e8 } else { 2e8 }, 0.05)],
            Workload::AllCores => vec![part(4e8, 0.05), part(2e8, 0.05)],
        });
        let Speeds { scalar, simd, all_cores } = measurement.speeds();
        assert_eq!(scalar, Status::Measured(Speed { best: 2e9, spread: 0.0 }));
        // Half at 8, half at 4 GFLOP/s: the median is 6.
        assert_eq!(simd, Status::Measured(Speed { best: 8e9, spread: 0.25 }));
        assert_eq!(all_cores.speed().map(|speed| speed.best), Some(12e9));
    }

    #[test]
    fn one_core_is_all_of_them() {
        for cores in [0, 1] {
            let measurement = completed(cores, |round, _| {
                assert_ne!(round.workload, Workload::AllCores);
                vec![part(1e8, 0.05)]
            });
            let Speeds { simd, all_cores, .. } = measurement.speeds();
            assert!(simd.speed().is_some());
            assert_eq!(all_cores, simd);
        }
    }

    /// A machine of two cores that does 50 GFLOP/s on each, shared in turns by any number of workers.
    #[test]
    fn workers_that_take_turns_reach_what_the_cores_do() {
        const TURN: f64 = 0.003;
        for workers in [2, 3, 8, 16, 64, 256] {
            let measurement = completed(workers, |round, number| match round.workload {
                Workload::AllCores => {
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
                                RoundResult { operations: 5e7, started: begun, ended: begun + 0.001 }
                            } else {
                                RoundResult { operations, started: begun, ended }
                            }
                        })
                        .collect()
                }
                _ => vec![part(5e10 * 0.025, 0.025)],
            });
            let all = measurement.speeds().all_cores.speed().map_or(f64::NAN, |speed| speed.best);
            assert!((all / 1e11 - 1.0).abs() < 1e-9, "{workers}: {all}");
        }
    }

    #[test]
    fn the_progress_grows_to_one() {
        for cores in [1, 2, 8] {
            let mut measurement = Measurement::of(cores);
            let mut last = measurement.progress();
            // Not −0, which would be shown with its sign.
            assert_eq!(last.to_bits(), 0);
            while measurement.next().is_some() {
                measurement.record(&[part(1e8, 0.25)]);
                assert!(measurement.progress() > last);
                last = measurement.progress();
            }
            assert_eq!(last, 1.0);
        }
    }

    #[test]
    fn warming_up_does_not_count_and_what_was_measured_before_a_stop_is_kept() {
        let mut measurement = Measurement::of(2);
        measurement.record(&[part(9e9, 0.25)]);
        measurement.record(&[part(9e9, 0.25)]);
        assert!(measurement.speeds().all_pending());
        measurement.record(&[part(1e8, 0.05)]);
        let scalar = Status::Measured(Speed { best: 2e9, spread: 0.0 });
        assert_eq!(measurement.speeds(), Speeds { scalar, ..Speeds::default() });
        // The workers are gone: what has not been measured cannot be.
        measurement.give_up();
        assert_eq!(measurement.next(), None);
        assert_eq!(measurement.speeds(), Speeds { scalar, simd: Status::Failed, all_cores: Status::Failed });
    }

    #[test]
    fn a_round_that_was_missed_does_not_count_and_no_number_of_them_is_tried_for_ever() {
        let stuck = RoundResult { operations: 0.0, started: 1e9, ended: 1e9 };
        for results in [&[part(1e6, 0.001)][..], &[part(1e6, 0.0)], &[part(1e8, f64::NAN)], &[part(0.0, 0.05)], &[stuck], &[]] {
            let mut rounds = 0;
            let mut measurement = Measurement::of(2);
            while measurement.next().is_some() {
                measurement.record(results);
                rounds += 1;
            }
            assert_eq!(Workload::ALL.map(|workload| measurement.speeds().status(workload)), [Status::Failed; 3], "{results:?}");
            assert_eq!((rounds, measurement.progress()), (MISSES, 1.0), "{results:?}");
        }
        let late =
            completed(2, |round, _| if round.workload == Workload::AllCores { vec![part(1e6, 0.01)] } else { vec![part(1e8, 0.05)] });
        assert_eq!(failed(&late), [false, false, true]);
        // The clock stops after the tenth round and goes on later: all cores have their try.
        let paused = completed(2, |round, number| match round.workload {
            Workload::AllCores => vec![part(1e8, 0.05); 2],
            _ if number < 10 => vec![part(1e8, 0.05)],
            _ => vec![stuck],
        });
        assert_eq!(failed(&paused), [false; 3]);
        assert_eq!(paused.speeds().all_cores.speed().map(|speed| speed.best), Some(4e9));
    }

    #[test]
    fn a_worker_adds_only_what_it_did_while_the_others_were_at_it() {
        let on_time = part(1e8, 0.025);
        let late = RoundResult { operations: 2e7, started: 0.02, ended: 0.025 };
        let too_late = RoundResult { operations: 1e7, started: 0.03, ended: 0.031 };
        assert_eq!(rate(&[on_time, late, too_late], 0.025), Some(1.2e8 / 0.025));
        // Interrupted at the end: its last moment is not the window's.
        assert_eq!(rate(&[on_time, RoundResult { ended: 0.06, ..on_time }], 0.025), Some(8e9));
        // All but one came when it was over.
        assert_eq!(rate(&[RoundResult { started: 0.024, ..on_time }, too_late], 0.025), None);
    }

    #[test]
    fn workers_are_asked_for_the_kernel_of_the_workload_within_the_round() {
        let rounds: Vec<_> = Measurement::of(2).rounds().collect();
        let warm_up = Round { kernel: Kernel::Scalar, from_ms: 1e12, until_ms: 1e12 + 250.0 };
        assert_eq!(rounds[0].starting_at(1e12), warm_up);
        assert!(rounds.iter().all(|round| (round.starting_at(0.0).kernel == Kernel::Scalar) == (round.workload == Workload::Scalar)));
    }

    #[test]
    fn a_second_measurement_keeps_of_the_first_what_it_has_not_found_anew() {
        let measured = |best| Status::Measured(Speed { best, spread: 0.0 });
        let earlier = Speeds { scalar: measured(1.0), simd: measured(2.0), all_cores: Status::Failed };
        let now = Speeds { scalar: measured(3.0), simd: Status::Failed, all_cores: Status::Pending };
        assert_eq!(now.or(earlier), Speeds { all_cores: Status::Failed, ..now });
        assert_eq!(Speeds::default().or(earlier), earlier);
        assert!(earlier.any_measured() && !Speeds::default().any_measured() && !now.all_pending());
    }
}
