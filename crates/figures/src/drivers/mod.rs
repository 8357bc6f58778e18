//! `drivers`: effective training compute as compute × algorithms, compute as price-performance × spending × a rest, and whether
//! compute or algorithms do more.

mod contributions;
mod outcome;
pub mod parameters;
mod picture;
mod text;

crate::own_strings!("drivers");

use crate::rates::{GPU_PRICES, TRAINING_COMPUTE, price_trend, trend};
pub use contributions::DriversOutcome;
use contributions::Measured;
use parameters::DriversParameters;
use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
    runs::{Compare, Comparison},
};
use pendrop_science::growth;

/// The figure.
pub struct Drivers;

/// From this year on deep learning has driven training compute: the trends it is compared with begin here.
const DEEP_LEARNING: f64 = 2010.0;

impl Model for Drivers {
    type Parameters = DriversParameters;
    type Outcome = DriversOutcome;

    const ID: &'static str = "drivers";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/growth.rs";
    const HEIGHTS: Heights = Heights { narrow: 320.0, wide: 480.0 };
    const COMPARE: Option<Compare<DriversOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<DriversParameters, DriversOutcome>> = Some(Challenge {
        name: "even",
        label: label!(challenge),
        met: |_, outcome| outcome.shares().is_some_and(|shares| (shares.compute() - 0.5).abs() <= 0.005),
    });

    fn tables(_parameters: &DriversParameters) -> &'static [&'static str] {
        &[GPU_PRICES, TRAINING_COMPUTE]
    }

    fn solve(parameters: DriversParameters, inputs: Inputs) -> DriversOutcome {
        let DriversParameters { price_halving, spending_growth, other_growth, algorithm_halving, years, .. } = parameters;
        let yearly = |table, from, to| trend(inputs.tables, table, from, to).map(|fit| fit.factor_per_year());
        DriversOutcome {
            drivers: growth::Drivers { price_halving, spending_growth, other_growth, algorithm_halving, years },
            measured: Measured {
                compute: yearly(TRAINING_COMPUTE, DEEP_LEARNING, f64::INFINITY),
                price: price_trend(inputs.tables, f64::NEG_INFINITY, f64::INFINITY).map(|fit| fit.factor_per_year()),
                price_lately: price_trend(inputs.tables, DEEP_LEARNING, f64::INFINITY).map(|fit| fit.factor_per_year()),
            },
        }
    }
}
