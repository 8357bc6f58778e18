//! What the jobs of a figure have found: for the run in force, and to their end for those before it, so that runs can stand beside each
//! other.

use pendrop_kit::{
    job::{JobSpec, Results},
    state::MOST_KEPT,
};

/// What the jobs of a figure have found, and which jobs: those for other values are no longer wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct JobResults {
    /// The jobs.
    pub jobs: Vec<JobSpec>,
    /// What they have found so far.
    pub results: Results,
}

/// As many as can stand beside each other: runs that are kept, the one before and the present one.
const MOST: usize = MOST_KEPT + 2;

/// What jobs have found that have come to their end on this page, the latest last.
#[derive(Clone, Default, PartialEq)]
pub struct Found(Vec<JobResults>);

impl Found {
    /// Remembers what jobs have found to their end; what was found first is forgotten.
    pub fn add(&mut self, found: JobResults) {
        self.0.retain(|known| known.jobs != found.jobs);
        self.0.push(found);
        let surplus = self.0.len().saturating_sub(MOST);
        self.0.drain(..surplus);
    }

    /// What these jobs have found to their end; nothing where that is not remembered.
    #[must_use]
    pub fn of(&self, jobs: &[JobSpec]) -> Option<&Results> {
        self.0.iter().find(|known| known.jobs == jobs).map(|known| &known.results)
    }
}

#[cfg(test)]
mod tests {
    use pendrop_figures::testing::{CountJob, CountSpec};

    use super::*;

    /// A job that counts so far, having counted so far.
    fn counted(steps: u32, count: u32) -> JobResults {
        let jobs = vec![JobSpec::new::<CountJob>(&CountSpec { steps, work: 0 })];
        JobResults { jobs, results: [Some(pendrop_kit::job::encode(&count).into())].into_iter().collect() }
    }

    #[test]
    fn the_latest_are_remembered_each_once() {
        let mut found = Found::default();
        (1..=MOST as u32).for_each(|steps| found.add(counted(steps, steps)));
        // Once more: now it is the latest.
        found.add(counted(1, 100));
        found.add(counted(50, 50));
        let count = |steps| found.of(&counted(steps, 0).jobs).and_then(|results| results.get::<CountJob>(0));
        assert_eq!([1, 2, 3, 50, 51].map(count), [Some(100), None, Some(3), Some(50), None]);
        assert_eq!(found.of(&[]), None);
    }
}
