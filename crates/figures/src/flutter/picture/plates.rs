//! Plates and their paths, as the whole fall and the close-up both draw them.

use pendrop_science::plate::Pose;
use pendrop_science::trig::sine_and_cosine;
use plotters_backend::DrawingBackend;

use super::{super::trajectory::Sample, clip::clipped};
use pendrop_kit::{
    chart::{Painter, Point, Rect, dashes, simplified},
    svg::{Stroke, Token},
};

/// The first release is drawn in ink, the second in blue dashes over it.
pub(super) const TOKENS: [Token; 2] = [Token::Ink, Token::S1];

/// A view on the fall: where the model's lengths lie in the picture, alike in both directions.
#[derive(Clone, Copy)]
pub(super) struct View {
    /// What can be seen.
    pub rect: Rect,
    /// Units of the picture in the model's unit of length.
    pub scale: f64,
    /// Where the place of release lies.
    pub origin: Point,
}

impl View {
    /// The place of a plate's centre.
    pub fn at(&self, plate: &Pose) -> Point {
        (self.origin.0 + self.scale * plate.x, self.origin.1 - self.scale * plate.y)
    }

    /// The two ends of a plate, which is two units wide.
    pub fn ends(&self, plate: &Pose) -> [Point; 2] {
        let (x, y) = self.at(plate);
        let (sine, cosine) = sine_and_cosine(plate.angle);
        let (across, up) = (self.scale * cosine, self.scale * sine);
        [(x - across, y + up), (x + across, y - up)]
    }

    /// What can be seen, in the model's lengths, `y` upwards.
    pub fn visible(&self) -> Rect {
        let Self { rect, scale, origin } = self;
        Rect {
            left: (rect.left - origin.0) / scale,
            right: (rect.right - origin.0) / scale,
            top: (origin.1 - rect.top) / scale,
            bottom: (origin.1 - rect.bottom) / scale,
        }
    }

    /// The path of a plate through some samples.
    pub fn path<'a>(&self, samples: impl IntoIterator<Item = &'a Sample>, which: usize) -> Vec<Point> {
        samples.into_iter().map(|sample| self.at(&sample.plates[which])).collect()
    }

    /// Draws a path: the second release's in dashes, which do not wander when the view moves.
    pub fn draw_path<B: DrawingBackend>(
        &self,
        painter: &mut Painter<B>,
        points: &[Point],
        second: bool,
        stroke: Stroke,
        pattern: (f64, f64),
    ) {
        let points = simplified(points, 0.2);
        if second {
            self.draw_dashed(painter, &points, stroke, pattern);
        } else {
            for piece in clipped(&points, &self.rect) {
                painter.line(&piece, stroke);
            }
        }
    }

    /// Draws a dashed line as far as it can be seen. Where it is cut off, its dashes are cut one by one: they stay where they are.
    fn draw_dashed<B: DrawingBackend>(&self, painter: &mut Painter<B>, points: &[Point], stroke: Stroke, pattern: (f64, f64)) {
        let Rect { left, top, right, bottom } = self.rect;
        if points.iter().all(|(x, y)| (left..=right).contains(x) && (top..=bottom).contains(y)) {
            return painter.dashed(points, stroke, pattern);
        }
        for piece in dashes(points, pattern.0, pattern.1).iter().flat_map(|dash| clipped(dash, &self.rect)) {
            painter.line(&piece, stroke);
        }
    }

    /// Draws both plates of a moment as far as they can be seen; where they lie over each other one sees both.
    pub fn draw_plates<B: DrawingBackend>(&self, painter: &mut Painter<B>, plates: &[Pose; 2], width: f64) {
        for piece in clipped(&self.ends(&plates[0]), &self.rect) {
            painter.line(&piece, Stroke(TOKENS[0], width));
        }
        let dash = (0.36 * self.scale).clamp(2.0, 6.0);
        self.draw_dashed(painter, &self.ends(&plates[1]), Stroke(TOKENS[1], width), (dash, 0.6 * dash));
    }
}
