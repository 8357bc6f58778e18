//! The types that a page and its workers share when they measure the device, and what the page keeps as the result.
//!
//! Each worker runs one job of the kind [`JOB_NAME`], with the specification `()`: it takes no steps, and answers every
//! [`Round`] with a [`RoundResult`]. The page decides on the rounds ([`super::measurement`]) and stores [`Speeds`] as the
//! first of the figure's results.

use serde::{Deserialize, Serialize};

/// The name of the kind of job that runs rounds, between page and worker.
pub const JOB_NAME: &str = "benchmark";

/// A piece of arithmetic that is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kernel {
    /// One number at a time.
    Scalar,
    /// Four numbers at a time.
    Simd,
}

/// What a worker is asked: to run a kernel within a window of the device's clock, which all workers share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// What to run.
    pub kernel: Kernel,
    /// When the window begins, ms since the epoch.
    pub from_ms: f64,
    /// When it ends, ms since the epoch.
    pub until_ms: f64,
}

/// What one worker did in a round.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoundResult {
    /// Floating-point operations started and ended between the two moments.
    pub operations: f64,
    /// When the worker saw that the round had started, s of the clock that all workers share.
    pub started: f64,
    /// When it saw that the round was over, s of the same clock.
    pub ended: f64,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// One core, one number at a time.
    Scalar,
    /// One core, four numbers at a time.
    Simd,
    /// Every core, four numbers at a time.
    AllCores,
}

impl Workload {
    /// Every workload.
    pub const ALL: [Self; 3] = [Self::Scalar, Self::Simd, Self::AllCores];

    /// What each of its workers runs.
    #[must_use]
    pub const fn kernel(self) -> Kernel {
        match self {
            Self::Scalar => Kernel::Scalar,
            Self::Simd | Self::AllCores => Kernel::Simd,
        }
    }
}

/// How fast a workload is done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speed {
    /// The fastest round, FLOP/s: whatever disturbs a round makes it slower.
    pub best: f64,
    /// By which share of the best round's rate the median round fell short of it.
    pub spread: f64,
}

/// How far the measurement of a workload has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Status {
    /// Nothing has been found yet.
    #[default]
    Pending,
    /// It was tried to the end without a result.
    Failed,
    /// Its speed so far.
    Measured(Speed),
}

impl Status {
    /// The speed, where there is one.
    #[must_use]
    pub const fn speed(self) -> Option<Speed> {
        match self {
            Self::Measured(speed) => Some(speed),
            Self::Pending | Self::Failed => None,
        }
    }
}

/// What a measurement has found so far: the result that the page keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Speeds {
    /// Of [`Workload::Scalar`].
    pub scalar: Status,
    /// Of [`Workload::Simd`].
    pub simd: Status,
    /// Of [`Workload::AllCores`].
    pub all_cores: Status,
}

impl Speeds {
    /// How far the measurement of a workload has come.
    #[must_use]
    pub const fn status(&self, workload: Workload) -> Status {
        match workload {
            Workload::Scalar => self.scalar,
            Workload::Simd => self.simd,
            Workload::AllCores => self.all_cores,
        }
    }

    /// The speed of a workload, where it has been measured.
    #[must_use]
    pub const fn speed(&self, workload: Workload) -> Option<Speed> {
        self.status(workload).speed()
    }

    /// Whether any speed has been measured.
    #[must_use]
    pub fn any_measured(&self) -> bool {
        Workload::ALL.iter().any(|workload| self.speed(*workload).is_some())
    }

    /// Whether everything is still pending.
    #[must_use]
    pub fn all_pending(&self) -> bool {
        *self == Self::default()
    }

    /// The same, with an earlier measurement's findings where nothing has been found yet.
    #[must_use]
    pub fn or(self, earlier: Self) -> Self {
        let newer = |status, earlier| if status == Status::Pending { earlier } else { status };
        Self {
            scalar: newer(self.scalar, earlier.scalar),
            simd: newer(self.simd, earlier.simd),
            all_cores: newer(self.all_cores, earlier.all_cores),
        }
    }
}
