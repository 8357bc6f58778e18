//! The fall as a series of moments: enough of them that straight pieces between them look like the curve.

use pendrop_science::falling::{Fall, Forces, Motion};

use pendrop_kit::chart::Ticks;

/// How many moments.
const MOMENTS: i32 = 72;

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
    /// The moment at a time.
    pub fn at(fall: &Fall, time: f64) -> Self {
        Self { time, motion: fall.at(time), forces: fall.forces_at(time) }
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
    /// Moments from the release to the landing.
    pub moments: Vec<Sample>,
    /// Ticks of the time axis.
    pub time: Ticks,
    /// When the body lands, or the end of what is shown, s.
    pub end: f64,
    /// When gravity alone would have it land, or the end of the time axis, s.
    pub end_alone: f64,
    /// Greatest height of the body, m.
    pub top: f64,
    /// Least and greatest fall speed, of the body and under gravity alone, m/s.
    pub speeds: (f64, f64),
    /// Furthest drift to the left and to the right, m.
    pub drifts: (f64, f64),
}

impl SampledTrajectory {
    /// The course of a fall.
    pub fn of(fall: &Fall, time: Ticks) -> Self {
        let end = fall.duration();
        // The beginning is where speed and forces change fastest, so moments lie closer there.
        let moments: Vec<Sample> =
            (0..=MOMENTS).map(|count| Sample::at(fall, end * (f64::from(count) / f64::from(MOMENTS)).powi(2))).collect();
        let release = fall.release();
        let landing_alone = if release.gravity > 0.0 { (2.0 * release.height / release.gravity).sqrt() } else { f64::INFINITY };
        let end_alone = landing_alone.min(time.high());
        let mut course = Self {
            time,
            end,
            end_alone,
            top: release.height,
            speeds: (0.0, fall.vacuum_at(end_alone).fall_speed),
            drifts: (0.0, 0.0),
            moments,
        };
        for Sample { motion, .. } in &course.moments {
            course.top = course.top.max(motion.height);
            course.speeds = (course.speeds.0.min(motion.fall_speed), course.speeds.1.max(motion.fall_speed));
            course.drifts = (course.drifts.0.min(motion.x), course.drifts.1.max(motion.x));
        }
        course
    }
}
