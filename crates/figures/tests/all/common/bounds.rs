//! Whether a drawn picture is whole: no number missing, and everything within its frame.

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

/// No text lies on another one. All layers of the picture together.
pub fn check_texts(frame: &Frame, markup: &str) {
    if let Some((one, other)) = overlapping(markup).first() {
        panic!("{frame:?}: {one:?} and {other:?} lie on each other");
    }
}

/// A text, and the box that its letters fill for certain.
type Lettered = (String, Rect);

/// The texts that lie on each other.
fn overlapping(markup: &str) -> Vec<(Lettered, Lettered)> {
    let texts: Vec<Lettered> = markup.split("<text ").skip(1).map(text_box).collect();
    let pairs = texts.iter().enumerate().flat_map(|(place, one)| texts[place + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|(one, other)| one.1.intersects(&other.1)).map(|(one, other)| (one.clone(), other.clone())).collect()
}

fn text_box(text: &str) -> Lettered {
    let (words, (left, right), y) = lettered(text);
    let (size, spare) = (number(text, "font-size"), GENEROUS / 2.0 * (right - left));
    (words, Rect { left: left + spare, top: y - 0.68 * size, right: right - spare, bottom: y + 0.08 * size })
}

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
    let (mut at, mut start, mut all) = ((0.0, 0.0), (0.0, 0.0), Vec::new());
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|letter: char| letter.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let spaced = rest[1..end].replace('-', " -");
        let numbers: Vec<f64> = spaced.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        rest = &rest[end..];
        let steps: Vec<(f64, f64)> = match command {
            'h' => numbers.iter().map(|x| (*x, 0.0)).collect(),
            'v' => numbers.iter().map(|y| (0.0, *y)).collect(),
            'a' => numbers.chunks_exact(7).map(|arc| (arc[5], arc[6])).collect(),
            'z' => {
                at = start;
                Vec::new()
            }
            'm' | 'l' => numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
            _ => panic!("{command} is not written: {path}"),
        };
        for (x, y) in steps {
            at = (at.0 + x, at.1 + y);
            all.push((at.0 / SCALE, at.1 / SCALE));
        }
        if command == 'm' {
            start = at;
        }
    }
    all
}

/// What the texts of a picture say, and their boxes.
pub fn texts(markup: &str) -> Vec<(String, Rect)> {
    let boxed = |text: &str| {
        let (words, (left, right), baseline) = lettered(text);
        (words, Rect::of_text((left, baseline), right - left, number(text, "font-size")))
    };
    markup.split("<text ").skip(1).map(boxed).collect()
}
