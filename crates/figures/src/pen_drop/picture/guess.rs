//! The reader's guess, on the time axis of the uppermost chart.

use pendrop_kit::{
    chart::{Painter, Point, Rect},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::{charts::Charts, runs::Others};
use crate::pen_drop::{Strings, question::QUESTION};

/// A guess with its two lines of text.
pub(super) struct Guess {
    /// Its place on the time axis.
    at: Point,
    /// The guess, and above it what it is, where there is room.
    lines: Vec<(Rect, String)>,
    /// The line that leads from it to them, where they do not stand at it.
    leader: Option<[Point; 2]>,
}

impl Guess {
    /// Finds room for a guess (s) clear of the two curves of height, of other runs, and of where the cursor stands longest (s), unless that is too
    /// much.
    pub fn of(charts: &Charts, guess: f64, curves: [&[Point]; 2], others: &Others, cursors: [f64; 2]) -> Self {
        let style = &charts.style;
        let Rect { top, bottom, .. } = charts.height.plot;
        let at = (charts.height.x.at(guess), bottom);
        let text = QUESTION.formatted(guess, charts.language);
        let name = Strings::of(charts.language).picture_guess.to_owned();
        let (width, wide) = (style.width(&text, true), style.width(&name, false));
        let line = 1.1 * style.text;
        let mark = mark(charts, at);
        // In two lines, or in one, or the number alone.
        let in_one = format!("{name} {text}");
        let sizes = [(width.max(wide), 2.0 * line), (style.width(&in_one, true), line), (width, line)];
        let room = |clear: bool| {
            let mut room = charts.occupancy(&charts.height, curves, charts.dots_way());
            room.keep(mark.inflated(1.0));
            others.keep_clear(0, &mut room);
            for x in cursors.into_iter().filter(|_| clear).map(|cursor| charts.height.x.at(cursor)) {
                room.keep_line(vec![(x, top), (x, bottom)]);
            }
            room
        };
        let at_mark = sizes.into_iter().find_map(|size| {
            let near = || [true, false].into_iter().find_map(|clear| room(clear).place(beside_mark(&mark, size)));
            let over = || [true, false].into_iter().find_map(|clear| room(clear).place(over_mark(&mark, size)));
            near().or_else(over)
        });
        let far = || sizes.into_iter().find_map(|size| room(false).place(room(false).anywhere((at.0, mark.top), size)));
        let found = at_mark.or_else(far);
        let Some(found) = found else { return Self { at, lines: Vec::new(), leader: None } };
        let middle = 0.5 * (found.left + found.right);
        let row = |width: f64, bottom: f64| Rect { left: middle - width / 2.0, right: middle + width / 2.0, top: bottom - line, bottom };
        let lines = if found.height() > 1.5 * line {
            vec![(row(width, found.bottom), text), (row(wide, found.bottom - line), name)]
        } else if found.width() > width + 1.0 {
            vec![(found, in_one)]
        } else {
            vec![(found, text)]
        };
        let from = (at.0, mark.top);
        let end = found.inflated(2.0).nearest(from);
        let far = (end.0 - from.0).hypot(end.1 - from.1);
        Self { at, lines, leader: (far > style.text).then_some([from, end]) }
    }

    /// The boxes of its text and of its mark.
    pub fn boxes(&self, charts: &Charts) -> impl Iterator<Item = Rect> {
        self.lines.iter().map(|(found, _)| *found).chain([mark(charts, self.at).inflated(1.0)])
    }

    /// The line to its text, if there is one.
    pub fn leader(&self) -> Option<&[Point; 2]> {
        self.leader.as_ref()
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        if let Some(leader) = &self.leader {
            painter.line(leader, Stroke(Token::Ink, 1.0));
        }
        let Rect { left, top, right, .. } = mark(charts, self.at);
        let triangle = [self.at, (left, top), (right, top), self.at];
        painter.fill(&triangle, Token::Paper);
        painter.line(&triangle, Stroke(Token::Ink, 1.5));
        let style = &charts.style;
        for ((found, text), bold) in self.lines.iter().zip([true, false]) {
            let letters = if bold { style.bold(Token::Ink, Anchor::Start) } else { style.letters(Token::Ink, Anchor::Start) };
            painter.text((found.left, found.baseline(style.text)), text, &TextStyle { halo: true, ..letters });
        }
    }
}

/// The box of the triangle that stands on the axis.
fn mark(charts: &Charts, (x, y): Point) -> Rect {
    let (half, tall) = (0.4 * charts.style.text, 0.7 * charts.style.text);
    Rect { left: x - half, right: x + half, top: y - tall, bottom: y }
}

/// Places for a text of this size at a mark on an axis: over it, and further to one side of it.
fn beside_mark(mark: &Rect, (width, height): (f64, f64)) -> impl Iterator<Item = Rect> {
    const ASIDE: [f64; 7] = [0.0, 0.42, -0.42, 0.6, -0.6, 0.75, -0.75];
    let middle = 0.5 * (mark.left + mark.right);
    [mark.top - 2.0, mark.bottom - 3.0]
        .into_iter()
        .flat_map(move |bottom| ASIDE.map(|aside| Rect::around((middle + aside * width, bottom - height / 2.0), width / 2.0, height / 2.0)))
}

/// Places further up, so that something can lead straight down to the mark.
fn over_mark(mark: &Rect, (width, height): (f64, f64)) -> impl Iterator<Item = Rect> {
    const ASIDE: [f64; 5] = [0.0, 0.3, -0.3, 0.48, -0.48];
    let middle = 0.5 * (mark.left + mark.right);
    (1..40)
        .map(move |step| mark.top - 2.0 - 4.0 * f64::from(step))
        .flat_map(move |bottom| ASIDE.map(|aside| Rect::around((middle + aside * width, bottom - height / 2.0), width / 2.0, height / 2.0)))
}
