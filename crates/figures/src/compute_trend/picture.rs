//! The picture of `compute-trend`: the points on axes that depend on the dataset alone, and over them what changes while the
//! range is dragged: the line with its band, the ends of the range, and what is written beside them.

mod families;
mod interaction;
mod labels;
mod layout;

use std::sync::Arc;

use super::Trend;
use crate::datasets::{citation, name};
use labels::Labels;
pub(super) use layout::Layout;
use pendrop_kit::{
    chart::{Marker, Painter, Point, Rect, Ticks, between, clipped, limited},
    locale::{Language, fill},
    picture::{self, Frame, Interaction, Picture, Points},
    runs::{Mark, Run, RunLabel},
    svg::{Stroke, Svg, Token},
};

/// Pieces of a curve across the chart.
const PIECES: usize = 160;
/// Pieces of the band's edges, which bend less.
const BAND_PIECES: usize = 48;
/// Width of an index at an end of the range.
const INDEX: f64 = 10.0;
/// Dashes of what is beyond the fit, and the gaps between them.
pub(super) const DASH: (f64, f64) = (7.0, 5.0);

/// A trend in a frame.
pub(super) struct TrendPicture {
    layout: Layout,
    trend: Arc<Trend>,
    /// Where the points of the table lie, in its order.
    positions: Vec<Point>,
    /// Where the ends of the range stand on the axis of years.
    ends: [Point; 2],
    curves: Curves,
    labels: Labels,
    others: Vec<Other>,
}

/// The line fitted in another run, from the first of its points to the last.
struct Other {
    mark: Mark,
    pieces: Vec<Vec<Point>>,
    label: Option<RunLabel>,
}

/// The fitted line and its band as far as they lie within the chart.
struct Curves {
    /// Pieces of the line or the parabola from the first point to the last.
    fitted: Vec<Vec<Point>>,
    /// Pieces of it beyond the range.
    beyond: Vec<Vec<Point>>,
    /// Pieces of the straight line beside a parabola, from the first point to the last.
    straight: Vec<Vec<Point>>,
    /// Outline of the confidence band across the chart; nothing without one.
    band: Vec<Point>,
}

impl TrendPicture {
    /// The picture of a trend in a frame, with other runs beside it.
    pub fn new(trend: Arc<Trend>, frame: &Frame, runs: &[Run<Trend>]) -> Self {
        let values = if trend.log { trend.dataset.value_ticks() } else { linear_ticks(&trend) };
        let layout = Layout::new(frame, trend.dataset, values);
        let positions: Vec<Point> = trend.points().iter().map(|point| layout.at(point)).collect();
        let Rect { left, right, bottom, .. } = layout.axes.plot;
        let ends = [trend.from, trend.to].map(|year| (limited(layout.x(year), (left, right)), bottom - 2.0));
        let curves = Curves::new(&trend, &layout);
        let fitted: Vec<_> = runs.iter().map(|run| Curves::fitted(&run.outcome, &layout)).collect();
        let (labels, mut room) = Labels::new(&trend, &layout, &positions, &ends, &curves, &fitted);
        let rooms = std::slice::from_mut(&mut room);
        let other = |(run, pieces): (&Run<Trend>, Vec<Vec<Point>>)| {
            let label = RunLabel::place(run.labels(frame.language), &[(0, &pieces.concat())], rooms, &layout.style);
            Other { mark: run.mark, pieces, label }
        };
        let others = runs.iter().zip(fitted).map(other).collect();
        Self { layout, trend, positions, ends, curves, labels, others }
    }

    /// On which side of it the index of each end of the range lies: away from the other one.
    fn outwards(&self) -> [f64; 2] {
        if self.trend.from > self.trend.to { [1.0, -1.0] } else { [-1.0, 1.0] }
    }

    /// What the fit does not cover lies under a veil; the ends of what it covers are marked.
    fn draw_range(&self, painter: &mut Painter<Svg>) {
        let [(from, _), (to, _)] = self.ends;
        let Rect { left, top, right, bottom } = self.layout.axes.plot;
        // A point at an end of the range counts, and is whole.
        let whole = self.layout.style.point + 1.0;
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
    }

    /// The fitted line with its band.
    fn draw_curves(&self, painter: &mut Painter<Svg>) {
        let Curves { fitted, beyond, straight, band } = &self.curves;
        // What might as well be level is no force.
        let token = if self.trend.is_clear() {
            painter.area(std::slice::from_ref(band), Token::Band);
            Token::Accent
        } else {
            painter.line(band, Stroke(Token::Edge, 1.0));
            Token::Ink
        };
        for piece in straight {
            painter.line(piece, Stroke(Token::Ink2, 1.25));
        }
        for piece in beyond {
            painter.dashed(piece, Stroke(token, 2.25), DASH);
        }
        for piece in fitted {
            painter.line(piece, Stroke(token, self.layout.style.line));
        }
    }

    /// At either end of the range an index that can be dragged. They lie outside of it, so that they stay two in a short one.
    fn draw_indices(&self, painter: &mut Painter<Svg>) {
        let Rect { left, .. } = self.layout.axes.plot;
        for (grown, token) in [(2.0, Token::Paper), (0.0, Token::Ink)] {
            for ((x, y), outwards) in self.ends.into_iter().zip(self.outwards()) {
                // The numbers of the axis stay clear of it.
                let (inner, outer) = (x - 0.5 * outwards, (x + (INDEX + grown) * outwards).max(left - 5.0 - grown));
                let (top, foot) = (y - 9.0 - grown, y + 9.0 + grown);
                painter.fill(&[(inner, top), (outer, top), (outer, foot), (inner, foot)], token);
            }
        }
    }
}

impl Picture for TrendPicture {
    /// Axes and points.
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        let Layout { style, frame, axes } = &self.layout;
        axes.draw(painter, style, (self.trend.dataset.quantity)(frame.language), Some(""), frame.language);
        // Points that cannot count lie under the others. One kind after the other, so that each is one path.
        for (eligible, token, size) in [(false, Token::Edge, 0.6), (true, Token::Ink3, 1.0)] {
            for family in families::of(self.trend.dataset) {
                let marker = Marker { token, radius: size * style.point, ..Marker::hollow(family.shape, style) };
                for ((point, at), counts) in self.trend.points().iter().zip(&self.positions).zip(&self.trend.eligible) {
                    if *counts == eligible && family.has(point) {
                        marker.draw(painter, *at);
                    }
                }
            }
        }
    }

    fn background_key(&self) -> Option<u64> {
        // Without its table a dataset has no points.
        Some(picture::key((self.trend.dataset.id, self.trend.log, &self.trend.eligible)))
    }

    /// The fit, its range, and all labels.
    fn foreground(&self, svg: &mut Svg, _time: f64) {
        let painter = &mut Painter::new(svg);
        self.draw_range(painter);
        for other in &self.others {
            other.pieces.iter().for_each(|piece| other.mark.line(painter, piece));
        }
        self.draw_curves(painter);
        self.draw_indices(painter);
        self.labels.draw(painter, &self.layout.style);
        self.others.iter().filter_map(|other| other.label.as_ref()).for_each(|label| label.draw(painter, &self.layout.style));
    }

    fn points(&self) -> Option<&dyn Points> {
        Some(self)
    }

    fn interaction(&self) -> Option<&dyn Interaction> {
        Some(self)
    }
}

impl Points for TrendPicture {
    fn count(&self) -> usize {
        self.positions.len()
    }

    fn position(&self, index: usize) -> Point {
        self.positions.get(index).copied().unwrap_or_default()
    }

    fn name(&self, index: usize) -> &str {
        self.trend.points().get(index).map_or("", |point| name(point, self.layout.frame.language))
    }

    fn details(&self, index: usize, language: Language) -> String {
        self.trend.points().get(index).map_or_else(String::new, |point| {
            let (year, value) = (super::text::year(point.year, language), self.trend.dataset.formatted(point.value, language));
            let values = [("year", &*year), ("value", &*value), ("source", citation(&point.source, language))];
            fill(super::Strings::of(language).trend_mark, &values)
        })
    }

    fn taken(&self) -> Vec<Rect> {
        self.labels.places().chain(self.others.iter().filter_map(|other| Some(other.label.as_ref()?.found))).collect()
    }

    fn is_labelled(&self, index: usize) -> bool {
        self.trend.points().get(index).is_some_and(|point| self.labels.names_point(&point.name, self.position(index)))
    }
}

impl Curves {
    /// The straight line of a trend, from its first point to its last.
    fn fitted(trend: &Trend, layout: &Layout) -> Vec<Vec<Point>> {
        trend.used_years().map_or_else(Vec::new, |(first, last)| line(trend, layout, layout.x(first), layout.x(last)))
    }

    /// From the first point to the last it is drawn as fitted; what lies beyond is extrapolated.
    fn new(trend: &Trend, layout: &Layout) -> Self {
        let Rect { left, right, .. } = layout.axes.plot;
        let [from, to] = trend.used_years().map_or([left; 2], |(first, last)| [first, last].map(|year| layout.x(year)));
        let shown = |left, right| match trend.shown_curve() {
            Some(parabola) => pieces(layout, left, right, PIECES, |year| parabola.at(year)),
            None => line(trend, layout, left, right),
        };
        let straight = if trend.shown_curve().is_some() { line(trend, layout, from, to) } else { Vec::new() };
        Self { fitted: shown(from, to), beyond: [shown(left, from), shown(to, right)].concat(), straight, band: band(trend, layout) }
    }
}

/// Pieces of the fitted line between two places on the axis of years, as far as they lie within the chart.
fn line(trend: &Trend, layout: &Layout, left: f64, right: f64) -> Vec<Vec<Point>> {
    let Ok(fit) = &trend.fit else { return Vec::new() };
    pieces(layout, left, right, if layout.axes.y_ticks.log { 1 } else { PIECES }, |year| fit.at(year))
}

/// Pieces of what has these heights (decades) over the years, as far as they lie within the chart.
fn pieces(layout: &Layout, left: f64, right: f64, count: usize, height: impl Fn(f64) -> f64) -> Vec<Vec<Point>> {
    let line: Vec<_> = layout.across(left, right, count).map(|(x, year)| (x, layout.y(height(year)))).collect();
    if right > left { between(&line, layout.heights()) } else { Vec::new() }
}

fn band(trend: &Trend, layout: &Layout) -> Vec<Point> {
    let Rect { left, right, .. } = layout.axes.plot;
    let pieces = if layout.axes.y_ticks.log { BAND_PIECES } else { PIECES };
    let (places, years): (Vec<_>, Vec<_>) = layout.across(left, right, pieces).unzip();
    let bands = match trend.shown_curve() {
        Some(_) => trend.curve_bands(&years),
        None => trend.intervals.map(|intervals| years.iter().map(|year| intervals.band(*year)).collect()),
    };
    let bands = bands.unwrap_or_default();
    let upper = places.iter().zip(&bands).map(|(x, band)| (*x, layout.y(band.high)));
    let lower = places.iter().zip(&bands).rev().map(|(x, band)| (*x, layout.y(band.low)));
    clipped(&upper.chain(lower).collect::<Vec<_>>(), layout.heights())
}

/// Ticks from zero that hold all values.
fn linear_ticks(trend: &Trend) -> Ticks {
    let most = trend.points().iter().map(|point| point.value).fold(0.0, f64::max);
    Ticks::covering(0.0, if most > 0.0 { most } else { 10_f64.powi(trend.dataset.decades.1) }, 5)
}
