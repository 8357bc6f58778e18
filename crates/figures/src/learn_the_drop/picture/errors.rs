//! How far off the learners are: error against number of measurements, both by decades, with the place where the law is
//! overtaken.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Scale, Ticks, beside, between, clipped},
    format::short,
    locale::{Language, fill},
    picture::Frame,
    runs::{Mark, Run, RunLabel},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::learn_drop::{LearnSpec, Learner};

use super::line;
use crate::learn_the_drop::{
    LearnDropOutcome, Strings,
    outcome::about,
    text::{name, said},
};

/// Millimetres in a metre.
const MM: f64 = 1000.0;

/// The greatest error that has a place, in decades of millimetres: 10 m.
const HIGHEST: i32 = 4;

/// Lines are named in this order, so that those have the first choice of a place that matter most.
const NAMED: [Learner; 4] = [Learner::Drag, Learner::Flexible, Learner::Gravity, Learner::Cubic];

/// What a learner is, from few measurements to many.
struct Course {
    learner: Learner,
    /// Quartiles and median at each size.
    errors: Vec<[Point; 3]>,
    /// Medians, as far as they lie in the chart.
    median: Vec<Vec<Point>>,
    /// Outline of what lies between the quartiles.
    band: Vec<Point>,
}

/// The law and the flexible learner in another run, between whom it is decided.
struct Other {
    mark: Mark,
    lines: Vec<Vec<Point>>,
    label: Option<RunLabel>,
}

/// Errors over measurements.
pub(super) struct Errors {
    axes: Axes,
    /// The greatest number of measurements, at the end of the axis.
    samples: f64,
    courses: Vec<Course>,
    others: Vec<Other>,
    /// Where the law is overtaken, with the label that says so.
    crossing: Option<(Point, Option<(Rect, String)>)>,
    labels: Vec<Label>,
}

/// A learner's name.
struct Label {
    place: Rect,
    text: String,
    token: Token,
    /// Leads to its line, where there is no room beside that.
    leader: Option<[Point; 2]>,
}

/// The least error that has a place, in decades of millimetres: what the law comes to where it is true, and else what the
/// smooth learner does. It follows from what is asked, so that the axis stands still while curves grow.
fn lowest(spec: &LearnSpec) -> i32 {
    if spec.flutter > 0.0 {
        return 0;
    }
    let expected = 0.35 * MM * spec.noise / f64::from(spec.samples).sqrt();
    (expected.max(1e-3).log10().floor() as i32).clamp(-2, 0)
}

impl Errors {
    /// The chart in a place, with other runs in it on axes that hold them all.
    pub fn of(outcome: &LearnDropOutcome, runs: &[Run<LearnDropOutcome>], plot: Rect, style: &ChartStyle, frame: &Frame) -> Self {
        let specs = || [&outcome.spec].into_iter().chain(runs.iter().map(|run| &run.outcome.spec));
        let samples = f64::from(specs().map(|spec| spec.samples).max().unwrap_or_default());
        let lowest = specs().map(lowest).min().unwrap_or_default();
        let (x_ticks, y_ticks) = (Ticks::decades(0, (samples.log10() + 1e-9) as i32), Ticks::decades(lowest, HIGHEST));
        let x = Scale::log((1.0, samples.max(x_ticks.high())), (plot.left, plot.right));
        let axes = Axes { x, y: Scale::of(&y_ticks, (plot.bottom, plot.top)), x_ticks, y_ticks, plot };
        let courses: Vec<_> = Learner::ALL.into_iter().map(|learner| course(outcome, learner, &axes)).collect();
        let line = |outcome: &LearnDropOutcome, learner| {
            let errors = course(outcome, learner, &axes).errors;
            between(&Mark::through(errors.iter().map(|[_, median, _]| *median).collect()), (plot.top, plot.bottom))
        };
        let decided = |outcome| [Learner::Drag, Learner::Flexible].map(|learner| line(outcome, learner)).concat();
        let lines: Vec<Vec<Vec<Point>>> = runs.iter().map(|run| decided(&run.outcome)).collect();

        let mut taken = Occupancy::within(Rect { left: plot.left + 3.0, right: plot.right + 8.0, bottom: plot.bottom - 3.0, ..plot });
        courses.iter().flat_map(|course| &course.median).for_each(|piece| taken.keep_line(piece.clone()));
        lines.iter().flatten().for_each(|piece| taken.keep_line(piece.clone()));
        for course in &courses {
            // The edge of the band, all around.
            taken.keep_line(course.band.iter().chain(course.band.first()).copied().collect());
            course.errors.iter().filter(|_| course.errors.len() == 1).for_each(|[.., (x, y)]| taken.keep(Rect::around((*x, *y), 5.0, 5.0)));
        }
        let crossing = outcome.crossover().ok().and_then(|crossover| {
            let at = (axes.x.at(crossover), height_at(&courses[Learner::Drag as usize], axes.x.at(crossover))?);
            taken.keep(Rect::around(at, 9.0, 9.0));
            taken.keep_line(vec![at, (at.0, plot.bottom)]);
            let text = fill(Strings::of(frame.language).picture_overtaken, &[("crossover", &about(crossover, frame.language))]);
            let size = (style.width(&text, true), 1.1 * style.text);
            // Beside the line down to the axis, or where there is no room for that, over the place itself.
            let rows = |from: f64, to: f64| (0..60).map(move |row| from - 5.0 * f64::from(row)).filter(move |y| *y > to);
            let rows = rows(plot.bottom - 0.9 * style.text, at.1).chain(rows(at.1 - style.text, plot.top));
            let places = rows.flat_map(|y| [-1.0, 1.0].map(|side| beside((at.0, y), (side, 0.0), size, 9.0)));
            let place = taken.place(places);
            Some((at, place.map(|place| (place, text))))
        });
        let labels = NAMED.into_iter().filter_map(|learner| label(&courses[learner as usize], &mut taken, &axes, style, frame.language));
        let labels = labels.collect();
        let rooms = std::slice::from_mut(&mut taken);
        let other = |(run, lines): (&Run<LearnDropOutcome>, Vec<Vec<Point>>)| {
            let beside: Vec<_> = lines.iter().rev().map(|line| (0, line.as_slice())).collect();
            Other { mark: run.mark, label: RunLabel::place(run.labels(frame.language), &beside, rooms, style), lines }
        };
        let others = runs.iter().zip(lines).map(other).collect();
        Self { labels, samples, axes, courses, others, crossing }
    }

    /// How far both axes reach, in words.
    pub fn extent(&self, language: Language) -> String {
        let measurements = fill(Strings::of(language).learn_named_samples, &[("value", &short(self.samples, 6, language))]);
        format!("{measurements}, {}", said(self.axes.y_ticks.low() / MM, language))
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle, language: Language) {
        let (s, plot) = (Strings::of(language), self.axes.plot);
        for course in &self.courses {
            painter.area(std::slice::from_ref(&course.band), Token::Rule);
        }
        self.axes.draw(painter, style, s.picture_error, None, language);
        self.draw_counts(painter, style, language);
        if let Some((at, _)) = &self.crossing {
            painter.line(&[*at, (at.0, plot.bottom)], Stroke(Token::Ink2, 1.0));
        }
        for other in &self.others {
            other.lines.iter().for_each(|line| other.mark.line(painter, line));
        }
        for course in &self.courses {
            course.median.iter().for_each(|piece| line::draw(painter, course.learner, piece, style));
            // A single size makes no line.
            if let [[low, median, high]] = course.errors[..] {
                painter.line(&[low, high], Stroke(line::token(course.learner), 1.5));
                painter.dot(median, style.dot, line::token(course.learner));
            }
        }
        if let Some((at, label)) = &self.crossing {
            painter.disc(*at, 6.0, Token::Paper);
            painter.circle(*at, 6.0, Stroke(Token::Ink, 2.0));
            if let Some((place, text)) = label {
                let (x, anchor) = if place.left < at.0 { (place.right, Anchor::End) } else { (place.left, Anchor::Start) };
                painter.text((x, place.baseline(style.text)), text, &TextStyle { halo: true, ..style.bold(Token::Ink, anchor) });
            }
        }
        for Label { place, text, token, leader } in &self.labels {
            leader.iter().for_each(|leader| painter.line(leader, Stroke(*token, 1.0)));
            let letters = TextStyle { halo: true, ..style.letters(*token, Anchor::Start) };
            painter.text((place.left, place.baseline(style.text)), text, &letters);
        }
        self.others.iter().filter_map(|other| other.label.as_ref()).for_each(|label| label.draw(painter, style));
    }

    /// The numbers under the axis, the greatest among them, and what they count.
    fn draw_counts(&self, painter: &mut Painter<Svg>, style: &ChartStyle, language: Language) {
        let plot = self.axes.plot;
        let baseline = plot.bottom + 9.0 + 0.8 * style.text;
        let letters = |anchor| style.letters(Token::Ink2, anchor);
        let last = short(self.samples, 6, language);
        let x = self.axes.x.at(self.samples);
        painter.line(&[(x, plot.bottom), (x, plot.bottom + 7.0)], Stroke(Token::Edge, style.axis));
        let end = (x + style.width(&last, false) / 2.0).min(plot.right + 8.0);
        painter.text((end, baseline), &last, &letters(Anchor::End));
        let kept = Rect { left: end - style.width(&last, false) - 6.0, right: end + 6.0, top: 0.0, bottom: f64::INFINITY };
        for value in self.axes.x_ticks.values() {
            let (text, x) = (short(value, 6, language), self.axes.x.at(value));
            let half = style.width(&text, false) / 2.0;
            if x + half < kept.left || (x - half > kept.right && x + half < plot.right + 8.0) {
                painter.text((x, baseline), &text, &letters(Anchor::Middle));
            }
        }
        let title = Strings::of(language).picture_measurements;
        painter.text((plot.right + 8.0, baseline + 1.35 * style.text), title, &style.bold(Token::Ink, Anchor::End));
    }
}

/// A learner's line and band in a chart.
fn course(outcome: &LearnDropOutcome, learner: Learner, axes: &Axes) -> Course {
    let mut bands = Vec::new();
    if let Some(learnt) = outcome.learnt() {
        for (place, size) in learnt.statistics.sizes.iter().enumerate() {
            if let Some(band) = learnt.statistics.band(learner, place) {
                let at = |error: f64| axes.at(f64::from(*size), (MM * error).max(f64::MIN_POSITIVE));
                bands.push([band.low, band.median, band.high].map(at));
            }
        }
    }
    let heights = (axes.plot.top, axes.plot.bottom);
    let median: Vec<_> = bands.iter().map(|band| band[1]).collect();
    let outline: Vec<_> = bands.iter().map(|band| band[2]).chain(bands.iter().rev().map(|band| band[0])).collect();
    Course { learner, median: between(&median, heights), band: clipped(&outline, heights), errors: bands }
}

/// How high a line is at some place.
fn height_at(course: &Course, x: f64) -> Option<f64> {
    let pieces = course.median.iter().flat_map(|piece| piece.windows(2));
    let piece = pieces.into_iter().find(|piece| piece[0].0 <= x && x <= piece[1].0)?;
    let length = piece[1].0 - piece[0].0;
    let along = if length > 0.0 { (x - piece[0].0) / length } else { 0.0 };
    Some(piece[0].1 + along * (piece[1].1 - piece[0].1))
}

/// A learner's name at its line: as near to the end as there is room.
fn label(course: &Course, taken: &mut Occupancy, axes: &Axes, style: &ChartStyle, language: Language) -> Option<Label> {
    let (plot, token) = (axes.plot, line::token(course.learner));
    let mut text = name(course.learner, language).to_owned();
    let height = 1.1 * style.text;
    let ends = course.median.first().and_then(|piece| piece.first()).zip(course.median.last().and_then(|piece| piece.last()));
    let places: Vec<Rect> = match (ends, &course.errors[..]) {
        (_, []) => return None,
        (_, [[_, at, _]]) => vec![beside(*at, (1.0, 0.0), (style.width(&text, false), height), 8.0)],
        (Some((start, end)), _) => along(course, start.0, end.0, (style.width(&text, false), height)),
        // All of it lies below the chart.
        (None, _) => {
            text += " ↓";
            let size = (style.width(&text, false), height);
            (0..20).map(|step| beside((plot.right - 8.0 * f64::from(step), plot.bottom), (-1.0, -1.0), size, 6.0)).collect()
        }
    };
    let found = taken.place(places).map(|found| (found, None));
    let led = |taken: &mut Occupancy| taken.place_led(course.median.last()?, (style.width(&text, false), height));
    let (place, leader) = found.or_else(|| led(taken).map(|(found, leader)| (found, Some(leader))))?;
    // Two names close to each other would read as one.
    taken.keep(Rect { left: place.left - 1.5 * style.text, right: place.right + 1.5 * style.text, ..place.inflated(0.4 * style.text) });
    Some(Label { place, text, token, leader })
}

/// Places over and under a line, from its end backwards; the nearest to it first, and then further off, clear of its band.
fn along(course: &Course, start: f64, end: f64, (width, height): (f64, f64)) -> Vec<Rect> {
    let mut places = Vec::new();
    for gap in [5.0, 9.0, 14.0, 20.0] {
        for step in 0..=((end - start) / 4.0).max(0.0) as u32 {
            let right = end + 4.0 - 4.0 * f64::from(step);
            // The heights of the line over or under the text.
            let heights: Vec<_> = (0..=8).filter_map(|part| height_at(course, right - width * f64::from(part) / 8.0)).collect();
            let highest = heights.iter().copied().fold(f64::INFINITY, f64::min);
            let lowest = heights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if highest <= lowest {
                let bottoms = [highest - gap, lowest + gap + height];
                places.extend(bottoms.map(|bottom| Rect { left: right - width, top: bottom - height, right, bottom }));
            }
        }
    }
    places
}
