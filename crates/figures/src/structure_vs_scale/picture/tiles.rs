//! What there is to see beside the curves: pictures, mistakes, filters, and what is measured.

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect},
    format::significant,
    locale::{Language, fill},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::vision::{FEATURES, Feature, PIXELS, PictureSpec, SHAPES, SIDE, Shape, features, shape_mask};

use super::{
    columns::{self, Column},
    grid::{Cell, Grid},
    line,
};
use crate::structure_vs_scale::{
    Strings,
    contest::{Contest, Role},
    listed::LISTED,
    look::{Look, Tile},
    parameters::{FILTERS, MISTAKES, SAMPLES},
    text::{about_text, feature, name, shape},
};

/// The least frame, in units.
const LEAST: (f64, f64) = (200.0, 90.0);

/// A text with a colour, bold or not.
struct Words {
    at: Point,
    text: String,
    token: Token,
    bold: bool,
    anchor: Anchor,
}

/// Grids, and what is written beside them.
pub(super) struct Tiles {
    style: ChartStyle,
    grids: Vec<Grid>,
    words: Vec<Words>,
    strokes: Vec<Vec<Point>>,
}

impl Tiles {
    pub fn of(contest: &Contest, frame: &Frame) -> Self {
        let mut tiles = Self { style: ChartStyle::of(frame), grids: Vec::new(), words: Vec::new(), strokes: Vec::new() };
        // In less nothing could be made out.
        if frame.width < LEAST.0 || frame.height < LEAST.1 {
            return tiles;
        }
        let place = Rect { left: 1.0, top: 2.0, right: frame.width - 1.0, bottom: frame.height - 2.0 };
        match contest.parameters.view {
            SAMPLES => tiles.samples(&contest.pictures(), place, frame),
            MISTAKES => tiles.mistakes(contest, place, frame),
            FILTERS => tiles.filters(contest, place, frame),
            _ => tiles.features(&contest.pictures(), place, frame),
        }
        tiles
    }

    pub fn draw(&self, painter: &mut Painter<Svg>) {
        for grid in &self.grids {
            grid.draw(painter, &self.style);
        }
        self.strokes.iter().for_each(|stroke| painter.line(stroke, Stroke(Token::Edge, 1.0)));
        for Words { at, text, token, bold, anchor } in &self.words {
            let letters = if *bold { self.style.bold(*token, *anchor) } else { self.style.letters(*token, *anchor) };
            painter.text(*at, text, &letters);
        }
    }

    fn write(&mut self, at: Point, text: String, token: Token, (bold, anchor): (bool, Anchor)) {
        self.words.push(Words { at, text, token, bold, anchor });
    }

    /// The first of the test pictures, with what they show.
    fn samples(&mut self, pictures: &PictureSpec, place: Rect, frame: &Frame) {
        let across = if frame.narrow { 6 } else { 9 };
        let cells: Vec<Cell> =
            (0..LISTED).map(|number| cell(pictures, number, |shown| vec![shape(shown, frame.language).to_owned()])).collect();
        self.grids.extend(Grid::of(&cells, place, (SIDE, across, 8), &self.style));
    }

    /// What each learner takes for something else, under its name: what is shown, and what it is taken for.
    fn mistakes(&mut self, contest: &Contest, place: Rect, frame: &Frame) {
        let (pictures, text) = (contest.pictures(), self.style.text);
        let share = place.height() / Role::ALL.len() as f64;
        let across = if frame.narrow { 5 } else { 8 };
        // In a low frame there are small pictures and no words.
        let room = share - 1.6 * text;
        let is_low = room < place.width() / across as f64 + 2.2 * text;
        let across = if is_low { (1.15 * place.width() / room.max(8.0)).ceil() as usize } else { across };
        for role in Role::ALL {
            let top = place.top + share * f64::from(role as u8);
            let look = contest.look(role);
            self.title(role, look, top, frame.language);
            let said = |shown, taken_for| {
                if is_low {
                    Vec::new()
                } else {
                    vec![shape(shown, frame.language).to_owned(), format!("→ {}", shape(taken_for, frame.language))]
                }
            };
            let wrong = look.iter().flat_map(|look| &look.mistakes).take(across);
            let cells: Vec<Cell> =
                wrong.map(|wrong| cell(&pictures, u64::from(wrong.number), |shown| said(shown, wrong.taken_for))).collect();
            let below = Rect { top: top + 1.6 * text, bottom: top + share, ..place };
            self.grids.extend(Grid::of(&cells, below, (SIDE, across, 1), &self.style));
        }
    }

    /// What first layers look for, under the learners' names: of the hand-made features a row of weights for each shape.
    fn filters(&mut self, contest: &Contest, place: Rect, frame: &Frame) {
        let (row, text) = (1.25 * self.style.text, self.style.text);
        let mut top = place.top;
        for role in [Role::Cnn, Role::Mlp, Role::Hand] {
            let look = contest.look(role);
            let tiles: &[Tile] = look.map_or(&[], |look| &look.filters);
            let below = top + 1.6 * text;
            let rest = Rect { top: below, ..place };
            let bottom = match role {
                Role::Hand => {
                    let whole = Rect { bottom: below + SHAPES as f64 * row, ..rest };
                    let names = Shape::ALL.map(|of| shape(of, frame.language));
                    let left = place.left + names.map(|name| self.style.width(name, false)).into_iter().fold(0.0, f64::max) + 8.0;
                    let grey: Vec<u8> = tiles.iter().flat_map(|tile| tile.grey.iter().copied()).collect();
                    if tiles.len() != SHAPES || whole.bottom > place.bottom {
                        break;
                    }
                    let right = place.right.min(left + 1.6 * row * FEATURES as f64);
                    let matrix = Cell { columns: FEATURES, grey, words: Vec::new() };
                    let matrix_place = Rect { left, right, ..whole };
                    self.grids.push(Grid::filling(&matrix, matrix_place));
                    for Column { place, name, stroke } in
                        columns::names(&matrix_place, place, &self.style, frame.language).into_iter().flatten()
                    {
                        self.write((place.left, place.baseline(text)), name, Token::Ink2, (false, Anchor::Start));
                        self.strokes.push(stroke);
                    }
                    for (place_of, name) in names.into_iter().enumerate() {
                        let baseline = below + row * (place_of as f64 + 0.5) + self.style.baseline_offset();
                        self.write((place.left, baseline), name.to_owned(), Token::Ink2, (false, Anchor::Start));
                    }
                    whole.bottom
                }
                _ => {
                    let columns = tiles.first().map_or(1, |tile| usize::from(tile.columns));
                    let cells: Vec<Cell> = tiles.iter().map(|tile| Cell { columns, grey: tile.grey.clone(), words: Vec::new() }).collect();
                    // All tiles are about as large, whatever pixels they have.
                    let across = if frame.narrow { 6 } else { 8 };
                    let grid = Grid::of(&cells, rest, (columns, across, 1), &self.style);
                    let bottom = grid.as_ref().map_or(below, Grid::bottom);
                    self.grids.extend(grid);
                    bottom
                }
            };
            self.title(role, look, top, frame.language);
            top = bottom + 0.6 * text;
        }
    }

    /// A few pictures, what is taken for the shape in them, and what is measured of that.
    fn features(&mut self, pictures: &PictureSpec, place: Rect, frame: &Frame) {
        let (row, language) = (1.3 * self.style.text, frame.language);
        let names: Vec<String> = Feature::ALL.iter().map(|of| feature(*of, language)).collect();
        let left = place.left + names.iter().map(|name| self.style.width(name, false)).fold(0.0, f64::max) + 10.0;
        // As many as have room for their numbers.
        let number = self.style.width("−0,0000", false) + 0.8 * self.style.text;
        let count = ((place.right - left) / number).max(1.0).min(if frame.narrow { 3.0 } else { 4.0 }) as u32;
        let pitch = (place.right - left) / f64::from(count);
        // Two tiles beside each other.
        let high = (0.46 * pitch).min(0.3 * place.height());
        let first = place.top + high + 1.4 * self.style.text;
        let lines = ((place.bottom - first) / row + 1.0).max(0.0) as usize;
        for number in 0..count {
            let picture = pictures.picture(u64::from(number));
            let (shown, right) = (grey(&picture.pixels), left + pitch * f64::from(number + 1));
            let mask = shape_mask(&picture.pixels).map(|inside| if inside { 255 } else { 90 });
            let mut both = vec![0; 2 * PIXELS];
            for (line, pair) in both.chunks_exact_mut(2 * SIDE).enumerate() {
                let pixels = line * SIDE..(line + 1) * SIDE;
                pair[..SIDE].copy_from_slice(&shown[pixels.clone()]);
                pair[SIDE..].copy_from_slice(&mask[pixels]);
            }
            let tiles = Rect { left: right - 2.0 * high, right, top: place.top, bottom: place.top + high };
            self.grids.push(Grid::filling(&Cell { columns: 2 * SIDE, grey: both, words: Vec::new() }, tiles));
            for (line, value) in features(&picture.pixels).into_iter().enumerate().take(lines) {
                let text = significant(f64::from(value), 3, language);
                self.write((right, first + row * line as f64), text, Token::Ink, (false, Anchor::End));
            }
        }
        for (line, name) in names.into_iter().enumerate().take(lines) {
            self.write((place.left, first + row * line as f64), name, Token::Ink2, (false, Anchor::Start));
        }
    }

    /// Whose tiles they are, and when; that there are none, where there are none.
    fn title(&mut self, role: Role, look: Option<&Look>, top: f64, language: Language) {
        let s = Strings::of(language);
        let text = match look {
            Some(look) => fill(s.picture_svs_at, &[("learner", name(role, language)), ("cost", &about_text(look.flop, language))]),
            None => fill(s.picture_svs_not_yet, &[("learner", name(role, language))]),
        };
        self.write((1.0, top + self.style.text), text, line::token(role), (true, Anchor::Start));
    }
}

/// A picture as bytes.
fn grey(pixels: &[f32; PIXELS]) -> [u8; PIXELS] {
    pixels.map(|pixel| (255.0 * pixel).round() as u8)
}

/// The picture with a number, and words that may depend on what it shows.
fn cell(pictures: &PictureSpec, number: u64, words: impl Fn(Shape) -> Vec<String>) -> Cell {
    let picture = pictures.picture(number);
    Cell { columns: SIDE, grey: grey(&picture.pixels).to_vec(), words: words(picture.shape) }
}
