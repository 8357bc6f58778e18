//! Points that the reader has found: those whose names match a search, and the one that is asked about.

use super::{axis::Look, label::Rect, sheet::Sheet};
use crate::{
    anatomy::{Frame, Mark},
    svg::{Anchor, Stroke, Svg, Token},
};

/// Which marks have a name with this text in it, small and capital letters alike; none for a text without letters.
#[must_use]
pub fn matching(marks: &[Mark], text: &str) -> Vec<usize> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Vec::new();
    }
    marks.iter().enumerate().filter(|(_, mark)| mark.name.to_lowercase().contains(&text)).map(|(index, _)| index).collect()
}

/// The mark that lies nearest to a place, if it lies within reach.
#[must_use]
pub fn nearest(marks: &[Mark], (x, y): (f64, f64), reach: f64) -> Option<usize> {
    let distances = marks.iter().map(|mark| (mark.at.0 - x).hypot(mark.at.1 - y)).enumerate();
    distances.filter(|(_, distance)| *distance <= reach).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

/// Draws the marks that match, and the one that is asked about in a ring, with its name beside it unless the picture has that
/// there already.
pub fn draw(svg: &mut Svg, frame: &Frame, marks: &[Mark], matching: &[usize], picked: Option<usize>, named: bool) {
    let look = Look::of(frame);
    let sheet = &mut Sheet::new(svg);
    for mark in matching.iter().filter_map(|index| marks.get(*index)) {
        sheet.dot(mark.at, look.dot + 1.5, Token::Ink);
    }
    let Some(mark) = picked.and_then(|index| marks.get(index)) else { return };
    let (x, y) = mark.at;
    sheet.dot(mark.at, look.dot, Token::Ink);
    sheet.circle(mark.at, look.dot + 4.5, Stroke(Token::Ink, 2.0));
    if named {
        return;
    }
    let name = shortened(mark.name, frame.width - 24.0, &look);
    let width = look.width(&name, true);
    // Beside the point, on the side with more room; over it where neither side has enough.
    let (beside, half) = (look.dot + 12.0, look.text * 0.36);
    let left = if x + beside + width < frame.width {
        x + beside
    } else if x - beside - width > 0.0 {
        x - beside - width
    } else {
        (x - width / 2.0).clamp(2.0, (frame.width - width - 2.0).max(2.0))
    };
    let over = left < x && x < left + width;
    let baseline = match (over, y < 3.0 * look.text) {
        (false, _) => y + half,
        (true, false) => y - beside,
        (true, true) => y + beside + 2.0 * half,
    };
    let ground = Rect::of_text((left, baseline), width, look.text).grown(3.0);
    let Rect { left: from, top, right, bottom } = ground;
    sheet.fill(&[(from, top), (right, top), (right, bottom), (from, bottom)], Token::Paper);
    sheet.text((left, baseline), &name, &look.bold(Token::Ink, Anchor::Start));
}

/// A name that fits a width.
fn shortened(name: &str, room: f64, look: &Look) -> String {
    if look.width(name, true) <= room {
        return name.to_owned();
    }
    let mut short: String = name.to_owned();
    while look.width(&short, true) + look.text > room && short.pop().is_some() {}
    short.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: [Mark; 3] =
        [Mark { at: (10.0, 10.0), name: "Z3" }, Mark { at: (20.0, 12.0), name: "ENIAC" }, Mark { at: (300.0, 30.0), name: "EDSAC" }];

    #[test]
    fn marks_are_found_by_part_of_their_name() {
        assert_eq!(matching(&MARKS, " ac"), [1, 2]);
        assert_eq!(matching(&MARKS, "eni"), [1]);
        assert_eq!(matching(&MARKS, " "), Vec::<usize>::new());
    }

    #[test]
    fn the_nearest_mark_within_reach_is_found() {
        assert_eq!(nearest(&MARKS, (17.0, 12.0), 20.0), Some(1));
        assert_eq!(nearest(&MARKS, (150.0, 12.0), 20.0), None);
        assert_eq!(nearest(&[], (0.0, 0.0), 20.0), None);
    }
}
