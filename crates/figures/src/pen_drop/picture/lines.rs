//! The lines that the charts show: a quantity of the fall over time, and the same under gravity alone.

use pendrop_kit::chart::{Axes, Point, simplified};
use pendrop_science::falling::Fall;

use super::{
    charts::Charts,
    trajectory::{Sample, SampledTrajectory},
};

/// How far a simplified curve may be from the true one, in units: less than can be seen.
const TOLERANCE: f64 = 0.12;

/// The curves of height and of speed for the whole fall.
pub(super) struct Lines {
    /// Of the body.
    pub body: [Vec<Point>; 2],
    /// Under gravity alone.
    pub vacuum: [Vec<Point>; 2],
}

impl Lines {
    /// The curves of a fall in its charts.
    pub fn of(charts: &Charts, fall: &Fall, trajectory: &SampledTrajectory) -> Self {
        let last = Sample::at(fall, trajectory.end);
        let body = [(&charts.height, Sample::height as Quantity), (&charts.speed, Sample::speed)]
            .map(|(axes, quantity)| curve(trajectory, axes, &last, quantity));
        Self { body, vacuum: vacuum(charts, fall, trajectory.end_vacuum) }
    }

    /// The two curves of height (0) or of speed (1).
    pub fn pair(&self, place: usize) -> [&[Point]; 2] {
        [&self.body[place], &self.vacuum[place]]
    }
}

/// What a chart shows of a sample.
pub(super) type Quantity = fn(&Sample) -> Option<f64>;

/// The body's curve in a chart, up to and with a last sample.
pub(super) fn curve(trajectory: &SampledTrajectory, axes: &Axes, last: &Sample, quantity: Quantity) -> Vec<Point> {
    let samples = trajectory.samples.iter().filter(|sample| sample.time < last.time).chain([last]);
    let points: Vec<Point> = samples.filter_map(|sample| Some(axes.at(sample.time, quantity(sample)?))).collect();
    simplified(&points, TOLERANCE)
}

/// The curves of gravity alone, height and speed, up to a time (s).
fn vacuum(charts: &Charts, fall: &Fall, end: f64) -> [Vec<Point>; 2] {
    let motions = (0..=24).map(|count| end * f64::from(count) / 24.0).map(|time| (time, fall.vacuum_at(time)));
    let (height, speed): (Vec<_>, Vec<_>) =
        motions.map(|(time, motion)| (charts.height.at(time, motion.height), charts.speed.at(time, motion.fall_speed))).unzip();
    [simplified(&height, TOLERANCE), simplified(&speed, TOLERANCE)]
}
