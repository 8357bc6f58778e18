//! Where one curve comes to lie below another and stays there: from how much of something on a weaker assumption is better.

use serde::{Deserialize, Serialize};

/// Why there is no place at which a challenger overtakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoOvertaking {
    /// Nothing has been measured.
    Unmeasured,
    /// It is not ahead at the end of what has been measured.
    Behind,
    /// It has been ahead from the start.
    Ahead,
}

/// The size from which on the challenger's values are below the incumbent's, for good as far as measured. Between two sizes
/// both run straight over the logarithm of the size; values that do so over their own logarithm are to be given as such.
///
/// Sizes grow and are greater than 0; where the slices differ in length the shortest counts. Equal is not below.
pub fn overtaking(sizes: &[f64], incumbent: &[f64], challenger: &[f64]) -> Result<f64, NoOvertaking> {
    // By how much the challenger is behind.
    let behind: Vec<(f64, f64)> = sizes.iter().zip(incumbent).zip(challenger).map(|((size, i), c)| (*size, c - i)).collect();
    let Some((_, last)) = behind.last() else { return Err(NoOvertaking::Unmeasured) };
    if *last >= 0.0 {
        return Err(NoOvertaking::Behind);
    }
    let Some(before) = behind.iter().rposition(|(_, behind)| *behind >= 0.0) else { return Err(NoOvertaking::Ahead) };
    let ((from, start), (to, end)) = (behind[before], behind[before + 1]);
    Ok(from * ((to / from).ln() * (start / (start - end))).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_where_they_are_equal() {
        // Over log10 of the size 5 - x and 2 + x / 2: equal at x = 2.
        let sizes = [10.0, 1e3, 1e5];
        let at = overtaking(&sizes, &[2.5, 3.5, 4.5], &[4.0, 2.0, 0.0]).unwrap();
        assert!((at - 100.0).abs() < 1e-10, "{at}");
    }

    #[test]
    fn the_last_crossing_counts() {
        let sizes = [1.0, 2.0, 4.0, 8.0, 16.0];
        let at = overtaking(&sizes, &[0.0; 5], &[-1.0, 1.0, -1.0, 1.0, -3.0]).unwrap();
        assert!((at - 8.0 * 2_f64.powf(0.25)).abs() < 1e-12, "{at}");
        // A tie that ends: from there on.
        assert_eq!(overtaking(&sizes, &[0.0; 5], &[1.0, 0.0, -1.0, -1.0, -1.0]), Ok(2.0));
    }

    #[test]
    fn a_reason_where_there_is_none() {
        assert_eq!(overtaking(&[], &[], &[]), Err(NoOvertaking::Unmeasured));
        assert_eq!(overtaking(&[1.0, 2.0], &[1.0, 1.0], &[0.0, 1.0]), Err(NoOvertaking::Behind));
        assert_eq!(overtaking(&[1.0, 2.0], &[1.0, 1.0], &[0.0, 0.5]), Err(NoOvertaking::Ahead));
    }
}
