//! Which points were the best so far when they came.

/// For each point (x, y), in the order given, whether it sets a record: y is greater than that of every point with a smaller
/// x. Of several with the same x only the greatest can, and of equals among them the one given first. The earliest sets one.
/// Points that are not finite set none and hinder none.
#[must_use]
pub fn records(points: &[(f64, f64)]) -> Vec<bool> {
    let mut places: Vec<usize> = (0..points.len()).filter(|&place| points[place].0.is_finite() && points[place].1.is_finite()).collect();
    // By date, the greatest first: whatever follows it on the same date is then no longer a record.
    places.sort_unstable_by(|&a, &b| {
        let ((x, y), (other_x, other_y)) = (points[a], points[b]);
        x.total_cmp(&other_x).then(other_y.total_cmp(&y)).then(a.cmp(&b))
    });
    let mut best = f64::NEG_INFINITY;
    let mut records = vec![false; points.len()];
    for place in places {
        let (_, y) = points[place];
        if y > best {
            best = y;
            records[place] = true;
        }
    }
    records
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
