//! Both falls at equal steps of time, close enough together to draw smooth lines.

use std::iter::once;

use pendrop_science::plate::{Descent, Pose, difference};

use pendrop_kit::chart::Rect;

/// Samples per unit of time.
const RATE: f64 = 10.0;

/// Where the two plates are at a moment.
#[derive(Clone, Copy)]
pub(super) struct Sample {
    /// The time.
    pub time: f64,
    /// Both plates.
    pub plates: [Pose; 2],
    /// How different they are, in units of what is tolerated.
    pub difference: f64,
}

impl Sample {
    /// A moment of a fall.
    pub fn at(descent: &Descent, time: f64) -> Self {
        let plates = descent.at(time);
        Self { time, plates, difference: difference(&plates) }
    }
}

/// Both falls at equal steps of time, start and end included.
pub(super) struct SampledTrajectory {
    /// The samples in the order of time.
    pub samples: Vec<Sample>,
}

impl SampledTrajectory {
    /// The trajectory of a fall.
    pub fn of(descent: &Descent) -> Self {
        let duration = descent.release().duration;
        let steps = (duration * RATE).ceil();
        let samples = (0..=steps as u32).map(|step| Sample::at(descent, duration * f64::from(step) / steps)).collect();
        Self { samples }
    }

    /// The box around all that both plates touch, in the model's lengths, `y` upwards.
    pub fn bounds(&self) -> Rect {
        // A plate reaches one unit to each side of its centre.
        let mut bounds = Rect { left: -1.0, top: 1.0, right: 1.0, bottom: -1.0 };
        for Pose { x, y, .. } in self.samples.iter().flat_map(|sample| sample.plates) {
            bounds.left = bounds.left.min(x - 1.0);
            bounds.right = bounds.right.max(x + 1.0);
            bounds.top = bounds.top.max(y + 1.0);
            bounds.bottom = bounds.bottom.min(y - 1.0);
        }
        bounds
    }

    /// How many samples lie before a time.
    pub fn count_before(&self, time: f64) -> usize {
        self.samples.partition_point(|sample| sample.time < time)
    }

    /// All samples before a moment, then that moment itself.
    pub fn until<'a>(&'a self, now: &'a Sample) -> impl Iterator<Item = &'a Sample> {
        self.samples[..self.count_before(now.time)].iter().chain(once(now))
    }

    /// All samples from a time on.
    pub fn since(&self, time: f64) -> &[Sample] {
        &self.samples[self.count_before(time)..]
    }

    /// The mean place of the first plate within some time before and after a moment: where a camera would look that follows
    /// without swinging along.
    pub fn mean_place(&self, time: f64, around: f64) -> (f64, f64) {
        let near = |sample: &&Sample| (sample.time - time).abs() <= around;
        let (mut count, mut x, mut y) = (0.0, 0.0, 0.0);
        for sample in self.samples.iter().filter(near) {
            count += 1.0;
            x += sample.plates[0].x;
            y += sample.plates[0].y;
        }
        (x / count, y / count)
    }
}
