//! The two plates close by: a window that follows the first one.

use std::sync::Arc;

use crate::flutter::Strings;
use pendrop_science::plate::distance;
use plotters_backend::DrawingBackend;

use super::{
    super::{
        falls::{FlutterOutcome, widths},
        trajectory::Sample,
    },
    clip::{clipped, within},
    layout::Layout,
    plates::{TOKENS, View},
};
use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect, beside, limited, simplified},
    format::significant,
    locale::{Language, fill},
    svg::{Anchor, Stroke, TextStyle, Token},
};

/// How much the window shows, in the square of the model's unit of length.
const AREA: f64 = 460.0;
/// The window looks at the mean place within this time before and after.
const AROUND: f64 = 8.0;
/// Time between the plates that are drawn.
const STEP: f64 = 2.0;

/// The window: where it is in the picture, and its scale. What it looks at moves with the plate.
pub(super) struct CloseUp {
    outcome: Arc<FlutterOutcome>,
    style: ChartStyle,
    language: Language,
    /// Its edge.
    edge: Rect,
    /// Units of the picture in the model's unit of length.
    scale: f64,
}

impl CloseUp {
    pub fn of(outcome: Arc<FlutterOutcome>, layout: &Layout) -> Self {
        let edge = layout.closeup;
        let rect = edge.inflated(-1.0);
        // A short fall fills the picture with few of its lengths; then this shows no less than the whole does.
        let scale = (rect.width() * rect.height() / AREA).sqrt().max(layout.whole_scale());
        Self { outcome, style: layout.style, language: layout.language, edge, scale }
    }

    pub fn background<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, Rect { left, top, right, bottom }) = (&self.style, self.edge);
        let title = Strings::of(self.language).flutter_closeup;
        painter.text((left, top - 0.75 * style.text), title, &style.bold(Token::Ink, Anchor::Start));
        painter.line(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], Stroke(Token::Edge, 1.0));
    }

    /// What it looks at, at a moment.
    pub fn view(&self, now: &Sample) -> View {
        let (rect, scale) = (self.edge.inflated(-1.0), self.scale);
        // The plate itself is always well inside, however fast it leaves the mean.
        let (x, y) = self.outcome.trajectory.mean_place(now.time, AROUND);
        let (across, down) = ((rect.width() / scale / 2.0 - 3.0).max(0.0), (rect.height() / scale / 2.0 - 2.5).max(0.0));
        let plate = now.plates[0];
        let (x, y) = (limited(x, (plate.x - across, plate.x + across)), limited(y, (plate.y - down, plate.y + down)));
        let origin = ((rect.left + rect.right) / 2.0 - scale * x, (rect.top + rect.bottom) / 2.0 + scale * y);
        View { rect, scale, origin }
    }

    /// The plates in that view, their paths so far and to come, and their names.
    pub fn foreground<B: DrawingBackend>(&self, painter: &mut Painter<B>, now: &Sample, view: &View) {
        let FlutterOutcome { descent, trajectory } = &*self.outcome;
        for which in [0, 1] {
            let path = view.path(trajectory.since(now.time), which);
            view.draw_path(painter, &path, false, Stroke(Token::Edge, 1.0), (0.0, 0.0));
        }
        for which in [0, 1] {
            let path = view.path(trajectory.until(now), which);
            view.draw_path(painter, &path, which == 1, Stroke(TOKENS[which], if which == 1 { 2.0 } else { 1.6 }), (8.0, 6.0));
        }
        let count = (now.time / STEP) as u32;
        for time in (0..=count).map(|count| f64::from(count) * STEP).filter(|time| *time < now.time) {
            view.draw_plates(painter, &descent.at(time), 1.3);
        }
        view.draw_plates(painter, &now.plates, if self.style.text > 14.0 { 5.0 } else { 4.0 });
        self.draw_names(painter, now, view);
    }

    /// Which plate is which; where the second one is if it cannot be seen.
    fn draw_names<B: DrawingBackend>(&self, painter: &mut Painter<B>, now: &Sample, view: &View) {
        let (style, s) = (&self.style, Strings::of(self.language));
        let [first, second] = [0, 1].map(|which| view.at(&now.plates[which]));
        let mut taken = Occupancy::within(view.rect.inflated(-3.0));
        for (which, plate) in now.plates.iter().enumerate() {
            taken.keep_around(view.ends(plate).to_vec(), 6.0);
            let path = view.path(&self.outcome.trajectory.samples, which);
            for piece in clipped(&simplified(&path, 1.0), &view.rect) {
                taken.keep_line(piece);
            }
        }
        let before = (now.time / STEP) as u32;
        for plates in (before.saturating_sub(30)..=before).map(|count| self.outcome.descent.at(f64::from(count) * STEP)) {
            plates.iter().for_each(|plate| taken.keep_line(view.ends(plate).to_vec()));
        }
        let draw_name = |painter: &mut Painter<B>, taken: &mut Occupancy, at: Point, text: &str, token: Token| {
            if let Some(found) = taken.place(places(at, (style.width(text, true), 1.02 * style.text), view.scale)) {
                let text_style = TextStyle { halo: true, ..style.bold(token, Anchor::Start) };
                painter.text((found.left, found.baseline(style.text)), text, &text_style);
            }
        };
        let apart = (first.0 - second.0).hypot(first.1 - second.1);
        if apart < view.scale {
            draw_name(painter, &mut taken, first, s.flutter_both, Token::Ink);
            return;
        }
        draw_name(painter, &mut taken, first, s.flutter_first, Token::Ink);
        if view.rect.inflated(-2.0).contains(&Rect::around(second, 0.0, 0.0)) {
            draw_name(painter, &mut taken, second, s.flutter_second, Token::S1);
        } else if let Some((_, edge)) = within(first, second, &view.rect.inflated(-4.0)) {
            let (dx, dy) = ((second.0 - first.0) / apart, (second.1 - first.1) / apart);
            let (back, wide) = (0.9 * style.text, 0.36 * style.text);
            let foot = (edge.0 - back * dx, edge.1 - back * dy);
            painter.fill(&[edge, (foot.0 - wide * dy, foot.1 + wide * dx), (foot.0 + wide * dy, foot.1 - wide * dx)], Token::S1);
            taken.keep(Rect::around(foot, 0.6 * style.text, 0.6 * style.text));
            // Where the second one is when nobody can tell, has no number.
            let text = if self.outcome.is_known(now.time) {
                fill(s.flutter_away, &[("distance", &significant(widths(distance(&now.plates)), 2, self.language))])
            } else {
                s.flutter_second.to_owned()
            };
            draw_name(painter, &mut taken, foot, &text, Token::S1);
        }
    }
}

/// Places for a name of this size beside a plate, the nearest first.
fn places(at: Point, size: (f64, f64), scale: f64) -> impl Iterator<Item = Rect> {
    let sides = [(1.0, 0.0), (-1.0, 0.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 1.0), (0.0, -1.0)];
    let gaps = [0.6, 1.2, 1.9, 2.8].map(|gap: f64| (gap * scale).max(8.0));
    gaps.into_iter().flat_map(move |gap| sides.map(|side| beside(at, side, size, gap)))
}
