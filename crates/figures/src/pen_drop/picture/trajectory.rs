//! The fall as a series of samples: enough of them that straight pieces between them look like the curve.

use pendrop_science::falling::{Fall, Forces, Motion};

/// How many steps between samples.
const STEPS: i32 = 72;

/// One moment of the fall.
pub(super) struct Sample {
    /// Time since the release, s.
    pub time: f64,
    /// Where the body is.
    pub motion: Motion,
    /// What acts on it.
    pub forces: Forces,
}

impl Sample {
    /// The fall at a time.
    pub fn at(fall: &Fall, time: f64) -> Self {
        Self { time, motion: fall.at(time), forces: fall.forces_at(time) }
    }

    /// Height of the body, m.
    pub fn height(&self) -> Option<f64> {
        Some(self.motion.height)
    }

    /// Fall speed of the body, m/s.
    pub fn speed(&self) -> Option<f64> {
        Some(self.motion.fall_speed)
    }

    /// Gravity's share of the sum of all forces, %; nothing where no force acts.
    pub fn share(&self) -> Option<f64> {
        let Forces { gravity, buoyancy, drag_up, drag_x } = self.forces;
        let sum = gravity + buoyancy + drag_up.abs() + drag_x.abs();
        (sum > 0.0).then(|| 100.0 * gravity / sum)
    }
}

/// The whole fall.
pub(super) struct SampledTrajectory {
    /// Samples from the release to the landing.
    pub samples: Vec<Sample>,
    /// When the body lands, or the end of what is shown, s.
    pub end: f64,
    /// When gravity alone would have it land, or the end of the time axis, s.
    pub end_vacuum: f64,
    /// Greatest height of the body, m.
    pub top: f64,
    /// Least and greatest fall speed, of the body and under gravity alone, m/s.
    pub speeds: (f64, f64),
    /// Furthest drift to the left and to the right, m.
    pub drifts: (f64, f64),
}

impl SampledTrajectory {
    /// The samples of a fall shown on a time axis that ends at `axis_end`, s.
    pub fn of(fall: &Fall, axis_end: f64) -> Self {
        let end = fall.duration();
        // The beginning is where speed and forces change fastest, so samples lie closer there.
        let samples: Vec<Sample> = (0..=STEPS).map(|count| Sample::at(fall, end * (f64::from(count) / f64::from(STEPS)).powi(2))).collect();
        let release = fall.release();
        let landing_vacuum = if release.gravity > 0.0 { (2.0 * release.height / release.gravity).sqrt() } else { f64::INFINITY };
        let end_vacuum = landing_vacuum.min(axis_end);
        let (mut top, mut speeds, mut drifts) = (release.height, (0.0_f64, fall.vacuum_at(end_vacuum).fall_speed), (0.0_f64, 0.0_f64));
        for Sample { motion, .. } in &samples {
            top = top.max(motion.height);
            speeds = (speeds.0.min(motion.fall_speed), speeds.1.max(motion.fall_speed));
            drifts = (drifts.0.min(motion.x), drifts.1.max(motion.x));
        }
        Self { samples, end, end_vacuum, top, speeds, drifts }
    }
}
