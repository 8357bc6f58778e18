//! Two falls of a sheet, let go almost alike: the numbers that words and picture are made from.

use pendrop_science::plate::{Descent, Parting, Release};

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

    /// When one fall no longer foretells the other, as far as that is known.
    pub(super) fn predictable_for(&self) -> Option<f64> {
        match self.descent.parting() {
            Parting::At(time) => Some(time),
            Parting::Never | Parting::Unknown => None,
        }
    }

    /// Whether arithmetic can tell where the sheets are at a time.
    pub(super) fn is_known(&self, time: f64) -> bool {
        time <= self.descent.known_until()
    }
}

/// A length in plate widths: the plate is two of the model's lengths wide.
pub(super) fn widths(length: f64) -> f64 {
    0.5 * length
}
