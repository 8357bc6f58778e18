//! What falling prices do to a budget, and what the growth of effective computation is made of: compute (its price, the
//! money, and a rest) and the methods.
//!
//! ```
//! use pendrop_science::growth::growth;
//! // Half the price every two years: a thousand times as much for the same money in twenty.
//! assert_eq!(growth(20.0, 2.0), 1024.0);
//! ```

use std::f64::consts::LOG10_2;

/// How many times as much the same money buys after some years, where the price of one unit halves every `halving_time`
/// years: 2^(years / halving_time). Not finite for a halving time of 0 or a growth beyond 1e308.
#[must_use]
pub fn growth(years: f64, halving_time: f64) -> f64 {
    (years / halving_time).exp2()
}

/// How many times as much the same money would buy if every further year only added what the first one adds to today's
/// amount: 1 + years × (2^(1 / halving_time) - 1). The straight line that meets [`growth`] at the start and after a year.
#[must_use]
pub fn growth_by_adding(years: f64, halving_time: f64) -> f64 {
    1.0 + years * (growth(1.0, halving_time) - 1.0)
}

/// Effective computation as a product of two levels: compute, which is computation per dollar × dollars × what else it grows
/// by, and what methods get out of a computation. An identity of accounting: it divides growth up, and names no causes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drivers {
    /// Years in which the price of a computation halves, not 0; negative where it doubles.
    pub price_halving: f64,
    /// What spending is multiplied by each year, greater than 0; below 1 where it falls.
    pub spending_growth: f64,
    /// What compute is multiplied by each year beyond what price and spending explain, greater than 0; 1 for nothing.
    pub other_growth: f64,
    /// Years in which the computation needed for the same result halves, not 0.
    pub algorithm_halving: f64,
    /// Over how many years.
    pub years: f64,
}

/// One of the factors, by its place in what [`Drivers`] gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// Computation per dollar.
    Price,
    /// Dollars.
    Spending,
    /// What compute grows by beyond price and spending.
    Other,
    /// Methods.
    Algorithms,
}

/// Which of the two levels contributes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Price, spending and the rest together.
    Compute,
    /// Methods.
    Algorithms,
}

/// How far apart the shares of compute and of algorithms may be, at most, for neither to dominate: five points of a hundred.
pub const EVEN: f64 = 0.05;

/// Exactly [`EVEN`] apart is still even; rounding must not decide about it.
const ROUNDING: f64 = 1e-9;

/// One number for each driver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerDriver {
    /// Computation per dollar.
    pub price: f64,
    /// Dollars.
    pub spending: f64,
    /// What compute grows by beyond price and spending.
    pub other: f64,
    /// Methods.
    pub algorithms: f64,
}

impl PerDriver {
    /// That of one driver.
    #[must_use]
    pub fn of(&self, driver: Driver) -> f64 {
        match driver {
            Driver::Price => self.price,
            Driver::Spending => self.spending,
            Driver::Other => self.other,
            Driver::Algorithms => self.algorithms,
        }
    }

    /// The parts of compute together.
    #[must_use]
    pub fn compute(&self) -> f64 {
        self.price + self.spending + self.other
    }

    /// All of them together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.compute() + self.algorithms
    }

    /// Of shares: which level has the greater one; nothing where they are no more than [`EVEN`] apart.
    #[must_use]
    pub fn dominant(&self) -> Option<Level> {
        let lead = self.compute() - self.algorithms;
        if lead.abs() <= EVEN + ROUNDING {
            return None;
        }
        Some(if lead > 0.0 { Level::Compute } else { Level::Algorithms })
    }
}

impl Drivers {
    /// Decades (log10) that each driver contributes over the years; the growth as a whole is the sum, as factors multiply.
    /// Negative for a driver that holds growth back. Nothing where the parameters are outside the bounds stated at them.
    #[must_use]
    pub fn decades(&self) -> Option<PerDriver> {
        let Drivers { price_halving, spending_growth, other_growth, algorithm_halving, years } = *self;
        let decades = PerDriver {
            price: years * LOG10_2 / price_halving,
            spending: years * spending_growth.log10(),
            other: years * other_growth.log10(),
            algorithms: years * LOG10_2 / algorithm_halving,
        };
        decades.total().is_finite().then_some(decades)
    }

    /// Share of each driver in the total growth in log terms; they sum to 1. A driver that holds growth back has a negative
    /// share, and the others then more than 1 together. Nothing where nothing grows on the whole (0 years included), or as
    /// for [`Drivers::decades`].
    #[must_use]
    pub fn shares(&self) -> Option<PerDriver> {
        let decades = self.decades()?;
        let total = decades.total();
        (total > 0.0).then(|| PerDriver {
            price: decades.price / total,
            spending: decades.spending / total,
            other: decades.other / total,
            algorithms: decades.algorithms / total,
        })
    }
}
