//! The names of the two curves, of the body and of gravity alone, and where they stand.

use pendrop_kit::{
    chart::{Painter, Point, Rect, beside},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::{charts::Charts, guess::Guess, lines::Lines, runs::Others, shapes};
use crate::pen_drop::{Strings, drop::POSTER};

/// The name of a curve: where it stands, and its colour.
pub(super) struct Name {
    pub found: Rect,
    /// The line that leads to it, where it does not stand beside its curve.
    pub leader: Option<[Point; 2]>,
    text: &'static str,
    token: Token,
}

impl Name {
    pub fn draw(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        if let Some(leader) = &self.leader {
            painter.line(leader, Stroke(self.token, 1.0));
        }
        let text_style = TextStyle { halo: true, ..charts.style.bold(self.token, Anchor::Start) };
        painter.text((self.found.left, self.found.baseline(charts.style.text)), self.text, &text_style);
    }
}

/// What names are placed by.
pub(super) struct Names<'a> {
    pub charts: &'a Charts,
    pub lines: &'a Lines,
    pub guess: Option<&'a Guess>,
    pub others: &'a Others,
    /// What falls.
    pub object: &'static str,
    /// The colour of what belongs to gravity.
    pub gravity: Token,
    /// When the animation ends, s.
    pub end: f64,
    /// Height of the body when gravity alone would have it land, m.
    pub height_left: f64,
}

impl Names<'_> {
    /// Gravity's name stands at the free end of its curve, each beside its curve otherwise, in the first of the two charts that
    /// has room. They keep clear of where the cursor stands longest, unless that is too much; if that is, too, they stand further
    /// away at the end of a leader.
    pub fn place(&self) -> [Option<Name>; 2] {
        let whole = |names: &[Option<Name>; 2]| names.iter().all(Option::is_some);
        let attempts: [(&[f64], bool); 3] = [(&[POSTER, 1.0], false), (&[], false), (&[], true)];
        let mut names = attempts.into_iter().map(|(cursors, led)| self.clear_of(cursors, led));
        names.find(whole).unwrap_or_else(|| self.clear_of(&[], true))
    }

    /// The names, clear of the cursor at these shares of the fall, and perhaps at the end of a leader.
    fn clear_of(&self, cursors: &[f64], led: bool) -> [Option<Name>; 2] {
        let Self { charts, lines, .. } = *self;
        let mut occupancies = [(0, &charts.height), (1, &charts.speed)].map(|(place, axes)| {
            let mut occupancy = charts.occupancy(axes, lines.pair(place), charts.dots_way());
            self.others.keep_clear(place, &mut occupancy);
            for share in cursors {
                let x = axes.x.at(share * self.end);
                occupancy.keep_line(vec![(x, axes.plot.top), (x, axes.plot.bottom)]);
            }
            occupancy
        });
        self.guess.iter().flat_map(|guess| guess.boxes(charts)).for_each(|found| occupancies[0].keep_text(found));
        for leader in self.guess.iter().filter_map(|guess| guess.leader()) {
            occupancies[0].keep_line(leader.to_vec());
        }
        let tall = 1.02 * charts.style.text;
        // Where the two curves are apart, each name stands on its own side; where they are one line, gravity's stands outside.
        let gap = charts.height.y.at(0.0) - charts.height.y.at(self.height_left);
        let (vacuum, body) = if gap > 1.5 * charts.style.text {
            ([(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)], [(1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)])
        } else {
            ([(1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (-1.0, -1.0)], [(-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0)])
        };
        let mut place = |text: &'static str, token, lines: &[Vec<Point>; 2], sides, end: Option<Point>| {
            let size = (charts.style.width(text, true), tall);
            let at_end = end.and_then(|end| occupancies[1].place([(1.0, 0.0), (1.0, 1.0)].map(|side| beside(end, side, size, 9.0))));
            let near = at_end.or_else(|| occupancies.iter_mut().zip(lines).find_map(|(room, line)| room.place_along(line, size, sides)));
            let mut far = || occupancies.iter_mut().zip(lines).find_map(|(room, line)| room.place_led(line, size)).filter(|_| led);
            let near = near.map(|found| (found, None));
            let (found, leader) = near.or_else(|| far().map(|(found, leader)| (found, Some(leader))))?;
            Some(Name { found, leader, text, token })
        };
        let (text, name) = (Strings::of(charts.language).picture_gravity_alone, shapes::name(self.object, charts.language));
        let vacuum = place(text, self.gravity, &lines.vacuum, &vacuum, lines.vacuum[1].last().copied());
        let body = place(name, Token::Ink, &lines.body, &body, None);
        [vacuum, body]
    }
}
