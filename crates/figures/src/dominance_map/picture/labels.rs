//! What is written on the map, and where there is room for it.

use pendrop_kit::{
    chart::{Occupancy, Point, Rect, beside},
    locale::fill,
    parameter::CUSTOM,
    values::{Parameters, Values},
};

use super::Scene;
use crate::{
    dominance_map::{
        Strings,
        parameters::{DominanceMapParameters, key},
        text::{contour_text, error_text},
    },
    pen_drop::{parameters::OBJECTS, picture::shapes},
};

/// Around a place: right, left, above, below, then the corners.
const SIDES: [(f64, f64); 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)];

/// On a line that rises, then at its lower right and its upper left.
const ON_AND_BESIDE: [(f64, f64); 3] = [(0.0, 0.0), (1.0, 1.0), (-1.0, -1.0)];

/// A text in a box.
pub(super) struct Label {
    pub text: String,
    pub bold: bool,
    pub found: Rect,
}

/// All labels on the map, and the lines they are about.
pub(super) struct Labels {
    /// Where objects are.
    pub objects: Vec<Point>,
    /// Lines of equal error, and whether each is a heavy one.
    pub lines: Vec<(Vec<Point>, bool)>,
    /// The labels that stand still.
    pub labels: Vec<Label>,
    /// The error at the reader's point.
    pub value: Option<Label>,
}

/// Finds room for one label after the other.
struct Finder<'a> {
    scene: &'a Scene,
    strings: &'static Strings,
    bounds: Rect,
    /// Lines to keep clear of, and the number of the error each is for.
    lines: Vec<(Vec<Point>, usize)>,
    boxes: Vec<Rect>,
}

impl Labels {
    /// Places the labels, those first that matter most or have the least choice.
    pub fn of(scene: &Scene) -> Self {
        let lines: Vec<(usize, (f64, bool))> = scene.contours().enumerate().collect();
        let drawn = |(place, (error, heavy)): &(usize, (f64, bool))| {
            let (place, heavy) = (*place, *heavy);
            scene.lines(*error).into_iter().map(move |line| (line, place, heavy)).collect::<Vec<_>>()
        };
        let drawn: Vec<(Vec<Point>, usize, bool)> = lines.iter().flat_map(drawn).collect();
        let mut finder = Finder::of(scene, &drawn);
        let objects = finder.objects();
        let value = scene.error().and_then(|error| finder.value(error_text(error, scene.frame.language)));
        let mut labels = finder.names(&objects);
        labels.extend(finder.contours(&drawn, &objects));
        labels.extend(finder.meanings());
        let never = finder.never();
        let value = if scene.error().is_none() && never.is_none() {
            finder.value(Strings::of(scene.frame.language).picture_map_never.to_owned())
        } else {
            value
        };
        labels.extend(never);
        Self {
            objects: objects.into_iter().map(|(at, _)| at).collect(),
            lines: drawn.into_iter().map(|(line, _, heavy)| (line, heavy)).collect(),
            labels,
            value,
        }
    }

    /// Where lines would run through labels.
    pub fn clear(&self) -> Vec<Rect> {
        self.labels.iter().chain(&self.value).map(|label| label.found.inflated(2.5)).collect()
    }
}

impl<'a> Finder<'a> {
    fn of(scene: &'a Scene, drawn: &[(Vec<Point>, usize, bool)]) -> Self {
        let Rect { left, top, right, bottom } = scene.layout.plot;
        let mut lines: Vec<(Vec<Point>, usize)> = drawn.iter().map(|(line, place, _)| (line.clone(), *place)).collect();
        if scene.land.left > left + 0.5 {
            let edge = scene.land.left;
            lines.push((vec![(edge, top), (edge, bottom)], usize::MAX));
        }
        let ring = scene.layout.style.dot + 6.0;
        Self {
            scene,
            strings: Strings::of(scene.frame.language),
            bounds: Rect { left: left + 2.0, top: top + 2.0, right: right + 2.0, bottom: bottom - 2.0 },
            lines,
            boxes: vec![Rect::around(scene.point, ring, ring)],
        }
    }

    fn size(&self, text: &str, bold: bool) -> (f64, f64) {
        let style = &self.scene.layout.style;
        (style.width(text, bold), 1.02 * style.text)
    }

    /// Puts a label in the first of the boxes that keeps clear of other labels and of all lines but those that `may_cross`.
    fn put(&mut self, text: &str, bold: bool, boxes: impl Iterator<Item = Rect>, may_cross: impl Fn(usize) -> bool) -> Option<Label> {
        let mut occupancy = Occupancy::within(self.bounds);
        for found in &self.boxes {
            occupancy.keep(*found);
        }
        for (line, _) in self.lines.iter().filter(|(_, place)| !may_cross(*place)) {
            occupancy.keep_line(line.clone());
        }
        let found = occupancy.place(boxes)?;
        self.boxes.push(found.inflated(2.0));
        Some(Label { text: text.to_owned(), bold, found })
    }

    /// Puts a label beside a mark, clear of all lines if that is possible.
    fn put_beside(&mut self, text: &str, bold: bool, at: Point, gaps: [f64; 3]) -> Option<Label> {
        let size = self.size(text, bold);
        let dot = self.scene.layout.style.dot;
        let boxes = || gaps.into_iter().flat_map(move |gap| SIDES.into_iter().map(move |side| beside(at, side, size, dot + gap)));
        let found = self.put(text, bold, boxes(), |_| false);
        found.or_else(|| self.put(text, bold, boxes(), |_| true))
    }

    fn value(&mut self, text: String) -> Option<Label> {
        self.put_beside(&text, true, self.scene.point, [9.0, 14.0, 20.0])
    }

    /// Where the objects are, and their names. Their marks are kept clear.
    fn objects(&mut self) -> Vec<(Point, &'static str)> {
        let mut objects = Vec::new();
        let mut values = Values::defaults(DominanceMapParameters::DECLARED);
        for (place, option) in OBJECTS.iter().enumerate().filter(|(_, option)| option.name != CUSTOM) {
            values.choose(key::object.0, place);
            let DominanceMapParameters { mass, area, .. } = DominanceMapParameters::of(&values);
            let at = self.scene.layout.at((mass, area));
            let around = self.scene.layout.style.dot + 1.0;
            self.boxes.push(Rect::around(at, around, around));
            objects.push((at, shapes::name(option.name, self.scene.frame.language)));
        }
        objects
    }

    fn names(&mut self, objects: &[(Point, &'static str)]) -> Vec<Label> {
        objects.iter().filter_map(|(at, name)| self.put_beside(name, false, *at, [4.0, 11.0, 17.0])).collect()
    }

    /// The errors of the lines, each on its line, which leaves room for it. One of them says what the numbers are.
    fn contours(&mut self, drawn: &[(Vec<Point>, usize, bool)], objects: &[(Point, &str)]) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        for (place, (error, heavy)) in self.scene.contours().enumerate().collect::<Vec<_>>() {
            let error = contour_text(error, self.scene.frame.language);
            let long = fill(self.strings.picture_map_error, &[("error", &error)]);
            for text in if labels.is_empty() { vec![&long, &error] } else { vec![&error] } {
                let size = self.size(text, heavy);
                // So near an object it would seem to be the object's.
                let apart = |found: &Rect| !objects.iter().any(|(at, _)| Rect::around(*at, 24.0, 12.0).intersects(found));
                let boxes = drawn.iter().filter(|line| line.1 == place).flat_map(|(line, ..)| along(line, size)).filter(apart);
                if let Some(found) = self.put(text, heavy, boxes, |line| line == place) {
                    labels.push(found);
                    break;
                }
            }
        }
        labels
    }

    /// What the shading means, in its corners, where it holds true.
    fn meanings(&mut self) -> Vec<Label> {
        let (scene, s) = (self.scene, self.strings);
        let (plot, land) = (scene.layout.plot, scene.land);
        let logs = scene.logs();
        let log = |x: f64, y: f64| logs.at(((x - land.left) / land.width(), (land.bottom - y) / land.height()));
        let holds = |found: &Rect, says: fn(f64) -> bool| {
            let Rect { left, top, right, bottom } = *found;
            scene.outcome.map.grid.is_some()
                && [(left, top), (right, top), (left, bottom), (right, bottom)].iter().all(|(x, y)| says(log(*x, *y)))
        };
        let pad = 0.8 * scene.layout.style.text;
        let text = if scene.outcome.map.exact { s.picture_map_exact } else { s.picture_map_enough };
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
    fn never(&mut self) -> Option<Label> {
        let (plot, pad) = (self.scene.layout.plot, 0.8 * self.scene.layout.style.text);
        let (wide, tall) = self.size(self.strings.picture_map_never, true);
        let (left, bottom) = (plot.left + pad, plot.bottom - pad);
        let corner = Rect { left, top: bottom - tall, right: left + wide, bottom };
        let room = corner.right + pad < self.scene.land.left;
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
