//! What jobs have found, computed beforehand, so that a page can be served whole: real results of the same jobs, with the day and
//! what they cost. Each is kept under its job, so that any values whose jobs are all recorded need none.

use serde::{Deserialize, Serialize};

use crate::{
    job::{JobSpec, Results, decode, encode},
    locale::Language,
};

/// Results of jobs of a figure, recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recording {
    /// The day on which it was made: `2026-11-30`.
    pub date: String,
    entries: Vec<Entry>,
}

/// What takes less than this, s, is timed as often as [`TIMES`], and the shortest time counts: whatever else the device does meanwhile
/// would be most of it.
const SHORT: f64 = 0.1;
/// See [`SHORT`].
const TIMES: usize = 7;

/// What one job has found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    /// See [`fingerprint`].
    job: u64,
    /// How long it took on one core, s.
    seconds: f32,
    /// Encoded.
    result: Vec<u8>,
}

/// What is recorded of the jobs for some values.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The day on which it was made: `2026-11-30`.
    pub date: String,
    /// How long the jobs took together on one core, s.
    pub seconds: f64,
    /// What they have found.
    pub results: Results,
}

impl Recording {
    /// Nothing, made on this day.
    #[must_use]
    pub fn new(date: &str) -> Self {
        Self { date: date.to_owned(), entries: Vec::new() }
    }

    /// A recording from its bytes; an empty one where they are none.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        decode(bytes).unwrap_or_default()
    }

    /// As bytes.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        encode(self)
    }

    /// Does those jobs to their end that are not recorded yet, here and now. False where one of them cannot be done here. `clock` says
    /// how many seconds have passed.
    pub fn add(&mut self, jobs: &[JobSpec], clock: impl Fn() -> f64) -> bool {
        jobs.iter().all(|job| {
            let fingerprint = fingerprint(job);
            if self.entry(fingerprint).is_some() {
                return true;
            }
            let (mut seconds, mut found) = (f64::INFINITY, None);
            for _ in 0..TIMES {
                let begin = clock();
                found = job.run_to_completion();
                seconds = seconds.min(clock() - begin);
                if found.is_none() || seconds > SHORT {
                    break;
                }
            }
            let Some(result) = found else { return false };
            self.entries.push(Entry { job: fingerprint, seconds: seconds as f32, result: result.to_vec() });
            true
        })
    }

    /// What these jobs have found, if all of them are recorded.
    #[must_use]
    pub fn of(self, jobs: &[JobSpec]) -> Option<Recorded> {
        let entries = jobs.iter().map(|job| self.entry(fingerprint(job))).collect::<Option<Vec<_>>>()?;
        let seconds = entries.iter().map(|entry| f64::from(entry.seconds)).sum();
        let mut results: Results = entries.iter().map(|entry| Some(entry.result.as_slice().into())).collect();
        entries.iter().enumerate().for_each(|(place, entry)| results.took(place, f64::from(entry.seconds)));
        Some(Recorded { seconds, results, date: self.date })
    }

    fn entry(&self, job: u64) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.job == job)
    }
}

/// A day as people write it, from `2026-11-30`.
#[must_use]
pub fn day(date: &str, language: Language) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match (language, &parts[..]) {
        (Language::De, [year, month, day]) => [*day, *month, *year].join("."),
        _ => date.to_owned(),
    }
}

/// Tells jobs apart by kind, specification and the name of what they learn from (64-bit FNV-1a).
fn fingerprint(job: &JobSpec) -> u64 {
    let corpus = job.corpus.iter().flat_map(|corpus| [0].into_iter().chain(corpus.source.name().bytes()));
    let spec = job.recorded.as_ref().unwrap_or(&job.spec);
    let bytes = job.kind.name.bytes().chain([0]).chain(spec.iter().copied()).chain(corpus);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{Corpus, Source},
        job::count::Count,
    };

    #[test]
    fn values_are_recorded_whose_jobs_all_are() {
        let jobs = [3, 5, 8].map(|limit| JobSpec::new::<Count>(&limit));
        let mut recording = Recording::new("2026-11-30");
        let ticks = std::cell::Cell::new(0.0);
        let clock = || ticks.replace(ticks.get() + 1.0);
        assert!(recording.add(&jobs[..2], clock));
        let read = Recording::read(&recording.write());
        assert_eq!(read, recording);
        let recorded = read.clone().of(&[jobs[1].clone()]).expect("is recorded");
        assert_eq!((recorded.date.as_str(), recorded.seconds, recorded.results.get::<Count>(0)), ("2026-11-30", 1.0, Some(5)));
        assert_eq!([recorded.results.seconds(0), recorded.results.seconds(1)], [Some(1.0), None]);
        assert_eq!(read.clone().of(&jobs[..2]).map(|both| both.results.get::<Count>(0)), Some(Some(3)));
        assert_eq!(read.of(&jobs), None);
    }

    #[test]
    fn a_job_that_ends_earlier_finds_the_recording_of_one_that_goes_further() {
        let mut recording = Recording::new("2026-11-30");
        assert!(recording.add(&[JobSpec::new::<Count>(&8)], || 0.0));
        let earlier = JobSpec::new::<Count>(&3).recorded_as::<Count>(&8);
        assert_eq!(recording.of(std::slice::from_ref(&earlier)).and_then(|found| found.results.get::<Count>(0)), Some(8));
        // Done here, it ends where it is asked to.
        assert_eq!(earlier.run_to_completion(), JobSpec::new::<Count>(&3).run_to_completion());
    }

    #[test]
    fn the_shortest_of_several_short_times_counts() {
        let job = JobSpec::new::<Count>(&3);
        let mut recording = Recording::new("2026-11-30");
        // Begin and end of each time: the first is disturbed, and the third is the shortest.
        let times = std::cell::Cell::new(0);
        let clock = || {
            let time = times.replace(times.get() + 1);
            if time & 1 == 0 { 0.0 } else { [0.09, 0.05, 0.02].get(time / 2).copied().unwrap_or(0.03) }
        };
        assert!(recording.add(std::slice::from_ref(&job), clock));
        assert_eq!(recording.of(&[job]).map(|recorded| recorded.seconds), Some(f64::from(0.02_f32)));
    }

    #[test]
    fn what_is_learnt_from_a_text_is_recorded_for_that_text() {
        let job = |source| JobSpec::new::<Count>(&3).learning_from(&Corpus { source, content: Some("a".into()) });
        let mut recording = Recording::new("2026-11-30");
        assert!(recording.add(&[job(Source::Site(Language::En))], || 0.0));
        let is_recorded = |job: JobSpec| recording.clone().of(&[job]).is_some();
        assert!(is_recorded(job(Source::Site(Language::En))));
        // The text itself need not have come.
        let named = Corpus { source: Source::Site(Language::En), content: None };
        assert!(is_recorded(JobSpec::new::<Count>(&3).learning_from(&named)));
        assert!(
            !is_recorded(job(Source::Site(Language::De))) && !is_recorded(job(Source::Reader)) && !is_recorded(JobSpec::new::<Count>(&3))
        );
    }

    #[test]
    fn what_is_no_recording_is_empty() {
        assert_eq!(Recording::read(b"").of(&[JobSpec::new::<Count>(&1)]), None);
        assert_eq!(Recording::read(&[0xff; 20]), Recording::default());
    }
}
