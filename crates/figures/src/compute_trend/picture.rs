//! The picture of `compute-trend`: the points on axes that depend on the dataset alone, and over them what changes while the
//! range is dragged: the line with its band, the ends of the range, and what is written beside them.

mod families;
mod held;
mod labels;

use super::Trend;
use crate::compute_trend::Strings;
pub use held::{draw as draw_held, guess_at};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Marker, Painter, Point, Rect, Ticks, between, clipped, limited, notes_log_beside},
    picture::Frame,
    svg::{Stroke, Svg, Token},
};

/// Pieces of a curve across the chart.
const PIECES: usize = 160;
/// Pieces of the band's edges, which bend less.
const BAND_PIECES: usize = 48;
/// Width of an index at an end of the range.
const INDEX: f64 = 10.0;
/// How far apart the middles of the two handles are kept, so that each can be grasped.
const APART: f64 = 36.0;
/// Dashes of what is beyond the fit, and the gaps between them.
const DASH: (f64, f64) = (7.0, 5.0);

/// Where everything lies.
pub struct Picture<'a> {
    style: ChartStyle,
    frame: Frame,
    trend: &'a Trend,
    panel: Axes,
}

impl<'a> Picture<'a> {
    /// The picture of a trend in a frame.
    #[must_use]
    pub fn of(frame: &Frame, trend: &'a Trend) -> Self {
        let values = if trend.log { trend.dataset.value_ticks() } else { even(trend) };
        Self::on(frame, trend, values)
    }

    fn on(frame: &Frame, trend: &'a Trend, values: Ticks) -> Self {
        let style = ChartStyle::of(frame);
        let label = |value| style.width(&values.label(value, frame.language), false);
        let widest = values.values().map(label).fold(0.0, f64::max);
        let years = trend.dataset.year_ticks();
        let last = style.width(&years.label(years.high(), frame.language), false) / 2.0;
        let (left, right) = (widest + 15.0, frame.width - last - 2.0);
        let title = (trend.dataset.quantity)(Strings::of(frame.language));
        let beside = notes_log_beside(&style, title, (left, right), frame.language);
        let plot = Rect { left, top: if beside { 1.8 } else { 3.0 } * style.text, right, bottom: frame.height - 1.2 * style.text - 9.0 };
        Self { style, frame: *frame, trend, panel: Axes::new(plot, years, values) }
    }

    /// Place of a year, also of one beyond the axis.
    fn x(&self, year: f64) -> f64 {
        let (Rect { left, right, .. }, ticks) = (self.panel.plot, &self.panel.x_ticks);
        left + (right - left) * (year - ticks.low()) / (ticks.high() - ticks.low())
    }

    /// The year at a place, within the axis.
    #[must_use]
    pub fn year_at(&self, x: f64) -> f64 {
        let (Rect { left, right, .. }, ticks) = (self.panel.plot, &self.panel.x_ticks);
        ticks.low() + (ticks.high() - ticks.low()) * ((x - left) / (right - left)).clamp(0.0, 1.0)
    }

    /// Place of a log10 value, also of one beyond the axis; far beyond it no place can be told apart from another.
    fn y(&self, decades: f64) -> f64 {
        let (Rect { top, bottom, .. }, ticks) = (self.panel.plot, &self.panel.y_ticks);
        let share = if ticks.log {
            (decades - ticks.low().log10()) / (ticks.high() / ticks.low()).log10()
        } else {
            10_f64.powf(decades) / ticks.high()
        };
        bottom - (bottom - top) * share.clamp(-1e6, 1e6)
    }

    /// Place of a point of the table.
    fn at(&self, point: &pendrop_kit::tables::Point) -> Point {
        (self.x(point.year), self.y(point.value.log10()))
    }

    /// Places of all points, in the order of the table.
    pub fn places(&self) -> impl Iterator<Item = Point> {
        self.trend.points().iter().map(|point| self.at(point))
    }

    /// Where the ends of the range stand on the axis.
    #[must_use]
    pub fn ends(&self) -> [Point; 2] {
        let plot = self.panel.plot;
        [self.trend.from, self.trend.to].map(|year| (limited(self.x(year), (plot.left, plot.right)), plot.bottom - 2.0))
    }

    /// On which side of it the index of each end of the range lies: away from the other one.
    fn outwards(&self) -> [f64; 2] {
        if self.trend.from > self.trend.to { [1.0, -1.0] } else { [-1.0, 1.0] }
    }

    /// Where the ends of the range are grasped: at their indices; further out where these are close together.
    #[must_use]
    pub fn grips(&self) -> [Point; 2] {
        let (ends, outwards) = (self.ends(), self.outwards());
        let out = ((APART - (ends[1].0 - ends[0].0).abs()) / 2.0).max(0.0);
        [0, 1].map(|end| ((ends[end].0 + outwards[end] * out).min(self.frame.width - 6.0), ends[end].1))
    }

    /// The year that an end of the range has when it is grasped at this place: see [`Picture::grips`].
    #[must_use]
    pub fn year_grasped(&self, end: usize, x: f64) -> f64 {
        let (other, outwards) = (self.ends()[1 - end].0, self.outwards()[end]);
        let away = outwards * (x - other);
        self.year_at(if away < APART { other + outwards * (2.0 * away - APART) } else { x })
    }

    fn heights(&self) -> (f64, f64) {
        (self.panel.plot.top, self.panel.plot.bottom)
    }

    /// Axes and points.
    pub fn still(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        let (s, points) = (Strings::of(self.frame.language), self.trend.points());
        self.panel.draw(painter, &self.style, (self.trend.dataset.quantity)(s), Some(""), self.frame.language);
        // Points that cannot count lie under the others. One kind after the other, so that each is one path.
        for (eligible, token, size) in [(false, Token::Edge, 0.6), (true, Token::Ink3, 1.0)] {
            for family in families::of(self.trend.dataset) {
                let marker = Marker { token, radius: size * self.style.point, ..Marker::hollow(family.shape, &self.style) };
                for (point, counts) in points.iter().zip(&self.trend.eligible) {
                    if *counts == eligible && family.has(point) {
                        marker.draw(painter, self.at(point));
                    }
                }
            }
        }
    }

    /// The fit, its range, and all labels.
    pub fn moving(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        let [(from, _), (to, _)] = self.ends();
        let Rect { left, top, right, bottom } = self.panel.plot;
        // A point at an end of the range counts, and is whole.
        let whole = self.style.point + 1.0;
        let veiled = if self.trend.from > self.trend.to { vec![(left, right)] } else { vec![(left, from - whole), (to + whole, right)] };
        for (start, end) in veiled.into_iter().filter(|(start, end)| end - start > 0.5) {
            painter.fill(&[(start, top - 1.0), (end, top - 1.0), (end, bottom - 1.0), (start, bottom - 1.0)], Token::Veil);
        }
        for x in [from, to] {
            painter.line(&[(x, top), (x, bottom)], Stroke(Token::Ink2, 1.0));
        }
        if from < to {
            painter.line(&[(from, bottom + 2.5), (to, bottom + 2.5)], Stroke(Token::Ink, 3.0));
        }
        painter.area(&[self.band()], Token::Band);
        for line in [self.line(left, from), self.line(to, right)] {
            for piece in line {
                painter.dashed(&piece, Stroke(Token::Accent, 2.25), DASH);
            }
        }
        for piece in self.line(from, to) {
            painter.line(&piece, Stroke(Token::Accent, self.style.line));
        }
        self.draw_indices(painter);
        self.draw_labels(painter);
    }

    /// At either end of the range an index that can be dragged. They lie outside of it, so that they stay two in a short one.
    fn draw_indices(&self, painter: &mut Painter<Svg>) {
        for (grown, token) in [(2.0, Token::Paper), (0.0, Token::Ink)] {
            for ((x, y), outwards) in self.ends().into_iter().zip(self.outwards()) {
                let (inner, outer) = (x - 0.5 * outwards, x + (INDEX + grown) * outwards);
                let (top, foot) = (y - 9.0 - grown, y + 9.0 + grown);
                painter.fill(&[(inner, top), (outer, top), (outer, foot), (inner, foot)], token);
            }
        }
    }

    /// Pieces of the fitted line between two places on the axis of years, as far as they lie within the chart.
    fn line(&self, left: f64, right: f64) -> Vec<Vec<Point>> {
        let Ok(fit) = &self.trend.fit else { return Vec::new() };
        let pieces = if self.panel.y_ticks.log { 1 } else { PIECES };
        let line: Vec<_> = self.across(left, right, pieces).map(|(x, year)| (x, self.y(fit.at(year)))).collect();
        if right > left { between(&line, self.heights()) } else { Vec::new() }
    }

    /// Evenly spaced places on the axis of years, and their years.
    fn across(&self, left: f64, right: f64, pieces: usize) -> impl Iterator<Item = (f64, f64)> {
        (0..=pieces).map(move |piece| left + (right - left) * piece as f64 / pieces as f64).map(|x| (x, self.year_at(x)))
    }

    /// Outline of the confidence band across the chart; nothing without one.
    fn band(&self) -> Vec<Point> {
        let Some(intervals) = &self.trend.intervals else { return Vec::new() };
        let Rect { left, right, .. } = self.panel.plot;
        let pieces = if self.panel.y_ticks.log { BAND_PIECES } else { PIECES };
        let band: Vec<_> = self.across(left, right, pieces).map(|(x, year)| (x, intervals.band(year))).collect();
        let upper = band.iter().map(|(x, band)| (*x, self.y(band.high)));
        let lower = band.iter().rev().map(|(x, band)| (*x, self.y(band.low)));
        clipped(&upper.chain(lower).collect::<Vec<_>>(), self.heights())
    }
}

/// Ticks from zero that hold all values.
fn even(trend: &Trend) -> Ticks {
    let most = trend.points().iter().map(|point| point.value).fold(0.0, f64::max);
    Ticks::covering(0.0, if most > 0.0 { most } else { 10_f64.powi(trend.dataset.decades.1) }, 5)
}
