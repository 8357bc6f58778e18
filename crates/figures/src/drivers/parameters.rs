//! The parameters of `drivers`: how fast each driver changes, over which span. Where the values come from is told in
//! `content/en/figures/drivers.md`.

use crate::{
    drivers::Strings,
    rates::{PRICE_HALVING_SINCE_2010, halving_time},
};
use pendrop_kit::{
    label,
    parameter::{CUSTOM, ChoiceOption, Control, Parameter, YEARS, tick},
};

/// What the training of the largest models cost is multiplied by each year: 2.4 since 2016 (90 % interval 2.0 to 2.9).
/// B. Cottier and others, The rising costs of training frontier AI models, arXiv 2405.21015 (2024).
pub const SPENDING_GROWTH: f64 = 2.4;

/// Its 90 % interval.
pub(super) const SPENDING_INTERVAL: (f64, f64) = (2.0, 2.9);

/// Years in which the computing that a language model needs for the same quality halves: about 8 months from 2012 to 2023,
/// with the three digits that are shown. A. Ho and others, Algorithmic progress in language models, arXiv 2403.05812 (2024).
pub const ALGORITHM_HALVING: f64 = 0.667;

/// Its 95 % interval: 5 to 14 months.
pub(super) const ALGORITHM_INTERVAL: (f64, f64) = (5.0 / 12.0, 14.0 / 12.0);

/// What training compute is multiplied by each year beyond price and spending: its trend since 2010 (4.679-fold in table
/// `training-compute`) over 2^(1 / [`PRICE_HALVING_SINCE_2010`]) × [`SPENDING_GROWTH`], rounded. A test holds it against the tables.
pub const OTHER_GROWTH: f64 = 1.65;

/// Compute that grows by nothing but price and spending.
pub const NOTHING_ELSE: f64 = 1.0;

/// Years in which a dollar's worth of computing doubles on Moravec's machines of 1940 to 1998 (tenfold in 5.73, so twofold
/// in 1.725), rounded. A test holds it against table `machines`.
pub const MACHINES_HALVING: f64 = 1.73;

/// The slowest progress of methods that can be set, where no measure of it is known.
pub const SLOWEST: f64 = 20.0;

/// Spending that does not change from year to year.
pub const SAME_MONEY: f64 = 1.0;

type Rates = [(&'static str, f64); 5];

const fn rates(price: f64, spending: f64, other: f64, algorithms: f64, years: f64) -> Rates {
    [("price_halving", price), ("spending_growth", spending), ("other_growth", other), ("algorithm_halving", algorithms), ("years", years)]
}

const DEEP_LEARNING: Rates = rates(PRICE_HALVING_SINCE_2010, SPENDING_GROWTH, OTHER_GROWTH, ALGORITHM_HALVING, 14.0);
/// Only the money differs. Shorter numbers and better used chips need no more of it, so the rest stays.
const FLAT_BUDGET: Rates = rates(PRICE_HALVING_SINCE_2010, SAME_MONEY, OTHER_GROWTH, ALGORITHM_HALVING, 14.0);
/// Machines with nothing beside their price: what Moravec counts is instructions, whatever their numbers are.
const HALF_CENTURY: Rates = rates(MACHINES_HALVING, SAME_MONEY, NOTHING_ELSE, SLOWEST, 50.0);

pendrop_kit::parameters! {
    /// How fast each driver changes, and over which span.
    pub struct DriversParameters {
        /// The setting that the other values belong to, or [`CUSTOM`].
        scenario: &'static str = Parameter::choice(
            label!(drivers_scenario),
            Control::Radio,
            &[
                ChoiceOption { name: "deep-learning", label: label!(drivers_deep_learning), preset: &DEEP_LEARNING },
                ChoiceOption { name: "flat-budget", label: label!(drivers_flat_budget), preset: &FLAT_BUDGET },
                ChoiceOption { name: "half-century", label: label!(drivers_half_century), preset: &HALF_CENTURY },
                ChoiceOption { name: CUSTOM, label: label!(drivers_custom), preset: &[] },
            ],
            0,
        ),
        /// Years in which the price of computing halves.
        price_halving: f64 = halving_time(label!(drivers_price_halving), PRICE_HALVING_SINCE_2010).in_names(label!(drivers_named_price)),
        /// What spending is multiplied by each year.
        spending_growth: f64 = Parameter::log(label!(drivers_spending_growth), (0.5, 10.0), 0.01, SPENDING_GROWTH)
            .unit("×", 1.0)
            .ticks(&[tick(0.5), tick(1.0), tick(2.0), tick(5.0), tick(10.0)])
            .in_names(label!(drivers_named_spending)),
        /// What compute is multiplied by each year beyond price and spending; 1 for nothing. An address from before it was there
        /// has that of its scenario.
        other_growth: f64 = Parameter::log(label!(drivers_other_growth), (0.5, 10.0), 0.01, OTHER_GROWTH)
            .unit("×", 1.0)
            .ticks(&[tick(0.5), tick(1.0), tick(2.0), tick(5.0), tick(10.0)])
            .under_more()
            .in_names(label!(drivers_named_other)),
        /// Years in which the computing needed for the same result halves.
        algorithm_halving: f64 = Parameter::log(label!(drivers_algorithm_halving), (0.1, SLOWEST), 0.01, ALGORITHM_HALVING)
            .unit(YEARS, 1.0)
            .ticks(&[tick(0.1), tick(0.5), tick(1.0), tick(2.0), tick(5.0), tick(SLOWEST)])
            .in_names(label!(drivers_named_algorithms)),
        /// The span, years.
        years: f64 = Parameter::linear(label!(drivers_years), (1.0, 50.0), 1.0, 14.0)
            .unit(YEARS, 1.0)
            .ticks(&[tick(1.0), tick(10.0), tick(20.0), tick(30.0), tick(40.0), tick(50.0)])
            .under_more(),
    }
}
