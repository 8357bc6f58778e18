//! Numbers that can count what is done with them.

use std::{
    cell::Cell,
    cmp::Ordering,
    ops::{Add, Div, Mul, Sub},
};

use crate::logarithm;

/// What features are reckoned in. The same code does the work over plain numbers and counts it over [`Counted`] ones.
pub(super) trait Number:
    Copy + PartialOrd + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// A plain number.
    fn of(value: f32) -> Self;
    /// The number itself, whole ones being places in tables.
    fn value(self) -> f32;
    /// Its square root.
    fn sqrt(self) -> Self;
    /// The natural logarithm of a number greater than 0.
    fn ln(self) -> Self;
    /// Something was done that is no arithmetic with these numbers: so many additions or comparisons of whole numbers or of truth
    /// values.
    fn note(operations: u64);
}

impl Number for f32 {
    fn of(value: f32) -> f32 {
        value
    }

    fn value(self) -> f32 {
        self
    }

    fn sqrt(self) -> f32 {
        self.sqrt()
    }

    fn ln(self) -> f32 {
        logarithm::ln(f64::from(self)) as f32
    }

    fn note(_: u64) {}
}

thread_local! {
    /// Operations since the count began.
    static OPERATIONS: Cell<u64> = const { Cell::new(0) };
}

/// A number whose every addition, subtraction, multiplication, division, comparison and square root counts as one operation, and
/// whose logarithm as the [`logarithm::OPERATIONS`] it is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted(f32);

/// What a computation over [`Counted`] numbers gives, and how many operations it took.
pub(super) fn count<T>(computation: impl FnOnce() -> T) -> (T, u64) {
    OPERATIONS.set(0);
    let result = computation();
    (result, OPERATIONS.get())
}

/// An operator that is counted.
macro_rules! counted {
    ($trait:ident, $method:ident) => {
        impl $trait for Counted {
            type Output = Counted;

            fn $method(self, other: Counted) -> Counted {
                Counted::note(1);
                Counted(self.0.$method(other.0))
            }
        }
    };
}

counted!(Add, add);
counted!(Sub, sub);
counted!(Mul, mul);
counted!(Div, div);

impl PartialEq for Counted {
    fn eq(&self, other: &Counted) -> bool {
        Counted::note(1);
        self.0 == other.0
    }
}

impl PartialOrd for Counted {
    fn partial_cmp(&self, other: &Counted) -> Option<Ordering> {
        Counted::note(1);
        self.0.partial_cmp(&other.0)
    }
}

impl Number for Counted {
    fn of(value: f32) -> Counted {
        Counted(value)
    }

    fn value(self) -> f32 {
        self.0
    }

    fn sqrt(self) -> Counted {
        Counted::note(1);
        Counted(self.0.sqrt())
    }

    fn ln(self) -> Counted {
        Counted::note(logarithm::OPERATIONS);
        Counted(Number::ln(self.0))
    }

    fn note(operations: u64) {
        OPERATIONS.set(OPERATIONS.get() + operations);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_counts_once() {
        let (result, operations) = count(|| {
            let (a, b) = (Counted::of(3.0), Counted::of(4.0));
            let c = (a * a + b * b).sqrt() - a / b;
            if a < b { c.ln().value() } else { 0.0 }
        });
        assert_eq!(operations, 4 + 2 + 1 + logarithm::OPERATIONS);
        assert!((result - 4.25_f32.ln()).abs() < 1e-6);
        assert_eq!(count(|| ()).1, 0);
    }
}
