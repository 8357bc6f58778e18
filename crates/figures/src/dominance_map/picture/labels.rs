//! What stands on the map in words, and where there is room for it.

use super::Picture;
use crate::{
    dominance_map::{Strings, level_words, percent_words},
    pen_drop::{parameters::OBJECTS, picture::shapes},
};
use pendrop_kit::{
    chart::{Occupancy, Point, Rect, beside},
    locale::fill,
};

/// Around a place: right, left, above, below, then the corners.
const SIDES: [(f64, f64); 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)];

/// On a line that rises, then at its lower right and its upper left.
const ON_AND_BESIDE: [(f64, f64); 3] = [(0.0, 0.0), (1.0, 1.0), (-1.0, -1.0)];

/// Words in a box.
pub(super) struct Word {
    pub text: String,
    pub bold: bool,
    pub found: Rect,
}

/// All words on the map, and the lines they are about.
pub(super) struct Labels {
    /// Where objects are.
    pub objects: Vec<Point>,
    /// Lines of equal error, and whether each is a heavy one.
    pub lines: Vec<(Vec<Point>, bool)>,
    /// The words that stand still.
    pub words: Vec<Word>,
    /// The error at the reader's point.
    pub value: Option<Word>,
}

/// Finds room for one word after the other.
struct Finder<'a> {
    picture: &'a Picture<'a>,
    strings: &'static Strings,
    bounds: Rect,
    /// Lines to keep clear of, and the number of the error each is for.
    lines: Vec<(Vec<Point>, usize)>,
    boxes: Vec<Rect>,
}

impl Labels {
    /// Places the words, those first that matter most or have the least choice.
    pub fn of(picture: &Picture) -> Self {
        let lines: Vec<(usize, (f64, bool))> = picture.contours().enumerate().collect();
        let drawn = |(place, (error, heavy)): &(usize, (f64, bool))| {
            let (place, heavy) = (*place, *heavy);
            picture.lines(*error).into_iter().map(move |line| (line, place, heavy)).collect::<Vec<_>>()
        };
        let drawn: Vec<(Vec<Point>, usize, bool)> = lines.iter().flat_map(drawn).collect();
        let mut finder = Finder::of(picture, &drawn);
        let objects = finder.objects();
        let value = picture.error.and_then(|error| finder.value(percent_words(error, picture.frame.language)));
        let mut words = finder.names(&objects);
        words.extend(finder.contours(&drawn, &objects));
        words.extend(finder.meanings());
        let never = finder.never();
        let value = if picture.error.is_none() && never.is_none() {
            finder.value(Strings::of(picture.frame.language).picture_map_never.to_owned())
        } else {
            value
        };
        words.extend(never);
        Self {
            objects: objects.into_iter().map(|(at, _)| at).collect(),
            lines: drawn.into_iter().map(|(line, _, heavy)| (line, heavy)).collect(),
            words,
            value,
        }
    }

    /// Where lines would run through words.
    pub fn clear(&self) -> Vec<Rect> {
        self.words.iter().chain(&self.value).map(|word| word.found.grown(2.5)).collect()
    }
}

impl<'a> Finder<'a> {
    fn of(picture: &'a Picture<'a>, drawn: &[(Vec<Point>, usize, bool)]) -> Self {
        let Rect { left, top, right, bottom } = picture.layout.plot;
        let mut lines: Vec<(Vec<Point>, usize)> = drawn.iter().map(|(line, place, _)| (line.clone(), *place)).collect();
        if picture.land.left > left + 0.5 {
            let edge = picture.land.left;
            lines.push((vec![(edge, top), (edge, bottom)], usize::MAX));
        }
        let ring = picture.layout.style.dot + 6.0;
        Self {
            picture,
            strings: Strings::of(picture.frame.language),
            bounds: Rect { left: left + 2.0, top: top + 2.0, right: right + 2.0, bottom: bottom - 2.0 },
            lines,
            boxes: vec![Rect::around(picture.point, ring, ring)],
        }
    }

    fn size(&self, text: &str, bold: bool) -> (f64, f64) {
        let style = &self.picture.layout.style;
        (style.width(text, bold), 1.02 * style.text)
    }

    /// Puts a word in the first of the boxes that keeps clear of other words and of all lines but those that `may_cross`.
    fn put(&mut self, text: &str, bold: bool, boxes: impl Iterator<Item = Rect>, may_cross: impl Fn(usize) -> bool) -> Option<Word> {
        let mut taken = Occupancy::within(self.bounds);
        for found in &self.boxes {
            taken.keep(*found);
        }
        for (line, _) in self.lines.iter().filter(|(_, place)| !may_cross(*place)) {
            taken.keep_line(line.clone());
        }
        let found = taken.place(boxes)?;
        self.boxes.push(found.grown(2.0));
        Some(Word { text: text.to_owned(), bold, found })
    }

    /// Puts a word beside a mark, clear of all lines if that is possible.
    fn put_beside(&mut self, text: &str, bold: bool, at: Point, gaps: [f64; 3]) -> Option<Word> {
        let size = self.size(text, bold);
        let dot = self.picture.layout.style.dot;
        let boxes = || gaps.into_iter().flat_map(move |gap| SIDES.into_iter().map(move |side| beside(at, side, size, dot + gap)));
        let found = self.put(text, bold, boxes(), |_| false);
        found.or_else(|| self.put(text, bold, boxes(), |_| true))
    }

    fn value(&mut self, text: String) -> Option<Word> {
        self.put_beside(&text, true, self.picture.point, [9.0, 14.0, 20.0])
    }

    /// Where the objects are, and their names. Their marks are kept clear.
    fn objects(&mut self) -> Vec<(Point, &'static str)> {
        let mut objects = Vec::new();
        for option in &OBJECTS {
            let value = |name: &str| option.preset.iter().find(|(filled, _)| *filled == name).map(|(_, value)| *value);
            if let (Some(mass), Some(area)) = (value("mass"), value("area")) {
                let at = self.picture.layout.at((mass, area));
                let around = self.picture.layout.style.dot + 1.0;
                self.boxes.push(Rect::around(at, around, around));
                objects.push((at, shapes::name(option.name, self.strings)));
            }
        }
        objects
    }

    fn names(&mut self, objects: &[(Point, &'static str)]) -> Vec<Word> {
        objects.iter().filter_map(|(at, name)| self.put_beside(name, false, *at, [4.0, 11.0, 17.0])).collect()
    }

    /// The errors of the lines, each on its line, which leaves room for it. One of them says what the numbers are.
    fn contours(&mut self, drawn: &[(Vec<Point>, usize, bool)], objects: &[(Point, &str)]) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for (place, (error, heavy)) in self.picture.contours().enumerate().collect::<Vec<_>>() {
            let error = level_words(error, self.picture.frame.language);
            let long = fill(self.strings.picture_map_error, &[("error", &error)]);
            for text in if words.is_empty() { vec![&long, &error] } else { vec![&error] } {
                let size = self.size(text, heavy);
                // So near an object it would seem to be the object's.
                let apart = |found: &Rect| !objects.iter().any(|(at, _)| Rect::around(*at, 24.0, 12.0).meets(found));
                let boxes = drawn.iter().filter(|line| line.1 == place).flat_map(|(line, ..)| along(line, size)).filter(apart);
                if let Some(found) = self.put(text, heavy, boxes, |line| line == place) {
                    words.push(found);
                    break;
                }
            }
        }
        words
    }

    /// What the shading means, in its corners, where it holds true.
    fn meanings(&mut self) -> Vec<Word> {
        let (picture, s) = (self.picture, self.strings);
        let (plot, land) = (picture.layout.plot, picture.land);
        let field = picture.map.field(land);
        let log = |x: f64, y: f64| field.at(((x - land.left) / land.width(), (land.bottom - y) / land.height()));
        let holds = |found: &Rect, says: fn(f64) -> bool| {
            let Rect { left, top, right, bottom } = *found;
            picture.map.plane.is_some()
                && [(left, top), (right, top), (left, bottom), (right, bottom)].iter().all(|(x, y)| says(log(*x, *y)))
        };
        let pad = 0.8 * picture.layout.style.text;
        let text = if picture.map.exact { s.picture_map_exact } else { s.picture_map_enough };
        let (wide, tall) = self.size(text, true);
        let (right, bottom) = (plot.right - pad, plot.bottom - pad);
        let corner = rows(Rect { left: right - wide, top: bottom - tall, right, bottom }, -tall);
        let enough = self.put(text, true, corner.filter(|found| holds(found, |log| log < -2.0)), |_| false);
        let (wide, tall) = self.size(s.picture_map_fails, true);
        let (left, top) = (land.left + pad, plot.top + pad);
        let corner = rows(Rect { left, top, right: left + wide, bottom: top + tall }, tall);
        let fails = self.put(s.picture_map_fails, true, corner.filter(|found| holds(found, |log| log > -0.3)), |_| false);
        enough.into_iter().chain(fails).collect()
    }

    /// What the hatching means.
    fn never(&mut self) -> Option<Word> {
        let (plot, pad) = (self.picture.layout.plot, 0.8 * self.picture.layout.style.text);
        let (wide, tall) = self.size(self.strings.picture_map_never, true);
        let (left, bottom) = (plot.left + pad, plot.bottom - pad);
        let corner = Rect { left, top: bottom - tall, right: left + wide, bottom };
        let room = corner.right + pad < self.picture.land.left;
        self.put(self.strings.picture_map_never, true, rows(corner, -tall).filter(|_| room), |_| false)
    }
}

/// A box and others ever further up or down.
fn rows(first: Rect, step: f64) -> impl Iterator<Item = Rect> {
    (0..12).map(move |count| f64::from(count) * step).map(move |by| Rect { top: first.top + by, bottom: first.bottom + by, ..first })
}

/// Boxes on a line and beside it, nearer to its right end than to its left.
fn along(line: &[Point], size: (f64, f64)) -> impl Iterator<Item = Rect> {
    let length = |pair: &[Point]| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1);
    let whole: f64 = line.windows(2).map(length).sum();
    let rightwards = line.last() >= line.first();
    let place = move |share: f64| {
        let mut left = whole * if rightwards { share } else { 1.0 - share };
        line.windows(2).find_map(|pair| {
            let part = left / length(pair);
            left -= length(pair);
            (left <= 0.0).then(|| (pair[0].0 + part * (pair[1].0 - pair[0].0), pair[0].1 + part * (pair[1].1 - pair[0].1)))
        })
    };
    ON_AND_BESIDE.into_iter().flat_map(move |side| {
        [0.78, 0.7, 0.62, 0.54, 0.86, 0.46, 0.38, 0.3, 0.92, 0.22, 0.14]
            .into_iter()
            .filter_map(place)
            .map(move |at| beside(at, side, size, 5.0))
    })
}
