//! The axes of the three charts: height, speed and gravity's share of the force, over one time axis.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside, cut},
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
    /// Ticks up to a greatest height (m), and from the least to the greatest fall speed (m/s).
    pub fn ticks(top: f64, speeds: (f64, f64)) -> [Ticks; 2] {
        [Ticks::covering(0.0, top, 3), Ticks::covering(speeds.0, speeds.1, if speeds.0 < 0.0 { 4 } else { 3 })]
    }

    /// How wide the longest number at these ticks is.
    pub fn longest(frame: &Frame, ticks: &[Ticks; 2]) -> f64 {
        let style = ChartStyle::of(frame);
        let widths = ticks.iter().flat_map(|ticks| ticks.values().map(|value| style.width(&ticks.label(value, frame.language), false)));
        widths.fold(0.0, f64::max)
    }

    /// Charts over these ticks of time (s), of height and of speed.
    pub fn of(frame: &Frame, layout: &Layout, time: Ticks, [height, speed]: [Ticks; 2]) -> Self {
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
            height: axes(0.0, height),
            speed: axes(1.0, speed),
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
        let room = self.height.plot.width();
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

    /// Where a label in a chart may be: it keeps clear of the frame, and so far of curves.
    pub fn occupancy(&self, axes: &Axes, curves: [&[Point]; 2], margin: f64) -> Occupancy {
        let Rect { left, top, bottom, .. } = axes.plot;
        let mut occupancy = Occupancy::within(Rect { left: left + 2.0, top: top - 2.0, right: self.right, bottom: bottom - 1.0 });
        for curve in curves {
            occupancy.keep_around(curve.to_vec(), margin);
        }
        occupancy
    }

    /// How far what stands still keeps from a curve: the dot on it goes by.
    pub fn dots_way(&self) -> f64 {
        self.style.dot + 2.5
    }

    /// An upright line at a time; it leaves out what is written.
    pub fn draw_cursor(&self, painter: &mut Painter<Svg>, axes: &Axes, time: f64, written: impl IntoIterator<Item = Rect>) {
        let x = axes.x.at(time);
        let written: Vec<_> = written.into_iter().map(|found| found.inflated(1.5)).collect();
        for piece in cut(&[(x, axes.plot.top - 3.0), (x, axes.plot.bottom)], &written) {
            painter.line(&piece, Stroke(Token::Ink2, 1.0));
        }
    }

    /// Room for a value beside a dot, or else further up or down: the cursor leads to it. None, if everything is taken.
    pub fn place_value(&self, occupancy: &mut Occupancy, axes: &Axes, at: Point, text: &str) -> Option<Rect> {
        let size = (self.style.width(text, true), 1.02 * self.style.text);
        let near = self.style.dot + 4.5;
        let sides = [(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 0.0), (-1.0, 0.0)];
        let furthest = (axes.plot.height() / 6.0).max(0.0) as i32;
        let candidates =
            (0..=furthest).flat_map(|step| sides.map(|side| beside((at.0, at.1 + 6.0 * f64::from(step) * side.1), side, size, near)));
        // Where the chart ends, not quite beside the cursor.
        let bounds = occupancy.bounds;
        let within = |found: Rect| {
            let by = (bounds.left - found.left).max(0.0) + (bounds.right - found.right).min(0.0);
            Rect { left: found.left + by, right: found.right + by, ..found }
        };
        occupancy.keep(Rect::around(at, self.style.dot + 2.0, self.style.dot + 2.0));
        occupancy.place(candidates.clone().chain(candidates.map(within)))
    }

    /// Writes a value in its place: in its colour, but in ink on a band.
    pub fn write_value(&self, painter: &mut Painter<Svg>, found: &Rect, text: &str, token: Token, on_band: bool) {
        let token = if on_band { Token::Ink } else { token };
        let text_style = TextStyle { halo: !on_band, ..self.style.bold(token, Anchor::Start) };
        painter.text((found.left, found.baseline(self.style.text)), text, &text_style);
    }
}
