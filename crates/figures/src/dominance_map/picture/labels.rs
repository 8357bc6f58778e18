//! What stands on the map in words, and where there is room for it.

use super::Picture;
use crate::{
    chart::{Point, Rect, Taken, beside},
    dominance_map::percent_words,
    locale::fill,
    pen_drop::{parameters::OBJECTS, picture::shapes},
};

/// Around a place: right, left, above, below, then the corners.
const SIDES: [(f64, f64); 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)];

/// From the upper left to the lower right of a line that rises.
const BESIDE: [(f64, f64); 4] = [(-1.0, -1.0), (1.0, 1.0), (-1.0, 0.0), (1.0, 0.0)];

/// Words in a box.
pub(super) struct Word {
    pub text: String,
    pub bold: bool,
    pub found: Rect,
}

/// An object on the map.
pub(super) struct Object {
    pub at: Point,
    name: Option<Word>,
}

/// All words on the map.
pub(super) struct Labels {
    pub objects: Vec<Object>,
    on_map: Vec<Word>,
    /// The error at the reader's point.
    pub value: Option<Word>,
}

/// Lines of one error.
type Lines = (f64, Vec<Vec<Point>>);

impl Labels {
    /// Places the words, those first that matter most or have the least choice.
    pub fn of(picture: &Picture, heavy: &[Lines], faint: &[Lines]) -> Self {
        let language = picture.frame.language;
        let s = language.strings();
        let (look, plot, land) = (&picture.layout.look, picture.layout.plot, picture.land);
        let tall = 1.02 * look.text;
        let size = |text: &str, bold: bool| (look.width(text, bold), tall);
        let mut taken =
            Taken::within(Rect { left: plot.left + 2.0, top: plot.top + 2.0, right: plot.right + 4.0, bottom: plot.bottom - 2.0 });
        for line in heavy.iter().chain(faint).flat_map(|(_, lines)| lines) {
            taken.keep_line(line.clone());
        }
        taken.keep(Rect::around(picture.point, look.dot + 6.0, look.dot + 6.0));

        let place = |fills: &[(&str, f64)], name: &str| fills.iter().find(|(filled, _)| *filled == name).map(|(_, value)| *value);
        let mut objects: Vec<(Point, &str)> = Vec::new();
        for option in &OBJECTS {
            if let (Some(mass), Some(area)) = (place(option.fills, "mass"), place(option.fills, "area")) {
                let at = picture.layout.at((mass, area));
                taken.keep(Rect::around(at, look.dot + 1.0, look.dot + 1.0));
                objects.push((at, shapes::name(option.name, s)));
            }
        }
        let mut word = |text: String, bold: bool, candidates: &mut dyn Iterator<Item = Rect>| {
            let found = taken.place(candidates)?;
            Some(Word { text, bold, found })
        };
        let around = |at: Point, size: (f64, f64), gap: f64| SIDES.into_iter().map(move |side| beside(at, side, size, gap));

        let value = picture.error.map_or_else(|| s.picture_map_never.to_owned(), |error| percent_words(error, language));
        let extent = size(&value, true);
        let value = word(value, true, &mut [9.0, 14.0, 20.0].into_iter().flat_map(|gap| around(picture.point, extent, look.dot + gap)));

        let objects = objects.into_iter().map(|(at, name)| {
            let extent = size(name, false);
            let candidates = &mut [4.0, 10.0, 16.0].into_iter().flat_map(|gap| around(at, extent, look.dot + gap));
            Object { at, name: word(name.to_owned(), false, candidates) }
        });
        let objects: Vec<Object> = objects.collect();

        let mut on_map = Vec::new();
        let mut explained = false;
        for (lines, bold) in heavy.iter().map(|lines| (lines, true)).chain(faint.iter().map(|lines| (lines, false))) {
            let error = percent_words(lines.0, language);
            // The first one says what the numbers are.
            let texts = if explained { vec![error] } else { vec![fill(s.picture_map_error, &[("error", &error)]), error] };
            for text in texts {
                let extent = size(&text, bold);
                if let Some(found) = word(text, bold, &mut lines.1.iter().flat_map(|line| along(line, extent))) {
                    explained = true;
                    on_map.push(found);
                    break;
                }
            }
        }

        // What the shading means stands in its corners, where it holds true.
        let (pad, step) = (0.8 * look.text, 1.4 * look.text);
        let says = |found: &Rect, holds: &dyn Fn(f64) -> bool| {
            let share = |x: f64, y: f64| ((x - land.left) / land.width(), (land.bottom - y) / land.height());
            let field = picture.map.field(land);
            picture.map.plane.is_some()
                && found.left > land.left
                && [(found.left, found.top), (found.right, found.top), (found.left, found.bottom), (found.right, found.bottom)]
                    .into_iter()
                    .all(|(x, y)| holds(field.at(share(x, y))))
        };
        if picture.map.exact {
            let extent = size(s.picture_map_exact, true);
            let middle = ((plot.left + plot.right) / 2.0, (plot.top + plot.bottom) / 2.0);
            on_map.extend(word(
                s.picture_map_exact.to_owned(),
                true,
                &mut rows(Rect::around(middle, extent.0 / 2.0, extent.1 / 2.0), step),
            ));
        } else {
            let (wide, _) = size(s.picture_map_enough, true);
            let corner =
                Rect { left: plot.right - pad - wide, top: plot.bottom - pad - tall, right: plot.right - pad, bottom: plot.bottom - pad };
            let mut candidates = rows(corner, -step).filter(|found| says(found, &|log| log < -2.0));
            on_map.extend(word(s.picture_map_enough.to_owned(), true, &mut candidates));
            let (wide, _) = size(s.picture_map_fails, true);
            let corner = Rect { left: land.left + pad, top: plot.top + pad, right: land.left + pad + wide, bottom: plot.top + pad + tall };
            let mut candidates = rows(corner, step).filter(|found| says(found, &|log| log > -0.3));
            on_map.extend(word(s.picture_map_fails.to_owned(), true, &mut candidates));
        }
        let (wide, _) = size(s.picture_map_never, true);
        if land.left - plot.left > wide + 2.0 * pad {
            let corner =
                Rect { left: plot.left + pad, top: plot.bottom - pad - tall, right: plot.left + pad + wide, bottom: plot.bottom - pad };
            on_map.extend(word(s.picture_map_never.to_owned(), true, &mut rows(corner, -step)));
        }
        Self { objects, on_map, value }
    }

    /// The words that do not move with the point.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.on_map.iter().chain(self.objects.iter().filter_map(|object| object.name.as_ref()))
    }
}

/// A box and others ever further up or down.
fn rows(first: Rect, step: f64) -> impl Iterator<Item = Rect> {
    (0..12).map(move |count| f64::from(count) * step).map(move |by| Rect { top: first.top + by, bottom: first.bottom + by, ..first })
}

/// Boxes beside a line, nearer to its right end than to its left.
fn along(line: &[Point], size: (f64, f64)) -> impl Iterator<Item = Rect> {
    let length = |pair: &[Point]| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1);
    let whole: f64 = line.windows(2).map(length).sum();
    let rightwards = line.last() >= line.first();
    [0.85, 0.75, 0.65, 0.92, 0.55, 0.45, 0.35, 0.25, 0.15]
        .into_iter()
        .filter_map(move |share| {
            let mut left = whole * if rightwards { share } else { 1.0 - share };
            line.windows(2).find_map(|pair| {
                let part = left / length(pair);
                left -= length(pair);
                (left <= 0.0).then(|| (pair[0].0 + part * (pair[1].0 - pair[0].0), pair[0].1 + part * (pair[1].1 - pair[0].1)))
            })
        })
        .flat_map(move |at| BESIDE.into_iter().map(move |side| beside(at, side, size, 5.0)))
}
