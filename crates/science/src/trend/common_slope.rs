//! One slope for several groups of points that lie at different heights.

/// The slope (rise of y per unit of x) of parallel least-squares lines through groups of points (x, y), one line for each group:
/// what is common to the groups, whatever their shares among the points. Empty groups do not count. Nothing where no group has two different x, or any
/// number is not finite.
#[must_use]
pub fn common_slope(groups: &[Vec<(f64, f64)>]) -> Option<f64> {
    let (mut spread, mut product) = (0.0, 0.0);
    for group in groups {
        let count = group.len() as f64;
        let Some(&(first_x, first_y)) = group.first() else { continue };
        let mean_x = first_x + group.iter().map(|(x, _)| x - first_x).sum::<f64>() / count;
        let mean_y = first_y + group.iter().map(|(_, y)| y - first_y).sum::<f64>() / count;
        for (x, y) in group {
            spread += (x - mean_x) * (x - mean_x);
            product += (x - mean_x) * (y - mean_y);
        }
    }
    Some(product / spread).filter(|slope| slope.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simpson's paradox: both groups rise by 1, and all points together fall.
    #[test]
    fn groups_at_different_heights_keep_their_slope() {
        let groups = [vec![(0.0, 10.0), (1.0, 11.0), (2.0, 12.0)], vec![(5.0, 0.0), (6.0, 1.0)]];
        assert_eq!(common_slope(&groups), Some(1.0));
        assert!(super::super::LeastSquares::of(&groups.concat()).is_some_and(|fit| fit.slope < 0.0));
    }

    #[test]
    fn without_two_dates_there_is_none() {
        assert_eq!(common_slope(&[vec![(1.0, 2.0)], vec![(3.0, 4.0)]]), None);
        assert_eq!(common_slope(&[]), None);
        assert_eq!(common_slope(&[vec![]]), None);
    }
}
