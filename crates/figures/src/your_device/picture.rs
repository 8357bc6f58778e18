//! The picture of `your-device`: the fastest computers as a staircase through the decades, and how high the device stands.

mod level;
mod staircase;

use std::sync::Arc;

use super::{
    TABLE, YourDeviceOutcome,
    history::{date_text, leaders},
    outcome::flop_per_s_text,
};
use crate::{
    datasets::{Dataset, citation},
    your_device::Strings,
};
use level::Level;
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside},
    format::power_of_ten,
    locale::{Language, fill},
    picture::{Frame, Picture, Points},
    svg::{Anchor, Svg, TextStyle, Token},
    tables,
};
use staircase::Staircase;

/// Machines whose names help to find one's way, if the table has them.
const NAMED: [&str; 5] = ["CDC 6600", "Cray-1", "ASCI Red", "Earth-Simulator", "El Capitan"];

/// Where everything lies in a frame.
struct Layout {
    style: ChartStyle,
    frame: Frame,
    axes: Axes,
}

/// A device and the history in a frame.
pub(super) struct DevicePicture {
    outcome: Arc<YourDeviceOutcome>,
    layout: Layout,
    staircase: Staircase,
    /// The device, once it has been measured.
    level: Option<Level>,
    /// Indices of the machines that are named, and where.
    names: Vec<(usize, Rect)>,
}

impl DevicePicture {
    /// The picture of an outcome in a frame.
    pub fn new(outcome: Arc<YourDeviceOutcome>, frame: &Frame) -> Self {
        let layout = Layout::new(&outcome, frame);
        let plot = layout.axes.plot;
        let mut taken =
            Occupancy::within(Rect { left: plot.left + 4.0, top: plot.top - 0.6 * layout.style.text, right: frame.width, ..plot });
        let staircase = Staircase::new(outcome.points(), &layout, &mut taken);
        let level = outcome.device_speed().map(|speed| Level::new(speed, outcome.points(), &layout, &mut taken));
        let names = names(outcome.points(), &layout, &mut taken);
        Self { outcome, layout, staircase, level, names }
    }
}

impl Layout {
    fn new(outcome: &YourDeviceOutcome, frame: &Frame) -> Self {
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
    fn at(&self, point: &tables::Point) -> Point {
        self.axes.at(point.year, point.value)
    }

    /// Writes a text in its box.
    fn write(&self, painter: &mut Painter<Svg>, place: &Rect, text: &str, bold: bool) {
        let token = if bold { Token::Ink } else { Token::Ink2 };
        let text_style = TextStyle { halo: true, bold, ..self.style.letters(token, Anchor::Start) };
        painter.text((place.left, place.baseline(self.style.text)), text, &text_style);
    }
}

/// Finds places for the names of machines.
fn names(points: &[tables::Point], layout: &Layout, taken: &mut Occupancy) -> Vec<(usize, Rect)> {
    let named = leaders(points).filter(|(_, point)| NAMED.contains(&point.name.as_str()));
    let placed = named.filter_map(|(index, point)| {
        let size = (layout.style.width(&point.name, false), 1.02 * layout.style.text);
        let sides = [(1.0, 1.0), (1.0, 0.0), (-1.0, -1.0), (-1.0, 0.0), (1.0, -1.0)];
        taken.place(sides.map(|side| beside(layout.at(point), side, size, 8.0))).map(|place| (index, place))
    });
    placed.collect()
}

impl Picture for DevicePicture {
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        let Layout { style, frame, axes } = &self.layout;
        axes.draw(painter, style, (Dataset::of(TABLE).quantity)(frame.language), Some(""), frame.language);
        self.staircase.draw(painter, style);
        if let Some(level) = &self.level {
            level.draw(painter, &self.layout);
        }
        for (index, place) in &self.names {
            self.layout.write(painter, place, self.name(*index), false);
        }
    }

    fn points(&self) -> Option<&dyn Points> {
        Some(self)
    }
}

impl Points for DevicePicture {
    fn count(&self) -> usize {
        self.outcome.points().len()
    }

    fn position(&self, index: usize) -> Point {
        self.outcome.points().get(index).map_or_else(Default::default, |point| self.layout.at(point))
    }

    fn name(&self, index: usize) -> &str {
        self.outcome.points().get(index).map_or("", |point| &point.name)
    }

    fn details(&self, index: usize, language: Language) -> String {
        self.outcome.points().get(index).map_or_else(String::new, |point| {
            let (date, speed) = (date_text(point, language), flop_per_s_text(point.value, language));
            let values = [("date", &*date), ("speed", &*speed), ("source", citation(&point.source, language))];
            fill(Strings::of(language).device_details, &values)
        })
    }

    /// A machine that led several lists has its name beside the first of its points.
    fn is_labelled(&self, index: usize) -> bool {
        let beside = |(named, place): &(usize, Rect)| self.name(*named) == self.name(index) && place.is_beside(self.position(index));
        self.names.iter().any(beside)
    }
}
