//! The picture of `flutter`: the whole fall to scale, the two plates close by, and how their difference grows.

mod chart;
mod clip;
mod closeup;
mod layout;
mod plates;
mod whole;

use std::sync::Arc;

use super::{falls::FlutterOutcome, trajectory::Sample};
use chart::Chart;
use closeup::CloseUp;
use layout::Layout;
use pendrop_kit::{
    chart::Painter,
    picture::{Frame, Picture, TimeAxis},
    svg::Svg,
};
use whole::Whole;

/// Its three parts, laid out in a frame.
pub(super) struct FlutterPicture {
    outcome: Arc<FlutterOutcome>,
    whole: Whole,
    closeup: CloseUp,
    chart: Chart,
}

impl FlutterPicture {
    /// Lays the picture out.
    pub fn of(outcome: Arc<FlutterOutcome>, frame: &Frame) -> Self {
        let layout = Layout::of(frame, &outcome.trajectory.bounds());
        Self {
            whole: Whole::of(outcome.clone(), &layout),
            closeup: CloseUp::of(outcome.clone(), &layout),
            chart: Chart::of(outcome.clone(), &layout),
            outcome,
        }
    }
}

impl Picture for FlutterPicture {
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        self.whole.background(painter);
        self.closeup.background(painter);
        self.chart.background(painter);
    }

    fn foreground(&self, svg: &mut Svg, time: f64) {
        let painter = &mut Painter::new(svg);
        let descent = &self.outcome.descent;
        let now = Sample::at(descent, time.min(descent.release().duration).max(0.0));
        let view = self.closeup.view(&now);
        self.whole.foreground(painter, &now, &view.visible());
        self.closeup.foreground(painter, &now, &view);
        self.chart.foreground(painter, &now);
    }

    fn time_axis(&self) -> Option<TimeAxis> {
        Some(self.chart.time_axis())
    }
}
