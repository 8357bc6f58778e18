//! The picture of `crossing-curves`: performance over compute for both methods, with the years from today on as a ruler above
//! and the place where they cross. The better of the two is drawn thick, wherever it is.

mod ruler;

use pendrop_kit::{
    chart::{Axes, ChartStyle, Marker, Occupancy, Painter, Point, Rect, Shape, Ticks, along, beside, simplified},
    locale::{Language, fill},
    picture::{Frame, Picture},
    runs::{Mark, Run, RunLabel},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::crossing::Better;

use super::{CrossingCurvesOutcome, Strings};
use crate::rates::span;
use ruler::{Year, ruler};

/// Decades of compute that are shown at least: in the last of them both methods are near their ceilings.
const DECADES: i32 = 12;
/// Pieces of a curve.
const PIECES: u32 = 160;
/// How the method with less structure is dashed.
const DASHES: (f64, f64) = (8.0, 4.0);

/// A method: where it is the better choice, and where it is not.
struct Curve {
    better: Vec<Point>,
    other: Vec<Point>,
    dashed: bool,
}

/// Text in its place.
struct Label {
    place: Rect,
    text: String,
    bold: bool,
    /// Leads to what it speaks of, where there is no room beside that.
    leader: Option<[Point; 2]>,
}

/// The chart, laid out in a frame.
pub(super) struct CrossingCurvesPicture {
    style: ChartStyle,
    frame: Frame,
    axes: Axes,
    curves: Vec<Curve>,
    years: Vec<Year>,
    /// Where the better method stands today and at the end.
    standing: Vec<Point>,
    crossing: Option<Point>,
    /// Measured points of the method with more structure, and of that with less, where they are asked for.
    measured: Option<[Vec<Point>; 2]>,
    labels: Vec<Label>,
    others: Vec<Other>,
}

/// Another run, where it differs: its method with more structure, and how much compute there is at the end of its years. The method with
/// less structure is the same in all runs.
struct Other {
    mark: Mark,
    lines: Vec<Vec<Point>>,
    label: Option<RunLabel>,
}

impl CrossingCurvesPicture {
    /// The picture of an outcome, with other runs beside it on an axis that holds them all.
    pub fn of(outcome: &CrossingCurvesOutcome, frame: &Frame, runs: &[Run<CrossingCurvesOutcome>]) -> Self {
        let (style, outlook) = (ChartStyle::of(frame), &outcome.outlook);
        let end_of = |outcome: &CrossingCurvesOutcome| outcome.outlook.compute(outcome.outlook.years);
        let end = runs.iter().map(|run| end_of(&run.outcome)).fold(end_of(outcome), f64::max);
        let y_ticks = Ticks::covering(0.0, 1.0, 5);
        let numbers = y_ticks.values().map(|value| style.width(&y_ticks.label(value, frame.language), false)).fold(0.0, f64::max);
        let plot = Rect {
            left: numbers + 12.0,
            right: frame.width - 1.2 * style.text,
            top: 5.8 * style.text,
            bottom: frame.height - 2.0 * (11.0 + style.text),
        };
        let axes = Axes::new(plot, Ticks::decades(0, (end.log10() - 1e-9).ceil().max(f64::from(DECADES)) as i32), y_ticks);
        let crossing = outcome.crossing().map(|(compute, years)| (axes.at(compute, outcome.performances(compute)[1]), years));
        let curves = curves(outcome, &axes);
        let lines = |other: &CrossingCurvesOutcome| {
            let (bends, x) = (other.outlook.structure != outlook.structure, axes.x.at(end_of(other)));
            let curve = bends.then(|| line(other, &axes, 0, (0.0, axes.x_ticks.high().log10())));
            let upright = (!bends || end_of(other) != end_of(outcome)).then(|| vec![(x, plot.top), (x, plot.bottom)]);
            curve.into_iter().chain(upright).collect()
        };
        let lines: Vec<Vec<Vec<Point>>> = runs.iter().map(|run| lines(&run.outcome)).collect();

        let measured = outcome.laid.as_ref().map(|(laid, measured)| {
            let at = |(compute, performance): &(f64, f64)| axes.at(laid.compute(*compute), *performance);
            [&measured.more, &measured.less]
                .map(|points| points.iter().map(at).filter(|at| plot.contains(&Rect::around(*at, 0.0, 0.0))).collect::<Vec<_>>())
        });

        let place = |years: f64| axes.x.at(outlook.compute(years));
        let years = ruler(&axes, &style, frame, outlook.years, place);
        let standing: Vec<_> = [0.0, outlook.years]
            .into_iter()
            .map(|years| {
                let [more, less] = outcome.performances(outlook.compute(years));
                axes.at(outlook.compute(years), if outlook.best(years) == Better::More { more } else { less })
            })
            .collect();

        let mut taken = Occupancy::within(Rect { top: plot.top + 2.0, bottom: plot.bottom - 2.0, left: plot.left + 3.0, ..plot });
        curves.iter().flat_map(|curve| [&curve.better, &curve.other]).for_each(|line| taken.keep_line(line.clone()));
        lines.iter().flatten().for_each(|line| taken.keep_line(line.clone()));
        years.iter().for_each(|year| taken.keep_line(year.line(&plot).to_vec()));
        standing.iter().chain(crossing.iter().map(|(at, _)| at)).for_each(|at| taken.keep(Rect::around(*at, 8.0, 8.0)));
        measured.iter().flatten().flatten().for_each(|at| taken.keep(Rect::around(*at, style.point + 1.0, style.point + 1.0)));
        let mut labels = Vec::new();
        if let Some((at, years)) = crossing {
            let s = Strings::of(frame.language);
            let text = fill(if years < 0.0 { s.picture_ago } else { s.picture_in }, &[("span", &span(years.abs(), frame.language))]);
            let size = (style.width(&text, true), 1.1 * style.text);
            let sides = [(1.0, 1.0), (-1.0, -1.0), (0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (1.0, -1.0), (-1.0, 1.0)];
            let places = [8.0, 12.0, 16.0, 22.0].into_iter().flat_map(|gap| sides.map(|side| beside(at, side, size, gap)));
            let beside = taken.place(places).map(|place| (place, None));
            // Out of the ring to both sides.
            let [left, right] = [-10.0, 10.0].map(|off| (at.0 + off, at.1));
            let found = beside.or_else(|| taken.place_led(&[left, right], size).map(|(place, leader)| (place, Some(leader))));
            labels.extend(found.map(|(place, leader)| Label { place, text, bold: true, leader }));
        }
        labels.extend(curves.iter().filter_map(|curve| name(curve, curves.len(), &mut taken, &style, frame.language)));
        let rooms = std::slice::from_mut(&mut taken);
        let other = |(run, lines): (&Run<CrossingCurvesOutcome>, Vec<Vec<Point>>)| {
            let beside: Vec<_> = lines.iter().map(|line| (0, line.as_slice())).collect();
            let label = RunLabel::place(run.labels(frame.language), &beside, rooms, &style);
            Other { mark: run.mark, lines, label }
        };
        let others = runs.iter().zip(lines).map(other).collect();
        Self { curves, years, standing, crossing: crossing.map(|(at, _)| at), measured, labels, others, axes, style, frame: *frame }
    }
}

/// The curve of a method, 0 that with more structure, between two decades of compute.
fn line(outcome: &CrossingCurvesOutcome, axes: &Axes, method: usize, (from, to): (f64, f64)) -> Vec<Point> {
    let computes = (0..=PIECES).map(|piece| 10_f64.powf(from + (to - from) * f64::from(piece) / f64::from(PIECES)));
    let points: Vec<_> = computes.map(|compute| axes.at(compute, outcome.performances(compute)[method])).collect();
    simplified(&points, 0.1)
}

/// The curves of both methods, or the one of both, where they are the same.
fn curves(outcome: &CrossingCurvesOutcome, axes: &Axes) -> Vec<Curve> {
    let crossing = outcome.crossing().map(|(compute, _)| compute);
    let last = axes.x_ticks.high().log10();
    let line = |method: usize, from: f64, to: f64| line(outcome, axes, method, (from, to));
    match crossing.map(f64::log10) {
        Some(at) => vec![
            Curve { better: line(0, 0.0, at), other: line(0, at, last), dashed: false },
            Curve { better: line(1, at, last), other: line(1, 0.0, at), dashed: true },
        ],
        None => vec![Curve { better: line(1, 0.0, last), other: Vec::new(), dashed: true }],
    }
}

/// The name of a method beside its curve.
fn name(curve: &Curve, curves: usize, taken: &mut Occupancy, style: &ChartStyle, language: Language) -> Option<Label> {
    let s = Strings::of(language);
    let text = match (curves, curve.dashed) {
        (1, _) => s.picture_same,
        (_, true) => s.choice_less,
        (_, false) => s.choice_more,
    };
    let size = (style.width(text, false), 1.1 * style.text);
    // Where it is the better one there is room over it, else under it; and nobody must take the name for the other curve's.
    let (over, under) = ([(0.0, -1.0), (-1.0, -1.0)], [(0.0, 1.0), (1.0, 1.0)]);
    let sides = [(&curve.better, &over), (&curve.better, &under), (&curve.other, &under), (&curve.other, &over)];
    let mut place = |gap: f64, far: f64| {
        let boxes = sides.into_iter().flat_map(|(line, sides)| along(line, size, sides, gap).map(move |(_, found)| (line, found)));
        let near: Vec<_> = boxes.filter(|(line, found)| taken.is_nearest(found, line, far)).map(|(_, found)| found).collect();
        taken.place(near)
    };
    let place = [(8.0, 10.0), (14.0, 15.0), (8.0, 0.0)].into_iter().find_map(|(gap, far)| place(gap, far))?;
    Some(Label { place, text: text.to_owned(), bold: false, leader: None })
}

impl Picture for CrossingCurvesPicture {
    fn background(&self, svg: &mut Svg) {
        let (painter, style, language) = (&mut Painter::new(svg), &self.style, self.frame.language);
        let (s, plot) = (Strings::of(language), self.axes.plot);
        self.axes.draw(painter, style, "", Some(""), language);
        painter.text((0.0, style.text), s.picture_performance, &style.bold(Token::Ink, Anchor::Start));
        let what = if self.measured.is_some() { s.picture_measured } else { s.picture_model };
        let letters = style.letters(Token::Ink2, Anchor::Start).within(style.width(what, false), self.frame.width);
        painter.text((0.0, 2.25 * style.text), what, &letters);
        let compute = (plot.right + 8.0, plot.bottom + 9.0 + 2.15 * style.text);
        painter.text(compute, s.picture_compute, &style.bold(Token::Ink, Anchor::End));
        for year in &self.years {
            let stroke = if year.main { Stroke(Token::Ink2, 1.25) } else { Stroke(Token::Edge, 1.0) };
            painter.line(&year.line(&plot), stroke);
            if let Some((at, text)) = &year.text {
                let letters = if year.main { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink2, Anchor::Start) };
                painter.text(*at, text, &letters);
            }
        }
        for other in &self.others {
            other.lines.iter().for_each(|line| other.mark.line(painter, line));
        }
        for curve in &self.curves {
            for (line, stroke) in [(&curve.other, Stroke(Token::Ink3, 1.75)), (&curve.better, Stroke(Token::Ink, 1.25 * style.line))] {
                if curve.dashed {
                    painter.dashed(line, stroke, DASHES);
                } else {
                    painter.line(line, stroke);
                }
            }
        }
        // As the duel has them: the guided player hollow, pure search filled.
        for (points, filled) in self.measured.iter().flatten().zip([false, true]) {
            let token = if filled { Token::Ink } else { Token::S1 };
            let marker = Marker { shape: Shape::Circle, filled, token, radius: style.point };
            points.iter().for_each(|at| marker.draw(painter, *at));
        }
        for at in &self.standing {
            painter.dot(*at, style.dot, Token::Ink);
        }
        if let Some(at) = self.crossing {
            painter.disc(at, 6.0, Token::Paper);
            painter.circle(at, 6.0, Stroke(Token::Ink, 2.0));
        }
        for Label { place, text, bold, leader } in &self.labels {
            leader.iter().for_each(|leader| painter.line(leader, Stroke(Token::Ink3, 1.0)));
            let letters = if *bold { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink, Anchor::Start) };
            painter.text((place.left, place.baseline(style.text)), text, &TextStyle { halo: true, ..letters });
        }
        self.others.iter().filter_map(|other| other.label.as_ref()).for_each(|label| label.draw(painter, style));
    }

    fn extent(&self) -> Option<String> {
        Some(self.axes.x_ticks.label(self.axes.x_ticks.high(), self.frame.language))
    }
}
