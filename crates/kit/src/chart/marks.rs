//! Points that the reader has selected: those whose names match a search, and the one that is asked about.

use super::{ChartStyle, Painter, Point, Rect};
use crate::{
    picture::{Frame, Points},
    svg::{Anchor, Stroke, Svg, Token},
    text::{contains, lowercase},
};

/// Which points have a name with this text in it, however a keyboard lets it be written; none for a text without letters.
#[must_use]
pub fn matching(points: &dyn Points, text: &str) -> Vec<usize> {
    let text = sought(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    (0..points.count()).filter(|index| contains(&sought(points.name(*index)), &text)).collect()
}

/// A text in small letters and with the signs that every keyboard has.
fn sought(text: &str) -> String {
    let plain = |sign: char| match sign {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        '×' => 'x',
        '·' | '‐' | '‑' | '–' | '−' => '-',
        '’' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        sign => sign,
    };
    lowercase(text).chars().map(plain).collect()
}

/// The point that lies nearest to a place, if it lies within a radius.
#[must_use]
pub fn nearest(points: &dyn Points, (x, y): Point, radius: f64) -> Option<usize> {
    let squared = |index: usize| {
        let at = points.position(index);
        (at.0 - x).powi(2) + (at.1 - y).powi(2)
    };
    let distances = (0..points.count()).map(|index| (index, squared(index)));
    distances.filter(|(_, squared)| *squared <= radius * radius).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

/// Draws the points that match, and the one that is asked about in a ring, with its name beside it unless the picture has that
/// there already.
pub fn draw(svg: &mut Svg, frame: &Frame, points: &dyn Points, matching: &[usize], selected: Option<usize>) {
    let style = ChartStyle::of(frame);
    let painter = &mut Painter::new(svg);
    let count = points.count();
    for index in matching.iter().filter(|index| **index < count) {
        painter.dot(points.position(*index), style.dot + 1.5, Token::Ink);
    }
    let Some(index) = selected.filter(|index| *index < count) else { return };
    let at @ (x, y) = points.position(index);
    painter.dot(at, style.dot, Token::Ink);
    painter.circle(at, style.dot + 4.5, Stroke(Token::Ink, 2.0));
    if points.is_labelled(index) {
        return;
    }
    let name = shortened(points.name(index), frame.width - 24.0, &style);
    let width = style.width(&name, true);
    // Beside the point, to the right first, or else over or under it; where nothing of the picture's own stands, if there is such a
    // place.
    let (beside, half) = (style.dot + 12.0, style.text * 0.36);
    let middle = (x - width / 2.0).min(frame.width - width - 2.0).max(2.0);
    let sides = [(x + beside, y + half), (x - beside - width, y + half), (middle, y - beside), (middle, y + beside + 2.0 * half)];
    let ground = |at| Rect::of_text(at, width, style.text).inflated(3.0);
    let fits = |at: &Point| at.0 > 0.0 && at.0 + width < frame.width && at.1 > style.text && at.1 < frame.height;
    let taken = points.taken();
    let free = |at: &Point| taken.iter().all(|taken| !ground(*at).intersects(taken));
    let places = || sides.into_iter().filter(fits);
    let (left, baseline) = places().find(free).or_else(|| places().next()).unwrap_or(sides[2]);
    let ground = ground((left, baseline));
    let Rect { left: from, top, right, bottom } = ground;
    painter.fill(&[(from, top), (right, top), (right, bottom), (from, bottom)], Token::Paper);
    painter.text((left, baseline), &name, &style.bold(Token::Ink, Anchor::Start));
}

/// A name that fits a width.
fn shortened(name: &str, room: f64, style: &ChartStyle) -> String {
    if style.width(name, true) <= room {
        return name.to_owned();
    }
    let mut short: String = name.to_owned();
    while style.width(&short, true) + style.text > room && short.pop().is_some() {}
    short.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    struct Machines;

    impl Points for Machines {
        fn count(&self) -> usize {
            3
        }
        fn position(&self, index: usize) -> Point {
            [(10.0, 10.0), (20.0, 12.0), (300.0, 30.0)][index]
        }
        fn name(&self, index: usize) -> &str {
            ["Z3", "ENIAC", "EDSAC"][index]
        }
        fn details(&self, _: usize, _: Language) -> String {
            String::new()
        }
        fn taken(&self) -> Vec<Rect> {
            vec![Rect { left: 25.0, right: 60.0, top: 2.0, bottom: 14.0 }]
        }
        fn is_labelled(&self, index: usize) -> bool {
            index == 2
        }
    }

    #[test]
    fn points_are_found_by_part_of_their_name() {
        assert_eq!(matching(&Machines, " ac"), [1, 2]);
        assert_eq!(matching(&Machines, "eni"), [1]);
        assert_eq!(matching(&Machines, " "), Vec::<usize>::new());
        assert_eq!(matching(&Machines, "édsâc"), [2]);
        for (name, typed) in [("DALL·E 2", "dall-e"), ("NÜWA", "nuwa"), ("5 × 2", "5 x"), ("O’Neill", "o'n")] {
            assert!(contains(&sought(name), &sought(typed)), "{typed}");
        }
    }

    #[test]
    fn the_nearest_point_within_a_radius_is_found() {
        assert_eq!(nearest(&Machines, (17.0, 12.0), 20.0), Some(1));
        assert_eq!(nearest(&Machines, (150.0, 12.0), 20.0), None);
    }

    #[test]
    fn a_point_gets_its_name_unless_the_picture_has_it() {
        let frame = Frame { width: 400.0, height: 100.0, narrow: false, language: Language::En, guess: None };
        let drawn = |selected| {
            let mut svg = Svg::new(frame.width, frame.height);
            draw(&mut svg, &frame, &Machines, &[], selected);
            svg.markup()
        };
        assert!(drawn(Some(1)).contains("ENIAC"));
        assert!(!drawn(Some(2)).contains("EDSAC") && drawn(Some(2)).contains("circle"));
        // To its right stands a name of the picture's.
        assert!(drawn(Some(0)).contains("Z3") && drawn(Some(0)).contains("x=\"20\""), "{}", drawn(Some(0)));
        // Of other tables there may be fewer points than were there when one was selected.
        assert!(drawn(Some(3)).is_empty() && drawn(None).is_empty());
    }
}
