//! What is drawn: cells that a soft brush brightens, and what they were before.

/// Half the breadth of the brush, in cells: that of a stroke whose middle line is bright and whose edges are soft.
const HALF_BREADTH: f64 = 1.0;

/// A square of cells, each from 0, black, to 255, white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pad {
    side: usize,
    cells: Vec<u8>,
    /// As they were before each change that can be taken back.
    before: Vec<Vec<u8>>,
}

impl Pad {
    /// Nothing is drawn on it.
    #[must_use]
    pub fn new(side: usize) -> Self {
        Self { side, cells: vec![0; side * side], before: Vec::new() }
    }

    /// Cells along a side.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side
    }

    /// The cells, row by row from the top.
    #[must_use]
    pub fn cells(&self) -> &[u8] {
        &self.cells
    }

    /// Whether nothing is drawn.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| *cell == 0)
    }

    /// Whether there is a change that can be taken back.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.before.is_empty()
    }

    /// A change begins: a stroke of the brush, from when it is put down.
    pub fn begin(&mut self) {
        self.before.push(self.cells.clone());
    }

    /// The brush goes straight from one place to another, in cells from the left upper corner. A cell gets as bright as much of it is
    /// about under the brush: one from half of it within to half of it without lies on the edge. What is bright stays so.
    pub fn stroke(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let length = across * across + down * down;
        for (place, cell) in self.cells.iter_mut().enumerate() {
            let (x, y) = ((place % self.side) as f64 + 0.5 - from.0, (place / self.side) as f64 + 0.5 - from.1);
            // Not a number where the brush has not moved.
            let along = (x * across + y * down) / length;
            let along = if along > 0.0 { along.min(1.0) } else { 0.0 };
            let (x, y) = (x - along * across, y - along * down);
            // A cast cuts off what is less than 0 and more than 255.
            *cell = (*cell).max((255.0 * (HALF_BREADTH + 0.5 - (x * x + y * y).sqrt())) as u8);
        }
    }

    /// A cell alone turns bright, or dark again; says which.
    pub fn flip(&mut self, column: usize, row: usize) -> bool {
        self.begin();
        let bright = !self.is_bright(column, row);
        if let Some(cell) = self.cells.get_mut(row * self.side + column) {
            *cell = if bright { 255 } else { 0 };
        }
        bright
    }

    /// Whether a cell is more white than black.
    #[must_use]
    pub fn is_bright(&self, column: usize, row: usize) -> bool {
        self.cells.get(row * self.side + column).is_some_and(|cell| *cell >= 128)
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.cells = before;
        }
    }

    /// Nothing is drawn any more, which can be taken back.
    pub fn clear(&mut self) {
        if !self.is_blank() {
            self.begin();
            self.cells.fill(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(pad: &Pad, row: usize) -> &[u8] {
        &pad.cells()[row * pad.side()..][..pad.side()]
    }

    #[test]
    fn a_stroke_is_bright_within_soft_at_its_edges_and_dark_elsewhere() {
        let mut pad = Pad::new(8);
        pad.begin();
        // Along the middle of the fourth row.
        pad.stroke((2.5, 3.5), (5.5, 3.5));
        assert_eq!(row(&pad, 3), [0, 127, 255, 255, 255, 255, 127, 0]);
        assert_eq!(row(&pad, 2)[2..6], [127; 4]);
        assert_eq!(row(&pad, 4), row(&pad, 2));
        assert!([0, 1, 5, 6, 7].iter().all(|far| row(&pad, *far) == [0; 8]));
        // Again it gets no brighter; a point is a round spot.
        let once = pad.clone();
        pad.stroke((3.0, 3.5), (3.0, 3.5));
        assert_eq!(pad, once);
    }

    #[test]
    fn what_lies_beyond_the_edge_is_not_drawn() {
        let mut pad = Pad::new(4);
        pad.stroke((-9.0, -9.0), (-5.0, 30.0));
        assert!(pad.is_blank());
        pad.stroke((-2.0, 0.5), (9.0, 0.5));
        assert_eq!(row(&pad, 0), [255; 4]);
    }

    #[test]
    fn strokes_cells_and_emptying_are_taken_back_one_by_one() {
        let mut pad = Pad::new(4);
        pad.undo();
        pad.clear();
        assert!(!pad.is_changed(), "nothing to take back");
        pad.begin();
        pad.stroke((1.5, 1.5), (2.5, 1.5));
        pad.stroke((2.5, 1.5), (2.5, 2.5));
        let stroke = pad.cells().to_vec();
        assert!(!pad.flip(1, 1) && !pad.is_bright(1, 1));
        assert!(pad.flip(1, 1) && pad.is_bright(1, 1));
        pad.clear();
        assert!(pad.is_blank() && pad.is_changed());
        for _ in 0..3 {
            pad.undo();
        }
        assert_eq!(pad.cells(), stroke);
        pad.undo();
        assert!(pad.is_blank() && !pad.is_changed());
    }
}
