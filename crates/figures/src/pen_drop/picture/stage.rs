//! The stage: how large the body is, where ruler, floor and body stand, and to which scales.

use pendrop_kit::{
    chart::{ChartStyle, Point, Rect, Ticks},
    locale::Language,
    picture::Frame,
    svg::Token,
};
use pendrop_science::falling::Forces;

use super::{layout::Layout, shapes::Shape, trajectory::SampledTrajectory};
use crate::pen_drop::drop::PenDropOutcome;

/// What the scene is laid out by.
pub(super) struct Stage {
    pub style: ChartStyle,
    pub language: Language,
    /// Whether there is room for values, times and words.
    pub roomy: bool,
    /// Whether there is room for the magnifier.
    pub magnifies: bool,
    /// Right edge of the scene.
    pub right: f64,
    /// Where the floor is.
    pub floor: f64,
    /// Where the ruler stands.
    pub ruler: f64,
    /// Ticks of the ruler.
    pub ticks: Ticks,
    /// Units per metre of height.
    pub scale: f64,
    /// Units per metre of drift.
    scale_x: f64,
    /// The colour of what belongs to gravity.
    pub gravity: Token,
    /// Where the body is let go.
    pub x: f64,
    /// How far to the left of it the ghost is; below 0 to the right.
    pub aside: f64,
    /// The body's shape.
    pub shape: Shape,
    /// Length of the arrow of the greatest lasting force.
    pub arrow: f64,
    pub units_per_newton: f64,
    /// Ticks of the scale of the drift, if the wind carries the body away.
    pub drift: Option<Ticks>,
}

impl Stage {
    pub fn of(frame: &Frame, layout: &Layout, outcome: &PenDropOutcome, trajectory: &SampledTrajectory) -> Self {
        let style = layout.style;
        let Rect { right, bottom: floor, .. } = layout.scene;
        let ticks = Ticks::covering(0.0, trajectory.top, 5);
        let widest = ticks.values().map(|value| style.width(&ticks.label(value, frame.language), false)).fold(0.0, f64::max);
        let ruler = (widest + 11.0).max(if frame.narrow { 28.0 } else { 38.0 });
        let inner = right - ruler;
        let roomy = inner > 12.0 * style.text;
        let magnifies = inner > 5.4 * style.text;
        let arrow = if frame.narrow { 44.0 } else { 62.0 };
        let units_per_newton = units_per_newton(trajectory, arrow);

        // The body needs room above it at its highest, its arrows wherever they reach highest; how much depends on the
        // scale, which depends on the room. Three rounds settle it.
        let release = outcome.fall().release();
        let largest = (if roomy { (inner - 70.0) / 2.3 } else { (inner - 16.0) / 2.5 }, 0.5 * floor);
        let mut scale = floor / trajectory.top;
        let mut shape = Shape::of(outcome.object(), release, scale, largest);
        for _ in 0..3 {
            let above = trajectory.samples.iter().map(|sample| {
                let up = reach_up(&sample.forces, units_per_newton, 1.5 * arrow);
                up + if up > 1.0 { 6.0 } else { 0.0 } - (trajectory.top - sample.motion.height) * scale
            });
            let room = (shape.height + above.fold(4.0, f64::max)).max(2.1 * style.text);
            scale = (floor - room.min(0.7 * floor)) / trajectory.top;
            shape = Shape::of(outcome.object(), release, scale, largest);
        }

        // The ghost stands beside the body, on the side away from the drift; what the wind parts need no further parting.
        let (low, high) = trajectory.drifts;
        let reach = high - low;
        let side = if -low > high { -1.0 } else { 1.0 };
        let aside = side * (shape.width + if frame.narrow { 7.0 } else { 9.0 } - reach * scale).max(0.0);
        let (first, last) = (ruler + 8.0 + shape.width / 2.0 + aside.max(0.0), right - 4.0 - shape.width / 2.0 + aside.min(0.0));
        let (x, scale_x, drift) = if reach * scale < 0.5 {
            // In the middle of what the names on both sides leave.
            let share = match (roomy, magnifies) {
                (true, _) => 0.33,
                (false, true) => 0.385,
                (false, false) => 0.5,
            };
            let middle = ruler + share * inner;
            (middle.max(first).min(last + 2.0), scale, None)
        } else {
            // As wide as it is high if there is room for that; else the drift fills the width.
            let scale_x = scale.min((last - first) / reach);
            let x = first - low * scale_x;
            // The scale under the floor goes on downwind as far as there is room.
            let end = if side > 0.0 { right - x } else { x - ruler } / scale_x;
            let step = Ticks::covering(0.0, 0.8 * end, 3).step;
            let far = (end / step).floor() * step;
            let drift = if side > 0.0 { Ticks::covering(0.0, far, 5) } else { Ticks::covering(-far, 0.0, 5) };
            (x, scale_x, Some(drift))
        };
        Self {
            style,
            language: frame.language,
            roomy,
            magnifies,
            right,
            floor,
            ruler,
            ticks,
            scale,
            scale_x,
            gravity: outcome.gravity_token(),
            x,
            aside,
            shape,
            arrow,
            units_per_newton,
            drift,
        }
    }

    /// The place of a drift and a height.
    pub fn at(&self, x: f64, height: f64) -> Point {
        (self.x + x * self.scale_x, self.floor - height * self.scale)
    }

    /// The box around the body with its lowest point at a place.
    pub fn body(&self, (x, y): Point) -> Rect {
        Rect::around((x, y - self.shape.height / 2.0), self.shape.width / 2.0, self.shape.height / 2.0)
    }
}

/// Units per newton, so that the greatest lasting force has the wanted length. Drag may be greater for a moment, as when
/// wind takes hold of a feather; such an arrow is cut short and says so by a gap.
fn units_per_newton(trajectory: &SampledTrajectory, length: f64) -> f64 {
    let pushed = trajectory.samples.windows(2).map(|pair| pair[1].forces.drag_x.abs() * (pair[1].time - pair[0].time));
    let lasting = pushed.sum::<f64>() / trajectory.end;
    let greatest = trajectory.samples.first().map_or(0.0, |first| first.forces.gravity.max(first.forces.buoyancy)).max(lasting);
    if greatest > 0.0 { length / greatest } else { 0.0 }
}

/// How far upward arrows reach above the body.
fn reach_up(forces: &Forces, units_per_newton: f64, limit: f64) -> f64 {
    (forces.buoyancy.max(forces.drag_up) * units_per_newton).min(limit)
}
