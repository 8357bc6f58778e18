//! The product of two matrices, of any size, either of them transposed or not.
//!
//! Both are copied into panels first: of the left one four rows, of the right one eight columns, in the order in which they are
//! needed. A block of four by eight sums then stays in registers while its panels are read from one end to the other. Panels
//! end where [`DEPTH`] numbers are summed: they stay in the nearest memory. After K. Goto, R. A. van de Geijn, "Anatomy of
//! high-performance matrix multiplication", ACM TOMS 34, 2008. A right matrix that many are multiplied by can be laid out once.

use super::{
    f32x4::{F32x4, LANES},
    panels::{COLUMNS, DEPTH, Matrix, ROWS, Right, pack},
};

/// What becomes of what stands where a product is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It is written over.
    Replace,
    /// The product is added to it.
    Add,
}

/// Multiplies matrices; keeps the memory for their panels from one product to the next.
#[derive(Clone, Debug, Default)]
pub struct Multiplier {
    left: Vec<f32>,
    right: Vec<f32>,
}

impl Multiplier {
    /// Writes left × right, row by row, to the beginning of `result`, or adds it there. It costs left.rows × left.columns ×
    /// right.columns multiply-adds; each number is a sum in the order of the columns of `left`, whatever else is in the matrices.
    ///
    /// # Panics
    /// Where the columns of `left` are not as many as the rows of `right`, or `result` is too short.
    pub fn multiply(&mut self, left: Matrix<'_>, right: &impl Right, into: Existing, result: &mut [f32]) {
        let (rows, (depth, columns)) = (left.rows, right.size());
        assert_eq!(left.columns, depth, "columns of the left matrix, rows of the right one");
        let result = &mut result[..rows * columns];
        if left.columns == 0 && into == Existing::Replace {
            result.fill(0.0);
        }
        for start in (0..left.columns).step_by(DEPTH) {
            let depth = DEPTH.min(left.columns - start);
            let into = if start == 0 { into } else { Existing::Add };
            self.left.resize(rows.next_multiple_of(ROWS) * depth, 0.0);
            let panels = self.left.chunks_exact_mut(depth * ROWS).enumerate();
            panels.for_each(|(place, panel)| pack::<ROWS>(left.transposed(), start, place * ROWS, panel));
            for column in (0..columns).step_by(COLUMNS) {
                let right = right.panel(start, depth, column, &mut self.right);
                for (place, left) in self.left.chunks_exact(depth * ROWS).enumerate() {
                    let row = place * ROWS;
                    let sums = block(left, right);
                    let width = COLUMNS.min(columns - column);
                    for (sums, result) in sums.iter().zip(result.chunks_exact_mut(columns).skip(row)) {
                        write(sums, into, &mut result[column..column + width]);
                    }
                }
            }
        }
    }
}

/// Four by eight sums of products.
#[inline(always)]
fn block(left: &[f32], right: &[f32]) -> [[F32x4; 2]; ROWS] {
    let mut sums = [[F32x4::splat(0.0); 2]; ROWS];
    let (left, _) = left.as_chunks::<ROWS>();
    let (right, _) = right.as_chunks::<LANES>();
    let (right, _) = right.as_chunks::<2>();
    for (left, right) in left.iter().zip(right) {
        let right = [F32x4::load(&right[0]), F32x4::load(&right[1])];
        for row in 0..ROWS {
            let factor = F32x4::splat(left[row]);
            sums[row][0] = sums[row][0] + factor * right[0];
            sums[row][1] = sums[row][1] + factor * right[1];
        }
    }
    sums
}

/// A row of a block to its place, which may be shorter.
#[inline(always)]
fn write(sums: &[F32x4; 2], into: Existing, result: &mut [f32]) {
    if let ([first, second], []) = result.as_chunks_mut::<LANES>() {
        for (sums, result) in sums.iter().zip([first, second]) {
            let sums = if into == Existing::Add { F32x4::load(result) + *sums } else { *sums };
            sums.store(result);
        }
        return;
    }
    let mut whole = [[0.0; LANES]; 2];
    sums[0].store(&mut whole[0]);
    sums[1].store(&mut whole[1]);
    for (result, sum) in result.iter_mut().zip(whole.as_flattened()) {
        *result = if into == Existing::Add { *result + sum } else { *sum };
    }
}

#[cfg(test)]
mod tests {
    use super::{super::panels::Panels, *};
    use pendrop_budget::cases;
    use proptest::prelude::*;

    /// Numbers from -1 to 1 by seed.
    fn numbers(seed: u64, count: usize) -> Vec<f32> {
        (0..count as u64).map(|place| 2.0 * crate::random::unit(seed, place) as f32 - 1.0).collect()
    }

    /// The transpose, copied.
    fn turned(values: &[f32], rows: usize, columns: usize) -> Vec<f32> {
        (0..columns).flat_map(|column| (0..rows).map(move |row| values[row * columns + column])).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(cases(200)))]
        #[test]
        fn products_are_those_in_double_precision(
            rows in 1_usize..40, depth in prop_oneof![1_usize..40, 500_usize..530, 1020_usize..1030], columns in 1_usize..40,
            left_turned: bool, right_turned: bool, is_added: bool, seed: u64,
        ) {
            let (a, b) = (numbers(seed, rows * depth), numbers(seed ^ 1, depth * columns));
            let before = numbers(seed ^ 2, rows * columns);
            let (at, bt) = (turned(&a, rows, depth), turned(&b, depth, columns));
            let left = if left_turned { Matrix::new(&at, depth, rows).transposed() } else { Matrix::new(&a, rows, depth) };
            let right = if right_turned { Matrix::new(&bt, columns, depth).transposed() } else { Matrix::new(&b, depth, columns) };
            // Memory in use before leaves no traces.
            let mut multiplier = Multiplier { left: vec![9.0; 700], right: vec![9.0; 700] };
            let mut result = before.clone();
            let into = if is_added { Existing::Add } else { Existing::Replace };
            multiplier.multiply(left, &right, into, &mut result);
            let (mut panels, mut again) = (Panels::default(), before.clone());
            // Of another size first.
            panels.lay_out(Matrix::new(&[9.0; 700], 20, 35));
            panels.lay_out(right);
            multiplier.multiply(left, &panels, into, &mut again);
            prop_assert_eq!(&again, &result);
            for row in 0..rows {
                for column in 0..columns {
                    let product = |k: usize| f64::from(a[row * depth + k]) * f64::from(b[k * columns + column]);
                    let sum: f64 = (0..depth).map(product).sum::<f64>() + if is_added { f64::from(before[row * columns + column]) } else { 0.0 };
                    // Each step may be off by half a unit in the last place of a sum that has wandered to about sqrt(depth).
                    let tolerance = 1e-6 + 2e-7 * depth as f64;
                    prop_assert!((f64::from(result[row * columns + column]) - sum).abs() < tolerance, "{row} {column}");
                }
            }
        }

        #[test]
        fn what_else_is_in_the_matrices_does_not_matter(rows in 2_usize..20, depth in 1_usize..600, columns in 2_usize..20, seed: u64) {
            let (a, b) = (numbers(seed, rows * depth), numbers(seed ^ 1, depth * columns));
            let mut whole = vec![0.0; rows * columns];
            let mut row = vec![0.0; columns];
            let mut multiplier = Multiplier::default();
            multiplier.multiply(Matrix::new(&a, rows, depth), &Matrix::new(&b, depth, columns), Existing::Replace, &mut whole);
            let last = &a[(rows - 1) * depth..];
            multiplier.multiply(Matrix::new(last, 1, depth), &Matrix::new(&b, depth, columns), Existing::Replace, &mut row);
            prop_assert_eq!(&whole[(rows - 1) * columns..], &row[..]);
        }
    }

    #[test]
    fn nothing_summed_is_zero() {
        let mut result = [1.0; 6];
        Multiplier::default().multiply(Matrix::new(&[], 2, 0), &Matrix::new(&[], 0, 3), Existing::Replace, &mut result);
        assert_eq!(result, [0.0; 6]);
    }
}
