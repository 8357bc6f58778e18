//! The fall at equal steps of time, close enough together to draw smooth lines.

use pendrop_science::plate::{Descent, Pose};

use pendrop_kit::chart::Rect;

/// Moments per unit of time.
const FINENESS: f64 = 10.0;

/// Where the two plates are at a moment.
#[derive(Clone, Copy)]
pub struct Sample {
    /// The time.
    pub time: f64,
    /// Both plates.
    pub plates: [Pose; 2],
    /// How different they are, in units of what is tolerated.
    pub difference: f64,
}

impl Sample {
    /// A moment of a fall.
    #[must_use]
    pub fn at(descent: &Descent, time: f64) -> Self {
        Self { time, plates: descent.at(time), difference: descent.difference(time) }
    }
}

/// The fall at equal steps of time, both ends included.
pub struct SampledTrajectory {
    /// The moments in their order.
    pub moments: Vec<Sample>,
}

impl SampledTrajectory {
    /// The course of a fall.
    #[must_use]
    pub fn of(descent: &Descent) -> Self {
        let duration = descent.release().duration;
        let steps = (duration * FINENESS).ceil();
        let moments = (0..=steps as u32).map(|step| Sample::at(descent, duration * f64::from(step) / steps)).collect();
        Self { moments }
    }

    /// The box around all that both plates touch, in the model's lengths, `y` upwards.
    #[must_use]
    pub fn reach(&self) -> Rect {
        // A plate reaches one unit to each side of its centre.
        let mut reach = Rect { left: -1.0, top: 1.0, right: 1.0, bottom: -1.0 };
        for Pose { x, y, .. } in self.moments.iter().flat_map(|moment| moment.plates) {
            reach.left = reach.left.min(x - 1.0);
            reach.right = reach.right.max(x + 1.0);
            reach.top = reach.top.max(y + 1.0);
            reach.bottom = reach.bottom.min(y - 1.0);
        }
        reach
    }

    /// All moments before a time, then that time itself.
    pub fn until(&self, now: Sample) -> impl Iterator<Item = Sample> {
        self.moments.iter().copied().take_while(move |moment| moment.time < now.time).chain([now])
    }

    /// The mean place of the first plate around a time: where a camera would look that follows without swinging along.
    #[must_use]
    pub fn calm(&self, time: f64, around: f64) -> (f64, f64) {
        let near = |moment: &&Sample| (moment.time - time).abs() <= around;
        let (mut count, mut x, mut y) = (0.0, 0.0, 0.0);
        for moment in self.moments.iter().filter(near) {
            count += 1.0;
            x += moment.plates[0].x;
            y += moment.plates[0].y;
        }
        (x / count, y / count)
    }
}
