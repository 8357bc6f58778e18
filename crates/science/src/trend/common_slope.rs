//! One slope for several groups of points that lie at different heights.

use super::LeastSquares;

/// The slope (rise of y per unit of x) of parallel least-squares lines through groups of points (x, y), one line for each group:
/// what is common to the groups, whatever their shares among the points. It is the mean of the slopes of the groups' own lines,
/// each weighted by how far its x spread; a group that makes no line does not count. Nothing where none does.
#[must_use]
pub fn common_slope(groups: &[Vec<(f64, f64)>]) -> Option<f64> {
    let lines: Vec<LeastSquares> = groups.iter().filter_map(|group| LeastSquares::of(group)).collect();
    let spread: f64 = lines.iter().map(|line| line.spread_x).sum();
    let slope = lines.iter().map(|line| line.slope * line.spread_x).sum::<f64>() / spread;
    slope.is_finite().then_some(slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simpson's paradox: both groups rise by 1, and all points together fall.
    #[test]
    fn groups_at_different_heights_keep_their_slope() {
        let groups = [vec![(0.0, 10.0), (1.0, 11.0), (2.0, 12.0)], vec![(5.0, 0.0), (6.0, 1.0)]];
        assert_eq!(common_slope(&groups), Some(1.0));
        assert!(LeastSquares::of(&groups.concat()).is_some_and(|fit| fit.slope < 0.0));
    }

    #[test]
    fn without_two_dates_there_is_none() {
        assert_eq!(common_slope(&[vec![(1.0, 2.0)], vec![(3.0, 4.0)]]), None);
        assert_eq!(common_slope(&[]), None);
        assert_eq!(common_slope(&[vec![]]), None);
    }
}
