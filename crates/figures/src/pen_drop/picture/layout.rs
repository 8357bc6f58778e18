//! Where things are in the frame: the scene, and beside it the charts.

use pendrop_kit::{
    chart::{ChartStyle, Rect},
    picture::Frame,
};

/// Where things are in the frame.
pub(super) struct Layout {
    pub style: ChartStyle,
    /// The scene, from the top to the floor, the ruler's numbers included.
    pub scene: Rect,
    /// The charts, from above the first title to the lowest axis.
    pub charts: Rect,
}

impl Layout {
    /// The layout for charts whose longest number is so wide.
    pub fn of(frame: &Frame, longest: f64) -> Self {
        let style = ChartStyle::of(frame);
        // Under the floor and the lowest axis: ticks and one line of numbers.
        let bottom = frame.height - 11.0 - style.text;
        let share = if frame.narrow { 0.43 } else { 0.48 };
        // Room for the numbers of the charts: four digits fit in any.
        let four = style.width("4000", false);
        let left = (frame.width * share).round().max(if frame.narrow { 124.0 } else { 220.0 }) + (longest - four).max(0.0);
        let numbers = longest.max(four) + 8.0;
        Self {
            style,
            scene: Rect { left: 0.0, top: 0.0, right: left - numbers - 0.3 * style.text, bottom },
            charts: Rect { left, top: 0.0, right: frame.width - 9.0, bottom },
        }
    }
}
