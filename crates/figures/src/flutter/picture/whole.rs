//! The whole fall, to scale.

use std::sync::Arc;

use crate::flutter::Strings;
use pendrop_science::plate::Pose;
use plotters_backend::DrawingBackend;

use super::{
    super::{falls::FlutterOutcome, trajectory::Sample},
    layout::Layout,
    plates::{TOKENS, View},
};
use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect, Ticks, limited},
    format::short,
    locale::{Language, fill},
    svg::{Anchor, Stroke, Token},
};

/// Shorter plates than this are not drawn, but where they are (in units).
const LEAST: f64 = 4.0;

/// The whole fall.
pub(super) struct Whole {
    outcome: Arc<FlutterOutcome>,
    style: ChartStyle,
    language: Language,
    view: View,
    /// The paths of both plates through all samples.
    paths: [Vec<Point>; 2],
    /// Time between the plates that are drawn.
    step: f64,
    /// Where its title must end.
    title_end: f64,
    /// Where what says the length of the bar must end.
    bar_end: f64,
}

impl Whole {
    pub fn of(outcome: Arc<FlutterOutcome>, layout: &Layout) -> Self {
        let Layout { style, language, bounds, whole: rect, .. } = *layout;
        let scale = layout.whole_scale();
        let aside = (rect.width() - scale * (bounds.right - bounds.left)) / 2.0;
        let origin = (rect.left + aside - scale * bounds.left, rect.top + scale * bounds.top);
        let view = View { rect, scale, origin };
        let paths = [0, 1].map(|which| view.path(&outcome.trajectory.samples, which));
        // Closer together in time they would lie over each other.
        let step = Ticks::covering(0.0, outcome.descent.release().duration, 25).step.max(1.0);
        // Side by side with the close-up, their titles are on one line.
        let beside = layout.closeup.left > rect.left + 1.0;
        let title_end = if beside { layout.closeup.left - 0.5 * style.text } else { rect.right };
        // And what the time axis is called stands on the line of the bar.
        let time = style.width(Strings::of(language).flutter_column_time, false);
        let free = rect.right + 0.5 * style.text;
        let bar_end = if beside { free.min(layout.chart.left - 8.0 - time - 0.5 * style.text) } else { free };
        Self { outcome, style, language, view, paths, step, title_end, bar_end }
    }

    pub fn background<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, rect) = (&self.style, &self.view.rect);
        let s = Strings::of(self.language);
        let room = self.title_end - rect.left;
        let (letters, width) = (style.bold(Token::Ink, Anchor::Start), style.width(s.flutter_whole, true));
        if letters.legible_within(width, room) {
            painter.text((rect.left - 1.0, rect.top - 0.75 * style.text), s.flutter_whole, &letters.within(width, room));
        }
        for path in &self.paths {
            self.view.draw_path(painter, path, false, Stroke(Token::Edge, 1.0), (0.0, 0.0));
        }
        self.scale_bar(painter);
    }

    /// How long a number of plate widths is in this view.
    fn scale_bar<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, rect) = (&self.style, &self.view.rect);
        let s = Strings::of(self.language);
        let width = 2.0 * self.view.scale;
        // The greatest round number of widths that takes no more than a third of the room, but at least one.
        let most = rect.width() / 3.0 / width;
        let tenth = Ticks::covering(0.0, most, 10).step;
        let round = [5.0, 2.0, 1.0].map(|times| times * 10_f64.powf((most * (1.0 + 1e-9)).log10().floor()));
        let count = round.into_iter().find(|count| *count <= most).unwrap_or(tenth).max(1.0);
        let (y, end) = (rect.bottom + 9.0 + 0.45 * style.text, rect.left + count * width);
        let number = short(count, 3, self.language);
        let texts = if count == 1.0 { [s.flutter_bar_one; 2] } else { [s.flutter_bar, s.flutter_bar_short] };
        let texts = texts.map(|text| fill(text, &[("count", &number)]));
        let room = self.bar_end - end - 6.0;
        let text = texts.iter().find(|text| style.width(text, false) < room).unwrap_or(&texts[1]);
        let (letters, width) = (style.letters(Token::Ink2, Anchor::Start), style.width(text, false));
        // A bar that nobody can say the length of is left out.
        if letters.legible_within(width, room) {
            painter.line(&[(rect.left, y - 4.0), (rect.left, y), (end, y), (end, y - 4.0)], Stroke(Token::Edge, style.axis));
            painter.text((end + 6.0, y + 0.2 * style.text), text, &letters.within(width, room));
        }
    }

    /// The plates and their paths so far; `seen` is what the close-up shows, in the model's lengths.
    pub fn foreground<B: DrawingBackend>(&self, painter: &mut Painter<B>, now: &Sample, seen: &Rect) {
        let view = &self.view;
        let widths = if self.style.text > 14.0 { (2.0, 4.5) } else { (1.6, 3.5) };
        let before = self.outcome.trajectory.count_before(now.time);
        for which in [0, 1] {
            let mut path = self.paths[which][..before].to_vec();
            path.push(view.at(&now.plates[which]));
            view.draw_path(painter, &path, which == 1, Stroke(TOKENS[which], widths.0), (6.0, 5.0));
        }
        if 2.0 * view.scale >= LEAST {
            for time in (0..=(now.time / self.step) as u32).map(|count| f64::from(count) * self.step) {
                view.draw_plates(painter, &self.outcome.descent.at(time), 1.3);
            }
            view.draw_plates(painter, &now.plates, widths.1);
        }
        if 2.0 * view.scale < 2.0 * LEAST {
            // A ring around a dot, while the two are together.
            painter.disc(view.at(&now.plates[0]), 0.7 * self.style.dot, TOKENS[0]);
            painter.circle(view.at(&now.plates[1]), self.style.dot, Stroke(TOKENS[1], 1.6));
        }
        let corner = |x: f64, y: f64| {
            let (x, y) = view.at(&Pose { x, y, angle: 0.0 });
            (limited(x, (0.5, view.rect.right + 4.0)), limited(y, (view.rect.top - 2.0, view.rect.bottom + 2.0)))
        };
        let (first, last) = (corner(seen.left, seen.top), corner(seen.right, seen.bottom));
        painter.line(&[first, (last.0, first.1), last, (first.0, last.1), first], Stroke(Token::Edge, 1.0));
    }
}
