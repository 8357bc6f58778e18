//! The samples learnt from one after another, in steps of a few milliseconds.

use super::{
    ErrorStatistics, Fit, GRID, LearnSpec, Learner,
    flexible::{BELLS, bells},
    grid,
    learner::Notebook,
    statistics::Errors,
};

/// What one step costs, in evaluations of the law: one to a few milliseconds.
const STEP: usize = 25_000;
/// What an observation costs when it is noted down.
const NOTE: usize = 20;
/// What an observation costs each time that all are fitted.
const FIT: usize = 10;
/// What fits cost however few the observations.
const FITS: usize = 4_000;

/// Samples being learnt from.
pub struct Sampler {
    spec: LearnSpec,
    errors: Errors,
    /// The observations of the present seed so far.
    notebook: Notebook,
    /// Time, true distance, and the bells' heights at each time of the grid.
    grid: Vec<(f64, f64, [f64; BELLS])>,
}

impl Sampler {
    /// Nothing learnt yet.
    #[must_use]
    pub fn new(spec: LearnSpec) -> Sampler {
        let truth = spec.truth();
        Sampler {
            spec,
            errors: Errors { sizes: spec.sizes(), of_samples: Vec::new() },
            notebook: Notebook::new(),
            grid: grid().map(|time| (time, truth.fallen(time), bells(time))).collect(),
        }
    }

    /// How many samples are learnt from in all, each seed and size counted.
    fn cells(&self) -> usize {
        self.spec.seeds as usize * self.errors.sizes.len()
    }

    /// Learns from the next few samples. False once all are done.
    pub fn step(&mut self) -> bool {
        let mut cost = 0;
        while self.errors.of_samples.len() < self.cells() && cost < STEP {
            cost += self.next();
        }
        self.errors.of_samples.len() < self.cells()
    }

    /// Learns from the next sample; what it cost.
    fn next(&mut self) -> usize {
        let done = self.errors.of_samples.len();
        let (seed, size) = (done / self.errors.sizes.len(), done % self.errors.sizes.len());
        if size == 0 {
            self.notebook = Notebook::new();
        }
        let (known, wanted) = (self.notebook.len() as u32, self.errors.sizes[size]);
        for number in known..wanted {
            self.notebook.add(self.spec.observation(seed as u32, number));
        }
        let errors = Learner::ALL.map(|learner| self.error(&self.notebook.fit(learner)));
        self.errors.of_samples.push(errors);
        (wanted - known) as usize * NOTE + wanted as usize * FIT + FITS
    }

    /// Root mean square of a prediction less the truth (m).
    fn error(&self, fit: &Fit) -> f64 {
        let squares: f64 = self
            .grid
            .iter()
            .map(|(time, truth, bells)| {
                let predicted = match fit {
                    // The bells need not be reckoned anew.
                    Fit::Flexible(heights) => bells.iter().zip(heights).map(|(bell, height)| bell * height).sum(),
                    _ => fit.at(*time),
                };
                (predicted - truth) * (predicted - truth)
            })
            .sum();
        (squares / GRID as f64).sqrt()
    }

    /// Learns from all that are left.
    #[must_use]
    pub fn finish(mut self) -> ErrorStatistics {
        while self.step() {}
        self.statistics()
    }

    /// Share of the work that is done, from 0 to 1: a seed's later samples are larger, but seeds are alike.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.errors.of_samples.len() as f64 / self.cells().max(1) as f64
    }

    /// The errors so far.
    #[must_use]
    pub fn statistics(&self) -> ErrorStatistics {
        self.errors.statistics()
    }
}
