//! Matrices, and how products read them: copied into panels, of so many columns each, row by row.

use super::f32x4::LANES;

/// Rows of a block.
pub(super) const ROWS: usize = 4;
/// Columns of a block: two vectors.
pub(super) const COLUMNS: usize = 2 * LANES;
/// How many products are summed in one go.
pub(super) const DEPTH: usize = 512;

/// A matrix somewhere in memory, row by row, or, transposed, column by column.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<'a> {
    values: &'a [f32],
    pub(super) rows: usize,
    pub(super) columns: usize,
    is_transposed: bool,
}

impl<'a> Matrix<'a> {
    /// The matrix whose rows stand one after another in `values`, at least rows × columns numbers.
    #[must_use]
    pub fn new(values: &'a [f32], rows: usize, columns: usize) -> Matrix<'a> {
        Matrix { values: &values[..rows * columns], rows, columns, is_transposed: false }
    }

    /// The same numbers with rows and columns exchanged. Nothing is copied.
    #[must_use]
    pub fn transposed(self) -> Matrix<'a> {
        Matrix { rows: self.columns, columns: self.rows, is_transposed: !self.is_transposed, ..self }
    }

    /// The length of what lies one after another in memory.
    fn stride(&self) -> usize {
        if self.is_transposed { self.rows } else { self.columns }
    }
}

/// What stands on the right of a product.
pub trait Right {
    /// Rows and columns.
    fn size(&self) -> (usize, usize);

    /// The panel of the columns from this one on, of `depth` rows from `start`, which is a multiple of [`DEPTH`]. What has to be
    /// copied is copied into `memory`.
    fn panel<'a>(&'a self, start: usize, depth: usize, column: usize, memory: &'a mut Vec<f32>) -> &'a [f32];
}

impl Right for Matrix<'_> {
    fn size(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    #[inline(always)]
    fn panel<'a>(&'a self, start: usize, depth: usize, column: usize, memory: &'a mut Vec<f32>) -> &'a [f32] {
        // One at a time: it is read from the nearest memory.
        memory.resize(depth * COLUMNS, 0.0);
        pack::<COLUMNS>(*self, start, column, memory);
        memory
    }
}

/// A matrix copied into panels, to stand on the right of many products.
#[derive(Clone, Debug, Default)]
pub struct Panels {
    values: Vec<f32>,
    rows: usize,
    columns: usize,
}

impl Panels {
    /// Holds nothing any more, and keeps the memory.
    pub fn clear(&mut self) {
        (self.rows, self.columns) = (0, 0);
    }

    /// Copies this matrix in place of what was there.
    pub fn lay_out(&mut self, matrix: Matrix<'_>) {
        let width = matrix.columns.next_multiple_of(COLUMNS);
        (self.rows, self.columns) = (matrix.rows, matrix.columns);
        self.values.resize(matrix.rows * width, 0.0);
        for start in (0..matrix.rows).step_by(DEPTH) {
            let depth = DEPTH.min(matrix.rows - start);
            let panels = self.values[start * width..][..depth * width].chunks_exact_mut(depth * COLUMNS);
            panels.enumerate().for_each(|(place, panel)| pack::<COLUMNS>(matrix, start, place * COLUMNS, panel));
        }
    }
}

impl Right for Panels {
    fn size(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    #[inline(always)]
    fn panel<'a>(&'a self, start: usize, depth: usize, column: usize, _: &'a mut Vec<f32>) -> &'a [f32] {
        &self.values[start * self.columns.next_multiple_of(COLUMNS) + column * depth..][..depth * COLUMNS]
    }
}

/// So many columns of a matrix, from this one on, into a panel, row by row from `start`; beyond the matrix are zeros.
#[inline(always)]
pub(super) fn pack<const WIDTH: usize>(matrix: Matrix<'_>, start: usize, column: usize, panel: &mut [f32]) {
    let stride = matrix.stride();
    let width = WIDTH.min(matrix.columns - column);
    let (panel, _) = panel.as_chunks_mut::<WIDTH>();
    if matrix.is_transposed {
        if width < WIDTH {
            panel.as_flattened_mut().fill(0.0);
        }
        for (lane, values) in matrix.values[column * stride..].chunks_exact(stride).take(width).enumerate() {
            for (row, value) in panel.iter_mut().zip(&values[start..]) {
                row[lane] = *value;
            }
        }
    } else {
        for (row, values) in panel.iter_mut().zip(matrix.values[start * stride..].chunks_exact(stride)) {
            match values[column..].first_chunk::<WIDTH>() {
                Some(values) => *row = *values,
                None => {
                    *row = [0.0; WIDTH];
                    row[..width].copy_from_slice(&values[column..]);
                }
            }
        }
    }
}
