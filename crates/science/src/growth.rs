//! What falling prices do to a budget, and what drives the growth of computation: its price, the money, the methods.
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

/// Effective computation as a product: computation per dollar, dollars, and what methods get out of a computation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drivers {
    /// Years in which the price of a computation halves, not 0; negative where it doubles.
    pub price_halving: f64,
    /// What spending is multiplied by each year, greater than 0; below 1 where it falls.
    pub spending_growth: f64,
    /// Years in which the computation needed for the same result halves, not 0.
    pub algorithm_halving: f64,
    /// Over how many years.
    pub years: f64,
}

/// One of the three, by its place in what [`Drivers`] gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// Computation per dollar.
    Price,
    /// Dollars.
    Spending,
    /// Methods.
    Algorithms,
}

/// One number for each driver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerDriver {
    /// Computation per dollar.
    pub price: f64,
    /// Dollars.
    pub spending: f64,
    /// Methods.
    pub algorithms: f64,
}

impl PerDriver {
    /// All three together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.price + self.spending + self.algorithms
    }
}

impl Drivers {
    /// Decades (log10) that each driver contributes over the years; the growth as a whole is the sum, as factors multiply.
    /// Negative for a driver that holds growth back. Nothing where the parameters are outside the bounds stated at them.
    #[must_use]
    pub fn decades(&self) -> Option<PerDriver> {
        let Drivers { price_halving, spending_growth, algorithm_halving, years } = *self;
        let decades = PerDriver {
            price: years * LOG10_2 / price_halving,
            spending: years * spending_growth.log10(),
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
            algorithms: decades.algorithms / total,
        })
    }

    /// The driver that contributes most, the first named among equals. Nothing where none contributes anything, or as for
    /// [`Drivers::decades`].
    #[must_use]
    pub fn dominant(&self) -> Option<Driver> {
        let PerDriver { price, spending, algorithms } = self.decades()?;
        let (mut dominant, mut most) = (None, 0.0);
        for (driver, decades) in [(Driver::Price, price), (Driver::Spending, spending), (Driver::Algorithms, algorithms)] {
            if decades > most {
                (dominant, most) = (Some(driver), decades);
            }
        }
        dominant
    }
}
