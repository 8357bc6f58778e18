//! How the learners' lines are told apart: by weight and by dashes. None of them is the dominant force.

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point},
    svg::{Stroke, Svg, Token},
};
use pendrop_science::learn_drop::Learner;

/// The colour of a learner's line and of its name.
pub(super) fn token(learner: Learner) -> Token {
    match learner {
        Learner::Drag | Learner::Flexible => Token::Ink,
        Learner::Gravity | Learner::Cubic => Token::Ink3,
    }
}

/// Draws a learner's line.
pub(super) fn draw(painter: &mut Painter<Svg>, learner: Learner, line: &[Point], style: &ChartStyle) {
    match learner {
        Learner::Gravity => painter.line(line, Stroke(token(learner), 1.5)),
        Learner::Drag => painter.line(line, Stroke(token(learner), style.line)),
        Learner::Cubic => painter.dashed(line, Stroke(token(learner), 2.0), (2.0, 4.0)),
        Learner::Flexible => painter.dashed(line, Stroke(token(learner), style.line), (8.0, 4.0)),
    }
}
