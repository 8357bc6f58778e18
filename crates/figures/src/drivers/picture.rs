//! The picture of `drivers`: on a log axis what multiplies is stacked, so each driver has a wedge of its own, and a bracket holds
//! those of compute together.

mod names;
mod wedges;

use crate::{drivers::Strings, rates::times};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside},
    locale::Language,
    picture::{Frame, Picture},
    runs::{Mark, Run, RunLabel},
    svg::{Anchor, Svg, TextStyle, Token},
};
use pendrop_science::growth::{Driver, Level};

use super::contributions::{Contribution, DriversOutcome};
use names::{Bracket, Name};
use wedges::Wedge;

/// The colour of a driver: the accent where it is what dominates.
fn token(driver: Driver, dominant: Option<Level>) -> Token {
    match driver {
        Driver::Algorithms if dominant == Some(Level::Algorithms) => Token::Accent,
        Driver::Price => Token::Ink3,
        Driver::Spending => Token::S1,
        Driver::Other => Token::S3,
        Driver::Algorithms => Token::S2,
    }
}

/// The colour of compute as a whole.
fn whole_token(dominant: Option<Level>) -> Token {
    if dominant == Some(Level::Compute) { Token::Accent } else { Token::Ink }
}

/// The picture in a frame; nothing where the drivers come to nothing that is finite.
pub(super) struct DriversPicture(Option<Content>);

impl DriversPicture {
    /// The picture of an outcome, with other runs beside it on axes that hold them all.
    pub fn of(outcome: &DriversOutcome, frame: &Frame, runs: &[Run<DriversOutcome>]) -> Self {
        Self(outcome.contributions().map(|contributions| Content::of(outcome, &contributions, frame, runs)))
    }
}

impl Picture for DriversPicture {
    fn background(&self, svg: &mut Svg) {
        if let Some(content) = &self.0 {
            content.draw(svg);
        }
    }

    fn extent(&self) -> Option<String> {
        let Content { axes, language, .. } = self.0.as_ref()?;
        let years = format!("{} {}", axes.x_ticks.label(axes.x_ticks.high(), *language), Strings::of(*language).unit_years);
        Some(format!("{}, {years}", times(axes.y_ticks.high(), *language)))
    }
}

/// Axes, wedges and labels in their places.
struct Content {
    style: ChartStyle,
    language: Language,
    dominant: Option<Level>,
    axes: Axes,
    wedges: [Wedge; 4],
    names: Vec<Name>,
    bracket: Bracket,
    total: Option<TotalLabel>,
    /// What all drivers come to in other runs, with their labels.
    others: Vec<(Mark, [Point; 2], Option<RunLabel>)>,
}

impl Content {
    fn of(outcome: &DriversOutcome, contributions: &[Contribution; 4], frame: &Frame, runs: &[Run<DriversOutcome>]) -> Self {
        let (style, language) = (ChartStyle::of(frame), frame.language);
        let texts = names::texts(outcome, contributions, frame);
        let reached = runs.iter().filter_map(|run| Some((run, run.outcome.drivers.decades()?.total())));
        let ends: Vec<_> = reached.map(|(run, decades)| (run, run.outcome.drivers.years, decades)).collect();
        let axes = axes(contributions, outcome.drivers.years, &ends, names::width(&texts, &style), frame);
        let wedges = contributions.each_ref().map(|contribution| Wedge::of(contribution, &axes, outcome.drivers.years, outcome.dominant()));
        let names = names::placed(texts, &wedges, &axes.plot, &style);
        let lines: Vec<_> = ends.iter().map(|(_, years, decades)| [axes.at(0.0, 1.0), axes.at(*years, 10_f64.powf(*decades))]).collect();
        let mut room = Occupancy::within(Rect { left: axes.plot.left + 4.0, bottom: axes.plot.bottom - 2.0, ..axes.plot });
        wedges.iter().flat_map(Wedge::covering).for_each(|line| room.keep_line(line));
        // Where other runs go on for longer, bars and the lines to the names lie in the plot.
        names.iter().flat_map(Name::lines).chain(lines.iter().map(|line| line.to_vec())).for_each(|line| room.keep_line(line));
        let total = outcome.growth().and_then(|growth| TotalLabel::of(growth, &wedges, &axes, &mut room, &style, language));
        let bracket = Bracket::of(&wedges);
        let rooms = std::slice::from_mut(&mut room);
        let other = |((run, ..), line): (&(&Run<DriversOutcome>, f64, f64), [Point; 2])| {
            (run.mark, line, RunLabel::place(run.labels(language), &[(0, &line)], rooms, &style))
        };
        let others = ends.iter().zip(lines).map(other).collect();
        Self { style, language, dominant: outcome.dominant(), axes, wedges, names, bracket, total, others }
    }

    fn draw(&self, svg: &mut Svg) {
        let (painter, s) = (&mut Painter::new(svg), Strings::of(self.language));
        self.axes.draw(painter, &self.style, s.picture_drivers_axis, Some(s.unit_years), self.language);
        for wedge in &self.wedges {
            wedge.draw_area(painter);
        }
        for (mark, line, _) in &self.others {
            mark.line(painter, line);
        }
        wedges::draw_edges(&self.wedges, painter, self.style.line, self.dominant);
        self.bracket.draw(painter, whole_token(self.dominant));
        for name in &self.names {
            name.draw(painter);
        }
        if let Some(total) = &self.total {
            total.draw(painter, &self.style);
        }
        self.others.iter().filter_map(|(_, _, label)| label.as_ref()).for_each(|label| label.draw(painter, &self.style));
    }
}

/// The axes: by decades upwards, far enough for other runs with their years and decades, and narrow enough for names of some width
/// on their right.
fn axes(
    contributions: &[Contribution; 4],
    years: f64,
    others: &[(&Run<DriversOutcome>, f64, f64)],
    names_width: f64,
    frame: &Frame,
) -> Axes {
    let style = ChartStyle::of(frame);
    let ends = contributions.iter().map(|contribution| contribution.range.1).chain(others.iter().map(|(.., decades)| *decades));
    let years = others.iter().fold(years, |years, (_, other, _)| years.max(*other));
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    let factors = Ticks::decades(low.floor() as i32, high.ceil() as i32);
    let numbers = [factors.low(), factors.high()].map(|value| style.width(&factors.label(value, frame.language), false));
    let plot = Rect {
        left: numbers[0].max(numbers[1]) + 13.0,
        right: frame.width - names_width - names::TO_BARS - names::TO_NAMES - 2.0,
        top: 2.9 * style.text,
        bottom: frame.height - 11.0 - style.text,
    };
    Axes::new(plot, Ticks::covering(0.0, years, if frame.narrow { 7 } else { 10 }), factors)
}

/// What all of them come to, along the line that says so: a number and what it is, ending at the right edge of their place.
struct TotalLabel {
    place: Rect,
    lines: Vec<(String, bool)>,
}

impl TotalLabel {
    /// Both lines, or the number alone, where there is room.
    fn of(growth: f64, wedges: &[Wedge; 4], axes: &Axes, taken: &mut Occupancy, style: &ChartStyle, language: Language) -> Option<Self> {
        let number = (times(growth, language), true);
        let named = vec![number.clone(), (Strings::of(language).picture_drivers_effective.to_owned(), false)];
        [named, vec![number]].into_iter().find_map(|lines| {
            let width = lines.iter().map(|(text, bold)| style.width(text, *bold)).fold(0.0, f64::max);
            let size = (width, 1.15 * style.text * lines.len() as f64);
            Some(Self { place: taken.place(Self::places(wedges, axes, size))?, lines })
        })
    }

    /// Along the line, then above what grows and below what shrinks, then anywhere.
    fn places(wedges: &[Wedge; 4], axes: &Axes, size: Point) -> impl Iterator<Item = Rect> {
        let plot = axes.plot;
        let (start, end): (Point, Point) = (wedges[3].start, wedges[3].to);
        let at = move |left: f64, top: f64| Rect { left, top, right: left + size.0, bottom: top + size.1 };
        let along = (6..=19).rev().flat_map(move |step| {
            let share = f64::from(step) / 20.0;
            let at = (start.0 + share * (end.0 - start.0), start.1 + share * (end.1 - start.1));
            [(-1.0, -1.0), (1.0, 1.0)].map(|side| beside(at, side, size, 8.0))
        });
        let corners = [plot.top + 2.0, plot.bottom - 4.0 - size.1].map(|top| at(plot.left + 8.0, top));
        let (wide, tall) = (plot.width() - size.0 - 12.0, plot.height() - size.1 - 6.0);
        let anywhere = (0..=16).flat_map(move |row| {
            let top = plot.top + 2.0 + f64::from(row) / 16.0 * tall;
            (0..=8).rev().map(move |column| at(plot.left + 8.0 + f64::from(column) / 8.0 * wide, top))
        });
        along.chain(corners).chain(anywhere)
    }

    fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        for (count, (text, bold)) in self.lines.iter().enumerate() {
            let text_style = TextStyle { bold: *bold, halo: true, ..style.letters(Token::Ink, Anchor::End) };
            painter.text((self.place.right, self.place.top + (1.15 * count as f64 + 0.9) * style.text), text, &text_style);
        }
    }
}
