//! Two numbers that are calculated with side by side, one for each plate: a processor does that at once.

use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A number of the first plate and the same of the second.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Two(pub [f64; 2]);

impl Two {
    /// The same for both.
    pub const fn same(value: f64) -> Self {
        Self([value; 2])
    }

    /// Something of each.
    pub fn map(self, of: impl Fn(f64) -> f64) -> Self {
        Self(self.0.map(of))
    }

    /// The greater magnitude.
    pub fn magnitude(self) -> f64 {
        self.0[0].abs().max(self.0[1].abs())
    }
}

impl Add for Two {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self([self.0[0] + other.0[0], self.0[1] + other.0[1]])
    }
}

impl Sub for Two {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self([self.0[0] - other.0[0], self.0[1] - other.0[1]])
    }
}

impl Mul for Two {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self([self.0[0] * other.0[0], self.0[1] * other.0[1]])
    }
}

impl Mul<Two> for f64 {
    type Output = Two;
    fn mul(self, other: Two) -> Two {
        Two([self * other.0[0], self * other.0[1]])
    }
}

impl Neg for Two {
    type Output = Self;
    fn neg(self) -> Self {
        self.map(|value| -value)
    }
}

impl AddAssign for Two {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}
