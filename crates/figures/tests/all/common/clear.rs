//! Whether every text of a picture stands clear: within its edges, and off every other text and everything that is drawn.

use pendrop_kit::{
    chart::{Point, Rect},
    picture::Frame,
};

use super::bounds::{Drawn, Kind, Lettered, elements};

/// What stays free around a text, in units: less, and it touches.
const CLEAR: f64 = 0.5;

/// What stays free between two texts on one line, in sizes of their letters: less, and they read as one word.
const SPACE: f64 = 0.2;

/// How far the edge of a text may be off: widths are estimates.
const LETTERS: f64 = 1.5;

/// Every text of a picture stands clear.
pub fn check_clear(frame: &Frame, markup: &str) {
    let found = collisions(frame, markup);
    assert!(found.is_empty(), "{frame:?}: {}", found.join("; "));
}

/// What a text of the picture stands on or too close to, in words. All layers of the picture together, in the order in which they
/// are drawn.
pub fn collisions(frame: &Frame, markup: &str) -> Vec<String> {
    let drawn = elements(markup);
    let mut found = Vec::new();
    for (place, element) in drawn.iter().enumerate() {
        let Kind::Text(text) = &element.kind else { continue };
        let inside = Rect { left: -LETTERS, top: -CLEAR, right: frame.width + LETTERS, bottom: frame.height + CLEAR };
        if !inside.contains(&text.letters) {
            found.push(format!("{} leaves the picture", text.words));
        }
        for (other_place, other) in drawn.iter().enumerate() {
            match &other.kind {
                Kind::Text(other) if other_place > place && meet(text, other) => {
                    found.push(format!("{} meets {}", text.words, other.words));
                }
                Kind::Text(_) => {}
                // What lies under a ground of paper that holds all of the text is not seen.
                _ if other_place < place && drawn[other_place..place].iter().any(|ground| hides(ground, &text.letters)) => {}
                _ if lies_on(text, other, other_place > place) => {
                    found.push(format!("{} on {}", text.words, other.class));
                }
                _ => {}
            }
        }
    }
    found
}

/// Whether two texts touch, or stand on one line without a space between them.
fn meet(one: &Lettered, other: &Lettered) -> bool {
    let spaced = |text: &Lettered| {
        let space = 0.5 * SPACE * text.size;
        Rect { left: text.letters.left - space, right: text.letters.right + space, ..text.letters }
    };
    spaced(one).intersects(&spaced(other))
}

/// Whether an element is a ground of paper for a box.
fn hides(ground: &Drawn, found: &Rect) -> bool {
    ground.class == "paper"
        && match &ground.kind {
            Kind::Area(outlines) => outlines.iter().any(|outline| surrounds(outline, found)),
            Kind::Disc(at, radius) => corners(found).iter().all(|corner| (corner.0 - at.0).hypot(corner.1 - at.1) < *radius),
            _ => false,
        }
}

fn corners(found: &Rect) -> [Point; 4] {
    [(found.left, found.top), (found.right, found.top), (found.right, found.bottom), (found.left, found.bottom)]
}

/// Whether an outline goes all around a box.
fn surrounds(outline: &[Point], found: &Rect) -> bool {
    corners(found).iter().all(|corner| holds(outline, *corner)) && !crosses(outline, true, found)
}

/// Whether a place lies within an outline.
fn holds(outline: &[Point], (x, y): Point) -> bool {
    let mut odd = false;
    for (place, to) in outline.iter().enumerate() {
        let from = outline[(place + outline.len() - 1) % outline.len()];
        if (from.1 > y) != (to.1 > y) && x < from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0) {
            odd = !odd;
        }
    }
    odd
}

fn crosses(line: &[Point], closed: bool, found: &Rect) -> bool {
    let last = if closed { line.last().zip(line.first()) } else { None };
    line.windows(2).any(|piece| found.crossed_by(piece[0], piece[1])) || last.is_some_and(|(from, to)| found.crossed_by(*from, *to))
}

/// Whether a text lies on an element, or under it. It may stand within an area, and on a ground, and with a rim of paper over lines
/// of the grid.
fn lies_on(text: &Lettered, element: &Drawn, over: bool) -> bool {
    let ground = ["paper", "wash", "veil", "band", "tint"].contains(&element.class.as_str());
    if ground && !over {
        return false;
    }
    let wanted = text.letters.inflated(CLEAR);
    match &element.kind {
        Kind::Text(_) => false,
        Kind::Line(_, _) if element.class == "rule" && text.halo && !over => false,
        Kind::Line(lines, width) => {
            let wanted = wanted.inflated(0.5 * width);
            lines.iter().any(|line| crosses(line, false, &wanted))
        }
        Kind::Area(outlines) => {
            outlines.iter().any(|outline| crosses(outline, true, &wanted) || over && outlines.len() == 1 && surrounds(outline, &wanted))
        }
        Kind::Disc(at, radius) => {
            let nearest = (at.0.clamp(wanted.left, wanted.right), at.1.clamp(wanted.top, wanted.bottom));
            let within = corners(&wanted).iter().all(|corner| (corner.0 - at.0).hypot(corner.1 - at.1) < *radius);
            (nearest.0 - at.0).hypot(nearest.1 - at.1) < *radius && (over || !within)
        }
    }
}
