//! The picture of `flutter`: the whole fall to scale, the two plates close by, and how their difference grows.

mod chart;
mod clip;
mod closeup;
mod plates;
mod whole;

use pendrop_science::plate::Descent;
use plotters_backend::DrawingBackend;

use super::course::{Sample, SampledTrajectory};
use chart::Chart;
use closeup::CloseUp;
use pendrop_kit::{
    chart::{ChartStyle, Painter, Rect, Ticks},
    picture::{Frame, TimeAxis},
    svg::Svg,
};
use whole::Whole;

/// What the picture shows.
pub struct Fall<'a> {
    /// The solved fall.
    pub descent: &'a Descent,
    /// The same at equal steps of time.
    pub course: &'a SampledTrajectory,
}

/// Where things are in the frame.
struct Layout {
    style: ChartStyle,
    /// The whole fall.
    whole: Rect,
    /// The two plates close by.
    closeup: Rect,
    /// The chart, between its axes.
    chart: Rect,
}

impl Layout {
    fn of(frame: &Frame, fall: &Fall) -> Self {
        let (tall, broad) = (Self::tall(frame), Self::broad(frame));
        let reach = fall.course.reach();
        if whole::scale(&broad.whole, &reach) > 1.1 * whole::scale(&tall.whole, &reach) { broad } else { tall }
    }

    /// For a fall that goes down more than sideways: on the left, from top to bottom.
    fn tall(frame: &Frame) -> Self {
        let (style, chart) = (ChartStyle::of(frame), Self::chart(frame, 0.47));
        let title = 1.55 * style.text;
        let middle = (0.47 * frame.height).round();
        Self {
            style,
            whole: Rect { left: 1.0, top: title, right: Self::beside(&style, &chart), bottom: chart.bottom },
            closeup: Rect { top: title, bottom: middle, ..chart },
            chart,
        }
    }

    /// For a fall that goes sideways as well: at the top, from left to right.
    fn broad(frame: &Frame) -> Self {
        let share = if frame.narrow { 0.42 } else { 0.45 };
        let (style, chart) = (ChartStyle::of(frame), Self::chart(frame, share));
        let title = 1.55 * style.text;
        let bottom = (share * frame.height).round() - 9.0 - style.text;
        Self {
            style,
            whole: Rect { left: 1.0, top: title, right: frame.width - 9.0, bottom },
            closeup: Rect { left: 1.0, right: Self::beside(&style, &chart), ..chart },
            chart,
        }
    }

    /// The chart, beginning at a share of the height. It is always as wide, so that the time axis stays where it is.
    fn chart(frame: &Frame, share: f64) -> Rect {
        let style = ChartStyle::of(frame);
        let left = (frame.width * if frame.narrow { 0.37 } else { 0.45 }).round();
        let top = (share * frame.height).round() + 2.05 * style.text;
        // Under the time axis: ticks and one line of numbers.
        Rect { left, top, right: frame.width - 9.0, bottom: frame.height - 11.0 - style.text }
    }

    /// Where the numbers of the chart leave room on its left.
    fn beside(style: &ChartStyle, chart: &Rect) -> f64 {
        chart.left - style.width("10⁻⁸", false) - 8.0 - 0.6 * style.text
    }
}

/// Where the time axis lies.
#[must_use]
pub fn time_axis(frame: &Frame, fall: &Fall) -> TimeAxis {
    let Rect { left, right, .. } = Layout::chart(frame, 0.0);
    TimeAxis { left, right, end: time_ticks(fall).high() }
}

/// Ticks of the time axis: it ends at the first one after the fall.
fn time_ticks(fall: &Fall) -> Ticks {
    Ticks::covering(0.0, fall.descent.release().duration, 6)
}

/// Draws what does not change with time: axes, the whole course as thin lines, where prediction ends.
pub fn still(svg: &mut Svg, frame: &Frame, fall: &Fall) {
    draw(svg, frame, fall, None);
}

/// Draws what changes with time: the plates, their paths so far, their difference so far.
pub fn moving(svg: &mut Svg, frame: &Frame, fall: &Fall, time: f64) {
    draw(svg, frame, fall, Some(time));
}

fn draw<B: DrawingBackend>(backend: &mut B, frame: &Frame, fall: &Fall, time: Option<f64>) {
    let layout = Layout::of(frame, fall);
    let whole = Whole::of(frame, &layout, fall);
    let chart = Chart::of(frame, &layout, fall);
    let painter = &mut Painter::new(backend);
    match time {
        None => {
            whole.still(painter);
            closeup::still(painter, &layout, frame.language);
            chart.still(painter);
        }
        Some(time) => {
            let now = Sample::at(fall.descent, time.clamp(0.0, fall.descent.release().duration));
            let closeup = CloseUp::of(frame, &layout, fall, now);
            whole.moving(painter, &now, &closeup.seen());
            closeup.draw(painter);
            chart.moving(painter, &now);
        }
    }
}
