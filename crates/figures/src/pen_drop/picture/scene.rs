//! The scene: ruler, floor, body and ghost, to scale.

use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect, Ticks, ruler, simplified},
    format::NARROW_SPACE,
    locale::Language,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::falling::Fall;

use super::{
    Layout, arrows,
    magnifier::Magnifier,
    shapes::{Fill, Shape},
    trajectory::SampledTrajectory,
};
use crate::pen_drop::PenDropOutcome;

/// Where everything in the scene is.
pub(super) struct Scene {
    pub style: ChartStyle,
    pub language: Language,
    /// Whether there is room for values, times and the magnifier.
    pub roomy: bool,
    /// Right edge of the scene.
    pub right: f64,
    /// Where the floor is.
    pub floor: f64,
    /// Where the ruler stands.
    pub ruler: f64,
    ticks: Ticks,
    /// Units per metre of height.
    pub scale: f64,
    /// Units per metre of drift.
    scale_x: f64,
    /// Where the body is let go.
    x: f64,
    /// How far to the left of it the ghost is; below 0 to the right.
    aside: f64,
    /// The body's shape.
    pub shape: Shape,
    /// Length of the arrow of the greatest lasting force.
    pub arrow: f64,
    pub units_per_newton: f64,
    /// Where the ruler ends.
    ruler_top: f64,
    /// Where the body is let go.
    start: Point,
    drift: Option<Drift>,
    /// Where the body is at equal steps of time, s.
    exposures: Vec<(Point, f64)>,
    /// The steps of time between exposures.
    steps: Ticks,
}

/// What there is to see of a fall that the wind carries away.
struct Drift {
    /// Ticks of the scale of the drift, under the floor.
    ticks: Ticks,
    /// The path of the body.
    path: Vec<Point>,
    /// The path under gravity alone.
    vacuum: [Point; 2],
}

impl Scene {
    pub fn of(frame: &Frame, layout: &Layout, outcome: &PenDropOutcome, trajectory: &SampledTrajectory) -> Self {
        let style = layout.style;
        let Rect { right, bottom: floor, .. } = layout.scene;
        let ticks = Ticks::covering(0.0, trajectory.top, 5);
        let widest = ticks.values().map(|value| style.width(&ticks.label(value, frame.language), false)).fold(0.0, f64::max);
        let ruler = (widest + 11.0).max(if frame.narrow { 28.0 } else { 38.0 });
        let inner = right - ruler;
        let roomy = inner > 12.0 * style.text;
        let arrow = if frame.narrow { 44.0 } else { 62.0 };
        let units_per_newton = arrows::units_per_newton(trajectory, arrow);

        // The body needs room above it at its highest, its arrows wherever they reach highest; how much depends on the
        // scale, which depends on the room. Three rounds settle it.
        let fall = outcome.fall();
        let release = fall.release();
        let largest = (if roomy { (inner - 70.0) / 2.3 } else { (inner - 16.0) / 2.5 }, 0.5 * floor);
        let mut scale = floor / trajectory.top;
        let mut shape = Shape::of(outcome.object(), release, scale, largest);
        for _ in 0..3 {
            let above = trajectory.samples.iter().map(|sample| {
                let up = arrows::reach_up(&sample.forces, units_per_newton, 1.5 * arrow);
                up + if up > 1.0 { 6.0 } else { 0.0 } - (trajectory.top - sample.motion.height) * scale
            });
            let room = (shape.height + above.fold(4.0, f64::max)).max(1.9 * style.text);
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
            let middle = ruler + if roomy { 0.33 * inner } else { 0.5 * inner };
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
        let ruler_top = (floor - trajectory.top * scale - 9.0).max(2.0);
        let place = |x_metres: f64, height: f64| (x + x_metres * scale_x, floor - height * scale);
        let start = place(0.0, release.height);
        let drift = drift.map(|ticks| {
            let path: Vec<Point> = trajectory.samples.iter().map(|sample| place(sample.motion.x, sample.motion.height)).collect();
            let end = place(0.0, fall.vacuum_at(trajectory.end_vacuum).height);
            Drift { ticks, path: simplified(&path, 0.12), vacuum: [start, end].map(|(x, y)| (x - aside, y)) }
        });
        let steps = Ticks::covering(0.0, fall.duration(), 7);
        let exposures = steps.values().map(|step| (fall.at(step), step)).map(|(motion, step)| (place(motion.x, motion.height), step));
        Self {
            style,
            language: frame.language,
            roomy,
            right,
            floor,
            ruler,
            ticks,
            scale,
            scale_x,
            x,
            aside,
            shape,
            arrow,
            units_per_newton,
            ruler_top,
            start,
            drift,
            exposures: exposures.collect(),
            steps,
        }
    }

    /// The place of a drift and a height.
    fn at(&self, x: f64, height: f64) -> Point {
        (self.x + x * self.scale_x, self.floor - height * self.scale)
    }

    /// The box around the body with its lowest point at a place.
    fn body(&self, (x, y): Point) -> Rect {
        Rect::around((x, y - self.shape.height / 2.0), self.shape.width / 2.0, self.shape.height / 2.0)
    }

    /// Ruler and floor.
    pub fn draw_axes(&self, painter: &mut Painter<Svg>) {
        let (style, floor) = (&self.style, self.floor);
        ruler(painter, style, (self.ruler, self.ruler_top), &self.ticks, |value| self.at(0.0, value).1, self.language);
        let hatch = if self.style.text > 14.0 { 8.0 } else { 7.0 };
        let mut x = self.ruler + hatch;
        while x < self.right + 1.0 {
            painter.line(&[(x, floor + 1.0), (x - 5.0, floor + 6.0)], Stroke(Token::Edge, 1.0));
            x += hatch;
        }
        painter.line(&[(self.ruler, floor), (self.right + 2.0, floor)], Stroke(Token::Ink, 2.0));
    }

    /// The body where it is let go, and a label.
    pub fn draw_start(&self, painter: &mut Painter<Svg>, label: &str) {
        let tip = self.start;
        self.shape.draw(painter, tip, Fill::Solid(Token::Ink));
        let from = (tip.0 + self.shape.width / 2.0 + 9.0, tip.1 - self.shape.height / 2.0 + self.style.drop());
        // Where there is no room for it, the title says it.
        if from.0 + self.style.width(label, false) <= self.right {
            painter.text(from, label, &self.style.letters(Token::Ink2, Anchor::Start));
        }
    }

    /// Ruler and floor, and where the wind carries the body.
    pub fn background(&self, painter: &mut Painter<Svg>) {
        self.draw_axes(painter);
        if let Some(Drift { ticks, path, vacuum }) = &self.drift {
            self.draw_drift_scale(painter, ticks);
            painter.line(path, Stroke(Token::Edge, 1.25));
            painter.dashed(vacuum, Stroke(Token::Accent, 1.3), (7.0, 5.0));
        }
    }

    /// The scale of the drift, under the floor.
    fn draw_drift_scale(&self, painter: &mut Painter<Svg>, ticks: &Ticks) {
        let style = &self.style;
        let baseline = self.floor + 9.0 + 0.8 * style.text;
        let within: Vec<f64> = ticks.values().filter(|value| (self.ruler..self.right + 1.0).contains(&self.at(*value, 0.0).0)).collect();
        let mut occupancy = Occupancy::within(Rect { left: self.ruler - 20.0, top: 0.0, right: self.right + 8.0, bottom: f64::INFINITY });
        // The last one has the unit, so it comes first; then from the other end as many as there is room for.
        let last = within.len().saturating_sub(1);
        for (place, value) in within.iter().enumerate().cycle().skip(last).take(within.len()) {
            let x = self.at(*value, 0.0).0;
            painter.line(&[(x, self.floor), (x, self.floor + 7.0)], Stroke(Token::Ink, 1.25));
            let unit = if place == last { "\u{202f}m" } else { "" };
            let text = format!("{}{unit}", ticks.label(*value, self.language));
            let half = style.width(&text, false) / 2.0;
            let middle = x.min(self.right + 6.0 - half);
            if occupancy.place([Rect::around((middle, baseline), half + 2.5, 1.0)]).is_some() {
                painter.text((middle, baseline), &text, &style.letters(Token::Ink2, Anchor::Middle));
            }
        }
    }

    /// The body, the body under gravity alone, and the forces, at a time (s).
    pub fn foreground(&self, painter: &mut Painter<Svg>, fall: &Fall, time: f64) {
        let (motion, vacuum, forces) = (fall.at(time), fall.vacuum_at(time), fall.forces_at(time));
        let tip = self.at(motion.x, motion.height);
        let ghost = self.at(0.0, vacuum.height);
        let ghost = (ghost.0 - self.aside, ghost.1);
        let mut occupancy =
            Occupancy::within(Rect { left: self.ruler + 3.0, top: 0.0, right: self.right + 12.0, bottom: self.floor - 2.0 });
        occupancy.keep(self.body(tip).grown(1.0));
        occupancy.keep(self.body(ghost).grown(2.0));

        if self.drift.is_some() {
            occupancy.keep_line(vec![(ghost.0, 0.0), (ghost.0, self.floor)]);
        }
        let arrows = arrows::of(self, &forces, tip);
        for arrow in &arrows {
            occupancy.keep(arrow.bounds());
        }
        let shown = self.exposures(time, &occupancy);
        for (at, _) in &shown {
            self.shape.draw(painter, *at, Fill::Solid(Token::Edge));
            occupancy.keep(self.body(*at));
        }
        self.shape.draw(painter, ghost, Fill::Outline);
        self.shape.draw(painter, tip, Fill::Solid(Token::Ink));
        let near = (tip.0 - self.x).abs() < 1.0;
        let magnifier = if near { Magnifier::of(self, tip, motion.height - vacuum.height, fall.release().height) } else { None };
        if let Some(magnifier) = &magnifier {
            magnifier.draw(painter, self, tip, &mut occupancy);
        }
        for arrow in &arrows {
            arrow.draw(painter);
        }
        arrows::draw_labels(painter, self, &arrows, tip, &mut occupancy);
        for (at, time) in shown.iter().filter(|_| self.roomy) {
            self.draw_exposure_time(painter, *at, *time, &mut occupancy);
        }
    }

    /// Where the body was at equal steps of time, without those that would touch another one or what is drawn now.
    fn exposures(&self, time: f64, occupancy: &Occupancy) -> Vec<(Point, f64)> {
        let mut shown: Vec<(Point, f64)> = Vec::new();
        for (at, step) in self.exposures.iter().copied().filter(|(_, step)| *step < time) {
            let here = self.body(at).grown(2.5);
            if shown.last().is_none_or(|(last, _)| !self.body(*last).meets(&here)) && !occupancy.covers(&here) {
                shown.push((at, step));
            }
        }
        shown
    }

    fn draw_exposure_time(&self, painter: &mut Painter<Svg>, at: Point, time: f64, occupancy: &mut Occupancy) {
        let style = &self.style;
        let text = format!("{}{NARROW_SPACE}s", self.steps.label(time, self.language));
        let width = style.width(&text, false);
        let x = at.0 + self.shape.width / 2.0 + 9.0;
        let middle = (at.1 - self.shape.height / 2.0).max(0.5 * style.text);
        let found = occupancy.place([Rect::around((x + width / 2.0, middle), width / 2.0, 0.55 * style.text)]);
        if let Some(found) = found {
            painter.text((found.left, middle + style.drop()), &text, &style.letters(Token::Ink2, Anchor::Start));
        }
    }
}
