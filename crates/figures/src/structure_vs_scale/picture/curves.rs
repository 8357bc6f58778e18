//! What share of the test pictures learners tell right, over what their training has cost, with the places where networks overtake.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside, limited},
    locale::Language,
    picture::Frame,
    runs::{Mark, Run, RunLabel},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::vision::Curve;

use super::{
    across::Across,
    label::{Label, chance},
    line,
};
use crate::structure_vs_scale::{
    Strings, StructureVsScaleOutcome,
    contest::{Contest, Role},
};

/// A learner's line.
struct Course {
    role: Role,
    mean: Vec<Point>,
    /// What lies between the worst seed and the best; nothing where there is one.
    band: Vec<Point>,
    /// What it goes on knowing that is trained no further; nothing of the others.
    held: Vec<Point>,
}

/// Where a network overtakes.
struct Crossing {
    role: Role,
    at: Point,
    label: Option<(Rect, String)>,
}

/// What decides another run: the way of the convolutional network, and that of the features which it overtakes.
struct Other {
    mark: Mark,
    lines: Vec<Vec<Point>>,
    label: Option<RunLabel>,
}

/// Accuracy over cost.
pub(super) struct Curves {
    style: ChartStyle,
    language: Language,
    across: Across,
    axes: Axes,
    courses: Vec<Course>,
    others: Vec<Other>,
    crossings: Vec<Crossing>,
    labels: Vec<Label>,
}

impl Curves {
    /// The chart, with other runs in it on an axis that holds them all.
    pub fn of(contest: &Contest, runs: &[Run<StructureVsScaleOutcome>], frame: &Frame) -> Self {
        let (style, language) = (ChartStyle::of(frame), frame.language);
        let axis = contest.parameters.axis;
        let of_runs: Vec<_> = runs.iter().map(|run| Across::of(&run.outcome.contest, axis)).collect();
        let (across, y_ticks) = (Across::of(contest, axis).holding(of_runs.iter()), Ticks::covering(0.0, 100.0, 5));
        let plot = Rect {
            left: style.width("100", false) + 10.0,
            right: frame.width - 1.0 - 0.5 * style.width(&across.mark(across.end(), language), false).max(18.0),
            top: 1.9 * style.text,
            bottom: frame.height - 3.2 * style.text,
        };
        let x = across.scale((plot.left, plot.right));
        let axes = Axes { x, x_ticks: across.ticks(), ..Axes::new(plot, across.ticks(), y_ticks) };
        let courses: Vec<_> = Role::ALL.into_iter().map(|role| course(contest, role, &across, &axes)).collect();
        let decided = |(run, across): (&Run<StructureVsScaleOutcome>, &Across)| {
            let of = |role| course(&run.outcome.contest, role, across, &axes);
            let (hand, network) = (of(Role::Hand), of(Role::Cnn));
            [network.mean, hand.mean, hand.held].map(Mark::through).into_iter().filter(|line| !line.is_empty()).collect()
        };
        let lines: Vec<Vec<Vec<Point>>> = runs.iter().zip(&of_runs).map(decided).collect();
        let mut taken = Occupancy::within(Rect { left: plot.left + 3.0, right: plot.right + 2.0, bottom: plot.bottom - 2.0, ..plot });
        let guessing = chance(&axes);
        taken.keep_line(guessing.to_vec());
        for course in &courses {
            taken.keep_line(course.mean.clone());
            taken.keep_line(course.held.clone());
            // The edge of the band, all around.
            taken.keep_line(course.band.iter().chain(course.band.first()).copied().collect());
            course.mean.iter().filter(|_| course.mean.len() == 1).for_each(|at| taken.keep(Rect::around(*at, 6.0, 6.0)));
        }
        lines.iter().flatten().for_each(|line| taken.keep_line(line.clone()));
        let mut crossings: Vec<_> = [Role::Mlp, Role::Cnn].into_iter().filter_map(|role| crossing(contest, role, &across, &axes)).collect();
        crossings.sort_by(|one, other| one.at.0.total_cmp(&other.at.0));
        for crossing in &crossings {
            taken.keep(Rect::around(crossing.at, 8.0, 8.0));
            taken.keep_line(vec![crossing.at, (crossing.at.0, plot.bottom)]);
        }
        // The numbers stand along the lines down to the axis, outside of them where there are two.
        let (count, first) = (crossings.len(), crossings.first().map(|crossing| crossing.at.0));
        for (place, crossing) in crossings.iter_mut().enumerate() {
            let text = across.about(axes_value(contest, crossing.role, &across), language);
            let size = (style.width(&text, true), 1.1 * style.text);
            let sides = if place + 1 < count { [-1.0, 1.0] } else { [1.0, -1.0] };
            let rows = (0..60).map(|row| plot.bottom - 0.9 * style.text - 5.0 * f64::from(row));
            let places: Vec<_> = rows.filter(|y| *y > crossing.at.1).collect();
            let at = crossing.at.0;
            // Where there is no room, left of both: they are told apart by their colours.
            let lines = sides.map(|side| (at, side)).into_iter().chain(first.map(|first| (first, -1.0)));
            let boxes = lines.flat_map(|(x, side)| places.iter().map(move |y| beside((x, *y), (side, 0.0), size, 6.0)));
            crossing.label = taken.place(boxes).map(|place| (place, text));
        }
        let mut labels: Vec<_> = courses
            .iter()
            .filter_map(|Course { role, mean, held, .. }| {
                Label::of_learner(*role, &[&mean[..], held].concat(), &mut taken, &style, language)
            })
            .collect();
        labels.extend(Label::of_guessing(&guessing, &mut taken, &style, language));
        let rooms = std::slice::from_mut(&mut taken);
        let other = |(run, lines): (&Run<StructureVsScaleOutcome>, Vec<Vec<Point>>)| {
            let beside: Vec<_> = lines.iter().map(|line| (0, line.as_slice())).collect();
            Other { mark: run.mark, label: RunLabel::place(run.labels(language), &beside, rooms, &style), lines }
        };
        let others = runs.iter().zip(lines).map(other).collect();
        Self { style, language, across, axes, courses, others, crossings, labels }
    }

    /// How far its axis reaches, in words.
    pub fn extent(&self) -> String {
        self.across.about(self.across.end(), self.language)
    }

    pub fn draw(&self, painter: &mut Painter<Svg>) {
        let (s, plot, style) = (Strings::of(self.language), self.axes.plot, &self.style);
        for course in &self.courses {
            painter.area(std::slice::from_ref(&course.band), Token::Rule);
        }
        self.axes.draw(painter, style, s.picture_svs_accuracy, None, self.language);
        self.draw_numbers(painter);
        painter.dashed(&chance(&self.axes), Stroke(Token::Ink3, 1.25), (2.0, 4.0));
        for Crossing { at, .. } in &self.crossings {
            painter.line(&[*at, (at.0, plot.bottom)], Stroke(Token::Ink2, 1.0));
        }
        for other in &self.others {
            other.lines.iter().for_each(|line| other.mark.line(painter, line));
        }
        for course in &self.courses {
            line::draw_held(painter, course.role, &course.held);
            line::draw(painter, course.role, &course.mean, style);
            // A single test makes no line.
            course.mean.iter().filter(|_| course.mean.len() == 1).for_each(|at| painter.dot(*at, style.dot, line::token(course.role)));
        }
        for Crossing { role, at, label } in &self.crossings {
            painter.disc(*at, 5.5, Token::Paper);
            painter.circle(*at, 5.5, Stroke(line::token(*role), 2.0));
            if let Some((place, text)) = label {
                let (x, anchor) = if place.right < at.0 { (place.right, Anchor::End) } else { (place.left, Anchor::Start) };
                let letters = TextStyle { halo: true, ..style.bold(line::token(*role), anchor) };
                painter.text((x, place.baseline(style.text)), text, &letters);
            }
        }
        self.others.iter().filter_map(|other| other.label.as_ref()).for_each(|label| label.draw(painter, style));
        self.labels.iter().for_each(|label| label.draw(painter, style));
    }

    /// The numbers under the axis, its end among them, and what they count.
    fn draw_numbers(&self, painter: &mut Painter<Svg>) {
        let (plot, style, language) = (self.axes.plot, &self.style, self.language);
        let baseline = plot.bottom + 9.0 + 0.8 * style.text;
        let letters = |anchor| style.letters(Token::Ink2, anchor);
        let (last, x) = (self.across.mark(self.across.end(), language), self.axes.x.at(self.across.end()));
        painter.line(&[(x, plot.bottom), (x, plot.bottom + 7.0)], Stroke(Token::Edge, style.axis));
        let half = style.width(&last, false) / 2.0;
        painter.text((x, baseline), &last, &letters(Anchor::Middle));
        let mut limit = x - half - 6.0;
        let values: Vec<f64> = self.axes.x_ticks.values().collect();
        for value in values.into_iter().rev() {
            let (text, x) = (self.across.mark(value, language), self.axes.x.at(value));
            let half = style.width(&text, false) / 2.0;
            if x + half < limit && x - half > 0.0 {
                painter.text((x, baseline), &text, &letters(Anchor::Middle));
                limit = x - half - 6.0;
            }
        }
        let title = self.across.title(language);
        painter.text((plot.right + 1.0, baseline + 1.35 * style.text), title, &style.bold(Token::Ink, Anchor::End));
    }
}

/// A curve in the chart, from its left edge on.
fn points(curve: &Curve, told: impl Fn(usize) -> f64, axes: &Axes) -> Vec<Point> {
    let Rect { left, right, .. } = axes.plot;
    let at = |place: usize| (axes.x.at(curve.points[place].flop), axes.y.at(100.0 * told(place)));
    let all: Vec<Point> = (0..curve.points.len()).map(at).collect();
    let hidden = all.iter().take_while(|at| at.0 < left).count();
    let mut points: Vec<Point> = Vec::new();
    // What begins before the axis enters it where it passes its edge; a single test stands there.
    if let (Some(before), after) = (hidden.checked_sub(1).and_then(|place| all.get(place)), all.get(hidden)) {
        let y = after.map_or(before.1, |after| before.1 + (after.1 - before.1) * (left - before.0) / (after.0 - before.0));
        points.push((left, y));
    }
    points.extend(all[hidden..].iter().map(|at| (limited(at.0, (left, right)), at.1)));
    points
}

fn course(contest: &Contest, role: Role, across: &Across, axes: &Axes) -> Course {
    let course = contest.course(role);
    let mean = across.turned(role, &course.mean);
    let line = points(&mean, |place| course.mean.points[place].accuracy, axes);
    let band = if course.curves.len() > 1 {
        let high = points(&mean, |place| course.range(place).1, axes);
        let low = points(&mean, |place| course.range(place).0, axes);
        high.into_iter().chain(low.into_iter().rev()).collect()
    } else {
        Vec::new()
    };
    let end = line.last().copied().filter(|end| course.whole && course.compute < contest.parameters.compute && end.0 < axes.plot.right);
    let held = end.map_or_else(Vec::new, |end| vec![end, (axes.plot.right, end.1)]);
    Course { role, mean: line, band, held }
}

/// Where a network overtakes, on the axis.
fn axes_value(contest: &Contest, role: Role, across: &Across) -> f64 {
    contest.overtaking(role, &|role, curve| across.turned(role, curve)).unwrap_or(f64::NAN)
}

fn crossing(contest: &Contest, role: Role, across: &Across, axes: &Axes) -> Option<Crossing> {
    let value = Some(axes_value(contest, role, across)).filter(|value| value.is_finite())?;
    let told = across.turned(Role::Hand, &contest.course(Role::Hand).mean).at(value)?;
    let Rect { left, right, .. } = axes.plot;
    let at = (limited(axes.x.at(value), (left, right)), axes.y.at(100.0 * told));
    Some(Crossing { role, at, label: None })
}
