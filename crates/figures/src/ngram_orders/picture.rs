//! The picture of `ngram-orders`: bits per character over the characters learnt from, a curve for each order, and below it what the
//! best model writes.

mod written;

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Scale, Ticks, beside, between},
    format::{short, with_unit},
    locale::Language,
    picture::{Frame, Picture},
    runs::{Mark, Run, RunLabel},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::{
    NgramOrdersOutcome, Strings,
    outcome::Best,
    text::{bits, count},
};
use written::written;

/// Least characters on the axis.
const LEAST: f64 = 100.0;
/// Characters on the axis as long as it is not known how many there are.
const EXPECTED: f64 = 1e5;
/// Bits on the axis as long as it is not known how many different characters there are.
const EXPECTED_BITS: f64 = 7.0;
/// Rows of what is written, in the narrow and in the wide layout.
const ROWS: [usize; 2] = [3, 2];
/// A lower picture, such as the one that stays above the text, has no room for them.
const LOW: f64 = 260.0;

/// A model's curve.
struct Curve {
    order: usize,
    points: Vec<Point>,
    pieces: Vec<Vec<Point>>,
}

/// What a number or a name is, and where it stands.
struct Label {
    at: Point,
    text: String,
    bold: bool,
}

/// The chart and what is written, laid out in a frame.
pub(super) struct NgramOrdersPicture {
    style: ChartStyle,
    frame: Frame,
    axes: Axes,
    /// How many characters there are to learn from.
    end: f64,
    curves: Vec<Curve>,
    /// Where the best model is,
    best: Option<(Best, Point)>,
    /// and what it comes to, where there is room for it.
    number: Option<(Rect, String)>,
    labels: Vec<Label>,
    written: Vec<Label>,
    /// The best of all models in other runs, as far as these have learnt.
    others: Vec<(Mark, Vec<Point>, Option<RunLabel>)>,
}

impl NgramOrdersPicture {
    /// The picture of an outcome, with other runs in its chart.
    pub fn of(outcome: &NgramOrdersOutcome, frame: &Frame, runs: &[Run<NgramOrdersOutcome>]) -> Self {
        let style = ChartStyle::of(frame);
        let statistics = outcome.learnt().map(|learnt| &learnt.statistics);
        let known = statistics.filter(|statistics| statistics.train > 0);
        let others: Vec<_> = runs.iter().map(|run| run.outcome.best_of_all()).collect();
        let ends = known.map(|statistics| f64::from(statistics.train));
        let ends = ends.into_iter().chain(others.iter().flatten().map(|(characters, _)| *characters));
        let end = ends.reduce(f64::max).unwrap_or(EXPECTED);
        let row = 1.4 * style.text;
        let rows = if frame.height < LOW { 0 } else { ROWS[usize::from(!frame.narrow)] };
        let writing = if rows > 0 { frame.height - row * (rows as f64 + 0.3) } else { frame.height + row };
        let plot = Rect {
            left: 2.2 * style.text,
            right: frame.width - 2.6 * style.text,
            top: 2.0 * style.text,
            bottom: writing - row - 2.0 * (11.0 + style.text),
        };
        let table = statistics.map(|statistics| statistics.table(outcome.smoothing())).unwrap_or_default();
        let all = || table.iter().flat_map(|bits| &bits[..=outcome.highest()]).chain(others.iter().flatten().map(|(_, bits)| bits));
        let high = known.map_or(EXPECTED_BITS, |statistics| f64::from(statistics.symbols).log2().ceil()).max(1.0);
        let low = if all().any(|bits| *bits < 1.0) || high < 3.0 { 0.0 } else { 1.0 };
        let (x_ticks, y_ticks) = (Ticks::decades(2, (end.log10() + 1e-9) as i32), Ticks::covering(low, high, 8));
        let x = Scale::log((LEAST, end.max(x_ticks.high())), (plot.left, plot.right));
        let axes = Axes { x, y: Scale::of(&y_ticks, (plot.bottom, plot.top)), x_ticks, y_ticks, plot };

        let sizes: &[u32] = statistics.map(|statistics| statistics.sizes.as_slice()).unwrap_or_default();
        let curve = |order: usize| {
            let points: Vec<Point> = sizes.iter().zip(table).map(|(size, bits)| axes.at(f64::from(*size), bits[order])).collect();
            Curve { order, pieces: between(&points, (plot.top, plot.bottom)), points }
        };
        let curves: Vec<Curve> = (0..=outcome.highest()).map(curve).collect();
        let best = outcome.best().map(|best| (best, axes.at(f64::from(best.characters), best.bits)));
        let labels = names(&curves, best, &plot, &style, frame.language);
        let line = |points: &Vec<(f64, f64)>| Mark::through(points.iter().map(|(characters, bits)| axes.at(*characters, *bits)).collect());
        let lines: Vec<Vec<Point>> = others.iter().map(line).collect();
        let mut taken = Occupancy::within(Rect { left: plot.left + 3.0, top: plot.top, right: plot.right, bottom: plot.bottom - 3.0 });
        curves.iter().flat_map(|curve| &curve.pieces).chain(&lines).for_each(|piece| taken.keep_line(piece.clone()));
        labels.iter().for_each(|name| taken.keep(Rect::of_text(name.at, style.width(&name.text, true), style.text)));
        if let Some((_, at)) = best {
            taken.keep_line(vec![(at.0, plot.top), (at.0, plot.bottom)]);
            taken.keep(Rect::around(at, 7.0, 7.0));
        }
        let number = best.and_then(|(best, at)| number(best, at, &mut taken, &style, frame.language));
        let rooms = std::slice::from_mut(&mut taken);
        let other = |(run, line): (&Run<NgramOrdersOutcome>, Vec<Point>)| {
            let label = RunLabel::place(run.labels(frame.language), &[(0, &line)], rooms, &style);
            (run.mark, line, label)
        };
        let others = runs.iter().zip(lines).map(other).collect();
        let written = if rows > 0 { written(outcome, writing, row, rows, &style, frame) } else { Vec::new() };
        Self { style, frame: *frame, axes, end, curves, best, number, labels, written, others }
    }

    /// The numbers under the axis, how many there are among them, and what they count.
    fn draw_counts(&self, painter: &mut Painter<Svg>, language: Language) {
        let (plot, style) = (self.axes.plot, &self.style);
        let baseline = plot.bottom + 9.0 + 0.8 * style.text;
        let letters = |anchor| style.letters(Token::Ink2, anchor);
        let last = count(self.end as u32, language);
        let x = self.axes.x.at(self.end);
        painter.line(&[(x, plot.bottom), (x, plot.bottom + 7.0)], Stroke(Token::Edge, style.axis));
        let half = style.width(&last, false) / 2.0;
        let middle = x.min(self.frame.width - half);
        painter.text((middle, baseline), &last, &letters(Anchor::Middle));
        for value in self.axes.x_ticks.values() {
            let (text, x) = (short(value, 7, language), self.axes.x.at(value));
            if x + style.width(&text, false) / 2.0 < middle - half - 6.0 {
                painter.text((x, baseline), &text, &letters(Anchor::Middle));
            }
        }
        let title = Strings::of(language).picture_characters;
        painter.text((plot.right + 8.0, baseline + 1.35 * style.text), title, &style.bold(Token::Ink, Anchor::End));
    }
}

impl Picture for NgramOrdersPicture {
    fn background(&self, svg: &mut Svg) {
        let (painter, style, language) = (&mut Painter::new(svg), &self.style, self.frame.language);
        let (s, plot) = (Strings::of(language), self.axes.plot);
        self.axes.draw(painter, style, s.picture_bits, None, language);
        self.draw_counts(painter, language);
        if let Some((_, at)) = self.best {
            painter.line(&[(at.0, plot.top), (at.0, plot.bottom)], Stroke(Token::Ink2, 1.0));
        }
        for (mark, line, _) in &self.others {
            mark.line(painter, line);
        }
        let is_best = |curve: &&Curve| self.best.is_some_and(|(best, _)| best.order == curve.order);
        for curve in self.curves.iter().filter(|curve| !is_best(curve)) {
            curve.pieces.iter().for_each(|piece| painter.line(piece, Stroke(Token::Ink3, 1.5)));
        }
        for curve in self.curves.iter().filter(is_best) {
            curve.pieces.iter().for_each(|piece| painter.line(piece, Stroke(Token::Ink, style.line)));
        }
        // A single size makes no line.
        for point in self.curves.iter().filter(|curve| curve.points.len() == 1).flat_map(|curve| &curve.points) {
            painter.dot(*point, 3.0, Token::Ink3);
        }
        if let Some((_, at)) = self.best {
            painter.disc(at, 6.0, Token::Paper);
            painter.circle(at, 6.0, Stroke(Token::Ink, 2.0));
        }
        if let Some((place, text)) = &self.number {
            let letters = TextStyle { halo: true, ..style.bold(Token::Ink, Anchor::Start) };
            painter.text((place.left, place.baseline(style.text)), text, &letters);
        }
        self.others.iter().filter_map(|(_, _, label)| label.as_ref()).for_each(|label| label.draw(painter, style));
        let header = style.letters(Token::Ink2, Anchor::End);
        painter.text((self.frame.width - 2.0, plot.top - 0.9 * style.text), s.picture_back, &header);
        for Label { at, text, bold } in self.labels.iter().chain(&self.written) {
            let letters = if *bold { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink2, Anchor::Start) };
            painter.text(*at, text, &letters);
        }
    }

    fn extent(&self) -> Option<String> {
        let language = self.frame.language;
        Some(with_unit(&(short(self.axes.y_ticks.low(), 2, language), "bit".to_owned())))
    }
}

/// How far each model looks back, beside the chart at the height of its curve's end; names keep a row between each other.
fn names(curves: &[Curve], best: Option<(Best, Point)>, plot: &Rect, style: &ChartStyle, language: Language) -> Vec<Label> {
    let mut ends: Vec<(usize, Point)> = curves.iter().filter_map(|curve| Some((curve.order, *curve.points.last()?))).collect();
    ends.sort_by(|one, other| one.1.1.total_cmp(&other.1.1));
    let row = 1.02 * style.text;
    // Where they have no room above each other, those go that are nearest to others; the best stays.
    let mut kept: Vec<f64> = Vec::new();
    if ends.len() as f64 * row > plot.bottom - plot.top {
        let is_best = |order: usize| best.is_some_and(|(best, _)| best.order == order);
        kept.extend(ends.iter().filter(|(order, _)| is_best(*order)).map(|(_, at)| at.1));
        ends.retain(|(order, at)| {
            let has_room = kept.iter().all(|other| (other - at.1).abs() >= row);
            if has_room {
                kept.push(at.1);
            }
            has_room || is_best(*order)
        });
    }
    let mut heights: Vec<f64> = ends.iter().map(|(_, at)| at.1.max(plot.top).min(plot.bottom)).collect();
    // Down from each other, and up again from the axis.
    for place in 1..heights.len() {
        heights[place] = heights[place].max(heights[place - 1] + row);
    }
    let mut limit = plot.bottom;
    for height in heights.iter_mut().rev() {
        *height = height.min(limit);
        limit = *height - row;
    }
    let name = |((order, _), height): ((usize, Point), f64)| Label {
        at: (plot.right + 8.0, height + style.baseline_offset()),
        text: short(order as f64, 2, language),
        bold: best.is_some_and(|(best, _)| best.order == order),
    };
    ends.into_iter().zip(heights).map(name).collect()
}

/// What the best model comes to, beside its place: below it first, where no other curve can be.
fn number(best: Best, at: Point, taken: &mut Occupancy, style: &ChartStyle, language: Language) -> Option<(Rect, String)> {
    let text = bits(best.bits, language);
    let size = (style.width(&text, true), 1.1 * style.text);
    let down =
        (0..60).map(|row| at.1 + 4.0 * f64::from(row)).flat_map(|y| [-1.0, 1.0].map(|side| beside((at.0, y), (side, 1.0), size, 7.0)));
    let up =
        (0..60).map(|row| at.1 - 4.0 * f64::from(row)).flat_map(|y| [-1.0, 1.0].map(|side| beside((at.0, y), (side, -1.0), size, 7.0)));
    taken.place(down.chain(up)).map(|place| (place, text))
}
