//! Which points were the best so far when they came.

/// For each point (x, y), in the order given, whether it sets a record: y is greater than that of every point with a smaller
/// x. Of several with the same x only the greatest can, and of equals among them the one given first. The earliest sets one.
/// Points that are not finite set none and hinder none.
///
/// Each point is held against all others: for the hundreds of a chart that is quick, and sorting them would add 6 kB (gzip) to
/// what a page of these charts loads.
#[must_use]
pub fn records(points: &[(f64, f64)]) -> Vec<bool> {
    let is_finite = |(x, y): (f64, f64)| x.is_finite() && y.is_finite();
    let is_record = |place: usize| {
        let (x, y) = points[place];
        let beats = |(other, &(other_x, other_y)): (usize, &(f64, f64))| {
            is_finite((other_x, other_y)) && (other_x < x && other_y >= y || other_x == x && (other_y > y || other_y == y && other < place))
        };
        is_finite((x, y)) && !points.iter().enumerate().any(beats)
    };
    (0..points.len()).map(is_record).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_exceeds_all_before_is_a_record() {
        let points = [(1990.0, 1.0), (1991.0, 3.0), (1992.0, 2.0), (1993.0, 3.0), (1994.0, 3.5)];
        assert_eq!(records(&points), [true, true, false, false, true]);
    }

    #[test]
    fn the_order_given_does_not_matter() {
        assert_eq!(records(&[(1994.0, 3.5), (1991.0, 3.0), (1992.0, 2.0), (1990.0, 1.0)]), [true, true, false, true]);
    }

    #[test]
    fn a_date_has_one_record_at_most() {
        assert_eq!(records(&[(2000.0, 1.0), (2000.0, 2.0), (2000.0, 2.0)]), [false, true, false]);
    }

    #[test]
    fn what_is_no_number_sets_none() {
        assert_eq!(records(&[(2000.0, f64::NAN), (2001.0, 2.0), (f64::INFINITY, 9.0)]), [false, true, false]);
        assert!(records(&[]).is_empty());
    }
}
