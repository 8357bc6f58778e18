//! The picture of `your-device`: the fastest computers as a staircase through the decades, and how high the device stands.

mod layout;
mod level;
mod staircase;

use std::sync::Arc;

use super::{
    device::{YourDeviceOutcome, flop_per_s_text},
    history::{TABLE, date_text, leaders},
};
use crate::{
    datasets::{Dataset, citation},
    your_device::Strings,
};
use layout::Layout;
use level::Level;
use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, beside},
    locale::{Language, fill},
    picture::{Frame, Picture, Points},
    svg::Svg,
    tables,
};
use staircase::Staircase;

/// Machines whose names help to find one's way, if the table has them.
const NAMED: [&str; 5] = ["CDC 6600", "Cray-1", "ASCI Red", "Earth-Simulator", "El Capitan"];

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
