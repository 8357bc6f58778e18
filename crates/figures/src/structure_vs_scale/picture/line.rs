//! How the learners' lines are told apart: by colour, weight and dashes. None of them is the dominant force.

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point},
    svg::{Stroke, Svg, Token},
};

use crate::structure_vs_scale::contest::Role;

/// The colour of a learner's line and of its name.
pub(super) fn token(role: Role) -> Token {
    match role {
        Role::Hand => Token::S1,
        Role::Cnn => Token::Ink,
        Role::Mlp => Token::S2,
    }
}

/// Draws a learner's line.
pub(super) fn draw(painter: &mut Painter<Svg>, role: Role, line: &[Point], style: &ChartStyle) {
    match role {
        Role::Mlp => painter.dashed(line, Stroke(token(role), style.line), (8.0, 4.0)),
        Role::Hand | Role::Cnn => painter.line(line, Stroke(token(role), style.line)),
    }
}

/// Draws what a learner goes on knowing that is trained no further.
pub(super) fn draw_held(painter: &mut Painter<Svg>, role: Role, line: &[Point]) {
    painter.dashed(line, Stroke(token(role), 1.5), (2.5, 3.0));
}
