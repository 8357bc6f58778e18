//! The two plates close by: a window that follows the first one.

use crate::flutter::Strings;
use plotters_backend::DrawingBackend;

use super::{
    Fall, Layout,
    clip::{clipped, within},
    plates::{TOKENS, View},
    whole,
};
use pendrop_kit::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect, beside, limited, simplified},
    format::significant,
    locale::{Language, fill},
    picture::Frame,
    svg::{Anchor, Stroke, TextStyle, Token},
};

use super::super::course::Sample;

/// How much the window shows, in the square of the model's unit of length.
const AREA: f64 = 460.0;
/// The window looks at the mean place within this time before and after.
const CALM: f64 = 8.0;
/// Time between the plates that are drawn.
const STEP: f64 = 2.0;

/// The close-up at a moment.
pub(super) struct CloseUp<'a> {
    style: ChartStyle,
    language: Language,
    fall: &'a Fall<'a>,
    now: Sample,
    view: View,
}

/// Draws what does not change with time.
pub(super) fn still<B: DrawingBackend>(painter: &mut Painter<B>, layout: &Layout, language: Language) {
    let (style, Rect { left, top, right, bottom }) = (&layout.style, layout.closeup);
    let title = Strings::of(language).flutter_closeup;
    painter.text((left, top - 0.55 * style.text), title, &style.bold(Token::Ink, Anchor::Start));
    painter.line(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], Stroke(Token::Edge, 1.0));
}

impl<'a> CloseUp<'a> {
    pub fn of(frame: &Frame, layout: &Layout, fall: &'a Fall<'a>, now: Sample) -> Self {
        let rect = layout.closeup.grown(-1.0);
        // A short fall fills the picture with few of its lengths; then this shows no less than the whole does.
        let scale = (rect.width() * rect.height() / AREA).sqrt().max(whole::scale(&layout.whole, &fall.course.reach()));
        // The plate itself is always well inside, however fast it leaves the mean.
        let (x, y) = fall.course.calm(now.time, CALM);
        let (across, down) = ((rect.width() / scale / 2.0 - 3.0).max(0.0), (rect.height() / scale / 2.0 - 2.5).max(0.0));
        let plate = now.plates[0];
        let (x, y) = (limited(x, (plate.x - across, plate.x + across)), limited(y, (plate.y - down, plate.y + down)));
        let origin = ((rect.left + rect.right) / 2.0 - scale * x, (rect.top + rect.bottom) / 2.0 + scale * y);
        Self { style: layout.style, language: frame.language, fall, now, view: View { rect, scale, origin } }
    }

    /// What can be seen, in the model's lengths, `y` upwards.
    pub fn seen(&self) -> Rect {
        let View { rect, scale, origin } = self.view;
        Rect {
            left: (rect.left - origin.0) / scale,
            right: (rect.right - origin.0) / scale,
            top: (origin.1 - rect.top) / scale,
            bottom: (origin.1 - rect.bottom) / scale,
        }
    }

    fn path(&self, moments: impl Iterator<Item = Sample>, which: usize) -> Vec<Point> {
        moments.map(|moment| self.view.at(&moment.plates[which])).collect()
    }

    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let view = &self.view;
        for which in [0, 1] {
            let path = self.path(self.fall.course.moments.iter().copied().filter(|moment| moment.time >= self.now.time), which);
            view.path(painter, &path, false, Stroke(Token::Edge, 1.0), (0.0, 0.0));
        }
        for which in [0, 1] {
            let path = self.path(self.fall.course.until(self.now), which);
            view.path(painter, &path, which == 1, Stroke(TOKENS[which], if which == 1 { 2.0 } else { 1.6 }), (8.0, 6.0));
        }
        let count = (self.now.time / STEP) as u32;
        for time in (0..=count).map(|count| f64::from(count) * STEP).filter(|time| *time < self.now.time) {
            view.both(painter, &self.fall.descent.at(time), 1.3);
        }
        view.both(painter, &self.now.plates, if self.style.text > 14.0 { 5.0 } else { 4.0 });
        self.names(painter);
    }

    /// Which plate is which; where the second one is if it cannot be seen.
    fn names<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, view, s) = (&self.style, &self.view, Strings::of(self.language));
        let [first, second] = [0, 1].map(|which| view.at(&self.now.plates[which]));
        let mut taken = Occupancy::within(view.rect.grown(-3.0));
        for (which, plate) in self.now.plates.iter().enumerate() {
            taken.keep_line(view.ends(plate).to_vec());
            let path = self.path(self.fall.course.moments.iter().copied(), which);
            for piece in clipped(&simplified(&path, 1.0), &view.rect) {
                taken.keep_line(piece);
            }
        }
        let apart = (first.0 - second.0).hypot(first.1 - second.1);
        if apart < view.scale {
            self.name(painter, &mut taken, first, s.flutter_both, Token::Ink);
            return;
        }
        self.name(painter, &mut taken, first, s.flutter_first, Token::Ink);
        if view.rect.grown(-2.0).holds(&Rect::around(second, 0.0, 0.0)) {
            self.name(painter, &mut taken, second, s.flutter_second, Token::S1);
        } else if let Some((_, edge)) = within(first, second, &view.rect.grown(-4.0)) {
            let (dx, dy) = ((second.0 - first.0) / apart, (second.1 - first.1) / apart);
            let (back, wide) = (0.9 * style.text, 0.36 * style.text);
            let foot = (edge.0 - back * dx, edge.1 - back * dy);
            painter.fill(&[edge, (foot.0 - wide * dy, foot.1 + wide * dx), (foot.0 + wide * dy, foot.1 - wide * dx)], Token::S1);
            taken.keep(Rect::around(foot, 0.6 * style.text, 0.6 * style.text));
            let distance = significant(0.5 * self.fall.descent.distance(self.now.time), 2, self.language);
            self.name(painter, &mut taken, foot, &fill(s.flutter_away, &[("distance", &distance)]), Token::S1);
        }
    }

    fn name<B: DrawingBackend>(&self, painter: &mut Painter<B>, taken: &mut Occupancy, at: Point, text: &str, token: Token) {
        let style = &self.style;
        let size = (style.width(text, true), 1.02 * style.text);
        let sides = [(1.0, 0.0), (-1.0, 0.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 1.0), (0.0, -1.0)];
        let gaps = [0.6, 1.2, 1.9, 2.8].map(|gap: f64| (gap * self.view.scale).max(8.0));
        let places = gaps.into_iter().flat_map(|gap| sides.map(|side| beside(at, side, size, gap)));
        if let Some(found) = taken.place(places) {
            let lettering = TextStyle { halo: true, ..style.bold(token, Anchor::Start) };
            painter.text((found.left, found.baseline(style.text)), text, &lettering);
        }
    }
}
