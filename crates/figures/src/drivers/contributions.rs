//! What each driver contributes: the numbers that words and picture are made from.

use pendrop_science::growth::{Driver, Drivers, Level, PerDriver};

/// The drivers in the order in which they are named: the parts of compute, then algorithms.
pub(super) const DRIVERS: [Driver; 4] = [Driver::Price, Driver::Spending, Driver::Other, Driver::Algorithms];

/// Factors per year that the tables show; nothing where a table is not there.
#[derive(Clone, Copy)]
pub(super) struct Measured {
    /// Training compute of notable systems since 2010.
    pub compute: Option<f64>,
    /// FLOP/s per dollar of consumer cards over all years of the table.
    pub price: Option<f64>,
    /// The same since 2010.
    pub price_lately: Option<f64>,
}

/// What the drivers come to, and what was measured.
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
    /// The contributions stacked in the order in which they are drawn: the parts of compute, then algorithms, which begin where
    /// compute ends. A part that takes away comes first and digs below the start, so that what the others bring is built
    /// on its ground and both levels stay in one piece.
    pub(super) fn contributions(&self) -> Option<[Contribution; 4]> {
        let decades = self.drivers.decades()?;
        let mut order = DRIVERS;
        // A library's sort would weigh as much as the rest of the figure's numbers.
        let mut lost = 0;
        for place in 0..3 {
            if decades.of(order[place]) < 0.0 {
                (lost..place).rev().for_each(|at| order.swap(at, at + 1));
                lost += 1;
            }
        }
        let mut ground = 0.0;
        Some(order.map(|driver| {
            let from = ground;
            ground += decades.of(driver);
            Contribution { driver, range: (from, ground) }
        }))
    }

    /// How many times as much after all the years.
    pub(super) fn growth(&self) -> Option<f64> {
        Some(10_f64.powf(self.drivers.decades()?.total())).filter(|growth| growth.is_finite())
    }

    /// The shares in the growth, in log terms; nothing where nothing grows.
    pub(super) fn shares(&self) -> Option<PerDriver> {
        self.drivers.shares()
    }

    /// The level that contributes more; nothing where they are about even, or where nothing grows.
    pub(super) fn dominant(&self) -> Option<Level> {
        self.shares()?.dominant()
    }
}
