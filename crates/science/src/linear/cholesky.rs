//! Symmetric positive definite systems, as L Lᵀ.

/// The factor L of a matrix A = L Lᵀ; Golub and Van Loan, "Matrix computations", section 4.2.
#[derive(Clone, Debug, PartialEq)]
pub struct Cholesky {
    size: usize,
    /// Row by row; above the diagonal nothing of worth.
    lower: Vec<f64>,
}

impl Cholesky {
    /// The factor of `matrix + shift * identity`, the matrix row by row; only its lower half is read. Nothing where the matrix
    /// is no square or the sum not positive definite, as far as its digits tell.
    #[must_use]
    pub fn of(matrix: &[f64], size: usize, shift: f64) -> Option<Cholesky> {
        if matrix.len() != size * size {
            return None;
        }
        let mut lower = matrix.to_vec();
        for row in 0..size {
            lower[row * size + row] += shift;
            for column in 0..=row {
                let (above, own) = lower.split_at(row * size);
                // On the diagonal both rows are this one.
                let other = if column < row { &above[column * size..] } else { own };
                let rest = own[column] - dot(&own[..column], &other[..column]);
                let entry = if column < row {
                    rest / other[column]
                } else if rest > 0.0 && rest.is_finite() {
                    rest.sqrt()
                } else {
                    return None;
                };
                lower[row * size + column] = entry;
            }
        }
        Some(Cholesky { size, lower })
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.lower[row * self.size..row * self.size + row + 1]
    }

    /// The solution x of A x = right, which has as many entries as A has rows.
    #[must_use]
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut x = right.to_vec();
        for row in 0..x.len() {
            let known = dot(&self.row(row)[..row], &x[..row]);
            x[row] = (x[row] - known) / self.row(row)[row];
        }
        for row in (0..x.len()).rev() {
            let below: f64 = (row + 1..x.len()).map(|other| self.row(other)[row] * x[other]).sum();
            x[row] = (x[row] - below) / self.row(row)[row];
        }
        x
    }
}

/// Sum of products, in order.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
