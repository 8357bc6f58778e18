//! Beside the wedges: a bar as high as each is at the end, and its name, pushed apart where they would touch.

use plotters_backend::DrawingBackend;

use super::{
    super::{
        contributions::{Contribution, DriversOutcome},
        text::name,
    },
    token,
    wedges::Wedge,
};
use crate::rates::times;
use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect},
    locale::Language,
    svg::{Anchor, Stroke, TextStyle, Token},
};

/// From the plot to the bars that say how high the wedges are.
pub(super) const TO_BARS: f64 = 7.0;
/// From the bars to the names.
pub(super) const TO_NAMES: f64 = 9.0;

/// The lines of a name, each with its style.
pub(super) type Lines = Vec<(String, TextStyle)>;

/// A driver's name, and what it contributes.
pub(super) fn lines(outcome: &DriversOutcome, contribution: &Contribution, style: &ChartStyle, language: Language) -> Lines {
    let (driver, notes) = (contribution.driver, style.letters(Token::Ink2, Anchor::Start));
    let title = (name(driver)(language).to_owned(), style.bold(token(driver), Anchor::Start));
    let share = outcome.share_text(driver, language).map(|share| (share, notes));
    let factor = (times(10_f64.powf(contribution.decades()), language), notes);
    [title].into_iter().chain(share).chain([factor]).collect()
}

/// The room that all names need.
pub(super) fn width(names: &[Lines; 3], style: &ChartStyle) -> f64 {
    let wide = |(text, text_style): &(String, TextStyle)| style.width(text, text_style.bold);
    // Some readers' letters are wider than the estimate, and nothing but the frame ends these lines.
    1.08 * names.iter().flatten().map(wide).fold(0.0, f64::max)
}

/// A name in its place, with the bar that it belongs to.
pub(super) struct DriverName {
    token: Token,
    /// The ends of the bar.
    bar: [Point; 2],
    /// From the bar to the name.
    leader: [Point; 2],
    /// Left upper corner of the name.
    corner: Point,
    /// Height of a line.
    line: f64,
    lines: Lines,
}

/// The names in their places, from top to bottom.
pub(super) fn placed(lines: [Lines; 3], wedges: &[Wedge; 3], plot: &Rect, style: &ChartStyle) -> Vec<DriverName> {
    let line = 1.15 * style.text;
    let height = |place: usize| line * lines[place].len() as f64;
    let mut order = [0, 1, 2];
    order.sort_by(|one: &usize, other| wedges[*one].middle().total_cmp(&wedges[*other].middle()));
    let gap = 0.35 * style.text;
    let mut tops = order.map(|place| wedges[place].middle() - height(place) / 2.0);
    // Down from the top, then up from the bottom: all are short enough for the plot's height.
    let mut free = plot.top - 1.2 * style.text;
    for (place, top) in order.iter().zip(&mut tops) {
        *top = top.max(free);
        free = *top + height(*place) + gap;
    }
    let mut free = plot.bottom;
    for (place, top) in order.iter().zip(&mut tops).rev() {
        *top = top.min(free - height(*place));
        free = *top - gap;
    }
    let left = plot.right + TO_BARS + TO_NAMES;
    let name = |(place, top): (usize, f64)| {
        let wedge = &wedges[place];
        // What is taken away lies over what the others have built up.
        let aside = if wedge.decades < 0.0 { 4.0 } else { 0.0 };
        let bar = wedge.to.0 + TO_BARS + aside;
        DriverName {
            token: token(wedge.driver),
            bar: [(bar, wedge.from.1), (bar, wedge.to.1)],
            leader: [(bar, wedge.middle()), (left - 2.0, top + 0.5 * line)],
            corner: (left, top),
            line,
            lines: lines[place].clone(),
        }
    };
    order.into_iter().zip(tops).map(name).collect()
}

impl DriverName {
    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        painter.line(&self.bar, Stroke(self.token, 3.0));
        painter.line(&self.leader, Stroke(Token::Edge, 1.0));
        for (count, (text, text_style)) in self.lines.iter().enumerate() {
            painter.text((self.corner.0, self.corner.1 + (count as f64 + 0.8) * self.line), text, text_style);
        }
    }
}
