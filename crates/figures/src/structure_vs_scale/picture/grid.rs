//! Small grey pictures in rows and columns, with words under them: all of them are one picture of pixels.

use pendrop_kit::{
    chart::{ChartStyle, Painter, Rect},
    svg::{Anchor, Raster, Svg, Token},
};

/// Pixels between two tiles beside each other.
const GAP: usize = 2;

/// A small grey picture, and the words under it, line by line.
pub(super) struct Cell {
    /// Pixels in a row.
    pub columns: usize,
    /// Row by row, from 0, black, to 255, white.
    pub grey: Vec<u8>,
    /// Lines of words.
    pub words: Vec<String>,
}

/// Cells in a place.
pub(super) struct Grid {
    raster: Raster,
    place: Rect,
    words: Vec<((f64, f64), String)>,
    bottom: f64,
}

impl Grid {
    /// As many cells as fit below a place's top, each tile so many pixels wide and high, so many beside each other; nothing where there
    /// is no room for a row. What has more rows than `most` is cut off.
    pub fn of(cells: &[Cell], place: Rect, (pixels, across, most): (usize, usize, usize), style: &ChartStyle) -> Option<Self> {
        let lines = cells.iter().map(|cell| cell.words.len()).max().unwrap_or(0);
        // A pixel is so large that all tiles beside each other fill the width.
        let pitch = pixels + GAP;
        let size = |across: usize| place.width() / (pitch * across - GAP) as f64;
        // Words are no wider than what they stand under.
        let widest = cells.iter().flat_map(|cell| &cell.words).map(|text| style.width(text, false)).fold(0.0, f64::max);
        let across = (1..=across).rev().find(|across| pixels as f64 * size(*across) > widest + 2.0).unwrap_or(1);
        let size = size(across);
        let below = if lines > 0 { (1.25 * lines as f64 + 0.55) * style.text } else { GAP as f64 * size };
        let high = pixels + (below / size).ceil() as usize;
        let fit = ((place.height() - pixels as f64 * size - if lines > 0 { below } else { 0.0 }) / (high as f64 * size)).floor();
        if cells.is_empty() || fit < 0.0 {
            return None;
        }
        let rows = cells.len().div_ceil(across).min(fit as usize + 1).min(most);
        let columns = across.min(cells.len());
        let mut raster = Raster::new((columns * pitch - GAP, (rows - 1) * high + pixels));
        let mut words = Vec::new();
        for (number, cell) in cells.iter().take(rows * across).enumerate() {
            let (column, row) = (number % across * pitch, number / across * high);
            raster.put((column, row), cell.columns, &cell.grey);
            let middle = place.left + (column as f64 + pixels as f64 / 2.0) * size;
            let under = place.top + (row + pixels) as f64 * size;
            for (line, text) in cell.words.iter().enumerate() {
                words.push(((middle, under + (1.0 + 1.25 * line as f64) * style.text), text.clone()));
            }
        }
        let (wide, tall) = raster.size();
        let place = Rect { right: place.left + wide as f64 * size, bottom: place.top + tall as f64 * size, ..place };
        Some(Self { raster, bottom: place.bottom + if lines > 0 { below } else { 0.0 }, place, words })
    }

    /// One that fills a place, without words.
    pub fn filling(cell: &Cell, place: Rect) -> Self {
        let mut raster = Raster::new((cell.columns, cell.grey.len() / cell.columns.max(1)));
        raster.put((0, 0), cell.columns, &cell.grey);
        Self { raster, bottom: place.bottom, place, words: Vec::new() }
    }

    /// Where it ends, its words included.
    pub fn bottom(&self) -> f64 {
        self.bottom
    }

    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        painter.image(&self.place, &self.raster);
        for (at, text) in &self.words {
            painter.text(*at, text, &style.letters(Token::Ink2, Anchor::Middle));
        }
    }
}
