//! What is written at the curves: who has learnt what, and what guessing comes to.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, beside},
    locale::Language,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::vision::SHAPES;

use crate::structure_vs_scale::{Strings, contest::Role, text::name};

/// A learner's name at its line, or what guessing comes to.
pub(super) struct Label {
    place: Rect,
    text: &'static str,
    token: Token,
    /// Leads to its line, where there is no room beside that.
    leader: Option<[Point; 2]>,
}

impl Label {
    /// A learner's name at its line.
    pub fn of_learner(role: Role, line: &[Point], taken: &mut Occupancy, style: &ChartStyle, language: Language) -> Option<Self> {
        let (text, token) = (name(role, language), super::line::token(role));
        let size = (style.width(text, false), 1.1 * style.text);
        let found = match *line {
            [] => return None,
            [at] => taken.place([(1.0, 0.0), (1.0, -1.0), (1.0, 1.0)].map(|side| beside(at, side, size, 8.0))),
            _ => taken.place_along(line, size, &[(0.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (0.0, 1.0)]),
        };
        let (place, leader) = match found {
            Some(found) => (found, None),
            None => taken.place_led(line, size).map(|(found, leader)| (found, Some(leader)))?,
        };
        // Two names close to each other would read as one.
        taken.keep(place.inflated(0.4 * style.text));
        Some(Self { place, text, token, leader })
    }

    /// What guessing comes to, at the right end of its line or as near to it as there is room.
    pub fn of_guessing(line: &[Point; 2], taken: &mut Occupancy, style: &ChartStyle, language: Language) -> Option<Self> {
        let text = Strings::of(language).picture_svs_guessing;
        let size = (style.width(text, false), 1.1 * style.text);
        let steps = (0..60).map(|step| line[1].0 - size.0 / 2.0 - 8.0 * f64::from(step));
        let places = steps.flat_map(|x| [1.0, -1.0].map(|side| beside((x, line[1].1), (0.0, side), size, 6.0)));
        let place = taken.place(places)?;
        Some(Self { place, text, token: Token::Ink3, leader: None })
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        let Self { place, text, token, leader } = self;
        leader.iter().for_each(|leader| painter.line(leader, Stroke(*token, 1.0)));
        let letters = TextStyle { halo: true, ..style.letters(*token, Anchor::Start) };
        painter.text((place.left, place.baseline(style.text)), text, &letters);
    }
}

/// What guessing tells, all along.
pub(super) fn chance(axes: &Axes) -> [Point; 2] {
    let y = axes.y.at(100.0 / SHAPES as f64);
    [(axes.plot.left, y), (axes.plot.right, y)]
}
