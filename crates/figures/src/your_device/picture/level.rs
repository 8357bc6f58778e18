//! The device: a heavy line for as long as it would have been the fastest, a dashed one from then on.

use crate::your_device::{
    Strings,
    device::{DeviceSpeed, flop_per_s_text},
    history::{beaten, date_text, when},
};
use pendrop_kit::{
    chart::{Occupancy, Painter, Rect, beside},
    locale::fill,
    svg::{Stroke, Svg, Token},
    tables,
};

use super::layout::Layout;

/// The level of the device in its place.
pub struct Level {
    y: f64,
    /// Where the heavy line ends.
    x: f64,
    /// The end of its lead; nothing where no computer is faster, or all are.
    fall: Option<Fall>,
    /// The box of the device's name and its speed, if there is room for it.
    place: Option<Rect>,
    name: &'static str,
    speed: String,
}

/// Where another computer becomes faster: a line down to the axis of years.
struct Fall {
    /// What says when, in its box, if there is room for it.
    label: Option<(Rect, String)>,
}

impl Level {
    /// The level of a speed in a chart; names must keep clear of it.
    pub fn new(speed: DeviceSpeed, points: &[tables::Point], layout: &Layout, taken: &mut Occupancy) -> Self {
        let Layout { style, frame, axes } = layout;
        let s = Strings::of(frame.language);
        let Rect { left, right, bottom, .. } = axes.plot;
        let y = axes.y.at(speed.flop_per_s);
        let ever = points.first().is_some_and(|first| first.value <= speed.flop_per_s);
        let end = beaten(points, speed.flop_per_s).filter(|_| ever);
        let x = if ever { end.map_or(right, |point| axes.x.at(point.year)) } else { left };
        taken.keep_line(vec![(left, y), (right, y)]);
        let fall = end.map(|end| {
            taken.keep_line(vec![(x, y), (x, bottom)]);
            let overtaken = fill(s.device_overtaken, &[("when", &when(end, frame.language))]);
            let rows = [0.8, 2.0, 3.2].map(|row| (x, bottom - row * style.text));
            // The date alone where there is no room for more.
            let label = [overtaken, date_text(end, frame.language)].into_iter().find_map(|text| {
                let size = (style.width(&text, false), 1.02 * style.text);
                let place = taken.place(rows.into_iter().flat_map(|at| [1.0, -1.0].map(|side| beside(at, (side, 0.0), size, 7.0))))?;
                Some((place, text))
            });
            Fall { label }
        });
        let name = if speed.all_cores { s.device_name } else { s.device_one_core };
        let speed = flop_per_s_text(speed.flop_per_s, frame.language);
        // Over its left part the sky is empty; under its right part there is room where it stands high enough.
        let (width, height) = (style.width(name, true).max(style.width(&speed, false)), 2.22 * style.text);
        let (start, stop, last) = (left + 7.0, right - width - 2.0, frame.width - width - 4.0);
        let (above, below) = (y - 0.5 * style.text - height, y + 0.6 * style.text);
        let boxes = [(start, above), (stop, below), (last, below), (start, below), (stop, above)];
        let place = taken.place(boxes.map(|(left, top)| Rect { left, top, right: left + width, bottom: top + height }));
        if let Some(place) = place {
            // Letters may be wider than they are thought to be: no name begins right beside one's own.
            taken.keep(place.inflated(10.0));
        }
        Self { y, x, fall, place, name, speed }
    }

    /// Draws it.
    pub fn draw(&self, painter: &mut Painter<Svg>, layout: &Layout) {
        let (style, Rect { left, right, bottom, .. }) = (&layout.style, layout.axes.plot);
        let (x, y) = (self.x, self.y);
        painter.dashed(&[(x, y), (right, y)], Stroke(Token::Ink2, 1.5), (7.0, 5.0));
        painter.line(&[(left, y), (x, y)], Stroke(Token::Ink, style.line));
        if let Some(Fall { label }) = &self.fall {
            painter.dashed(&[(x, y), (x, bottom)], Stroke(Token::Ink2, 1.0), (2.0, 3.0));
            painter.dot((x, y), style.dot, Token::Ink);
            if let Some((place, text)) = label {
                layout.write(painter, place, text, false);
            }
        }
        if let Some(place) = self.place {
            layout.write(painter, &Rect { bottom: place.bottom - 1.2 * style.text, ..place }, self.name, true);
            layout.write(painter, &place, &self.speed, false);
        }
    }
}
