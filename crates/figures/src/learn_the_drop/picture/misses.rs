//! Close by: everything less the law of falling as it has been fitted, which is the zero line. What the law cannot follow shows.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Marker, Occupancy, Painter, Point, Rect, Scale, Shape, Ticks, beside, between, simplified},
    locale::Language,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::learn_drop::{Fit, LearnSpec, Learner};

use super::{
    fall::{in_order, time_ticks, times},
    line, seen,
};
use crate::learn_the_drop::{LearnDropOutcome, Strings, text::name};

/// Centimetres in a metre.
const CM: f64 = 100.0;

/// Distances from the fitted law over time.
pub(super) struct Misses {
    axes: Axes,
    measured: Vec<Point>,
    truth: Vec<Vec<Point>>,
    /// What is learnt by the learner that is told no law, as far as it lies in the chart.
    flexible: Vec<Vec<Point>>,
    labels: Vec<(Rect, &'static str, Token)>,
}

/// How far to both sides the chart reaches, m: it holds the flutter and most of the measurements, with room for names.
fn reach(spec: &LearnSpec) -> f64 {
    (1.25 * spec.flutter + 2.2 * spec.noise).max(0.005)
}

impl Misses {
    pub fn of(outcome: &LearnDropOutcome, plot: Rect, style: &ChartStyle, frame: &Frame) -> Self {
        let spec = &outcome.spec;
        let reach = CM * reach(spec);
        let y_ticks = Ticks::covering(-reach, reach, 8);
        let x_ticks = time_ticks();
        let x = Scale::of(&x_ticks, (plot.left, plot.right));
        let axes = Axes { x, y: Scale::of(&y_ticks, (plot.bottom, plot.top)), x_ticks, y_ticks, plot };
        let fitted = outcome.fits().map(|fits| &fits[Learner::Drag as usize]);
        let truth = spec.truth();
        // Before anything is learnt: the law as it really is.
        let law = |time: f64| fitted.map_or_else(|| Fit::Drag(truth.terminal).at(time), |fit| fit.at(time));
        let curve = |fallen: &dyn Fn(f64) -> f64| {
            let points: Vec<_> = times().map(|time| axes.at(time, CM * (fallen(time) - law(time)))).collect();
            between(&simplified(&points, 0.1), (plot.top, plot.bottom))
        };
        let real = curve(&|time| truth.fallen(time));
        let flexible = outcome.fits().map(|fits| curve(&|time| fits[Learner::Flexible as usize].at(time))).unwrap_or_default();
        let measured = in_order(
            seen(spec)
                .map(|seen| (seen.time, CM * (seen.fallen - law(seen.time))))
                .filter(|(_, off)| (axes.y_ticks.low()..=axes.y_ticks.high()).contains(off))
                .map(|(time, off)| axes.at(time, off)),
        );
        let mut taken = Occupancy::within(Rect { bottom: plot.bottom - 3.0, ..plot });
        real.iter().for_each(|line| taken.keep_around(line.clone(), style.line + 1.0));
        flexible.iter().for_each(|line| taken.keep_line(line.clone()));
        measured.iter().for_each(|at| taken.keep(Rect::around(*at, style.point + 1.0, style.point + 1.0)));
        let zero = [axes.at(0.0, 0.0), axes.at(axes.x_ticks.high(), 0.0)];
        taken.keep_line(zero.to_vec());
        let drag: Vec<_> = times().map(|time| axes.at(time, 0.0)).collect();
        let named = [(Learner::Drag, &drag), (Learner::Flexible, &flexible.concat())].map(|(learner, line)| {
            let text = name(learner, frame.language);
            let size = (style.width(text, false), 1.05 * style.text);
            let sides = [(0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
            let gaps = [4.0, 8.0, 14.0, 20.0];
            let places = gaps.iter().flat_map(|gap| line.iter().flat_map(move |at| sides.map(|side| beside(*at, side, size, *gap))));
            Some((taken.place(places)?, text, line::token(learner)))
        });
        Self { labels: named.into_iter().flatten().collect(), axes, measured, truth: real, flexible }
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle, language: Language) {
        let s = Strings::of(language);
        let Rect { left, right, .. } = self.axes.plot;
        self.axes.draw(painter, style, s.picture_off_the_law, Some("s"), language);
        for piece in &self.truth {
            painter.line(piece, Stroke(Token::Edge, 1.8 * style.line));
        }
        let marker = Marker { radius: 0.7 * style.point, ..Marker::hollow(Shape::Circle, style) };
        self.measured.iter().for_each(|at| marker.draw(painter, *at));
        let zero = self.axes.y.at(0.0);
        line::draw(painter, Learner::Drag, &[(left, zero), (right, zero)], style);
        for piece in &self.flexible {
            line::draw(painter, Learner::Flexible, piece, style);
        }
        for (place, text, token) in &self.labels {
            let letters = TextStyle { halo: true, ..style.letters(*token, Anchor::Start) };
            painter.text((place.left, place.baseline(style.text)), text, &letters);
        }
    }
}
