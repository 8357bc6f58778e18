//! Small systems of equations against closed forms and against each other.

use pendrop_science::linear::{Cholesky, least_squares};
use proptest::prelude::*;

fn near(value: &[f64], expected: &[f64], tolerance: f64) -> bool {
    value.len() == expected.len() && value.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance)
}

/// Columns 1, x, x^2, ... at the places given.
fn powers(places: &[f64], count: i32) -> Vec<Vec<f64>> {
    (0..count).map(|power| places.iter().map(|x| x.powi(power)).collect()).collect()
}

/// Aᵀ A, row by row, and Aᵀ b.
fn normal_equations(columns: &[Vec<f64>], right: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let matrix = columns.iter().flat_map(|row| columns.iter().map(|column| dot(row, column))).collect();
    (matrix, columns.iter().map(|column| dot(column, right)).collect())
}

#[test]
fn a_known_factor_solves_a_known_system() {
    // L = [2; 1 3; -2 1 1], A = L Lᵀ; above the diagonal nothing is read.
    let nan = f64::NAN;
    let matrix = [4.0, nan, nan, 2.0, 10.0, nan, -4.0, 1.0, 6.0];
    let solution = Cholesky::of(&matrix, 3, 0.0).unwrap().solve(&[4.0 + 4.0 - 12.0, 2.0 + 20.0 + 3.0, -4.0 + 2.0 + 18.0]);
    assert!(near(&solution, &[1.0, 2.0, 3.0], 1e-13), "{solution:?}");
    // (A + shift) x = b.
    let shifted = Cholesky::of(&matrix, 3, 2.0).unwrap().solve(&[2.0, 12.0, 9.0]);
    let (x, y, z) = (shifted[0], shifted[1], shifted[2]);
    assert!(near(&[6.0 * x + 2.0 * y - 4.0 * z, 2.0 * x + 12.0 * y + z, -4.0 * x + y + 8.0 * z], &[2.0, 12.0, 9.0], 1e-12));
}

#[test]
fn what_has_no_factor_is_told() {
    assert_eq!(Cholesky::of(&[1.0, 0.0, 2.0, 1.0], 2, 0.0), None);
    assert!(Cholesky::of(&[1.0, 0.0, 2.0, 1.0], 2, 1.5).is_some());
    assert_eq!(Cholesky::of(&[1.0, 2.0], 2, 0.0), None);
    assert_eq!(Cholesky::of(&[f64::NAN], 1, 0.0), None);
}

#[test]
fn an_exact_polynomial_is_found_again() {
    let places: Vec<f64> = (0..40).map(|n| -1.0 + f64::from(n) / 19.5).collect();
    let cubic = [0.3, -2.0, 1.0, 4.0];
    let values: Vec<f64> = places.iter().map(|x| cubic[0] + x * (cubic[1] + x * (cubic[2] + x * cubic[3]))).collect();
    assert!(near(&least_squares(powers(&places, 4), values.clone()).unwrap(), &cubic, 1e-13));
    // As many equations as unknowns: solved.
    assert!(near(&least_squares(powers(&places[..4], 4), values[..4].to_vec()).unwrap(), &cubic, 1e-10));
}

/// Läuchli's matrix: the squares of its small entries are lost in the normal equations, and with them the solution.
#[test]
fn reflections_keep_what_squares_lose() {
    let small = 1e-8;
    let columns = vec![vec![1.0, small, 0.0], vec![1.0, 0.0, small]];
    let right = vec![3.0, small, 2.0 * small];
    let (matrix, _) = normal_equations(&columns, &right);
    assert_eq!(Cholesky::of(&matrix, 2, 0.0), None);
    let solution = least_squares(columns, right).unwrap();
    assert!(near(&solution, &[1.0, 2.0], 1e-7), "{solution:?}");
}

#[test]
fn what_is_not_determined_is_told() {
    assert_eq!(least_squares(powers(&[0.5], 2), vec![1.0]), None);
    assert_eq!(least_squares(powers(&[0.5, 0.5], 2), vec![1.0, 2.0]), None);
    assert_eq!(least_squares(vec![vec![0.0, 0.0]], vec![1.0, 2.0]), None);
    assert_eq!(least_squares(vec![vec![1.0, 0.0], vec![1.0]], vec![1.0, 2.0]), None);
    assert_eq!(least_squares(Vec::new(), vec![1.0]), Some(Vec::new()));
}

proptest! {
    /// Both ways lead to the same, and the misses stand at right angles to every column.
    #[test]
    fn reflections_agree_with_normal_equations(right in prop::collection::vec(-5.0..5.0, 12), places in prop::collection::vec(-1.0..1.0, 12)) {
        let columns: Vec<Vec<f64>> = (1..4).map(|n| places.iter().map(|x: &f64| (f64::from(n) * 2.0 * x).cos()).collect()).collect();
        let (matrix, moments) = normal_equations(&columns, &right);
        let Some(factor) = Cholesky::of(&matrix, 3, 0.0) else { return Ok(()) };
        let by_squares = factor.solve(&moments);
        let size = by_squares.iter().map(|x| x.abs()).fold(1.0, f64::max);
        prop_assume!(size < 1e3);
        let solution = least_squares(columns.clone(), right.clone()).unwrap();
        prop_assert!(near(&solution, &by_squares, 1e-7 * size), "{solution:?} {by_squares:?}");
        for column in &columns {
            let along: f64 = (0..right.len()).map(|row| {
                let reached: f64 = columns.iter().zip(&solution).map(|(column, x)| column[row] * x).sum();
                column[row] * (right[row] - reached)
            }).sum();
            prop_assert!(along.abs() < 1e-9 * size, "{along}");
        }
    }
}
