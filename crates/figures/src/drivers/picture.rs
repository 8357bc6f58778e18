//! The picture of `drivers`: on a log axis what multiplies is stacked, so each driver has a wedge of its own.

use crate::{drivers::Strings, pen_drop::percent, rates::times};
use pendrop_science::growth::Driver;
use plotters_backend::DrawingBackend;

use super::{DriversOutcome, Part, word};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside},
    format::with_unit,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// From the plot to the bars that say how high the wedges are, and from these to their names.
const TO_BARS: f64 = 7.0;
const TO_NAMES: f64 = 9.0;
/// Between the lines that hatch a wedge.
const HATCH: f64 = 7.0;

/// Draws the whole picture.
pub fn draw(svg: &mut Svg, frame: &Frame, driven: &DriversOutcome) {
    let Some(parts) = driven.parts() else { return };
    let painter = &mut Painter::new(svg);
    let picture = Picture::of(frame, driven, parts);
    let s = Strings::of(frame.language);
    picture.panel.draw(painter, &picture.style, s.picture_drivers_axis, Some(s.unit_years), frame.language);
    picture.draw_wedges(painter);
    picture.draw_names(painter);
    picture.draw_growth(painter);
}

struct Picture<'a> {
    style: ChartStyle,
    frame: Frame,
    driven: &'a DriversOutcome,
    parts: [Part; 3],
    /// The lines of each part's name.
    names: [Vec<(String, TextStyle)>; 3],
    panel: Axes,
}

impl<'a> Picture<'a> {
    fn of(frame: &Frame, driven: &'a DriversOutcome, parts: [Part; 3]) -> Self {
        let style = ChartStyle::of(frame);
        let s = Strings::of(frame.language);
        let names = [0, 1, 2].map(|place| {
            let part = &parts[place];
            let (_, label, token) = word(part.driver);
            let notes = style.letters(Token::Ink2, Anchor::Start);
            let share = driven.share(part.driver).map(|share| (with_unit(&percent(share, frame.language)), notes));
            let brings = (times(10_f64.powf(part.brings()), frame.language), notes);
            [(label(s).to_owned(), style.bold(token, Anchor::Start))].into_iter().chain(share).chain([brings]).collect::<Vec<_>>()
        });
        let wide = |(text, lettering): &(String, TextStyle)| style.width(text, lettering.bold);
        // Some readers' letters are wider than the estimate, and nothing but the frame ends these lines.
        let names_width = 1.08 * names.iter().flatten().map(wide).fold(0.0, f64::max);
        let ends = parts.iter().map(|part| part.decades.1);
        let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        let factors = Ticks::decades(low.floor() as i32, high.ceil() as i32);
        let numbers = [factors.low(), factors.high()].map(|value| style.width(&factors.label(value, frame.language), false));
        let plot = Rect {
            left: numbers[0].max(numbers[1]) + 13.0,
            right: frame.width - names_width - TO_BARS - TO_NAMES - 2.0,
            top: 2.9 * style.text,
            bottom: frame.height - 11.0 - style.text,
        };
        let years = Ticks::covering(0.0, driven.model.years, if frame.narrow { 7 } else { 10 });
        Self { style, frame: *frame, driven, parts, names, panel: Axes::new(plot, years, factors) }
    }

    /// The place after all the years, at so many decades.
    fn end(&self, decades: f64) -> Point {
        self.panel.at(self.driven.model.years, 10_f64.powf(decades))
    }

    fn start(&self) -> Point {
        self.panel.at(0.0, 1.0)
    }

    fn draw_wedges<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let start = self.start();
        for part in &self.parts {
            let [from, to] = [part.decades.0, part.decades.1].map(|decades| self.end(decades));
            match part.driver {
                Driver::Price => painter.fill(&[start, from, to], Token::Band),
                Driver::Spending => self.hatch(painter, (from, to), 0.0, Token::S1),
                Driver::Algorithms => self.hatch(painter, (from, to), 1.0, Token::S2),
            }
        }
        for (place, part) in self.parts.iter().enumerate().filter(|(place, part)| *place == 2 || part.brings() != 0.0) {
            let (_, _, token) = word(part.driver);
            let (token, width) = match place {
                2 => (Token::Ink, self.style.line),
                0 => (token, self.style.line),
                _ => (token, 2.25),
            };
            painter.line(&[start, self.end(part.decades.1)], Stroke(token, width));
        }
    }

    /// Hatches a wedge with lines that fall by `slope` to the right: upright ones for a slope of 0.
    fn hatch<B: DrawingBackend>(&self, painter: &mut Painter<B>, (from, to): (Point, Point), slope: f64, token: Token) {
        let start = self.start();
        // Rises of the two edges, upwards.
        let rise = |end: Point| (start.1 - end.1) / (end.0 - start.0);
        let (lower, upper) = (rise(from).min(rise(to)), rise(from).max(rise(to)));
        let reach = from.0 - start.0;
        let stroke = Stroke(token, 1.0);
        let mut along = HATCH;
        // Where a line leaves the wedge below, measured to the right; above, it is entered further left.
        while along < reach * (1.0 + slope * (1.0 + upper.abs())) {
            let (left, right) = if slope == 0.0 {
                (along, along)
            } else {
                // height = along × (1 + lower) − x meets the edges at height = rise × x.
                let height = along * (1.0 + lower.max(0.0));
                (height / (1.0 + upper), (height / (1.0 + lower)).min(reach))
            };
            if left <= right && left <= reach {
                let top = start.1 - upper * left;
                let bottom = if slope == 0.0 { start.1 - lower * right } else { top + (right - left) };
                painter.line(&[(start.0 + left, top), (start.0 + right, bottom)], stroke);
            }
            along += if slope == 0.0 { HATCH } else { 1.4 * HATCH };
        }
    }

    /// Beside the wedges: a bar as high as each is at the end, and its name, pushed apart where they would touch.
    fn draw_names<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, plot) = (&self.style, self.panel.plot);
        let line = 1.15 * style.text;
        let height = |place: usize| line * self.names[place].len() as f64;
        let middle = |place: usize| {
            let (from, to) = self.parts[place].decades;
            (self.end(from).1 + self.end(to).1) / 2.0
        };
        let mut order = [0, 1, 2];
        order.sort_by(|one, other| middle(*one).total_cmp(&middle(*other)));
        let gap = 0.35 * style.text;
        let (top, bottom) = (plot.top - 1.2 * style.text, plot.bottom);
        let mut tops = order.map(|place| middle(place) - height(place) / 2.0);
        // Down from the top, then up from the bottom: all are short enough for the plot's height.
        let mut free = top;
        for (place, at) in order.iter().zip(&mut tops) {
            *at = at.max(free);
            free = *at + height(*place) + gap;
        }
        let mut free = bottom;
        for (place, at) in order.iter().zip(&mut tops).rev() {
            *at = at.min(free - height(*place));
            free = *at - gap;
        }
        let (bars, left) = (self.end(0.0).0 + TO_BARS, plot.right + TO_BARS + TO_NAMES);
        for (place, at) in order.into_iter().zip(tops) {
            let part = &self.parts[place];
            let (_, _, token) = word(part.driver);
            let ends = [part.decades.0, part.decades.1].map(|decades| self.end(decades).1);
            // What is taken away lies over what the others have built up.
            let bar = if part.brings() < 0.0 { bars + 4.0 } else { bars };
            painter.line(&[(bar, ends[0]), (bar, ends[1])], Stroke(token, 3.0));
            painter.line(&[(bar, middle(place)), (left - 2.0, at + 0.5 * line)], Stroke(Token::Edge, 1.0));
            for (count, (text, lettering)) in self.names[place].iter().enumerate() {
                painter.text((left, at + (count as f64 + 0.8) * line), text, lettering);
            }
        }
    }

    /// What all of them come to, along the line that says so.
    fn draw_growth<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let Some(growth) = self.driven.growth() else { return };
        let (style, plot, s) = (&self.style, self.panel.plot, Strings::of(self.frame.language));
        let lines = [(times(growth, self.frame.language), true), (s.picture_drivers_effective.to_owned(), false)];
        let width = lines.iter().map(|(text, bold)| style.width(text, *bold)).fold(0.0, f64::max);
        let size = (width, 2.3 * style.text);
        let mut taken = Occupancy::within(Rect { left: plot.left + 4.0, ..plot });
        for part in &self.parts {
            let (from, to) = (self.end(part.decades.0), self.end(part.decades.1));
            // The wedge as the lines that a label must not cross.
            taken.keep_line(vec![self.start(), from, to, self.start()]);
        }
        let (start, end) = (self.start(), self.end(self.parts[2].decades.1));
        let corner = Rect { left: plot.left + 8.0, top: plot.top + 2.0, right: plot.left + 8.0 + size.0, bottom: plot.top + 2.0 + size.1 };
        let rising = [(-1.0, -1.0), (1.0, 1.0)];
        let places = (6..=19).rev().flat_map(|step| {
            let share = f64::from(step) / 20.0;
            let at = (start.0 + share * (end.0 - start.0), start.1 + share * (end.1 - start.1));
            rising.map(|side| beside(at, side, size, 8.0))
        });
        let found = taken.place(places.chain([corner])).unwrap_or(corner);
        for (count, (text, bold)) in lines.iter().enumerate() {
            let lettering = TextStyle { bold: *bold, halo: true, ..style.letters(Token::Ink, Anchor::End) };
            painter.text((found.right, found.top + (1.15 * count as f64 + 0.9) * style.text), text, &lettering);
        }
    }
}
