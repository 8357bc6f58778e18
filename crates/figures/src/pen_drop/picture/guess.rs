//! The reader's guess, on the time axis of the uppermost chart.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, beside},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::charts::Charts;
use crate::pen_drop::{Strings, question::QUESTION};

/// A guess with its two lines of text.
pub(super) struct Guess {
    /// Its place on the time axis.
    at: Point,
    /// The guess, and above it what it is.
    lines: [(Rect, String); 2],
}

impl Guess {
    /// Finds room for a guess (s) clear of the two curves of height, and of where the cursor stands longest (s), unless that is too
    /// much.
    pub fn of(charts: &Charts, guess: f64, curves: [&[Point]; 2], cursors: [f64; 2]) -> Self {
        let style = &charts.style;
        let at = (charts.height.x.at(guess), charts.height.plot.bottom);
        let text = QUESTION.formatted(guess, charts.language);
        let name = Strings::of(charts.language).picture_guess.to_owned();
        let (width, wide) = (style.width(&text, true), style.width(&name, false));
        let line = 1.1 * style.text;
        let size = (width.max(wide), 2.0 * line);
        let occupancies = [true, false].map(|clear| {
            let mut occupancy = charts.occupancy(&charts.height, curves);
            for x in cursors.into_iter().filter(|_| clear).map(|cursor| charts.height.x.at(cursor)) {
                occupancy.keep_line(vec![(x, charts.height.plot.top), (x, charts.height.plot.bottom)]);
            }
            occupancy
        });
        let top = (at.0, at.1 - 0.7 * style.text);
        let above = Rect::around((top.0, top.1 - 0.25 * line - line), size.0 / 2.0, line);
        let shifted = |by: f64| Rect { left: above.left + by, right: above.right + by, ..above };
        let aside = size.0 / 2.0 - 0.4 * style.text;
        // Where the guess is close to the landing, its text stands further to the left, below the curve.
        let low = Rect { top: at.1 - 3.0 - 2.0 * line, bottom: at.1 - 3.0, ..above };
        let further = [0.8, 1.0, 1.2, 1.5, 1.8].map(|by| Rect { left: low.left - by * size.0, right: low.right - by * size.0, ..low });
        let places = [above, shifted(aside), shifted(-aside), beside(at, (1.0, -1.0), size, 8.0)];
        // Where nothing is free it stands over a curve, but not beyond the edge.
        let bounds = occupancies[0].bounds;
        let within = (bounds.right - above.right).min((bounds.left - above.left).max(0.0));
        let place = |mut occupancy: Occupancy| occupancy.place(places.into_iter().chain(further));
        let found = occupancies.into_iter().find_map(place).unwrap_or(shifted(within));
        let middle = 0.5 * (found.left + found.right);
        let box_of = |width: f64, bottom: f64| Rect { left: middle - width / 2.0, right: middle + width / 2.0, top: bottom - line, bottom };
        Self { at, lines: [(box_of(width, found.bottom), text), (box_of(wide, found.bottom - line), name)] }
    }

    /// The boxes of its text.
    pub fn boxes(&self) -> impl Iterator<Item = Rect> {
        self.lines.iter().map(|(found, _)| *found)
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        let (at, style) = (self.at, &charts.style);
        let (half, tall) = (0.4 * style.text, 0.7 * style.text);
        let triangle = [at, (at.0 - half, at.1 - tall), (at.0 + half, at.1 - tall), at];
        painter.fill(&triangle, Token::Paper);
        painter.line(&triangle, Stroke(Token::Ink, 1.5));
        for ((found, text), bold) in self.lines.iter().zip([true, false]) {
            let letters = if bold { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink, Anchor::Start) };
            painter.text((found.left, found.baseline(style.text)), text, &TextStyle { halo: true, ..letters });
        }
    }
}
