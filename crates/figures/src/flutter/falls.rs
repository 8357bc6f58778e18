//! Two falls of a sheet, let go almost alike: the numbers that words and picture are made from.

use pendrop_science::plate::{Descent, Release};

use super::trajectory::SampledTrajectory;

/// Two falls that have been computed.
pub struct FlutterOutcome {
    pub(super) descent: Descent,
    pub(super) trajectory: SampledTrajectory,
}

impl FlutterOutcome {
    /// Lets the sheet fall twice.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        let descent = Descent::solve(release);
        let trajectory = SampledTrajectory::of(&descent);
        Self { descent, trajectory }
    }
}
