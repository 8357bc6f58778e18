//! What each driver contributes: the numbers that words and picture are made from.

use pendrop_science::growth::{Driver, Drivers};

/// The drivers in the order in which they are named.
pub(super) const DRIVERS: [Driver; 3] = [Driver::Price, Driver::Spending, Driver::Algorithms];

/// Factors per year that the tables show; nothing where a table is not there.
#[derive(Clone, Copy)]
pub(super) struct Measured {
    /// Training compute of notable systems since 2010.
    pub compute: Option<f64>,
    /// FLOP/s per dollar over all years of the table.
    pub price: Option<f64>,
    /// The same since 2010.
    pub price_lately: Option<f64>,
}

/// What the three drivers come to, and what was measured.
pub struct DriversOutcome {
    pub(super) drivers: Drivers,
    pub(super) measured: Measured,
}

/// A driver's part of the whole.
pub(super) struct Contribution {
    pub driver: Driver,
    /// Decades at the end of the span below and above which it lies: with a driver that takes away, from the higher to the
    /// lower.
    pub range: (f64, f64),
}

impl Contribution {
    /// How many decades it brings.
    pub fn decades(&self) -> f64 {
        self.range.1 - self.range.0
    }
}

impl DriversOutcome {
    /// The contributions stacked in the order in which they are drawn: price and spending make up the computing that is really
    /// done, algorithms what it is worth; money that dwindles takes away from what the other two have built up.
    pub(super) fn contributions(&self) -> Option<[Contribution; 3]> {
        let decades = self.drivers.decades()?;
        let (price, spending, algorithms) = (decades.price, decades.spending, decades.algorithms);
        let contribution = |driver, from, decades| Contribution { driver, range: (from, from + decades) };
        let first = contribution(Driver::Price, 0.0, price);
        Some(if spending < 0.0 {
            [first, contribution(Driver::Algorithms, price, algorithms), contribution(Driver::Spending, price + algorithms, spending)]
        } else {
            [first, contribution(Driver::Spending, price, spending), contribution(Driver::Algorithms, price + spending, algorithms)]
        })
    }

    /// How many times as much after all the years.
    pub(super) fn growth(&self) -> Option<f64> {
        Some(10_f64.powf(self.drivers.decades()?.total())).filter(|growth| growth.is_finite())
    }

    /// The share of a driver in the growth, in log terms; nothing where nothing grows.
    pub(super) fn share(&self, driver: Driver) -> Option<f64> {
        let shares = self.drivers.shares()?;
        Some(match driver {
            Driver::Price => shares.price,
            Driver::Spending => shares.spending,
            Driver::Algorithms => shares.algorithms,
        })
    }

    /// The driver that contributes most to the growth; nothing where nothing grows.
    pub(super) fn dominant(&self) -> Option<Driver> {
        self.drivers.shares()?;
        self.drivers.dominant()
    }
}
