//! Whether a drawn picture is whole: no number missing, and everything within its frame.

use std::f64::consts::PI;

use pendrop_kit::{
    chart::{Rect, text_width},
    picture::Frame,
    svg::SCALE,
};

/// How far the edge of a text may be off, in units: widths are estimates.
const LETTERS: f64 = 1.5;

/// No number is missing. Texts, circles and the corners of all paths lie within the frame; paths may reach `beyond` units out.
pub fn check_frame(frame: &Frame, markup: &str, beyond: f64) {
    assert!(!markup.contains("NaN") && !markup.contains(">inf") && !markup.contains("\"inf"), "{frame:?}: a number is missing");
    let inside =
        |(x, y): (f64, f64), beyond: f64| (-beyond..=frame.width + beyond).contains(&x) && (-beyond..=frame.height + beyond).contains(&y);
    for circle in markup.split("<circle ").skip(1) {
        let at = (number(circle, "cx"), number(circle, "cy"));
        assert!(inside(at, 0.1), "{frame:?}: a circle at {at:?}");
    }
    for text in markup.split("<text ").skip(1) {
        let (words, (left, right), y) = lettered(text);
        assert!(inside((left, y), LETTERS) && inside((right, y), LETTERS), "{frame:?}: {words} from {left} to {right} at {y}");
    }
    for path in markup.split(" d=\"").skip(1).filter_map(|path| path.split('"').next()) {
        for at in corners(path) {
            assert!(inside(at, beyond), "{frame:?}: a path through {at:?}");
        }
    }
}

/// How much of the width of a text may be an overestimate.
const GENEROUS: f64 = 0.06;

/// A number among the attributes of an element of which the name has been cut off, in units.
fn number(element: &str, name: &str) -> f64 {
    let text = element.split(&format!(" {name}=\"")).nth(1).or_else(|| element.strip_prefix(&format!("{name}=\"")));
    text.and_then(|text| text.split('"').next()).and_then(|text| text.parse::<f64>().ok()).unwrap_or(f64::NAN) / SCALE
}

/// What a text says, where it begins and ends, and its baseline.
fn lettered(text: &str) -> (String, (f64, f64), f64) {
    let words = text.split(['>', '<']).nth(1).unwrap_or_default().replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    let class = text.split('"').nth(1).unwrap_or_default();
    let has = |wanted: &str| class.split(' ').any(|class| class == wanted);
    let width = text_width(&words, number(text, "font-size"), has("b"));
    let before = match (has("m"), has("e")) {
        (true, _) => width / 2.0,
        (_, true) => width,
        _ => 0.0,
    };
    let left = number(text, "x") - before;
    (words, (left, left + width), number(text, "y"))
}

/// The corners of a path as the backend writes it, in units: relative moves, lines and arcs.
pub fn corners(path: &str) -> Vec<(f64, f64)> {
    outlines(path).concat()
}

/// The same, each line or outline by itself; of an arc, which is a circle, a few places.
fn outlines(path: &str) -> Vec<Vec<(f64, f64)>> {
    let mut all: Vec<Vec<(f64, f64)>> = Vec::new();
    let (mut at, mut start) = ((0.0, 0.0), (0.0, 0.0));
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|letter: char| letter.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let spaced = rest[1..end].replace('-', " -");
        let numbers: Vec<f64> = spaced.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        rest = &rest[end..];
        let steps: Vec<(f64, f64)> = match command {
            'h' => numbers.iter().map(|x| (*x, 0.0)).collect(),
            'v' => numbers.iter().map(|y| (0.0, *y)).collect(),
            'a' => numbers.chunks_exact(7).flat_map(circle).collect(),
            'z' => {
                at = start;
                Vec::new()
            }
            'm' | 'l' => numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
            _ => panic!("{command} is not written: {path}"),
        };
        if command == 'm' {
            all.push(Vec::new());
        }
        for (x, y) in steps {
            at = (at.0 + x, at.1 + y);
            all.last_mut().expect("a path begins with a move").push((at.0 / SCALE, at.1 / SCALE));
        }
        if command == 'm' {
            start = at;
        }
    }
    all
}

/// The steps along a circle from its leftmost place back to it.
fn circle(arc: &[f64]) -> Vec<(f64, f64)> {
    let (radius, turn) = (arc[0], if arc[4] > 0.0 { -1.0 } else { 1.0 });
    let place = |part: i32| {
        let (sin, cos) = (f64::from(part) * PI / 6.0).sin_cos();
        (radius * (1.0 - cos), turn * radius * sin)
    };
    (0..12).map(|part| (place(part), place(part + 1))).map(|(from, to)| (to.0 - from.0, to.1 - from.1)).collect()
}

/// What the texts of a picture say, and their boxes.
pub fn texts(markup: &str) -> Vec<(String, Rect)> {
    let boxed = |text: &str| {
        let (words, (left, right), baseline) = lettered(text);
        (words, Rect::of_text((left, baseline), right - left, number(text, "font-size")))
    };
    markup.split("<text ").skip(1).map(boxed).collect()
}

/// An element of a picture.
pub struct Drawn {
    /// The class of its colour.
    pub class: String,
    pub kind: Kind,
}

/// What an element is, in units of the picture.
pub enum Kind {
    Text(Lettered),
    /// Lines, and how wide they are.
    Line(Vec<Vec<(f64, f64)>>, f64),
    /// Outlines that are filled.
    Area(Vec<Vec<(f64, f64)>>),
    /// A filled circle.
    Disc((f64, f64), f64),
}

/// A text.
pub struct Lettered {
    pub words: String,
    /// Whether it has a rim of paper.
    pub halo: bool,
    /// Size of its letters.
    pub size: f64,
    /// The box that its letters fill for certain.
    pub letters: Rect,
}

/// All elements of a picture, in the order in which they are drawn.
pub fn elements(markup: &str) -> Vec<Drawn> {
    markup.split('<').filter_map(element).collect()
}

fn element(text: &str) -> Option<Drawn> {
    let (name, rest) = text.split_once(' ')?;
    let classes = rest.strip_prefix("class=\"")?.split('"').next()?;
    let class = classes.split(' ').next()?.to_owned();
    let has = |wanted: &str| classes.split(' ').any(|class| class == wanted);
    let kind = match name {
        "text" => {
            let (words, (left, right), y) = lettered(rest);
            let size = number(rest, "font-size");
            // Where a text is anchored its edge is known.
            let spare = GENEROUS * (right - left);
            let (before, after) = match (has("m"), has("e")) {
                (true, _) => (0.5 * spare, 0.5 * spare),
                (_, true) => (spare, 0.0),
                _ => (0.0, spare),
            };
            let any = |letters: &str| words.contains(|letter: char| letters.contains(letter));
            let below = if any("gjpqyçµ(),;") { 0.2 } else { 0.02 };
            let low = words.chars().all(|letter| "acegmnopqrsuvwxyz.,·".contains(letter));
            let letters =
                Rect { left: left + before, top: y - if low { 0.54 } else { 0.72 } * size, right: right - after, bottom: y + below * size };
            Kind::Text(Lettered { words, halo: has("h"), size, letters })
        }
        "circle" => Kind::Disc((number(rest, "cx"), number(rest, "cy")), number(rest, "r")),
        "path" => {
            let lines = outlines(rest.split(" d=\"").nth(1)?.split('"').next()?);
            if has("l") { Kind::Line(lines, number(rest, "stroke-width")) } else { Kind::Area(lines) }
        }
        _ => return None,
    };
    Some(Drawn { class, kind })
}
