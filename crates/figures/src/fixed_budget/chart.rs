//! The chart of `fixed-budget`, for the picture and for the guess before it: years to the right, factors upwards.

use plotters_backend::DrawingBackend;

use crate::fixed_budget::Strings;
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside, simplified},
    locale::Language,
    picture::Frame,
    svg::{Anchor, Stroke, TextStyle, Token},
};

/// Pieces of a curve before it is simplified.
const PIECES: u32 = 120;

/// Lines of text, each with its style.
pub(super) type Lines = Vec<(String, TextStyle)>;

/// Years to the right, factors upwards.
pub(super) struct Chart {
    pub style: ChartStyle,
    pub language: Language,
    pub axes: Axes,
    /// Width of the frame.
    width: f64,
}

impl Chart {
    pub fn of(frame: &Frame, years: f64, factors: Ticks) -> Self {
        let style = ChartStyle::of(frame);
        let numbers = factors.values().map(|value| style.width(&factors.label(value, frame.language), false)).fold(0.0, f64::max);
        let plot = Rect {
            left: numbers + 13.0,
            right: frame.width - 10.0,
            // A log axis may need a second line to say that it is one.
            top: if factors.log { 2.9 } else { 1.75 } * style.text,
            bottom: frame.height - 11.0 - style.text,
        };
        let ticks = Ticks::covering(0.0, years, if frame.narrow { 5 } else { 10 });
        Self { style, language: frame.language, axes: Axes::new(plot, ticks, factors), width: frame.width }
    }

    /// Draws axes and title.
    pub fn draw_axes<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let (style, s) = (&self.style, Strings::of(self.language));
        let titles = [s.picture_budget_axis, s.picture_budget_axis_short];
        let title = titles.into_iter().find(|title| 1.08 * style.width(title, true) < self.width).unwrap_or(titles[1]);
        self.axes.draw(painter, style, title, Some(s.unit_years), self.language);
    }

    /// The curve of a factor over so many years.
    pub fn curve(&self, years: f64, factor: impl Fn(f64) -> f64) -> Vec<Point> {
        let years = (0..=PIECES).map(|piece| years * f64::from(piece) / f64::from(PIECES));
        simplified(&years.map(|years| self.axes.at(years, factor(years))).collect::<Vec<_>>(), 0.1)
    }

    /// Where labels may be: in the plot, clear of these lines.
    pub fn occupancy(&self, lines: &[&[Point]]) -> Occupancy {
        let plot = self.axes.plot;
        let mut taken = Occupancy::within(Rect {
            left: plot.left + 3.0,
            bottom: plot.bottom - 1.0,
            top: plot.top - 0.3 * self.style.text,
            right: self.width - 1.0,
        });
        for line in lines {
            taken.keep_line(line.to_vec());
        }
        taken
    }

    /// The mark of a guess at the end of a line, with its name and its value.
    pub fn place_guess(&self, taken: &mut Occupancy, line: &[Point], tip: Point, name: &str, value: String) -> GuessMark {
        let size = GuessMark::size(&self.style);
        let (letters, bold) = (self.style.letters(Token::Ink, Anchor::End), self.style.bold(Token::Ink, Anchor::End));
        let in_one = vec![(format!("{name} {value}"), letters)];
        let lines = vec![(name.to_owned(), letters), (value, bold)];
        taken.keep(Rect::around((tip.0 - size.0 / 2.0, tip.1), size.0 / 2.0 + 3.0, size.1 / 2.0 + 3.0));
        let sides = [(-1.0, 0.0), (-1.0, -1.0), (-1.0, 1.0)];
        let places = (1..12).flat_map(|step| sides.map(|side| ((tip.0 - f64::from(step) * size.0, tip.1), side)));
        let text = self.placed(taken, lines.clone(), places).or_else(|| {
            // Between two lines there is room for one row at best.
            let along = near_end(line, 14, &[(-1.0, -1.0), (1.0, 1.0)]);
            let place = taken.place(along.flat_map(|(at, side)| [8.0, 3.0, 0.0].map(|gap| beside(at, side, self.size(&in_one), gap))))?;
            Some(TextBlock { place, lines: in_one })
        });
        if let Some(text) = text {
            return GuessMark { tip, text: Some(text), leader: None };
        }
        // Over everything that is in the way, and a line down to the mark.
        let ((width, height), x) = (self.size(&lines), tip.0 - size.0 / 2.0);
        let over = (1..200).map(|step| tip.1 - 3.0 * f64::from(step)).map(|bottom| Rect {
            left: tip.0 - width,
            top: bottom - height,
            right: tip.0,
            bottom,
        });
        let Some(place) = taken.place(over) else { return GuessMark { tip, text: self.in_corner(taken, lines, 0.0), leader: None } };
        let leader = [(x, place.bottom), (x, tip.1 - size.1 / 2.0)];
        taken.keep_line(leader.to_vec());
        GuessMark { tip, text: Some(TextBlock { place, lines }), leader: Some(leader) }
    }

    /// Lines of text in the first place that is free.
    pub fn placed(&self, taken: &mut Occupancy, lines: Lines, places: impl Iterator<Item = (Point, (f64, f64))>) -> Option<TextBlock> {
        let place = self.place(taken, &lines, places)?;
        Some(TextBlock { place, lines })
    }

    /// Lines of text in the left upper corner of the plot, under what stands there already, with some room before them; or else
    /// where there is room.
    pub fn in_corner(&self, taken: &mut Occupancy, lines: Lines, before: f64) -> Option<TextBlock> {
        let corner = self.corner(&lines);
        let corner = Rect { right: corner.right + before, ..corner };
        let lower = |row: i32| Rect { top: corner.top + f64::from(row) * 4.0, bottom: corner.bottom + f64::from(row) * 4.0, ..corner };
        let anywhere = taken.anywhere((corner.left, corner.top), (corner.width(), corner.height()));
        let place = taken.place((0..90).map(lower).chain(anywhere))?;
        Some(TextBlock { place: Rect { left: place.left + before, ..place }, lines })
    }

    /// The first place that is free for some lines of text.
    pub fn place(
        &self,
        taken: &mut Occupancy,
        lines: &[(String, TextStyle)],
        places: impl Iterator<Item = (Point, (f64, f64))>,
    ) -> Option<Rect> {
        let size = self.size(lines);
        taken.place(places.map(|(at, side)| beside(at, side, size, 8.0)))
    }

    /// The place of some lines of text in the left upper corner of the plot.
    pub fn corner(&self, lines: &[(String, TextStyle)]) -> Rect {
        let ((width, height), Rect { left, top, .. }) = (self.size(lines), self.axes.plot);
        Rect { left: left + 8.0, top: top + 4.0, right: left + 8.0 + width, bottom: top + 4.0 + height }
    }

    fn size(&self, lines: &[(String, TextStyle)]) -> (f64, f64) {
        let width = lines.iter().map(|(text, style)| self.style.width(text, style.bold)).fold(0.0, f64::max);
        (width, 1.2 * self.style.text * lines.len() as f64)
    }
}

/// Places beside a line, from its end so many twentieths of it backwards.
pub(super) fn near_end<'a>(line: &'a [Point], back: u32, sides: &'a [(f64, f64)]) -> impl Iterator<Item = (Point, (f64, f64))> + 'a {
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

/// Lines of text that have found their place: one under the other, all ending at its right edge.
pub(super) struct TextBlock {
    pub place: Rect,
    pub lines: Lines,
}

impl TextBlock {
    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>, style: &ChartStyle) {
        for (count, (text, text_style)) in self.lines.iter().enumerate() {
            let baseline = self.place.top + (1.2 * count as f64 + 0.92) * style.text;
            painter.text((self.place.right, baseline), text, &TextStyle { halo: true, ..*text_style });
        }
    }
}

/// A guess: an open triangle whose tip is its place, with its name and its value beside it.
pub(super) struct GuessMark {
    tip: Point,
    /// Its name and its value, where there is room.
    text: Option<TextBlock>,
    /// The line from the text to the triangle, where that is far.
    leader: Option<[Point; 2]>,
}

impl GuessMark {
    /// Width and height of the triangle.
    fn size(style: &ChartStyle) -> (f64, f64) {
        (0.7 * style.text, 0.8 * style.text)
    }

    pub fn draw<B: DrawingBackend>(&self, painter: &mut Painter<B>, style: &ChartStyle) {
        let (tip, (width, height)) = (self.tip, Self::size(style));
        if let Some(leader) = &self.leader {
            painter.line(leader, Stroke(Token::Ink3, 1.0));
        }
        let triangle = [tip, (tip.0 - width, tip.1 - height / 2.0), (tip.0 - width, tip.1 + height / 2.0), tip];
        painter.fill(&triangle, Token::Paper);
        painter.line(&triangle, Stroke(Token::Ink, 2.0));
        if let Some(text) = &self.text {
            text.draw(painter, style);
        }
    }
}
