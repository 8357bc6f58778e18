//! Scales, and the axes in the style of the site.

use plotters::coord::{
    combinators::{IntoLogRange, LogCoord},
    ranged1d::Ranged,
    types::RangedCoordf64,
};
use plotters_backend::DrawingBackend;

use super::{
    label::{Rect, text_width},
    line::Point,
    painter::Painter,
    tick::Ticks,
};
use crate::{
    format::with_unit,
    locale::{Language, Strings},
    picture::Frame,
    svg::{Anchor, SCALE, Stroke, TextStyle, Token, fine},
};

/// Sizes that belong to a layout.
#[derive(Clone, Copy)]
pub struct ChartStyle {
    /// Size of the letters.
    pub text: f64,
    /// Width of a measured curve.
    pub line: f64,
    /// Width of an axis.
    pub axis: f64,
    /// Radius of a dot on a curve.
    pub dot: f64,
    /// Radius of one of many data points.
    pub point: f64,
}

impl ChartStyle {
    /// The sizes for a frame.
    #[must_use]
    pub fn of(frame: &Frame) -> Self {
        if frame.narrow {
            Self { text: 12.5, line: 2.5, axis: 1.25, dot: 4.0, point: 2.8 }
        } else {
            Self { text: 15.0, line: 3.0, axis: 1.25, dot: 4.5, point: 3.6 }
        }
    }

    /// Regular letters.
    #[must_use]
    pub fn letters(&self, token: Token, anchor: Anchor) -> TextStyle {
        TextStyle { token, size: self.text, bold: false, halo: false, anchor }
    }

    /// Bold letters.
    #[must_use]
    pub fn bold(&self, token: Token, anchor: Anchor) -> TextStyle {
        TextStyle { bold: true, ..self.letters(token, anchor) }
    }

    /// Width of a text.
    #[must_use]
    pub fn width(&self, text: &str, bold: bool) -> f64 {
        text_width(text, self.text, bold)
    }

    /// How far below the middle of a line of letters its baseline is.
    #[must_use]
    pub fn baseline_offset(&self) -> f64 {
        0.36 * self.text
    }
}

enum Coordinates {
    Linear(RangedCoordf64),
    Log(LogCoord<f64>),
}

/// Where values lie in the picture.
pub struct Scale {
    coordinates: Coordinates,
    values: (f64, f64),
    ends: (i32, i32),
}

impl Scale {
    fn new(coordinates: Coordinates, values: (f64, f64), ends: (f64, f64)) -> Self {
        Self { coordinates, values, ends: (fine(ends.0), fine(ends.1)) }
    }

    /// Values lie evenly between two places.
    #[must_use]
    pub fn linear(values: (f64, f64), ends: (f64, f64)) -> Self {
        Self::new(Coordinates::Linear((values.0..values.1).into()), values, ends)
    }

    /// Values, all above zero, lie by decades between two places.
    #[must_use]
    pub fn log(values: (f64, f64), ends: (f64, f64)) -> Self {
        Self::new(Coordinates::Log((values.0..values.1).log_scale().into()), values, ends)
    }

    /// From the first tick to the last, evenly or by decades as the ticks are.
    #[must_use]
    pub fn of(ticks: &Ticks, ends: (f64, f64)) -> Self {
        let values = (ticks.low(), ticks.high());
        if ticks.log { Self::log(values, ends) } else { Self::linear(values, ends) }
    }

    /// The place of a value. Values far outside lie just outside.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        // Plotters would cast it to a place.
        debug_assert!(!value.is_nan(), "no number on a scale");
        let (low, high) = self.values;
        let place = match &self.coordinates {
            Coordinates::Linear(coordinates) => {
                coordinates.map(&value.min(high.max(low) + (high - low).abs()).max(low.min(high) - (high - low).abs()), self.ends)
            }
            Coordinates::Log(coordinates) => coordinates.map(&value.min(high * 10.0).max(low / 10.0), self.ends),
        };
        f64::from(place) / SCALE
    }
}

/// One chart: its box, its axes and what they say.
pub struct Axes {
    /// The box between the axes.
    pub plot: Rect,
    /// Horizontal scale.
    pub x: Scale,
    /// Vertical scale.
    pub y: Scale,
    /// Horizontal ticks.
    pub x_ticks: Ticks,
    /// Vertical ticks.
    pub y_ticks: Ticks,
}

impl Axes {
    /// A chart in a box, its axes linear or logarithmic as their ticks are.
    #[must_use]
    pub fn new(plot: Rect, x_ticks: Ticks, y_ticks: Ticks) -> Self {
        let x = Scale::of(&x_ticks, (plot.left, plot.right));
        let y = Scale::of(&y_ticks, (plot.bottom, plot.top));
        Self { plot, x, y, x_ticks, y_ticks }
    }

    /// The place of a pair of values.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Point {
        (self.x.at(x), self.y.at(y))
    }

    /// Draws grid, axes and numbers, with quantity and unit above. The horizontal axis has numbers if it is given a unit,
    /// which stands beside the last one. A logarithmic vertical axis is said to be one beside the title, or under it where
    /// the chart is too narrow ([`log_note_fits_beside_title`]): there has to be room for two lines above it then.
    pub fn draw<B: DrawingBackend>(
        &self,
        painter: &mut Painter<B>,
        style: &ChartStyle,
        title: &str,
        unit: Option<&str>,
        language: Language,
    ) {
        let Rect { left, right, bottom, .. } = self.plot;
        let values = self.labelled(style);
        for y in values.iter().map(|value| self.y.at(*value)).filter(|y| *y < bottom - 0.5) {
            painter.line(&[(left, y), (right, y)], Stroke(Token::Rule, 1.0));
        }
        if self.y_ticks.log {
            self.log_axis_line(painter, style, &values);
        }
        let gap = if self.y_ticks.log { 11.0 } else { 8.0 };
        for value in values {
            let text = self.y_ticks.label(value, language);
            painter.text((left - gap, self.y.at(value) + style.baseline_offset()), &text, &style.letters(Token::Ink2, Anchor::End));
        }
        self.draw_base(painter, style, unit, language);
        self.heading(painter, style, title, language);
    }

    /// Draws the horizontal axis alone, with numbers if it is given a unit.
    pub fn draw_base<B: DrawingBackend>(&self, painter: &mut Painter<B>, style: &ChartStyle, unit: Option<&str>, language: Language) {
        let Rect { left, right, bottom, .. } = self.plot;
        painter.line(&[(left, bottom), (right, bottom)], Stroke(Token::Edge, style.axis));
        let ticks: Vec<f64> = self.x_ticks.values().collect();
        for value in &ticks {
            let x = self.x.at(*value);
            let length = if unit.is_some() { 7.0 } else { 4.0 };
            painter.line(&[(x, bottom), (x, bottom + length)], Stroke(Token::Edge, style.axis));
        }
        if let Some(unit) = unit {
            self.numbers(painter, style, &ticks, unit, language);
        }
    }

    /// Quantity and unit over the vertical axis.
    fn heading<B: DrawingBackend>(&self, painter: &mut Painter<B>, style: &ChartStyle, title: &str, language: Language) {
        let Rect { left, top, right, .. } = self.plot;
        // A title wider than the chart begins over the numbers, as far to the left as it must. It keeps clear of them, and of marks
        // at the top of the chart.
        let over = left.min(right - style.width(title, true)).max(0.0);
        let baseline = top - 0.75 * style.text;
        let beside = log_note_fits_beside_title(style, title, (left, right), language);
        let above = if self.y_ticks.log && !beside { 1.2 * style.text } else { 0.0 };
        let letters = style.bold(Token::Ink, Anchor::Start).within(style.width(title, true), painter.width() - over);
        painter.text((over, baseline - above), title, &letters);
        if self.y_ticks.log {
            let (x, anchor) = if beside { (right, Anchor::End) } else { (over, Anchor::Start) };
            painter.text((x, baseline), Strings::of(language).axis_log, &style.letters(Token::Ink2, anchor));
        }
    }

    /// The values on the vertical axis that have a number and a line.
    fn labelled(&self, style: &ChartStyle) -> Vec<f64> {
        if self.y_ticks.log {
            return self.y_ticks.labelled(self.plot.height(), 5.0 * style.text).collect();
        }
        // Where letters would come closer than two lines to each other, only the outer values are labelled, and zero where it has
        // room between them.
        let count = self.y_ticks.values().count().max(2) - 1;
        let sparse = self.plot.height() / (count as f64) < 2.0 * style.text;
        let ends = [self.y_ticks.low(), self.y_ticks.high()];
        let zero = ends.iter().all(|end| (self.y.at(*end) - self.y.at(0.0)).abs() > 1.25 * style.text);
        self.y_ticks.values().filter(|value| !sparse || ends.contains(value) || (*value == 0.0 && zero)).collect()
    }

    /// The upright line of a logarithmic axis with a tick for every decade, longer where there is a number.
    fn log_axis_line<B: DrawingBackend>(&self, painter: &mut Painter<B>, style: &ChartStyle, labelled: &[f64]) {
        let Rect { left, top, bottom, .. } = self.plot;
        let stroke = Stroke(Token::Edge, style.axis);
        painter.line(&[(left, bottom), (left, top)], stroke);
        // Hundreds of decades would grow together into a bar.
        let dense = self.plot.height() < 3.0 * (self.y_ticks.high() / self.y_ticks.low()).log10();
        for value in self.y_ticks.values().filter(|value| !dense || labelled.contains(value)) {
            let (y, length) = (self.y.at(value), if labelled.contains(&value) { 7.0 } else { 4.0 });
            painter.line(&[(left - length, y), (left, y)], stroke);
        }
    }

    /// The numbers under the horizontal axis, as many as have room; the last one, or the first where the unit is a long word,
    /// with the unit.
    fn numbers<B: DrawingBackend>(&self, painter: &mut Painter<B>, style: &ChartStyle, ticks: &[f64], unit: &str, language: Language) {
        let baseline = self.plot.bottom + 9.0 + 0.8 * style.text;
        let Some((last, others)) = ticks.split_last() else { return };
        let number = |value: f64| self.x_ticks.label(value, language);
        let first = others.first().filter(|_| unit.chars().count() > 2);
        let text = with_unit(&(number(*last), if first.is_some() { String::new() } else { unit.to_owned() }));
        // A number with a unit would reach far beyond the axis; one without stands under its tick.
        let half = style.width(&text, false) / 2.0;
        let end = self.plot.right + if unit.is_empty() { half } else { half.min(8.0) };
        painter.text((end, baseline), &text, &style.letters(Token::Ink2, Anchor::End));
        let limit = end - style.width(&text, false) - 0.5 * style.text;
        // Pushed in from the right, a number with a long unit would stand under another tick.
        let mut start = f64::NEG_INFINITY;
        if let Some(first) = first {
            // A word stands a whole space away from its number.
            let text = format!("{}\u{a0}{unit}", number(*first));
            let left = self.x.at(*first) - style.width(&number(*first), false) / 2.0;
            painter.text((left, baseline), &text, &style.letters(Token::Ink2, Anchor::Start));
            start = left + style.width(&text, false) + 0.5 * style.text;
        }
        let widest = others.iter().map(|value| style.width(&number(*value), false)).fold(0.0, f64::max);
        let apart = self.plot.width() / (ticks.len().max(2) - 1) as f64;
        let each = ((widest + 0.5 * style.text) / apart).ceil().max(1.0) as usize;
        for value in others.iter().step_by(each) {
            let text = number(*value);
            let (x, half) = (self.x.at(*value), style.width(&text, false) / 2.0);
            if start < x - half && x + half < limit {
                painter.text((x, baseline), &text, &style.letters(Token::Ink2, Anchor::Middle));
            }
        }
    }
}

/// Whether what says that an axis is logarithmic has room beside the title of a chart between two places.
#[must_use]
pub fn log_note_fits_beside_title(style: &ChartStyle, title: &str, (left, right): (f64, f64), language: Language) -> bool {
    left + style.width(title, true) + 0.6 * style.text + style.width(Strings::of(language).axis_log, false) <= right
}

/// Draws an upright ruler in m with its numbers on the left, from the floor up to `top`; `place` says where a value lies.
/// The unit stands above the uppermost number.
pub fn ruler<B: DrawingBackend>(
    painter: &mut Painter<B>,
    style: &ChartStyle,
    (x, top): Point,
    ticks: &Ticks,
    place: impl Fn(f64) -> f64,
    language: Language,
) {
    painter.line(&[(x, place(0.0)), (x, top)], Stroke(Token::Edge, style.axis));
    for value in ticks.values().filter(|value| place(*value) > top - 0.5) {
        let y = place(value);
        painter.line(&[(x - 7.0, y), (x, y)], Stroke(Token::Edge, style.axis));
        // Finer marks, where they are wide enough apart.
        let fine = ticks.step / 5.0;
        for part in 1..5 {
            let y = place(value + fine * f64::from(part));
            if place(0.0) - place(fine) > 7.0 && y > top {
                painter.line(&[(x - 4.0, y), (x, y)], Stroke(Token::Edge, style.axis));
            }
        }
    }
    let letters = style.letters(Token::Ink2, Anchor::End);
    let mut highest = place(0.0);
    for value in ticks.values().filter(|value| place(*value) > top - 0.5) {
        highest = place(value);
        painter.text((x - 11.0, highest + style.baseline_offset()), &ticks.label(value, language), &letters);
    }
    painter.text((x - 11.0, highest + style.baseline_offset() - 1.15 * style.text), "m", &letters);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{picture::Frame, svg::Svg};

    /// The numbers under an axis from 0 to 20 with a unit, and where each is written.
    fn numbers(unit: &str) -> Vec<String> {
        let style = ChartStyle::of(&Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None });
        let plot = Rect { left: 40.0, right: 440.0, top: 20.0, bottom: 200.0 };
        let panel = Axes::new(plot, Ticks::covering(0.0, 20.0, 4), Ticks::covering(0.0, 1.0, 2));
        let mut svg = Svg::new(640.0, 480.0);
        panel.draw_base(&mut Painter::new(&mut svg), &style, Some(unit), Language::En);
        svg.markup().split("<text").skip(1).filter_map(|text| text.split(['>', '<']).nth(1).map(str::to_owned)).collect()
    }

    #[test]
    fn a_short_unit_stands_beside_the_last_number_and_a_word_beside_the_first() {
        assert_eq!(numbers("s"), ["20\u{202f}s", "0", "5", "10", "15"]);
        // Beside the last one it would push that under another tick.
        assert_eq!(numbers("years"), ["20", "0\u{a0}years", "5", "10", "15"]);
        assert_eq!(numbers(""), ["20", "0", "5", "10", "15"]);
    }
}
