//! Where everything lies in the picture: the axes, and how letters stand on them.

use crate::{
    datasets::Dataset,
    your_device::{device::YourDeviceOutcome, history::TABLE},
};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Point, Rect, Ticks},
    format::power_of_ten,
    picture::Frame,
    svg::{Anchor, Svg, TextStyle, Token},
    tables,
};

/// Where everything lies in a frame.
pub(super) struct Layout {
    pub style: ChartStyle,
    pub frame: Frame,
    pub axes: Axes,
}

impl Layout {
    /// The layout for an outcome in a frame.
    pub fn new(outcome: &YourDeviceOutcome, frame: &Frame) -> Self {
        let style = ChartStyle::of(frame);
        let history = Dataset::of(TABLE);
        let (mut first, mut last) = history.decades;
        // As high as the history, or as the device where that is higher.
        if let Some(speed) = outcome.device_speed() {
            first = first.min(speed.flop_per_s.log10().floor() as i32);
            last = last.max(speed.flop_per_s.log10().ceil() as i32);
        }
        let plot = Rect {
            left: (style.width(&power_of_ten(18), false) + 13.0).round(),
            // On a phone the title has two lines.
            top: (if frame.narrow { 2.9 } else { 1.7 } * style.text).round(),
            right: frame.width - 0.5 * style.width("2030", false) - 2.0,
            bottom: (frame.height - 11.0 - style.text).round(),
        };
        Self { style, frame: *frame, axes: Axes::new(plot, history.year_ticks(), Ticks::decades(first, last)) }
    }

    /// Where a machine lies.
    pub fn at(&self, point: &tables::Point) -> Point {
        self.axes.at(point.year, point.value)
    }

    /// Writes a text in its box.
    pub fn write(&self, painter: &mut Painter<Svg>, place: &Rect, text: &str, bold: bool) {
        let token = if bold { Token::Ink } else { Token::Ink2 };
        let text_style = TextStyle { halo: true, bold, ..self.style.letters(token, Anchor::Start) };
        painter.text((place.left, place.baseline(self.style.text)), text, &text_style);
    }
}
