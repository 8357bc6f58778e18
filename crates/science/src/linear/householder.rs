//! Least squares by reflections, which keep the digits that the squares of normal equations lose.

/// Smaller than this share of its length, what is left of a column after those before it is rounding.
const NOTHING: f64 = 1e-13;

/// The x with the least sum of squares of A x - right, A given by its columns, which are as long as `right`: A = Q R by
/// Householder reflections; Golub and Van Loan, "Matrix computations", section 5.3. Nothing where there are fewer equations
/// than unknowns, or a column is made of those before it, as far as its digits tell.
#[must_use]
pub fn least_squares(mut columns: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let unknowns = columns.len();
    if unknowns > right.len() || columns.iter().any(|column| column.len() != right.len()) {
        return None;
    }
    // Entry of R on the diagonal for each column; those above it are left in the columns.
    let mut diagonal = Vec::with_capacity(unknowns);
    for place in 0..unknowns {
        let (known, rest) = columns.split_at_mut(place + 1);
        let column = &mut known[place];
        let whole = norm(column);
        let length = norm(&column[place..]);
        if !(length > NOTHING * whole && length.is_finite()) {
            return None;
        }
        // Away from the entry, so that the difference does not cancel.
        let onto = if column[place] > 0.0 { -length } else { length };
        column[place] -= onto;
        diagonal.push(onto);
        let mirror = &column[place..];
        let scale = 2.0 / mirror.iter().map(|entry| entry * entry).sum::<f64>();
        for other in rest.iter_mut().chain([&mut right]) {
            let along = scale * mirror.iter().zip(&other[place..]).map(|(a, b)| a * b).sum::<f64>();
            other[place..].iter_mut().zip(mirror).for_each(|(entry, mirror)| *entry -= along * mirror);
        }
    }
    let mut x = right;
    x.truncate(unknowns);
    for place in (0..unknowns).rev() {
        let known: f64 = (place + 1..unknowns).map(|other| columns[other][place] * x[other]).sum();
        x[place] = (x[place] - known) / diagonal[place];
    }
    Some(x)
}

fn norm(entries: &[f64]) -> f64 {
    entries.iter().map(|entry| entry * entry).sum::<f64>().sqrt()
}
