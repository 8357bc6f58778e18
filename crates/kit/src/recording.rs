//! What jobs have found for the values at the start, computed beforehand, so that a page can be served whole: real results of the
//! same jobs, with the day and what they cost.

use serde::{Deserialize, Serialize};

use crate::job::{JobSpec, Results, decode, encode};

/// Results of the jobs of a figure, recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recording {
    /// The day on which it was made: `2026-11-30`.
    pub date: String,
    /// How long the jobs took together on one core, s.
    pub seconds: f64,
    /// What each has found, encoded, in the order of [`Model::jobs`](crate::figure::Model::jobs).
    results: Vec<Vec<u8>>,
}

impl Recording {
    /// Does jobs to their end, here and now. Nothing where one of them cannot be done here. `clock` says how many seconds have passed.
    #[must_use]
    pub fn make(jobs: &[JobSpec], date: &str, clock: impl Fn() -> f64) -> Option<Self> {
        let begin = clock();
        let results = jobs.iter().map(|job| job.run_to_completion().map(|result| result.to_vec())).collect::<Option<_>>()?;
        Some(Self { date: date.to_owned(), seconds: clock() - begin, results })
    }

    /// A recording from its bytes; nothing where they are none.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        decode(bytes)
    }

    /// As bytes.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        encode(self)
    }

    /// What the jobs have found.
    #[must_use]
    pub fn results(self) -> Results {
        self.results.into_iter().map(|result| Some(result.into())).collect()
    }
}
