//! The picture of `dominance-map`: a shaded map with lines of equal error, the objects, and the reader's point.

mod labels;
mod scene;

use std::sync::Arc;

use pendrop_kit::{
    chart::{Painter, Point, Rect, cut, outlined},
    parameter::Quantity,
    picture::{Frame, Gesture, Handle, Interaction, Picture},
    svg::{Stroke, Svg, Token},
    values::Key,
};

use super::{
    DominanceMapOutcome,
    parameters::{AREAS, MASSES, key},
};
use labels::Labels;
use scene::Scene;

/// How far a simplified outline may be from the true one, in units: less than can be seen.
const TOLERANCE: f64 = 0.2;

/// log10 of the errors from which the shading is one degree weaker: half decades from 0.01 % on.
const DEGREES: [f64; 8] = [-4.0, -3.5, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5];

/// A map in a frame.
pub struct DominanceMapPicture {
    scene: Scene,
    labels: Labels,
    /// Where errors are below each of the [`DEGREES`].
    degrees: Vec<Vec<Vec<Point>>>,
}

impl DominanceMapPicture {
    /// Lays out the map, traces its lines and finds room for its labels.
    #[must_use]
    pub fn of(outcome: Arc<DominanceMapOutcome>, frame: &Frame) -> Self {
        let scene = Scene::of(outcome, frame);
        let outlines = |degree: f64| scene.logs().below(degree).iter().map(|outline| outlined(outline, TOLERANCE)).collect();
        Self { labels: Labels::of(&scene), degrees: DEGREES.map(outlines).into(), scene }
    }
}

impl Picture for DominanceMapPicture {
    fn background(&self, svg: &mut Svg) {
        let Self { scene, labels, .. } = self;
        let painter = &mut Painter::new(svg);
        let clear = labels.clear();
        scene.draw_rules(painter, &clear);
        for outlines in &self.degrees {
            painter.area(outlines, Token::Tint);
        }
        scene.draw_hatching(painter, &clear);
        for (line, heavy) in &labels.lines {
            let stroke = if *heavy { Stroke(Token::Ink, 1.75) } else { Stroke(Token::Edge, 1.0) };
            for piece in cut(line, &clear) {
                painter.line(&piece, stroke);
            }
        }
        scene.draw_axes(painter);
        let dot = scene.layout.style.dot;
        for object in &labels.objects {
            painter.disc(*object, dot - 0.5, Token::Paper);
            painter.circle(*object, dot - 0.5, Stroke(Token::Ink, 1.5));
        }
        for label in &labels.labels {
            scene.draw_label(painter, label);
        }
    }

    /// The reader's point.
    fn foreground(&self, svg: &mut Svg, _time: f64) {
        let (scene, painter) = (&self.scene, &mut Painter::new(svg));
        let dot = scene.layout.style.dot;
        painter.disc(scene.point, dot + 5.5, Token::Paper);
        painter.circle(scene.point, dot + 4.0, Stroke(Token::Ink, 1.75));
        painter.disc(scene.point, dot, Token::Ink);
        if let Some(value) = &self.labels.value {
            scene.draw_label(painter, value);
        }
    }

    fn interaction(&self) -> Option<&dyn Interaction> {
        Some(self)
    }
}

impl Interaction for DominanceMapPicture {
    fn handles(&self) -> Vec<Handle> {
        vec![Handle { at: self.scene.point, across: Some(key::mass), up: Some(key::area) }]
    }

    fn edit(&self, gesture: Gesture) -> Vec<(Key, f64)> {
        let (Gesture::Move { to: (x, y), .. } | Gesture::Press((x, y))) = gesture else { return Vec::new() };
        let Rect { left, right, top, bottom } = self.scene.layout.plot;
        let (mass, area) = ((x - left) / (right - left), (bottom - y) / (bottom - top));
        vec![(key::mass, value_at(&MASSES, mass)), (key::area, value_at(&AREAS, area))]
    }
}

/// The value at a share of the way along an axis, to three digits and within the bounds.
fn value_at(axis: &Quantity, share: f64) -> f64 {
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    let value = axis.value_at(axis.first() + share * (axis.last() - axis.first()));
    let digits = 10_f64.powi(2 - value.log10().floor() as i32);
    axis.nearest((value * digits).round() / digits)
}
