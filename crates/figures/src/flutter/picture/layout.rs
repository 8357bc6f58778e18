//! Where the parts of the picture are in its frame.

use pendrop_kit::{
    chart::{ChartStyle, Rect},
    locale::Language,
    picture::Frame,
};

/// Where things are in the frame.
pub(super) struct Layout {
    pub style: ChartStyle,
    pub language: Language,
    /// The box around all that the plates touch, in the model's lengths, `y` upwards.
    pub bounds: Rect,
    /// The whole fall.
    pub whole: Rect,
    /// The two plates close by.
    pub closeup: Rect,
    /// The chart, between its axes.
    pub chart: Rect,
}

impl Layout {
    /// The layout that shows more of a fall within these bounds.
    pub fn of(frame: &Frame, bounds: &Rect) -> Self {
        let (tall, broad) = (Self::tall(frame, bounds), Self::broad(frame, bounds));
        if broad.whole_scale() > 1.1 * tall.whole_scale() { broad } else { tall }
    }

    /// Units of the picture in the model's unit of length, where the whole fall is shown: all of it can be seen.
    pub fn whole_scale(&self) -> f64 {
        let (rect, bounds) = (&self.whole, &self.bounds);
        (rect.width() / (bounds.right - bounds.left)).min(rect.height() / (bounds.top - bounds.bottom))
    }

    /// For a fall that goes down more than sideways: on the left, from top to bottom.
    fn tall(frame: &Frame, bounds: &Rect) -> Self {
        let (style, chart) = (ChartStyle::of(frame), Self::chart(frame, 0.47));
        let title = 1.55 * style.text;
        let middle = (0.47 * frame.height).round();
        Self {
            style,
            language: frame.language,
            bounds: *bounds,
            whole: Rect { left: 1.0, top: title, right: Self::beside(&style, &chart), bottom: chart.bottom },
            closeup: Rect { top: title, bottom: middle, ..chart },
            chart,
        }
    }

    /// For a fall that goes sideways as well: at the top, from left to right.
    fn broad(frame: &Frame, bounds: &Rect) -> Self {
        let share = if frame.narrow { 0.42 } else { 0.45 };
        let (style, chart) = (ChartStyle::of(frame), Self::chart(frame, share));
        let title = 1.55 * style.text;
        let bottom = (share * frame.height).round() - 9.0 - style.text;
        Self {
            style,
            language: frame.language,
            bounds: *bounds,
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
