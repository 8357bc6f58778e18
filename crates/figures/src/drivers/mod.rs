//! `drivers`: effective training compute as price-performance × spending × algorithms, and which of the three does most.

mod outcome;
pub mod parameters;
mod picture;

crate::own_strings!("drivers");

use crate::rates::{GPU_PRICES, TRAINING_COMPUTE, trend};
use pendrop_kit::{
    figure::{Figure, Heights},
    label,
    locale::Label,
    outcome::Outcome,
    parameter::Parameter,
    svg::Token,
    tables::Tables,
    values::Values,
};
use pendrop_science::growth::{Driver, Drivers as Model};

/// The figure.
pub struct Drivers;

/// From this year on deep learning has driven training compute: the trends it is compared with begin here.
const DEEP_LEARNING: f64 = 2010.0;

impl Figure for Drivers {
    fn id(&self) -> &'static str {
        "drivers"
    }

    fn source(&self) -> &'static str {
        "crates/science/src/growth.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 320.0, wide: 480.0 }
    }

    fn tables(&self, _values: &Values) -> &'static [&'static str] {
        &[GPU_PRICES, TRAINING_COMPUTE]
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        let model = Model {
            price_halving: values.number("price_halving"),
            spending_growth: values.number("spending_growth"),
            algorithm_halving: values.number("algorithm_halving"),
            years: values.number("years"),
        };
        let yearly = |table, from, to| trend(tables, table, from, to).map(|fit| fit.factor_per_year());
        Box::new(DriversOutcome {
            model,
            measured: Measured {
                compute: yearly(TRAINING_COMPUTE, DEEP_LEARNING, f64::INFINITY),
                price: yearly(GPU_PRICES, 2000.0, 2024.0),
                price_lately: yearly(GPU_PRICES, DEEP_LEARNING, 2024.0),
            },
        })
    }
}

/// Factors per year that the tables show; nothing where a table is not there.
#[derive(Clone, Copy)]
struct Measured {
    /// Training compute of notable systems since 2010.
    compute: Option<f64>,
    /// FLOP/s per dollar over all years of the table.
    price: Option<f64>,
    /// The same since 2010.
    price_lately: Option<f64>,
}

/// What the three drivers come to, and what was measured.
struct DriversOutcome {
    model: Model,
    measured: Measured,
}

/// What a driver's part of the whole looks like.
struct Part {
    driver: Driver,
    /// Decades at the end of the span below and above which its part lies: with a driver that takes away, from the higher
    /// to the lower.
    decades: (f64, f64),
}

impl Part {
    /// How many decades it brings.
    fn brings(&self) -> f64 {
        self.decades.1 - self.decades.0
    }
}

impl DriversOutcome {
    /// The parts stacked in the order in which they are drawn: price and spending make up the computing that is really done,
    /// algorithms what it is worth; money that dwindles takes away from what the other two have built up.
    fn parts(&self) -> Option<[Part; 3]> {
        let decades = self.model.decades()?;
        let (price, spending, algorithms) = (decades.price, decades.spending, decades.algorithms);
        let part = |driver, from, brings| Part { driver, decades: (from, from + brings) };
        let first = part(Driver::Price, 0.0, price);
        Some(if spending < 0.0 {
            [first, part(Driver::Algorithms, price, algorithms), part(Driver::Spending, price + algorithms, spending)]
        } else {
            [first, part(Driver::Spending, price, spending), part(Driver::Algorithms, price + spending, algorithms)]
        })
    }

    /// How many times as much after all the years.
    fn growth(&self) -> Option<f64> {
        Some(10_f64.powf(self.model.decades()?.total())).filter(|growth| growth.is_finite())
    }

    /// The share of a driver in the growth, in log terms; nothing where nothing grows.
    fn share(&self, driver: Driver) -> Option<f64> {
        let shares = self.model.shares()?;
        Some(match driver {
            Driver::Price => shares.price,
            Driver::Spending => shares.spending,
            Driver::Algorithms => shares.algorithms,
        })
    }

    /// The driver that contributes most to the growth; nothing where nothing grows.
    fn dominant(&self) -> Option<Driver> {
        self.model.shares()?;
        self.model.dominant()
    }
}

/// A driver's word in the document, its name, and its colour.
fn word(driver: Driver) -> (&'static str, Label, Token) {
    match driver {
        Driver::Price => ("price", label!(driver_price), Token::Accent),
        Driver::Spending => ("spending", label!(driver_spending), Token::S1),
        Driver::Algorithms => ("algorithms", label!(driver_algorithms), Token::S2),
    }
}
