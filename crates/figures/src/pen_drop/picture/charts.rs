//! The axes of the three charts: height, speed and gravity's share of the force, over one time axis.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside},
    format::NARROW_SPACE,
    locale::Language,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::layout::Layout;
use crate::pen_drop::Strings;

/// The charts' axes.
pub(super) struct Charts {
    pub style: ChartStyle,
    pub language: Language,
    pub height: Axes,
    pub speed: Axes,
    pub share: Axes,
    /// Right edge of the frame.
    right: f64,
}

impl Charts {
    /// Charts over these ticks of time (s), up to a greatest height (m), from the least to the greatest fall speed (m/s).
    pub fn of(frame: &Frame, layout: &Layout, time: Ticks, top: f64, speeds: (f64, f64)) -> Self {
        let style = layout.style;
        let area = layout.charts;
        let title = 1.55 * style.text;
        let gap = if frame.narrow { 0.45 } else { 0.9 } * style.text;
        let tall = (area.height() - 3.0 * title - 2.0 * gap) / 3.0;
        let axes = |place: f64, ticks: Ticks| {
            let bottom = area.top + (place + 1.0) * (title + tall) + place * gap;
            Axes::new(Rect { top: bottom - tall, bottom, ..area }, time, ticks)
        };
        Self {
            style,
            language: frame.language,
            height: axes(0.0, Ticks::covering(0.0, top, 3)),
            speed: axes(1.0, Ticks::covering(speeds.0, speeds.1, if speeds.0 < 0.0 { 4 } else { 3 })),
            share: axes(2.0, Ticks::covering(0.0, 100.0, 2)),
            right: frame.width,
        }
    }

    /// How far the axes of time and of height reach, in words.
    pub fn extent(&self, time: &Ticks) -> String {
        let end = |ticks: &Ticks, unit| format!("{}{NARROW_SPACE}{unit}", ticks.label(ticks.high(), self.language));
        format!("{}, {}", end(time, "s"), end(&self.height.y_ticks, "m"))
    }

    pub fn draw_axes(&self, painter: &mut Painter<Svg>) {
        let s = Strings::of(self.language);
        let room = self.right - self.height.plot.left;
        let fitting = |titles: &[&'static str]| {
            let found = titles.iter().find(|title| self.style.width(title, true) < room);
            found.or(titles.last()).copied().unwrap_or_default()
        };
        let speed = fitting(&[s.picture_speed, s.picture_speed_short]);
        let share = fitting(&[s.picture_share_long, s.picture_share, s.picture_share_short]);
        self.height.draw(painter, &self.style, s.picture_height, None, self.language);
        self.speed.draw(painter, &self.style, speed, None, self.language);
        self.share.draw(painter, &self.style, share, Some("s"), self.language);
    }

    /// Where a label in a chart may be: it keeps clear of curves and of the frame.
    pub fn occupancy(&self, axes: &Axes, curves: [&[Point]; 2]) -> Occupancy {
        let Rect { left, top, bottom, .. } = axes.plot;
        let mut occupancy = Occupancy::within(Rect { left: left + 2.0, top: top - 2.0, right: self.right, bottom: bottom - 1.0 });
        for curve in curves {
            occupancy.keep_line(curve.to_vec());
        }
        occupancy
    }

    /// An upright line at a time.
    pub fn draw_cursor(&self, painter: &mut Painter<Svg>, axes: &Axes, time: f64) {
        let x = axes.x.at(time);
        painter.line(&[(x, axes.plot.top - 3.0), (x, axes.plot.bottom)], Stroke(Token::Ink2, 1.0));
    }

    /// Writes a value beside a dot, where it covers nothing: in its colour, but in ink on a band.
    pub fn draw_value(
        &self,
        painter: &mut Painter<Svg>,
        occupancy: &mut Occupancy,
        at: Point,
        text: &str,
        (token, band): (Token, Option<Rect>),
    ) {
        let size = (self.style.width(text, true), 1.02 * self.style.text);
        let near = self.style.dot + 4.5;
        let sides = [(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 0.0), (-1.0, 0.0)];
        // Beside the dot, or else further up or down, so long as the cursor still leads to it.
        let candidates = || {
            [0.0, 10.0, 20.0, 34.0]
                .into_iter()
                .flat_map(move |far| sides.into_iter().map(move |side| beside((at.0, at.1 + side.1 * far), side, size, near)))
        };
        let bounds = occupancy.bounds;
        // Over a line rather than nowhere, and not quite beside the dot where the chart ends, but on nothing that is written.
        let within = |found: Rect| {
            let by = (bounds.left - found.left).max(0.0) + (bounds.right - found.right).min(0.0);
            let up = (bounds.top - found.top).max(0.0) + (bounds.bottom - found.bottom).min(0.0);
            Rect { left: found.left + by, right: found.right + by, top: found.top + up, bottom: found.bottom + up }
        };
        let found = occupancy
            .place(candidates())
            .or_else(|| candidates().chain(candidates().map(within)).find(|found| bounds.contains(found) && !occupancy.covers(found)));
        if let Some(found) = found {
            let on_band = band.is_some_and(|band| band.intersects(&found));
            let token = if on_band { Token::Ink } else { token };
            let text_style = TextStyle { halo: !on_band, ..self.style.bold(token, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), text, &text_style);
        }
    }
}
