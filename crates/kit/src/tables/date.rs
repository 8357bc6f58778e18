//! Dates as numbers on an axis.

/// A date as a decimal year: year + (month - 1) / 12 + (day - 1) / 365, months and days counted from 1. A month is a twelfth
/// of a year whatever its length, so a date is up to 0.01 of a year beside its place in the calendar; the order of dates
/// stays.
#[must_use]
pub fn decimal_year(year: i32, month: u32, day: u32) -> f64 {
    f64::from(year) + (f64::from(month) - 1.0) / 12.0 + (f64::from(day) - 1.0) / 365.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_year_is_the_year_itself() {
        assert_eq!(decimal_year(1993, 1, 1), 1993.0);
    }

    #[test]
    fn a_day_is_a_365th_and_a_month_a_twelfth() {
        assert_eq!(decimal_year(2000, 7, 1), 2000.5);
        assert!((decimal_year(1950, 7, 2) - (1950.5 + 1.0 / 365.0)).abs() < 1e-12);
    }

    #[test]
    fn every_month_ends_before_the_next_begins() {
        for month in 1..=12 {
            assert!(decimal_year(2003, month, 31) < decimal_year(2003, month + 1, 1), "month {month}");
        }
    }
}
