//! The picture of `fixed-budget`: the exponential and the straight line that begins as it does.

use crate::{fixed_budget::Strings, rates::times};
use plotters_backend::DrawingBackend;

use super::{
    Budget,
    outcome::flops,
    question::{QUESTION, YEARS},
};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside, simplified},
    format::with_unit,
    locale::fill,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Pieces of a curve before it is simplified.
const PIECES: u32 = 120;

/// Draws the whole picture.
pub fn draw(svg: &mut Svg, frame: &Frame, budget: &Budget) {
    let painter = &mut Painter::new(svg);
    let top = budget.multiplied(budget.years);
    let factors = if budget.log { Ticks::decades(0, top.log10().ceil() as i32) } else { Ticks::covering(0.0, top, 5) };
    let chart = Chart::of(frame, budget.years, factors);
    chart.draw_axes(painter);
    let (multiplied, added) = (chart.curve(|years| budget.multiplied(years)), chart.curve(|years| budget.added(years)));
    painter.dashed(&added, Stroke(Token::Ink3, 2.25), (7.0, 5.0));
    painter.line(&multiplied, Stroke(Token::Accent, chart.style.line));
    let mut taken = chart.taken(&[&multiplied, &added]);
    if let Some(guess) = frame.guess.filter(|_| budget.years >= YEARS) {
        // A guess beyond the axis stands at its end, and says so.
        let end = chart.panel.y_ticks.high();
        let beyond = if guess > end { " ↑" } else { "" };
        let words = (Strings::of(frame.language).picture_guess, format!("{}{beyond}", times(QUESTION.nearest(guess), frame.language)));
        chart.draw_guess(painter, &mut taken, chart.panel.at(YEARS, guess.min(end)), words);
    }
    chart.name_curve(painter, &mut taken, budget, &multiplied);
    chart.name_line(painter, &mut taken, budget, &added);
}

/// Years to the right, factors upwards.
pub struct Chart {
    pub style: ChartStyle,
    frame: Frame,
    pub panel: Axes,
    /// Years at the right end of the curves.
    years: f64,
}

impl Chart {
    pub fn of(frame: &Frame, years: f64, factors: Ticks) -> Self {
        let style = ChartStyle::of(frame);
        let numbers = factors.values().map(|value| style.width(&factors.label(value, frame.language), false)).fold(0.0, f64::max);
        let log = factors.log;
        let plot = Rect {
            left: numbers + 13.0,
            right: frame.width - 10.0,
            // A log axis may need a second line to say that it is one.
            top: if log { 2.9 } else { 1.75 } * style.text,
            bottom: frame.height - 11.0 - style.text,
        };
        let ticks = Ticks::covering(0.0, years, if frame.narrow { 5 } else { 10 });
        Self { style, frame: *frame, panel: Axes::new(plot, ticks, factors), years }
    }

    /// Draws axes and title.
    pub fn draw_axes<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, plot, s) = (&self.style, self.panel.plot, Strings::of(self.frame.language));
        let titles = [s.picture_budget_axis, s.picture_budget_axis_short];
        let title = titles.into_iter().find(|title| 1.08 * style.width(title, true) < self.frame.width).unwrap_or(titles[1]);
        if self.panel.y_ticks.log {
            self.panel.draw(painter, style, title, Some(s.unit_years), self.frame.language);
        } else {
            self.panel.draw(painter, style, "", Some(s.unit_years), self.frame.language);
            // A title wider than the chart begins over the numbers.
            let left = plot.left.min(plot.right - 1.08 * style.width(title, true)).max(0.0);
            painter.text((left, plot.top - 0.55 * style.text), title, &style.bold(Token::Ink, Anchor::Start));
        }
    }

    fn curve(&self, value: impl Fn(f64) -> f64) -> Vec<Point> {
        let years = (0..=PIECES).map(|piece| self.years * f64::from(piece) / f64::from(PIECES));
        simplified(&years.map(|years| self.panel.at(years, value(years))).collect::<Vec<_>>(), 0.1)
    }

    /// Where labels may be: in the plot, clear of these lines.
    pub fn taken(&self, lines: &[&[Point]]) -> Occupancy {
        let plot = self.panel.plot;
        let mut taken = Occupancy::within(Rect {
            left: plot.left + 3.0,
            bottom: plot.bottom - 1.0,
            top: plot.top - 0.3 * self.style.text,
            right: self.frame.width - 1.0,
        });
        for line in lines {
            taken.keep_line(line.to_vec());
        }
        taken
    }

    /// A guess as an open triangle whose tip is its place, with its name and its value beside it.
    pub fn draw_guess<B: DrawingBackend>(&self, painter: &mut Painter<B>, taken: &mut Occupancy, at: Point, (name, value): (&str, String)) {
        let (half, tall) = (0.4 * self.style.text, 0.7 * self.style.text);
        let triangle = [at, (at.0 - tall, at.1 - half), (at.0 - tall, at.1 + half), at];
        painter.fill(&triangle, Token::Paper);
        painter.line(&triangle, Stroke(Token::Ink, 2.0));
        let lines = [(name.to_owned(), self.style.letters(Token::Ink, Anchor::End)), (value, self.style.bold(Token::Ink, Anchor::End))];
        taken.keep(Rect::around((at.0 - tall / 2.0, at.1), tall / 2.0 + 3.0, half + 3.0));
        let sides = [(-1.0, 0.0), (-1.0, -1.0), (-1.0, 1.0)];
        let places = (1..12).flat_map(|step| sides.map(|side| ((at.0 - f64::from(step) * tall, at.1), side)));
        let found = self.place(taken, &lines, places);
        self.write(painter, found.unwrap_or_else(|| self.corner(&lines)), &lines);
    }

    /// How much the exponential comes to, at its end.
    fn name_curve<B: DrawingBackend>(&self, painter: &mut Painter<B>, taken: &mut Occupancy, budget: &Budget, curve: &[Point]) {
        let (style, language) = (&self.style, self.frame.language);
        let mut lines = vec![(times(budget.multiplied(budget.years), language), style.bold(Token::Accent, Anchor::End))];
        if let Some(compute) = budget.compute(budget.years) {
            lines.push((with_unit(&flops(compute, language)), style.letters(Token::Ink2, Anchor::End)));
        }
        let sides = [(-1.0, 0.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];
        let found = self.place(taken, &lines, near(curve, 16, &sides));
        self.write(painter, found.unwrap_or_else(|| self.corner(&lines)), &lines);
    }

    /// What the straight line is: beside it, or where there is no room for that, with a piece of it in the corner that is empty
    /// under any exponential.
    fn name_line<B: DrawingBackend>(&self, painter: &mut Painter<B>, taken: &mut Occupancy, budget: &Budget, line: &[Point]) {
        let (style, s) = (&self.style, Strings::of(self.frame.language));
        let end = times(budget.added(budget.years), self.frame.language);
        let texts = [s.picture_budget_added, s.picture_budget_added_short];
        let names = texts.map(|text| [(fill(text, &[("times", &end)]), style.letters(Token::Ink2, Anchor::End))]);
        let sides = [(-1.0, -1.0), (-0.85, -0.85), (0.0, -1.0), (-1.0, 0.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 1.0)];
        for name in &names {
            if let Some(found) = self.place(taken, name, near(line, 10, &sides)) {
                return self.write(painter, found, name);
            }
        }
        let (corner, sample) = (self.corner(&names[0]), 2.0 * style.text);
        let y = (corner.top + corner.bottom) / 2.0;
        painter.dashed(&[(corner.left, y), (corner.left + sample, y)], Stroke(Token::Ink3, 2.25), (7.0, 5.0));
        let aside = sample + style.text;
        self.write(painter, Rect { left: corner.left + aside, right: corner.right + aside, ..corner }, &names[0]);
    }

    fn size(&self, lines: &[(String, TextStyle)]) -> (f64, f64) {
        let width = lines.iter().map(|(text, lettering)| self.style.width(text, lettering.bold)).fold(0.0, f64::max);
        (width, 1.2 * self.style.text * lines.len() as f64)
    }

    /// The left upper corner of the plot.
    fn corner(&self, lines: &[(String, TextStyle)]) -> Rect {
        let ((width, height), Rect { left, top, .. }) = (self.size(lines), self.panel.plot);
        Rect { left: left + 8.0, top: top + 4.0, right: left + 8.0 + width, bottom: top + 4.0 + height }
    }

    /// The first place that is free for some lines of text.
    fn place(
        &self,
        taken: &mut Occupancy,
        lines: &[(String, TextStyle)],
        places: impl Iterator<Item = (Point, (f64, f64))>,
    ) -> Option<Rect> {
        let size = self.size(lines);
        taken.place(places.map(|(at, side)| beside(at, side, size, 8.0)))
    }

    /// Lines of text, one under the other, all ending at the same place.
    fn write<B: DrawingBackend>(&self, painter: &mut Painter<B>, place: Rect, lines: &[(String, TextStyle)]) {
        for (count, (text, lettering)) in lines.iter().enumerate() {
            let baseline = place.top + (1.2 * count as f64 + 0.92) * self.style.text;
            painter.text((place.right, baseline), text, &TextStyle { halo: true, ..*lettering });
        }
    }
}

/// Places beside a line, from its end so many twentieths of it backwards.
fn near<'a>(line: &'a [Point], back: u32, sides: &'a [(f64, f64)]) -> impl Iterator<Item = (Point, (f64, f64))> + 'a {
    let (first, last) = (line.first().map_or(0.0, |point| point.0), line.last().map_or(0.0, |point| point.0));
    (0..=back).flat_map(move |step| {
        let x = last - f64::from(step) / 20.0 * (last - first);
        let piece = line.windows(2).find(|piece| piece[0].0 <= x && x <= piece[1].0);
        piece.into_iter().flat_map(move |piece| {
            let length = piece[1].0 - piece[0].0;
            // At the end of a steep line its last point counts, not the one before it.
            let along = if length > 0.0 { (x - piece[0].0) / length } else { 1.0 };
            let y = piece[0].1 + along * (piece[1].1 - piece[0].1);
            sides.iter().map(move |side| ((x, y), *side))
        })
    })
}
