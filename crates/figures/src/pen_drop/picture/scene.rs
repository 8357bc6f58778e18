//! The scene: ruler, floor, body and ghost, to scale.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, Ticks, ruler, simplified},
    format::NARROW_SPACE,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::falling::Fall;

use super::{arrows, layout::Layout, magnifier::Magnifier, shapes::Fill, stage::Stage, trajectory::SampledTrajectory};
use crate::pen_drop::drop::PenDropOutcome;

/// What there is to see in the scene, on its stage.
pub(super) struct Scene {
    stage: Stage,
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
        let fall = outcome.fall();
        let stage = Stage::of(frame, layout, outcome, trajectory);
        let ruler_top = (stage.floor - trajectory.top * stage.scale - 9.0).max(2.0);
        let start = stage.at(0.0, fall.release().height);
        let drift = stage.drift.map(|ticks| {
            let path: Vec<Point> = trajectory.samples.iter().map(|sample| stage.at(sample.motion.x, sample.motion.height)).collect();
            let end = stage.at(0.0, fall.vacuum_at(trajectory.end_vacuum).height);
            Drift { ticks, path: simplified(&path, 0.12), vacuum: [start, end].map(|(x, y)| (x - stage.aside, y)) }
        });
        let steps = Ticks::covering(0.0, fall.duration(), 7);
        let exposures = steps.values().map(|step| (fall.at(step), step));
        let exposures = exposures.map(|(motion, step)| (stage.at(motion.x, motion.height), step)).collect();
        Self { stage, ruler_top, start, drift, exposures, steps }
    }

    /// Ruler and floor.
    pub fn draw_axes(&self, painter: &mut Painter<Svg>) {
        let stage = &self.stage;
        let (style, floor) = (&stage.style, stage.floor);
        ruler(painter, style, (stage.ruler, self.ruler_top), &stage.ticks, |value| stage.at(0.0, value).1, stage.language);
        let hatch = if stage.style.text > 14.0 { 8.0 } else { 7.0 };
        let mut x = stage.ruler + hatch;
        while x < stage.right + 1.0 {
            painter.line(&[(x, floor + 1.0), (x - 5.0, floor + 6.0)], Stroke(Token::Edge, 1.0));
            x += hatch;
        }
        painter.line(&[(stage.ruler, floor), (stage.right + 2.0, floor)], Stroke(Token::Ink, 2.0));
    }

    /// The body where it is let go, and a label.
    pub fn draw_start(&self, painter: &mut Painter<Svg>, label: &str) {
        let stage = &self.stage;
        let tip = self.start;
        stage.shape.draw(painter, tip, Fill::Solid(Token::Ink));
        let gap = (0.3 * stage.shape.width + 4.0).max(9.0);
        let level = tip.1 - stage.shape.height / 2.0 + stage.style.baseline_offset();
        let from = (tip.0 + stage.shape.width / 2.0 + gap, level.min(stage.floor - 0.4 * stage.style.text));
        // Where there is no room for it, the title says it.
        if from.0 + stage.style.width(label, false) <= stage.right {
            painter.text(from, label, &stage.style.letters(Token::Ink2, Anchor::Start));
        }
    }

    /// Ruler and floor, and where the wind carries the body.
    pub fn background(&self, painter: &mut Painter<Svg>) {
        self.draw_axes(painter);
        if let Some(Drift { ticks, path, vacuum }) = &self.drift {
            self.draw_drift_scale(painter, ticks);
            painter.line(path, Stroke(Token::Edge, 1.25));
            painter.dashed(vacuum, Stroke(self.stage.gravity, 1.3), (7.0, 5.0));
        }
    }

    /// The scale of the drift, under the floor.
    fn draw_drift_scale(&self, painter: &mut Painter<Svg>, ticks: &Ticks) {
        let (stage, style) = (&self.stage, &self.stage.style);
        let baseline = stage.floor + 9.0 + 0.8 * style.text;
        let within: Vec<f64> = ticks.values().filter(|value| (stage.ruler..stage.right + 1.0).contains(&stage.at(*value, 0.0).0)).collect();
        let mut occupancy = Occupancy::within(Rect { left: stage.ruler - 20.0, top: 0.0, right: stage.right + 8.0, bottom: f64::INFINITY });
        // The last one has the unit, so it comes first; then from the other end as many as there is room for.
        let last = within.len().saturating_sub(1);
        for (place, value) in within.iter().enumerate().cycle().skip(last).take(within.len()) {
            let x = stage.at(*value, 0.0).0;
            painter.line(&[(x, stage.floor), (x, stage.floor + 7.0)], Stroke(Token::Ink, 1.25));
            let unit = if place == last { "\u{202f}m" } else { "" };
            let text = format!("{}{unit}", ticks.label(*value, stage.language));
            let half = style.width(&text, false) / 2.0;
            let middle = x.min(stage.right + 6.0 - half);
            if occupancy.place([Rect::around((middle, baseline), half + 2.5, 1.0)]).is_some() {
                painter.text((middle, baseline), &text, &style.letters(Token::Ink2, Anchor::Middle));
            }
        }
    }

    /// The body, the body under gravity alone, and the forces, at a time (s).
    pub fn foreground(&self, painter: &mut Painter<Svg>, fall: &Fall, time: f64) {
        let stage = &self.stage;
        let (motion, vacuum, forces) = (fall.at(time), fall.vacuum_at(time), fall.forces_at(time));
        let tip = stage.at(motion.x, motion.height);
        let ghost = stage.at(0.0, vacuum.height);
        let ghost = (ghost.0 - stage.aside, ghost.1);
        let mut occupancy =
            Occupancy::within(Rect { left: stage.ruler + 3.0, top: 0.0, right: stage.right + 2.0, bottom: stage.floor - 2.0 });
        occupancy.keep(stage.body(tip).inflated(1.0));
        occupancy.keep(stage.body(ghost).inflated(2.0));

        if self.drift.is_some() {
            occupancy.keep_line(vec![(ghost.0, 0.0), (ghost.0, stage.floor)]);
        }
        if let Some(drift) = &self.drift {
            occupancy.keep_line(drift.path.clone());
        }
        let arrows = arrows::of(stage, &forces, tip);
        for arrow in &arrows {
            occupancy.keep(arrow.bounds());
        }
        let lens = || Magnifier::of(stage, tip, motion.height - vacuum.height, fall.release().height);
        let magnifier = if self.drift.is_none() { lens() } else { None };
        if let Some(magnifier) = &magnifier {
            occupancy.keep(magnifier.bounds(stage));
        }
        let shown = self.exposures(time, &occupancy);
        for (at, _) in &shown {
            stage.shape.draw(painter, *at, Fill::Solid(Token::Edge));
            occupancy.keep(stage.body(*at).inflated(1.5));
        }
        stage.shape.draw(painter, ghost, Fill::Outline(stage.gravity));
        stage.shape.draw(painter, tip, Fill::Solid(Token::Ink));
        if let Some(magnifier) = &magnifier {
            magnifier.draw(painter, stage, tip, &mut occupancy);
        }
        for arrow in &arrows {
            arrow.draw(painter);
        }
        arrows::draw_labels(painter, stage, &arrows, tip, &mut occupancy);
        for (at, time) in shown.iter().filter(|_| stage.roomy) {
            self.draw_exposure_time(painter, *at, *time, &mut occupancy);
        }
    }

    /// Where the body was at equal steps of time, without those that would touch another one or what is drawn now.
    fn exposures(&self, time: f64, occupancy: &Occupancy) -> Vec<(Point, f64)> {
        let stage = &self.stage;
        let mut shown: Vec<(Point, f64)> = Vec::new();
        for (at, step) in self.exposures.iter().copied().filter(|(_, step)| *step < time) {
            let here = stage.body(at).inflated(2.5);
            if shown.last().is_none_or(|(last, _)| !stage.body(*last).intersects(&here)) && !occupancy.covers(&here) {
                shown.push((at, step));
            }
        }
        shown
    }

    fn draw_exposure_time(&self, painter: &mut Painter<Svg>, at: Point, time: f64, occupancy: &mut Occupancy) {
        let (stage, style) = (&self.stage, &self.stage.style);
        let text = format!("{}{NARROW_SPACE}s", self.steps.label(time, stage.language));
        let width = style.width(&text, false);
        let x = at.0 + stage.shape.width / 2.0 + 9.0;
        let middle = (at.1 - stage.shape.height / 2.0).max(0.5 * style.text);
        let found = occupancy.place([Rect::around((x + width / 2.0, middle), width / 2.0, 0.55 * style.text)]);
        if let Some(found) = found {
            painter.text((found.left, middle + style.baseline_offset()), &text, &style.letters(Token::Ink2, Anchor::Start));
        }
    }
}
