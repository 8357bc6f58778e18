//! The fall itself: distance over time, what is measured of it, and where it would be under gravity alone.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Marker, Occupancy, Painter, Point, Rect, Scale, Shape, Ticks, beside, between, simplified},
    locale::Language,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::learn_drop::{DURATION, Learner};

use super::{line, seen};
use crate::learn_the_drop::{LearnDropOutcome, Strings, text::name};

/// How far down the chart reaches, m: the fall with the greatest flutter and its measurements.
const DEPTH: f64 = 1.6;

/// Pieces of a curve.
const PIECES: u32 = 120;

/// Distance fallen, downwards, over time.
pub(super) struct Fall {
    axes: Axes,
    measured: Vec<Point>,
    truth: Vec<Point>,
    gravity: Vec<Point>,
    labels: Vec<(Rect, &'static str, Token)>,
}

/// The times of a curve, s.
pub(super) fn times() -> impl Iterator<Item = f64> {
    (0..=PIECES).map(|piece| DURATION * f64::from(piece) / f64::from(PIECES))
}

/// The axis of time, which two charts share.
pub(super) fn time_ticks() -> Ticks {
    Ticks::covering(0.0, DURATION, 3)
}

/// Points from left to right. As each is a short step from the one before, they pack well, and the paths that they share are small,
/// which browsers paint sooner.
pub(super) fn in_order(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut points: Vec<_> = points.collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    points
}

impl Fall {
    pub fn of(outcome: &LearnDropOutcome, plot: Rect, style: &ChartStyle, frame: &Frame) -> Self {
        let (x_ticks, y_ticks) = (time_ticks(), Ticks::covering(0.0, DEPTH - 0.1, 3));
        let x = Scale::of(&x_ticks, (plot.left, plot.right));
        let axes = Axes { x, y: Scale::linear((0.0, DEPTH), (plot.top, plot.bottom)), x_ticks, y_ticks, plot };
        let curve = |fallen: &dyn Fn(f64) -> f64| -> Vec<Point> {
            let points: Vec<_> = times().map(|time| axes.at(time, fallen(time))).collect();
            simplified(&points, 0.1)
        };
        let truth = outcome.spec.truth();
        let truth = curve(&|time| truth.fallen(time));
        let gravity = curve(&|time| 0.5 * pendrop_science::learn_drop::FILTER.gravity * time * time);
        let gravity = between(&gravity, (plot.top, plot.bottom)).into_iter().next().unwrap_or_default();
        let measured =
            in_order(seen(&outcome.spec).filter(|seen| (0.0..DEPTH).contains(&seen.fallen)).map(|seen| axes.at(seen.time, seen.fallen)));
        let mut taken = Occupancy::within(Rect { bottom: plot.bottom - 4.0, ..plot });
        [&truth, &gravity].into_iter().for_each(|line| taken.keep_line(line.clone()));
        measured.iter().for_each(|at| taken.keep(Rect::around(*at, style.point + 1.0, style.point + 1.0)));
        let named = [
            (name(Learner::Gravity, frame.language), &gravity, (1.0, 0.0), Token::Ink3),
            (Strings::of(frame.language).picture_filter, &truth, (1.0, -1.0), Token::Ink2),
        ];
        let labels = named.into_iter().filter_map(|(text, line, side, token)| {
            let size = (style.width(text, false), 1.1 * style.text);
            let places = line.iter().rev().flat_map(|at| [4.0, 9.0, 15.0].map(|gap| beside(*at, side, size, gap)));
            Some((taken.place(places)?, text, token))
        });
        Self { labels: labels.collect(), axes, measured, truth, gravity }
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle, language: Language) {
        self.axes.draw(painter, style, Strings::of(language).picture_fallen, None, language);
        line::draw(painter, Learner::Gravity, &self.gravity, style);
        painter.line(&self.truth, Stroke(Token::Edge, 1.5 * style.line));
        let marker = Marker { radius: 0.7 * style.point, ..Marker::hollow(Shape::Circle, style) };
        self.measured.iter().for_each(|at| marker.draw(painter, *at));
        for (place, text, token) in &self.labels {
            let letters = TextStyle { halo: true, ..style.letters(*token, Anchor::Start) };
            painter.text((place.left, place.baseline(style.text)), text, &letters);
        }
    }
}
