//! The first yardstick: pure search's share of the points over computing.

use pendrop_kit::{
    chart::{Marker, Occupancy, Painter, Point, Rect, Shape, Ticks, beside, limited},
    locale::Language,
    picture::Frame,
    runs::{Mark, Run, RunLabel},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::{
    across::Across,
    axis::{Below, UnitChart},
};
use crate::search_vs_knowledge::{Strings, duel::SearchVsKnowledgeOutcome, question::QUESTION};

/// Its axes, with the line at one half; also what is seen before the guess.
pub(in crate::search_vs_knowledge) struct RateChart(UnitChart, Below);

impl RateChart {
    /// Lines of text that it needs above its axes.
    pub(super) const ABOVE: f64 = 2.0;

    /// In a place of a frame.
    pub fn of(frame: &Frame, place: Rect, across: &Across, below: Below) -> Self {
        Self(UnitChart::new(frame, place, (Self::ABOVE, below), across, Ticks::covering(0.0, 100.0, 2)), below)
    }

    /// The box between the axes.
    pub fn plot(&self) -> Rect {
        self.0.axes.plot
    }

    /// The place on the line at one half of so many units.
    pub fn half(&self, units: f64) -> Point {
        self.at(self.0.across.at(units), 0.5)
    }

    fn at(&self, value: f64, share: f64) -> Point {
        let Rect { left, right, .. } = self.plot();
        let (x, y) = self.0.axes.at(value, 100.0 * share);
        (limited(x, (left, right)), y)
    }

    /// Draws axes and titles, and the line at one half.
    pub fn draw_axes(&self, painter: &mut Painter<Svg>) {
        let (s, Rect { left, right, .. }) = (Strings::of(self.0.language), self.plot());
        self.0.draw(painter, &[s.picture_rate, s.picture_rate_short], self.1);
        let (_, y) = self.half(QUESTION.least);
        painter.line(&[(left, y), (right, y)], Stroke(Token::Ink2, 1.5));
    }

    /// Where labels may be: clear of the line at one half.
    pub fn occupancy(&self) -> Occupancy {
        let Rect { left, right, top, bottom } = self.plot();
        let mut taken = Occupancy::within(Rect { left: left + 3.0, top: top - 2.0, right: self.0.place.right, bottom: bottom - 1.0 });
        let (_, y) = self.half(QUESTION.least);
        taken.keep_line(vec![(left, y), (right, y)]);
        taken
    }

    /// Draws a guess on the line at one half: an open triangle that points to its place, with its name and its value.
    pub fn draw_guess(&self, painter: &mut Painter<Svg>, taken: &mut Occupancy, guess: f64, value: &str) {
        let (style, tip) = (&self.0.style, self.half(guess));
        let (half, high) = (0.42 * style.text, 0.72 * style.text);
        let triangle = [tip, (tip.0 - half, tip.1 - high), (tip.0 + half, tip.1 - high), tip];
        taken.keep(Rect { left: tip.0 - half, right: tip.0 + half, top: tip.1 - high, bottom: tip.1 });
        painter.fill(&triangle, Token::Paper);
        painter.line(&triangle, Stroke(Token::Ink, 2.0));
        let name = Strings::of(self.0.language).picture_guess;
        let lines: &[(&str, bool)] = if value.is_empty() { &[(name, false)] } else { &[(name, false), (value, true)] };
        let width = lines.iter().map(|(text, bold)| style.width(text, *bold)).fold(0.0, f64::max);
        let height = 1.15 * style.text * lines.len() as f64;
        let Rect { left, right, .. } = taken.bounds;
        let over = |gap: f64, shift: f64| {
            let start = (tip.0 + shift * width - width / 2.0).min(right - width).max(left);
            let bottom = tip.1 - high - gap;
            Rect { left: start, top: bottom - height, right: start + width, bottom }
        };
        let under = |gap: f64, shift: f64| Rect { top: tip.1 + gap, bottom: tip.1 + gap + height, ..over(0.0, shift) };
        let shifts = [0.0, -0.5, 0.5, -1.0, 1.0];
        let places = [3.0, 12.0, 24.0]
            .into_iter()
            .flat_map(|gap| shifts.map(|shift| over(gap, shift)).into_iter().chain(shifts.map(|shift| under(gap + 4.0, shift))));
        let Some(place) = taken.place(places) else { return };
        for (row, (text, bold)) in lines.iter().enumerate() {
            let letters = TextStyle { halo: true, bold: *bold, ..style.letters(Token::Ink, Anchor::Start) };
            let start = place.left + (width - style.width(text, *bold)) / 2.0;
            painter.text((start, place.top + (1.15 * row as f64 + 0.9) * style.text), text, &letters);
        }
    }
}

/// The chart, and what it shows.
pub(super) struct Rates {
    chart: RateChart,
    /// Each point with the ends of its interval.
    points: Vec<(Point, [Point; 2])>,
    /// Where the line through them passes one half, with its number.
    crossing: Option<(Point, String)>,
    guess: Option<f64>,
    /// The lines of other runs, with what may stand beside them.
    others: Vec<(Mark, Vec<Point>, [String; 2])>,
}

/// The points of a run with the ends of their intervals.
fn points(outcome: &SearchVsKnowledgeOutcome, chart: &RateChart, across: &Across) -> Vec<(Point, [Point; 2])> {
    let point = |point: &pendrop_science::connect4::Point| {
        let (interval, value) = (point.win_rate_interval()?, across.of_budget(point.compute)?);
        Some((chart.at(value, point.win_rate()?), [interval.low, interval.high].map(|share| chart.at(value, share))))
    };
    outcome.played().filter_map(point).collect()
}

impl Rates {
    pub fn of(
        outcome: &SearchVsKnowledgeOutcome,
        runs: &[Run<SearchVsKnowledgeOutcome>],
        frame: &Frame,
        (place, below): (Rect, Below),
        across: &Across,
    ) -> Self {
        let chart = RateChart::of(frame, place, across, below);
        let own = points(outcome, &chart, across);
        let crossing = outcome.crossing().map(|crossing| (chart.half(crossing), across.label(crossing, frame.language)));
        let other = |run: &Run<SearchVsKnowledgeOutcome>| {
            let points = points(&run.outcome, &chart, &across.of_other(&run.outcome)?);
            let line = Mark::through(points.into_iter().map(|(at, _)| at).collect());
            Some((run.mark, line, run.labels(frame.language)))
        };
        let others = runs.iter().filter_map(other).collect();
        Self { points: own, chart, crossing, guess: frame.guess, others }
    }

    /// How far the axis reaches, in words.
    pub fn extent(&self) -> String {
        self.chart.0.across.extent(self.language())
    }

    pub fn language(&self) -> Language {
        self.chart.0.language
    }

    /// From the crossing to the axis.
    fn drop(&self, at: Point) -> [Point; 2] {
        [at, (at.0, self.chart.plot().bottom)]
    }

    /// Where labels may be: clear of the points and the lines, and of the intervals if that is wanted.
    fn occupancy(&self, intervals: bool) -> Occupancy {
        let (mut taken, style) = (self.chart.occupancy(), &self.chart.0.style);
        for (at, ends) in &self.points {
            taken.keep(Rect::around(*at, style.point + 2.5, style.point + 2.5));
            if intervals {
                taken.keep_line(ends.to_vec());
            }
        }
        taken.keep_line(self.points.iter().map(|(at, _)| *at).collect());
        self.others.iter().for_each(|(_, line, _)| taken.keep_line(line.clone()));
        if let Some((at, _)) = &self.crossing {
            taken.keep_line(self.drop(*at).to_vec());
            taken.keep(Rect::around(*at, style.dot + 2.0, style.dot + 2.0));
        }
        taken
    }

    pub fn draw(&self, painter: &mut Painter<Svg>) {
        let (chart, style) = (&self.chart, self.chart.0.style);
        chart.draw_axes(painter);
        for (mark, line, _) in &self.others {
            mark.line(painter, line);
        }
        for (_, ends) in &self.points {
            painter.line(ends, Stroke(Token::Ink3, 1.25));
        }
        let line: Vec<Point> = self.points.iter().map(|(at, _)| *at).collect();
        painter.line(&line, Stroke(Token::Ink, 0.8 * style.line));
        for at in &line {
            Marker { token: Token::Ink, ..Marker::filled(Shape::Circle, &style) }.draw(painter, *at);
        }
        let mut taken = self.occupancy(true);
        if let Some((at, text)) = &self.crossing {
            let [_, foot] = self.drop(*at);
            painter.dashed(&[*at, foot], Stroke(Token::Ink2, 1.25), (3.0, 3.0));
            painter.dot(*at, style.dot, Token::Ink);
            let size = (style.width(text, true), 1.02 * style.text);
            let sides = [(1.0, 1.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0)];
            let boxes = || [8.0, 14.0, 22.0, 34.0].into_iter().flat_map(|gap| sides.map(|side| beside(*at, side, size, gap)));
            // Among the long intervals of few games there may be room only over one of them.
            if let Some(found) = taken.place(boxes()).or_else(|| self.occupancy(false).place(boxes())) {
                taken.keep(found);
                let letters = TextStyle { halo: true, ..style.bold(Token::Ink, Anchor::Start) };
                painter.text((found.left, found.baseline(style.text)), text, &letters);
            }
        }
        if let Some(guess) = self.guess {
            chart.draw_guess(painter, &mut taken, guess, &QUESTION.formatted(guess, self.language()));
        }
        for (_, line, texts) in &self.others {
            let label = RunLabel::place(texts.clone(), &[(0, line)], std::slice::from_mut(&mut taken), &style);
            label.iter().for_each(|label| label.draw(painter, &style));
        }
    }
}
