//! Beside the wedges: a bar as high as each is at the end and a bracket around those of compute, and their names, pushed apart
//! where they would touch.

use plotters_backend::DrawingBackend;

use super::{
    super::{
        Strings,
        contributions::{Contribution, DriversOutcome},
        text::name,
    },
    token,
    wedges::Wedge,
    whole_token,
};
use crate::rates::times;
use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect},
    picture::Frame,
    svg::{Anchor, Stroke, TextStyle, Token},
};
use pendrop_science::growth::{Driver, PerDriver};

/// From the plot to the bracket around the parts of compute.
const TO_BRACKET: f64 = 5.0;
/// How far the bracket's ends reach towards the bars.
const BRACKET: f64 = 4.0;
/// From the plot to the bars that say how high the wedges are.
pub(super) const TO_BARS: f64 = 13.0;
/// From the bars to the names.
pub(super) const TO_NAMES: f64 = 10.0;
/// How far the names of the parts of compute stand in.
const INDENT: f64 = 8.0;

/// What stands beside the wedges for a driver, or for compute as a whole.
pub(super) struct Text {
    /// Nothing for compute.
    driver: Option<Driver>,
    lines: Vec<(String, TextStyle)>,
}

impl Text {
    fn indent(&self) -> f64 {
        if matches!(self.driver, None | Some(Driver::Algorithms)) { 0.0 } else { INDENT }
    }
}

/// A name, its share and its factor for compute and for each driver that has a wedge; narrow pictures leave the factors of compute's parts out.
pub(super) fn texts(outcome: &DriversOutcome, contributions: &[Contribution; 4], frame: &Frame) -> Vec<Text> {
    let (style, language) = (ChartStyle::of(frame), frame.language);
    let (notes, dominant) = (style.letters(Token::Ink2, Anchor::Start), outcome.dominant());
    let text = |driver: Option<Driver>, decades: f64| {
        let title = driver.map_or(Strings::of(language).driver_compute, |driver| name(driver)(language));
        let bold = style.bold(driver.map_or_else(|| whole_token(dominant), |driver| token(driver, dominant)), Anchor::Start);
        let of = |shares: &PerDriver| driver.map_or_else(|| shares.compute(), |driver| shares.of(driver));
        let share = outcome.share_text(of, language).map(|share| (share, notes));
        let factor = (times(10_f64.powf(decades), language), notes);
        let mut text = Text { driver, lines: [(title.to_owned(), bold)].into_iter().chain(share).chain([factor]).collect() };
        if frame.narrow && text.indent() > 0.0 {
            text.lines.truncate(2);
        }
        text
    };
    let compute = contributions[..3].iter().map(Contribution::decades).sum();
    // What brings nothing has no wedge that could be named.
    let parts = contributions.iter().filter(|part| part.decades() != 0.0).map(|part| text(Some(part.driver), part.decades()));
    [text(None, compute)].into_iter().chain(parts).collect()
}

/// The room that all names need.
pub(super) fn width(texts: &[Text], style: &ChartStyle) -> f64 {
    let wide = |text: &Text| text.lines.iter().map(|(line, how)| text.indent() + style.width(line, how.bold)).fold(0.0, f64::max);
    // Some readers' letters are wider than the estimate, and nothing but the frame ends these lines.
    1.08 * texts.iter().map(wide).fold(0.0, f64::max)
}

/// The bracket around the parts of compute, from where they start to what they come to.
pub(super) struct Bracket([Point; 4]);

impl Bracket {
    pub fn of(wedges: &[Wedge; 4]) -> Self {
        let (x, end) = wedges[3].from;
        let (x, start) = (x + TO_BRACKET, wedges[3].start.1);
        Self([(x + BRACKET, start), (x, start), (x, end), (x + BRACKET, end)])
    }

    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>, token: Token) {
        painter.line(&self.0, Stroke(token, 1.5));
    }
}

/// A name in its place.
pub(super) struct Name {
    /// The bar that it belongs to, its colour, and the line from it to the name; compute has the bracket.
    bar: Option<(Token, [Point; 2], [Point; 3])>,
    /// Left upper corner of the name.
    corner: Point,
    /// Height of a line.
    line: f64,
    lines: Vec<(String, TextStyle)>,
}

/// The names in their places, from top to bottom: compute above its highest part.
pub(super) fn placed(mut texts: Vec<Text>, wedges: &[Wedge; 4], plot: &Rect, style: &ChartStyle) -> Vec<Name> {
    let line = 1.15 * style.text;
    let height = |text: &Text| line * text.lines.len() as f64;
    let gap = 0.35 * style.text;
    // Low pictures leave factors out, and then shares.
    let above = 1.2 * style.text;
    let fits = |most: &usize| {
        let lines: usize = texts.iter().map(|text| text.lines.len().min(*most)).sum();
        line * lines as f64 + gap * (texts.len() - 1) as f64 <= plot.height() + above
    };
    let most = (1..=3).rev().find(fits).unwrap_or(1);
    texts.iter_mut().for_each(|text| text.lines.truncate(most));
    let wedge = |text: &Text| text.driver.and_then(|driver| wedges.iter().find(|wedge| wedge.driver == driver));
    let highest_part = wedges[..3].iter().map(Wedge::middle).fold(f64::INFINITY, f64::min);
    // Where the middle of each would best be.
    let middle = |text: &Text| wedge(text).map_or(highest_part - 0.1, Wedge::middle);
    let mut ordered: Vec<Text> = Vec::with_capacity(texts.len());
    for text in texts {
        ordered.insert(ordered.partition_point(|earlier| middle(earlier) <= middle(&text)), text);
    }
    let texts = ordered;
    let mut tops: Vec<_> = texts.iter().map(|text| middle(text) - height(text) / 2.0).collect();
    // Down from the top, then up from the bottom.
    let mut free = plot.top - above;
    for (text, top) in texts.iter().zip(&mut tops) {
        *top = top.max(free);
        free = *top + height(text) + gap;
    }
    let mut free = plot.bottom;
    for (text, top) in texts.iter().zip(&mut tops).rev() {
        *top = top.min(free - height(text));
        free = *top - gap;
    }
    let name = |(text, top): (Text, f64)| {
        let left = plot.right + TO_BARS + TO_NAMES + text.indent();
        let bar = wedge(&text).map(|wedge| {
            // What is taken away lies over what the others have built up.
            let aside = if wedge.decades < 0.0 { 4.0 } else { 0.0 };
            let x = wedge.to.0 + TO_BARS + aside;
            // It turns before the names that do not stand in, which may lie in its way.
            let (turn, end) = (left - text.indent() - 3.0, top + 0.5 * line);
            (wedge.token, [(x, wedge.from.1), (x, wedge.to.1)], [(x, wedge.middle()), (turn, end), (left - 2.0, end)])
        });
        Name { bar, corner: (left, top), line, lines: text.lines }
    };
    texts.into_iter().zip(tops).map(name).collect()
}

impl Name {
    /// The bar, and the line from it to the name.
    pub fn lines(&self) -> Vec<Vec<Point>> {
        self.bar.iter().flat_map(|(_, bar, leader)| [bar.to_vec(), leader.to_vec()]).collect()
    }

    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        if let Some((token, bar, leader)) = &self.bar {
            painter.line(bar, Stroke(*token, 3.0));
            painter.line(leader, Stroke(Token::Edge, 1.0));
        }
        for (count, (text, text_style)) in self.lines.iter().enumerate() {
            painter.text((self.corner.0, self.corner.1 + (count as f64 + 0.8) * self.line), text, text_style);
        }
    }
}
